"""The names of the law fwb2000 as types: Order of 26 July 2000 on protection against sexual harassment, French Community (2000/29298).

Written by bindings/python/names.py from the law; run that again when the law's words change.
"""
from __future__ import annotations

from typing import Literal, Never, TypeAlias

from ombud.named import NamedCase

LAW = "fwb2000"

Role: TypeAlias = Literal[
    "body", "staff_member", "secretary_general", "leading_official", "personnel_official", "committee", "trust_person", "appointee",
    "complainant", "victim", "accused", "accused_representative", "disciplinary_authority", "dismissal_authority", "employer", "government",
    "adviser"
]
Item: TypeAlias = Literal[
    "body", "person", "conduct", "mandate", "complaint", "consultation", "proceedings", "routing"
]
State: TypeAlias = Literal[
    "created", "subject", "with_service", "alleged", "established", "proposed", "in_office", "removed", "ended", "dropped", "communicated",
    "under_inquiry", "inquiry_closed", "file_closed", "begun", "disciplinary", "dismissal", "sanctioning"
]
EventName: TypeAlias = Literal[
    "body.created", "body.present_at_start", "body.came_later", "person.service_began", "conduct.occurred", "conduct.established",
    "mandate.proposed", "mandate.proposal_dropped", "mandate.designation_opinion_given", "mandate.renewal_opinion_given",
    "mandate.ending_opinion_given", "mandate.unfounded_opinion_given", "mandate.designated", "mandate.designated_as_replacement",
    "mandate.renewed", "mandate.ended_early", "mandate.expired", "mandate.information_told", "body.trust_service_instituted",
    "body.resources_opinion_given", "body.means_set", "body.time_set", "complaint.told_to_trust_service", "complaint.told_to_superior",
    "complaint.inquiry_found_needed", "complaint.inquiry_opened", "complaint.act_of_inquiry", "complaint.content_told",
    "complaint.complainant_assistant_named", "complaint.complainant_representative_named", "complaint.accused_assistant_named",
    "complaint.accused_representative_named", "complaint.victim_assistant_named", "complaint.victim_representative_named",
    "complaint.accused_informed", "complaint.accused_answered", "complaint.inquiry_closed", "complaint.result_told_to_complainant",
    "complaint.result_told_to_accused", "complaint.submission_requested", "complaint.report_submitted", "complaint.file_closed",
    "consultation.advice_asked", "consultation.advice_given", "consultation.help_asked", "consultation.help_given",
    "consultation.resolution_contributed", "mandate.placed_under", "mandate.disadvantaged", "mandate.favoured", "body.activity_report_sent",
    "proceedings.disciplinary_opened", "proceedings.dismissal_opened", "proceedings.sanction_opened", "proceedings.penalty_pronounced",
    "proceedings.sanction_imposed", "proceedings.dropped", "proceedings.concertation_asked", "proceedings.concertation_agreed",
    "proceedings.concertation_refused", "proceedings.concertation_held"
]
Fact: TypeAlias = Literal[
    "under_sector_xvii", "sexual_connotation", "based_on_sex", "sexual_background", "affects_dignity", "at_work", "unwanted",
    "at_workplace", "during_duties", "in_relations", "connected_with_harassment", "agreed", "agreed_to_renewal", "designation_opinion",
    "renewal_opinion", "ending_opinion", "level_suffices", "held_by_woman", "held_by_man", "does_not_suit", "trained", "telling_required",
    "telling_discreet", "resources_opinion", "means_determined", "time_determined", "told_to_service", "submission_was_requested",
    "nature_told", "content_told_in_full", "found_needed", "needs_inquiry", "request_of_the_victim", "tells_harassment",
    "tells_connected_facts", "recipient_has_part", "denounced", "of_private_life", "because_of_function", "own_services", "identity_known",
    "declaration_known", "concertation_wanted", "statutory_rules_followed", "accords_with_1978_law", "french_community_services",
    "french_community_body", "dignity_hurt_at_work", "author_superior_or_colleague", "author_on_the_staff", "is_the_victim",
    "victim_on_the_staff", "author_statutory", "author_contractual", "covered", "minimum_reached", "complete", "sexual_or_sexist",
    "harassing", "harassment", "towards_protected", "punishable", "disciplinary_ground", "contract_ground", "in_the_place",
    "against_the_duty", "within_time", "in_ministry", "in_public_body", "five_years_of_service", "in_young_body", "senior", "fit",
    "submission_wanted", "help_is_for_them", "victim_on_staff", "right_line", "told_by_the_victim", "victim_may_ask", "in_a_covered_body",
    "in_the_field"
]
Link: TypeAlias = Literal[
    "works_for", "complainant", "accused", "author", "victim", "holder", "serves", "replaces", "of_conduct", "complainant_assistant",
    "complainant_representative", "accused_assistant", "accused_representative", "victim_assistant", "victim_representative", "suffered",
    "upon"
]
TermName: TypeAlias = Literal[
    "institute", "mandate_period", "advise", "help", "contribute", "inquire", "submit", "inform_accused", "tell_complainant",
    "tell_accused", "concert", "activity_report"
]
Question: TypeAlias = Literal[
    "applies", "classification", "abstention", "help_of_a_trust_person", "to_the_trust_service", "told_as_art_9_says", "to_the_superior",
    "track", "authority", "awaits_the_inquiry", "order_in_force"
]
Length: TypeAlias = Never
Scope: TypeAlias = Never
ReadingName: TypeAlias = Literal[
    "D-2", "D-4.1", "D-6", "D-7", "D-3.1", "D-3.2", "D-3.3", "D-3.4", "D-8.1", "D-8.2", "D-9.1", "D-9.2", "D-1.1", "D-1.2", "D-1.3", "D-5",
    "D-10.1", "D-11.1", "D-11.2", "D-11.3", "D-12", "D-13.1", "D-13.2", "D-13.3", "D-13.4", "D-14", "D-3.6", "D-3.7", "D-3.8", "D-3.9",
    "D-3.10", "D-3.11", "D-15", "D-17.1", "D-17.2", "D-18.1", "D-18.2", "D-19.1", "D-20", "D-21", "D-22.1", "A-9", "D-26", "D-22.2", "D-23",
    "D-24", "D-3.13", "D-3.14", "D-3.15", "A-12.1", "D-25.1", "D-25.2"
]
ProvisionId: TypeAlias = Literal[
    "frag", "hdr", "nl", "title", "pre", "1", "1.1", "1.2", "2", "3", "4.1", "4.2", "4.3.a1", "4.3.a2", "5.1.a2", "5.1.a3", "5.1.a1",
    "5.2.a1", "5.2.a2", "6.a1.1", "6.a1.2", "6.a2", "6.a3", "6.a4", "7.a1", "7.a2", "8", "9", "10.a1", "10.a2", "10.a3", "10.a4", "11",
    "12", "13"
]


class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
