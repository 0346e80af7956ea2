"""The names of the law pgsp2124 as types: Brussels global safety and prevention plan 2021-2024.

Written by bindings/python/names.py from the law; run that again when the law's words change.
"""
from __future__ import annotations

from typing import Literal, Never, TypeAlias

from ombud.named import NamedCase

LAW = "pgsp2124"

Role: TypeAlias = Literal[
    "safe_brussels", "equal_brussels", "cores", "government", "parliament", "municipality", "police_zone", "police_council", "officer",
    "eva_officer", "jud_vif", "prosecutor", "court", "pharmacist", "professional", "association", "partner", "victim", "perpetrator",
    "resident", "business", "victim_service", "mediator", "educator", "peacekeeper", "pag_asa", "inspection", "fairwork",
    "interior_ministry", "dirco", "expert", "adviser"
]
Item: TypeAlias = Literal[
    "person", "routing", "service", "visit", "support_case", "cell_post", "other_duty", "victim_file", "search", "protocol", "family_case",
    "sharing", "offer", "contact_point", "course", "review", "property_report", "survey_answer", "nuisance", "mediation", "finding",
    "open_door", "testimony", "security_visit", "hate_case", "identity_check", "check_report", "crisis", "dispatching", "data_record",
    "standby", "labour_claim", "permanence", "plan", "measure", "contribution", "year", "subsidy", "group", "session", "demand", "call",
    "project"
]
State: TypeAlias = Literal[
    "listed", "removed", "presented", "referred", "detected", "in_charge", "oriented", "in_cell", "left", "assigned", "open", "received",
    "heard", "in_care", "fled", "searched", "at_disposal", "drafted", "approved", "brought", "consulted", "shared", "approached", "offered",
    "passed_on", "declined", "available", "saturated", "lodged", "coded", "before_justice", "sanctioned", "evaluation", "complaint",
    "redirected", "made", "followed", "given", "settled", "watched", "closed", "found", "reported", "requested", "asked", "done",
    "bonus_asked", "bonus_granted", "contacted", "checked", "going_on", "entrusted", "collected", "ready", "complaint_lodged", "continued",
    "dropped", "held", "running", "ended", "set", "over", "granted", "decided", "created", "platform_held", "answered", "planned_later",
    "none_planned", "not_competent", "prepared", "published", "submitted", "admissible", "not_admissible", "ranked", "funded", "not_funded",
    "renewed"
]
EventName: TypeAlias = Literal[
    "service.listed", "service.found_outdated", "service.updated", "service.removed", "visit.victim_presented", "visit.referred",
    "support_case.detected", "support_case.taken_charge_of", "support_case.oriented", "cell_post.joined", "cell_post.left",
    "other_duty.assigned", "victim_file.opened", "victim_file.received", "victim_file.heard", "victim_file.taken_into_care",
    "victim_file.revisited", "search.not_intercepted", "search.begun", "search.intercepted", "protocol.drafted", "protocol.approved",
    "family_case.brought", "family_case.consultation_begun", "sharing.shared", "offer.approached", "offer.risk_analysed", "offer.offered",
    "offer.passed_on", "offer.declined", "contact_point.opened", "contact_point.saturated", "contact_point.relieved", "course.lodged",
    "course.coded", "course.taken_to_justice", "course.sanctioned", "course.victim_supported", "review.evaluated", "review.complained",
    "review.redirected", "property_report.made", "property_report.followed_up", "property_report.help_offered", "survey_answer.given",
    "survey_answer.reason_given", "survey_answer.satisfaction_given", "nuisance.passed_on", "nuisance.dialogue_tried",
    "nuisance.social_approach_tried", "nuisance.rules_recalled", "nuisance.police_called_in", "nuisance.settled",
    "nuisance.put_under_watch", "mediation.opened", "mediation.session_held", "mediation.closed", "finding.found", "finding.reported",
    "open_door.offered", "open_door.requested", "testimony.heard", "security_visit.asked", "security_visit.done",
    "security_visit.bonus_asked", "security_visit.bonus_granted", "hate_case.contacted", "hate_case.informed", "hate_case.reported",
    "hate_case.complained", "hate_case.prosecuted", "identity_check.checked", "identity_check.reason_noted", "check_report.asked",
    "check_report.made", "crisis.occurred", "crisis.family_informed", "crisis.help_explained", "crisis.question_answered",
    "crisis.question_asked", "dispatching.entrusted", "dispatching.reported", "data_record.collected", "standby.requested",
    "standby.stood_by", "standby.victim_placed", "labour_claim.complained", "labour_claim.advised", "labour_claim.carried_on",
    "labour_claim.dropped", "permanence.held", "plan.began", "plan.ended", "measure.set_down", "contribution.made", "year.began",
    "year.planned", "year.merged", "year.reported", "year.resolutions_reported", "year.prize_awarded", "year.ended", "subsidy.granted",
    "group.decided", "group.created", "session.held", "session.platform_met", "demand.made", "demand.answered", "demand.put_off",
    "demand.left", "demand.declined", "demand.listed", "call.prepared", "call.measure_chosen", "call.published", "project.submitted",
    "project.admitted", "project.refused", "project.scored", "project.ranked", "project.funded", "project.turned_down",
    "project.report_judged", "project.renewed"
]
Fact: TypeAlias = Literal[
    "in_the_brussels_region", "public_safety_matter", "family_violence", "children_concerned", "actor_at_its_limits", "police_intervention",
    "property_offence", "hate_or_discrimination", "trafficking", "nuisance_in_jette", "harms_availability", "harms_neutrality",
    "sexual_or_family_violence", "prosecutor_agrees", "children_involved", "actor_at_limits", "safety_not_guaranteed", "risk_known",
    "designated_first", "held_unjustified", "held_disproportionate", "dialogue", "social_approach", "rules", "police_necessary",
    "complaint_lodged", "police_counterparts", "with_reasons", "dead_or_seriously_hurt", "names_priorities", "names_responsibles",
    "chapter_given", "merged", "serves_the_plan", "serves_transport_safety", "under_a_priority", "before_noon", "private_association",
    "security_by_design", "points_given", "meets_criteria", "report_adequate", "in_the_plan", "complex", "told_of_a_situation", "handled",
    "begun_in_2021_or_2022", "merged_by_2022", "merged_away", "citizens_police_met", "closing_passed", "on_closing_day"
]
Link: TypeAlias = Literal[
    "to_service", "holder", "of_post", "hurt", "under", "in_case", "shared_with", "of_plan", "to_measure", "in_year", "into", "of_year",
    "of_group", "chosen", "answers"
]
TermName: TypeAlias = Literal[
    "upkeep", "take_charge", "orient", "revisit", "inform", "note_reason", "report_checks", "inform_family", "explain_help",
    "stay_reachable", "report_dispatching", "stand_by", "advise", "hold_again", "annual_plan", "calendar_year", "progress_report", "cycle",
    "create_group", "act_as_planned", "reception"
]
Question: TypeAlias = Literal[
    "applies", "nature", "care_and_referral", "case_consultation", "first_point", "routing", "complaint_about_police", "region_competent",
    "competent_level", "digital_report", "platform_on_nuisance", "demand_state", "told_of_three_ways", "counted", "shelter_and_advice",
    "answer_owed", "gap", "pleading_asked"
]
Length: TypeAlias = Literal[
    "revisit", "check_report", "dispatching_report", "post_complaint", "progress_report"
]
Scope: TypeAlias = Never
ReadingName: TypeAlias = Literal[
    "F5.cumulative", "F5.criminal_code", "F13.order", "F22.year", "F22.coverage", "F22.quarter", "F23.noon"
]
ProvisionId: TypeAlias = Literal[
    "F22.field", "F1", "F2", "F3.zone_5339", "F3", "F3.neutrality", "F3.confidentiality", "F4", "F5", "F5.gate", "F6", "F7", "F8",
    "F8.saturation", "F9", "F10", "F10.level", "F11", "F12", "F13", "F13.mediation", "F13.closing", "F13.patrols", "F13.requests",
    "F13.anonymous", "F13.visits", "F14", "F16", "R1-U1", "F17", "F18", "F19", "F20", "F21", "F15", "F15.after_complaint",
    "F15.permanences", "F22.annual_plan", "F22.merger", "F22.report", "F22.cycle", "F22.subsidies", "F22.police_2022", "F22.municipal_2021",
    "F22.groups", "F22.ci_pol", "F22.vif", "F22.intersectoral", "F22.radpol", "F22.theft_training", "F22.prize", "R1", "R2", "R1-17",
    "R1-29", "R1-30", "R1-32", "R1-09", "F23.eligible", "F23.theme_5", "F23", "F23.admission", "F23.ranking", "F23.renewal", "F23.lisa"
]


class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
