"""The names of the law rd1995 as types: Royal decree of 9 March 1995 on sexual harassment at work in the federal services (1995012210).

Written by bindings/python/names.py from the law; run that again when the law's words change.
"""
from __future__ import annotations

from typing import Literal, Never, TypeAlias

from ombud.named import NamedCase

LAW = "rd1995"

Role: TypeAlias = Literal[
    "reporter", "victim", "staff_member", "trust_person", "leading_official", "committee", "personnel_service", "superior",
    "disciplinary_authority", "employer", "body", "adviser"
]
Item: TypeAlias = Literal[
    "person", "body", "linguistic_role", "mandate", "conduct", "report", "routing"
]
State: TypeAlias = Literal[
    "subject", "with_service", "listed", "proposed", "in_office", "removed", "ended", "dropped", "alleged", "established",
    "with_trust_service", "with_superior", "with_another", "under_inquiry", "inquiry_completed", "closed"
]
EventName: TypeAlias = Literal[
    "body.present_at_start", "body.came_later", "body.trust_service_instituted", "body.declaration_communicated", "linguistic_role.listed",
    "mandate.designation_opinion_given", "mandate.proposal_dropped", "mandate.designated", "mandate.designated_as_replacement",
    "mandate.level_changed", "mandate.renewal_opinion_given", "mandate.renewed", "mandate.ending_opinion_given", "mandate.ended_early",
    "mandate.ended_otherwise", "mandate.expired", "mandate.resources_opinion_given", "mandate.means_released", "mandate.time_released",
    "mandate.identity_communicated", "mandate.measure_taken", "conduct.occurred", "conduct.author_identified", "conduct.established",
    "conduct.declared_acceptable", "conduct.declared_tolerated", "conduct.proceedings_opened", "conduct.penalty_pronounced",
    "conduct.sanction_imposed", "report.told_to_trust_service", "report.told_to_superior", "report.told_elsewhere", "report.advice_given",
    "report.help_given", "report.resolution_contributed", "report.assessed", "report.inquiry_opened", "report.inquiry_reported",
    "report.submission_requested", "report.report_submitted", "report.submission_refused", "report.closed"
]
Fact: TypeAlias = Literal[
    "of_the_staff", "under_1954_law", "under_federal_authority", "under_federal_control", "under_federal_tutelage", "industrial",
    "commercial", "gives_health_care", "gives_prophylaxis", "gives_hygiene_care", "service_of_an_excluded_kind", "declaration_known",
    "designation_opinion", "renewal_opinion", "ending_opinion", "resources_opinion", "designation_opinion_reasoned",
    "renewal_opinion_reasoned", "ending_opinion_reasoned", "resources_opinion_reasoned", "does_not_suit", "left_vacant",
    "workforce_calls_for_it", "trained", "means_provided", "time_provided", "directly_under_a_head", "identity_known",
    "because_of_the_mandate", "verbal", "non_verbal", "bodily", "sexual_nature", "author_knows", "author_should_know", "affects_dignity",
    "done_at_workplace", "felt_at_workplace", "statutory_rules_followed", "accords_with_contract", "accords_with_1978_law",
    "victim_of_the_staff", "reporter_of_the_staff", "needs_inquiry", "submission_was_requested", "request_of_who_denounced",
    "to_the_competent_superior", "federal_ministry", "federal_public_body", "industry_trade_or_care", "of_a_sexual_nature",
    "author_knew_or_should_have", "dignity_hurt_at_work", "done_at_the_workplace", "is_the_victim", "victim_on_the_staff",
    "author_statutory", "author_contractual", "is_trust_person", "may_inquire", "covered", "subject_to_the_state", "service_excluded",
    "excluded_establishment", "served", "at_level", "senior", "qualified_when_designated", "qualified", "fit_for_place", "any_form",
    "author_aware", "at_the_workplace", "harassment", "in_force_then", "within_time", "author_of_the_staff", "towards_a_protected_person",
    "against_the_duty", "told_to_a_member", "may_be_advised", "asked_by_who_denounced", "in_a_federal_service", "excepted_service",
    "in_the_field"
]
Link: TypeAlias = Literal[
    "works_for", "role_of", "holder", "serves", "for_role", "replaces", "author", "person_harassed", "at_body", "reporter", "told_to",
    "about_conduct", "investigator", "asked_by"
]
TermName: TypeAlias = Literal[
    "institute", "mandate_period", "advise", "help", "contribute", "inquire", "submit"
]
Question: TypeAlias = Literal[
    "regime", "covered_by_the_decree", "applies", "classification", "right_to_dignity", "abstention", "help_of_a_trust_person",
    "to_the_trust_service", "direct_route", "to_the_superior", "track", "authority"
]
Length: TypeAlias = Never
Scope: TypeAlias = Never
ReadingName: TypeAlias = Literal[
    "D-1.1", "D-4.1", "D-4.2", "P-1.1", "P-1.2", "D-6.1", "D-6.2", "D-7.1", "P-2.1", "D-24.1", "D-1.2", "D-5.1", "D-10.1", "D-10.2",
    "D-10.3", "P-4.3", "D-10.4", "D-11.1", "D-11.2", "D-12.1", "P-4.2", "D-13.1", "D-13.2", "D-14.1", "P-4.1", "D-6.3", "D-22.1", "D-22.2",
    "P-5.1", "D-15.2", "D-15.3", "D-6.4", "D-16.1", "D-16.2", "P-5.2", "D-21.1", "D-23.1", "D-23.2", "D-23.3", "D-26.1", "D-26.2", "P-6.1",
    "D-24.2", "D-24.3"
]
ProvisionId: TypeAlias = Literal[
    "title", "fm", "1", "2", "ch2", "3.a1", "3.a2", "4.1", "4.2", "4.3.a1", "4.3.a2", "4.3.a3", "5.1.a1", "5.1.a2", "5.1.a3", "5.2.a1",
    "5.2.a2", "6", "7", "8", "9.a1", "9.a2", "10"
]


class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
