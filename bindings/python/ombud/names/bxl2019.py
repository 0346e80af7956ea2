"""The names of the law bxl2019 as types: Joint decree and ordinance on the Brussels ombudsman (2019014596).

Written by bindings/python/names.py from the law; run that again when the law's words change.
"""
from __future__ import annotations

from typing import Literal, TypeAlias

from ombud.named import NamedCase

LAW = "bxl2019"

Role: TypeAlias = Literal[
    "reporter", "contact_point", "ombudsman", "trust_person", "body", "institution", "complainant", "administration", "assemblies",
    "appointee", "prosecutor", "person_concerned", "supervisory_authority", "authority", "recipient_authority", "government",
    "protected_person", "court", "support_provider", "court_of_audit", "ombudsman_delegate", "adviser"
]
Item: TypeAlias = Literal[
    "person", "report", "office", "handler", "procedure", "complaint", "inquiry", "recommendation", "decision", "call", "ombudsman_mandate",
    "outside_function", "instruction", "query", "suspicion", "body", "breach", "linguistic_role", "trust_mandate", "access_request",
    "identity_request", "transmission", "entity", "claim", "public_disclosure", "protection_order", "conduct", "consultation", "record",
    "publication", "support", "protection_rules", "ombudsman_office", "ombudsman_report", "ombudsman_staff", "procedure_rules",
    "staff_rules", "staff_rules_change", "remuneration", "financial_year", "routing"
]
State: TypeAlias = Literal[
    "received", "examined", "closed", "operating", "in_charge", "released", "under_way", "ended", "on_record", "concluded",
    "before_the_assemblies", "published", "appointed", "in_office", "intended", "exercised", "given_up", "given", "lodged", "taken_up",
    "refused", "transmitted", "asked", "answered", "found", "made", "presumed_refused", "in_place", "suspected", "listed", "given_in_full",
    "limited", "requested", "revealed", "considered", "sent", "arrived", "dropped", "decided", "adopted", "alleged", "set_aside", "granted",
    "called", "interviewed", "call_kept", "interview_kept", "offered", "approved", "corrected", "unanswered", "absent", "online",
    "repealed", "in_being", "drawn_up", "in_service", "left", "opinion_asked", "opinion_given", "opinion_deemed", "determined", "begun"
]
EventName: TypeAlias = Literal[
    "report.received", "report.acknowledged", "report.extension_justified", "report.feedback_given", "report.information_requested",
    "report.information_added", "report.examined", "report.protection_examined", "report.inquiry_opened", "report.inquiry_concluded",
    "report.measure_taken", "report.measures_communicated", "report.result_communicated", "report.further_inquiry_needed",
    "report.transmitted", "report.closed_as_minor", "report.closed_as_repetitive", "report.closed_after_result", "report.closure_notified",
    "report.reopened", "report.access_given", "office.established", "handler.assigned", "handler.released", "procedure.begun",
    "procedure.ended", "body.described", "body.own_ombudsman_instituted", "inquiry.opened_on_complaint", "inquiry.opened_on_request",
    "inquiry.opened_on_own_initiative", "inquiry.opened_on_report", "inquiry.findings_recorded", "inquiry.concluded", "recommendation.made",
    "decision.proposed", "decision.tabled", "decision.adopted_in_parliament", "decision.adopted_in_common_assembly",
    "decision.adopted_in_commission_assembly", "call.published", "ombudsman_mandate.appointed", "ombudsman_mandate.renewed",
    "ombudsman_mandate.sworn", "ombudsman_mandate.took_office", "ombudsman_mandate.left_to_successor", "outside_function.intended",
    "outside_function.begun", "outside_function.given_up", "ombudsman_mandate.ending_requested", "ombudsman_mandate.incompatibility_found",
    "ombudsman_mandate.ended_at_request", "ombudsman_mandate.ended_at_pension_age", "ombudsman_mandate.ended_for_health",
    "ombudsman_mandate.revoked_for_incompatibility", "ombudsman_mandate.revoked_for_serious_grounds", "instruction.given",
    "complaint.lodged", "complaint.contact_shown", "complaint.found_unfounded", "complaint.found_the_same", "complaint.found_elsewhere",
    "complaint.taken_up", "complaint.refused_as_unknown", "complaint.refused_as_old", "complaint.refused_as_premature",
    "complaint.refused_as_unfounded", "complaint.refused_as_repeated", "complaint.transmitted", "complaint.decision_notified",
    "complaint.transmission_notified", "complaint.authority_notified", "complaint.closed", "query.asked", "query.period_set",
    "query.answered", "inquiry.finding_on_the_spot", "inquiry.documents_requested", "inquiry.person_heard", "inquiry.expert_assigned",
    "suspicion.found", "suspicion.prosecutor_informed", "suspicion.authority_warned", "complaint.appeal_noted",
    "recommendation.made_public", "complaint.progress_told", "complaint.opinion_to_complainant", "complaint.opinion_to_administration",
    "recommendation.responsible_told", "recommendation.replied", "recommendation.refusal_explained", "recommendation.silence_counted",
    "body.established", "breach.suspected", "breach.classified", "breach.norm_named", "linguistic_role.listed", "trust_mandate.designated",
    "trust_mandate.ended", "report.internally_acknowledged", "report.internal_inquiry_opened", "report.internal_feedback_given",
    "access_request.lodged", "access_request.given_in_full", "access_request.limited", "access_request.refused", "access_request.notified",
    "access_request.remedies_notified", "access_request.grounds_requested", "access_request.grounds_made_available",
    "report.identity_revealed", "report.information_disclosed", "identity_request.made", "identity_request.reporter_informed",
    "identity_request.refused", "identity_request.revealed", "report.protection_asked", "report.protection_given_up",
    "report.placed_under_protection", "report.grounds_confirmed", "report.grounds_denied", "report.no_authority_found",
    "transmission.report_came_in", "transmission.assessed", "transmission.sent", "transmission.reporter_told", "transmission.arrived",
    "transmission.dropped", "claim.made", "claim.protection_opened", "claim.evidence_closed", "public_disclosure.made",
    "public_disclosure.author_identified", "report.appropriate_measure", "protection_order.adopted", "conduct.happened", "conduct.found",
    "conduct.set_aside", "conduct.sentenced", "report.registered", "report.internally_registered", "report.closed_internally",
    "report.deleted", "consultation.granted", "record.call_taken", "record.interview_requested", "record.interview_held", "record.noted",
    "record.call_recorded", "record.call_transcribed", "record.call_reported", "record.interview_recorded", "record.interview_reported",
    "record.review_offered", "record.approved", "record.corrected", "record.refused", "record.left_unanswered", "publication.found_absent",
    "publication.put_online", "publication.taken_offline", "report.protection_explained", "support.begun", "support.advised",
    "support.technically_advised", "support.legally_assisted", "support.ended", "protection_rules.adopted", "protection_rules.repealed",
    "ombudsman_office.established", "ombudsman_office.annual_report_sent", "ombudsman_office.evaluation_cycle_begun",
    "ombudsman_office.heard_at_own_request", "ombudsman_office.heard_on_request", "ombudsman_report.drawn_up",
    "ombudsman_report.lodged_in_parliament", "ombudsman_report.lodged_in_common_assembly", "ombudsman_report.lodged_in_commission_assembly",
    "ombudsman_report.published", "ombudsman_report.examined_in_parliament", "ombudsman_report.examined_in_common_assembly",
    "ombudsman_report.examined_in_commission_assembly", "ombudsman_report.follow_up_presented", "ombudsman_staff.appointed",
    "ombudsman_staff.directed", "ombudsman_staff.dismissed", "ombudsman_staff.left", "procedure_rules.adopted", "procedure_rules.repealed",
    "staff_rules.adopted", "staff_rules_change.opinion_asked", "staff_rules_change.opinion_given",
    "staff_rules_change.opinion_deemed_favourable", "staff_rules_change.made", "remuneration.determined", "financial_year.begun",
    "financial_year.budget_adopted", "financial_year.accounts_adopted", "financial_year.accounts_drawn_up",
    "financial_year.accounts_submitted"
]
Fact: TypeAlias = Literal[
    "no_acknowledgement_asked", "acknowledgement_endangers", "judicial_investigation", "anonymous", "unreachable", "closure_reasons_given",
    "measure_reasons_given", "names_assessment", "names_remedy", "minor_closure", "remedy_relevant", "followed_up", "minor",
    "significant_new_information", "new_elements_justify", "reader_authorised", "controller_is_body", "information_complete",
    "information_intact", "information_confidential", "access_barred", "storage_lasting", "procedures_published", "trained",
    "in_the_territory", "supervised_by_region", "has_own_ombudsman", "created_for_general_interest", "legal_personality", "half_financed",
    "managed_under_supervision", "majority_appointed", "comes_from_inside", "findings_on_file", "on_a_report", "proposed_by_ombudsman",
    "parliament_agrees", "common_assembly_agrees", "commission_assembly_agrees", "two_thirds_in_parliament",
    "two_thirds_in_common_assembly", "two_thirds_in_commission_assembly", "belgian", "union_national", "irreproachable", "enjoys_rights",
    "level_a_at_region", "level_a_at_common_commission", "level_a_at_french_commission", "bilingual", "ten_years_in_named_field",
    "ten_years_in_other_field", "hearing_passed", "is_renewal", "before_the_three_presidents", "oath_taken", "paid", "compromises_office",
    "full_time", "ending_asked_for", "pension_age_reached", "health_gravely_affects", "health_affects_for_good", "serious_grounds",
    "for_acts_of_office", "concerns_the_powers", "fee_asked", "contact_on_file", "unfounded_found", "sameness_found", "elsewhere_found",
    "refusal_reasons_given", "interested", "identity_unknown", "manifestly_no_step", "set_aside", "brings_new_facts",
    "ombudsman_by_legal_rule", "satisfactory", "appeal_pending", "progress_on_file", "refusal_presumed", "reply_reasoned", "worker",
    "works_under_authority", "delegate_of_staff", "directed_by_contractor", "delegate_at_contractor", "contractor_serves_body",
    "self_employed", "shareholder", "board_member", "volunteer", "trainee", "excluded_alone", "learnt_in_ended_work",
    "learnt_in_recruitment", "learnt_in_negotiations", "illicit", "against_object_or_purpose", "norm_binding_there",
    "illicit_outside_the_list", "threatens_general_interest", "harms_general_interest", "towards_a_worker", "has_information",
    "suspicion_reasonable", "has_occurred", "very_likely", "attempt_to_conceal", "works_there", "will_work_there", "worked_there",
    "work_contact_there", "unilingual", "remediable_internally", "sees_no_risk", "concerned_by_report", "targeted_by_report",
    "concerned_by_follow_up", "accords_with_article_38", "access_endangers_inquiry", "access_endangers_reporter", "grounds_recorded",
    "notice_gives_reasons", "notice_names_remedies", "notice_endangers_inquiry", "notice_endangers_reporter", "consent", "consent_limited",
    "informed_beforehand", "notice_endangers", "recipient_is_prosecutor", "identity_came_out", "recipient_authorised", "within_consent",
    "identifies", "is_obligation", "necessary", "proportionate", "in_proceedings", "protection_requested", "placed", "found_grounded",
    "found_ungrounded", "reasonable_grounds", "receiver_competent", "authority_sought_in_vain", "known_also_competent",
    "addressee_competent", "secure", "work_context", "help_is_confidential", "at_risk_at_work", "took_part_in_inquiry", "protection_begun",
    "measure_taken", "measure_threatened", "measure_attempted", "because_of_report", "because_of_disclosure", "because_of_inquiry",
    "harm_done", "harm_possible", "harms_reporter_too", "permanence_expected", "sector_agreement", "by_body",
    "report_or_disclosure_established", "justified_grounds_proved", "unrelated_proved", "identified", "in_public_sphere", "about_breach",
    "press_regime", "believes_danger", "believes_reprisals", "believes_no_remedy", "found_with_reasons", "protects_persons",
    "prohibits_retaliation", "shifts_burden", "protects_after_disclosure", "protects_if_identified", "deliberate", "falsified",
    "contrary_to_reality", "information_false", "information_incomplete", "knowingly", "associated_with_inquiry", "given_to_inquirers",
    "sole_aim", "consent_given", "learnt_in_charge", "derogation_applied", "abusive", "thought_necessary", "access_was_offence",
    "authorised_for_register", "charged_with_reports", "needed_in_proceedings", "record_consented", "asked_by_reporter", "signed",
    "rectified", "call_recording", "transcript", "call_report", "interview_recording", "interview_report", "found_without_record",
    "durable", "retrievable", "tells_all", "accurate", "detailed", "of_the_ombudsman", "separate_section", "easily_identified",
    "easily_reached", "tells_conditions_of_protection", "tells_contact_details", "tells_recording_of_calls", "tells_procedures",
    "tells_requests", "tells_feedback_period", "tells_feedback_content", "tells_confidentiality", "tells_follow_up", "tells_remedies",
    "tells_confidential_advice", "explains_liability", "cross_border_proceedings", "advice_given", "technical_advice_given",
    "legal_assistance_given", "advice_complete", "advice_independent", "advice_accessible", "advice_free", "technical_route",
    "protect_all_four_groups", "forbid_reprisals", "shift_the_burden", "cover_disclosures", "cover_the_identified", "evaluation_included",
    "evaluation_asked_handlers", "parliament_has_it", "common_assembly_has_it", "commission_assembly_has_it", "examined_by_parliament",
    "examined_by_common_assembly", "examined_by_commission_assembly", "publication_made", "region_invited", "united_college_invited",
    "french_college_invited", "useful_recommendations", "contains_recommendations", "difficulties_met", "sets_out_difficulties",
    "names_complainant", "names_staff", "names_reporter", "in_the_office", "deemed", "sets_type", "sets_amount", "sets_payment",
    "brussels_body", "own_ombudsman", "brussels_assembly", "works_for_contractor", "learnt_before_or_after_work",
    "shareholder_or_board_member", "volunteer_or_trainee", "contrary_to_a_norm", "contrary_to_a_norm_of_authority",
    "against_general_interest", "moral_harassment_at_work", "violence_at_work", "sexual_harassment_at_work", "discrimination",
    "another_part", "acknowledgement_excused", "out_of_reach", "feedback_recorded", "feedback_complete", "from_staff",
    "guarantees_information", "letter_a", "letter_b", "letter_c", "letter_d", "letter_e", "letter_f", "letter_g", "letter_h",
    "publicly_held", "left_to_local_ombudsman", "with_own_ombudsman_here", "within_first_mission", "open_to_investigation",
    "parliamentary_assembly", "within_integrity_mission", "reaches_the_fourth_mission", "from_those_covered", "into_a_matter_of_justice",
    "findings_of_first_missions", "joint", "two_thirds_in_each", "meets_nationality", "meets_conduct", "meets_diploma", "meets_languages",
    "meets_experience", "meets_hearing", "eligible", "mandate_left", "holds_the_office", "succeeded", "carried_on", "by_the_ombudsman",
    "listed_function", "elected_office", "incompatible", "exercises_incompatible_function", "ground_to_end", "was_set_aside", "old_facts",
    "may_be_refused", "must_be_refused", "left_without_answer", "powers_available", "left_unanswered", "reached_by_the_article",
    "complainant_is_second", "administration_is_second", "in_staff_categories", "assimilated_to_staff", "staff_member", "covered",
    "suspected_by_staff", "contrary_to_norm", "listed_norm", "integrity_breach", "excluded_matter", "within_the_field", "informed",
    "real_or_very_likely", "in_a_body", "in_reach_of_work", "reportable", "in_a_covered_body", "perhaps_excluded", "on_the_staff",
    "integrity_matter", "served", "affected", "by_controller", "limitation_justified", "notice_may_be_withheld", "remedies_may_be_withheld",
    "brought_by_handler", "consent_covers", "name_open_to_recipient", "details_open_to_recipient", "derogation", "revealed_unannounced",
    "disclosed_unannounced", "may_reveal", "made_internal_report", "made_external_report", "made_report_kept_within",
    "near_report_kept_within", "near_internal_report", "near_external_report", "sent_while_kept", "grounds_at_report",
    "reported_with_grounds", "entitled_to_placement", "under_protection", "as_the_paragraph_asks", "is_reporter", "protected",
    "reported_on_grounds", "grounded", "concerns_reporter", "victim_protected", "victim_grounded", "cause_covered", "disclosure_covered",
    "act_or_omission", "prompted", "unjustified_harm", "marks_of_retaliation", "retaliation", "prohibited", "measure_meant", "report_shown",
    "burden_on_body", "is_public", "used_both", "used_external_directly", "route_a", "failed_externally", "route_a_taken", "route_b",
    "ground_danger", "ground_external", "external_failed", "internal_pending", "by_staff", "by_handler", "by_former_handler",
    "bound_to_silence", "against_protected", "identity_betrayed", "disciplinary_case", "punishable", "knowing_falsehood",
    "imprisonment_inside", "fine_inside", "immune", "in_charge_of_reports", "made_by_who_is_in_charge", "tells_all_of_it", "sends_interim",
    "evaluated", "lodged_everywhere", "names_someone"
]
Link: TypeAlias = Literal[
    "comes_under", "concerns", "assists", "close_to", "works_for", "belongs_to", "connected_with", "results_from", "follows", "reporter",
    "repeats", "reader", "holder", "remedies", "formed_by", "into_complaint", "looks_into", "into_report", "rests_on", "addressed_to",
    "at_end_of", "officeholder", "after_call", "decided_in", "succeeds", "exercised_by", "authorised_in", "ending_decided_in",
    "complainant", "respondent", "same_as", "in_inquiry", "heard", "expert", "found_in", "suspected_by", "lies_within", "role_of", "serves",
    "for_role", "applicant", "about_report", "recipient", "told_to", "asks_about", "passes_on", "registered_as", "concerns_entity",
    "discloser", "of_person", "about_disclosure", "against", "against_entity", "shown_by", "consulted_by", "documents", "author",
    "supported", "supported_entity", "set_by", "sends", "employee", "rules_of", "submitted_in", "budget_in", "accounts_in"
]
TermName: TypeAlias = Literal[
    "five_years", "revoke", "first_contact", "refuse", "pass_complaint_on", "decision_notice", "transmission_notice", "authority_notice",
    "reply", "time_for_reply", "inform_prosecutor", "warn_authority", "progress", "tell_responsible", "opinion_to_administration",
    "opinion_to_complainant", "invitation", "reasoned_reply", "internal_acknowledgement", "internal_feedback", "limitation_notice",
    "remedies_notice", "grounds_for_supervisor", "measures_notice", "closure_notice", "acknowledge", "follow_up", "feedback",
    "final_result", "transmission", "place_under_protection", "pass_on", "tell_reporter", "protect", "internal_measure", "external_measure",
    "registration", "archive", "review", "interview_record", "protection_notice", "activity_report", "evaluation", "publish_report",
    "examine_in_parliament", "examine_in_common_assembly", "examine_in_commission_assembly", "time_for_opinion", "adopt_budget",
    "adopt_accounts", "submit_accounts"
]
Question: TypeAlias = Literal[
    "complaint_scope", "complaints_examined_by", "report_material", "integrity_scope", "holding_office", "compatibility", "may_be_ended",
    "effect_on_ombudsman", "other_route", "right_to_complain", "form_accepted", "prior_contact", "refusal", "duty_of_secrecy", "handling",
    "periodic_information", "internal_component", "external_component", "integrity_report", "reportability", "material_scope",
    "excluded_part", "channel_advice", "internal_rules_set_by", "controller", "component", "personal_scope", "feedback_content",
    "other_procedures", "protection_after_closure", "placement", "competent_authority", "professional_secrecy",
    "under_ombudsman_protection", "retaliation_prohibited", "prohibition", "is_retaliation", "listed_form", "burden_of_proof",
    "proof_of_body", "protection", "despite_anonymity", "classified_as", "disciplinary_procedure", "penal_exposure", "sentence_range",
    "false_information", "duty_of_reserve", "liability_for_reporting", "liability_for_disclosing", "liability_for_access", "retention",
    "documentation", "versions", "list_on_website", "support_measures", "delivery_of_advice", "delivery_of_technical_advice",
    "legal_assistance", "delivery_of_legal_assistance", "protection_set_by", "bound_by_secrecy", "opinion_counts_as"
]
Length: TypeAlias = Literal[
    "follow_up", "notice", "final_result", "transmission", "passing_complaint_on", "complaint_notice", "authority_notice", "offence_notice",
    "progress_interval", "responsible_notice", "refusal_reasons", "internal_acknowledgement", "internal_feedback", "limitation_notice",
    "remedies_notice", "passing_on", "news_of_transmission", "review", "interview_record", "protection_notice", "publication_of_report",
    "accounts_period"
]
Scope: TypeAlias = Literal[
    "assembly"
]
ReadingName: TypeAlias = Literal[
    "Q-40", "Q-41", "Q-25.4", "Q-32.1", "Q-32.2", "Q-32.3", "Q-32.5", "Q-32.4", "Q-32.6", "Q-29.1", "Q-29.2", "Q-29.3", "Q-04.30",
    "Q-04.31", "Q-04.32", "Q-25.1", "Q-25.2", "Q-04.33", "Q-04.34", "Q-04.35", "Q-30.1", "Q-30.2", "Q-30.3", "Q-07", "Q-08", "Q-10.1",
    "Q-10.2", "Q-10.3", "Q-26.1", "Q-26.2", "Q-37", "Q-05.1", "Q-05.2", "Q-05.3", "Q-33.1", "Q-33.2", "Q-33.3", "Q-33.4", "Q-04.20",
    "Q-04.21", "Q-21.1", "Q-21.3", "Q-01.1", "Q-01.2", "Q-01.3", "Q-01.4", "Q-01.5", "Q-02", "Q-03.1", "Q-03.2", "Q-03.3", "Q-03.4",
    "Q-04.1", "Q-04.2", "Q-04.3", "Q-04.4", "Q-04.5", "Q-04.6", "Q-09.1", "Q-09.2", "Q-16.1", "Q-16.2", "Q-16.3", "Q-16.4", "Q-17.1",
    "Q-17.2", "Q-17.3", "Q-17.4", "Q-21.2", "Q-24.1", "Q-24.2", "Q-36.1", "Q-36.2", "Q-36.3", "Q-22.1", "Q-22.2", "Q-22.3", "Q-22.4",
    "Q-22.5", "Q-22.6", "Q-25.3", "Q-39.1", "Q-06.1", "Q-06.2", "Q-06.3", "Q-23.1", "Q-23.2", "Q-23.3", "Q-23.4", "Q-23.5", "Q-23.6",
    "Q-06.4", "Q-06.5", "Q-11.1", "Q-11.2", "Q-11.3", "Q-12.1", "Q-12.2", "Q-12.3", "Q-12.4", "Q-12.5", "Q-13.1", "Q-13.2", "Q-13.3",
    "Q-13.4", "Q-14.1", "Q-14.2", "Q-15.1", "Q-35.1", "Q-36.4", "Q-38.1", "Q-28.1", "Q-28.2", "Q-28.3", "Q-34.1", "Q-39.2", "Q-18.1",
    "Q-18.2", "Q-18.3", "Q-18.4", "Q-19.1", "Q-19.2", "Q-19.3", "Q-19.4", "Q-19.5", "Q-20.1", "Q-20.2", "Q-20.3", "Q-20.4", "Q-20.5",
    "Q-27.1", "Q-27.2", "Q-27.3", "Q-27.4", "Q-31.1", "Q-31.2", "Q-31.3", "Q-31.4", "Q-31.5", "Q-04.36", "Q-42", "Q-04.37"
]
ProvisionId: TypeAlias = Literal[
    "1", "2", "2.1", "2.1.a", "2.1.b", "2.1.c", "2.1.d", "2.1.e", "2.1.f", "2.1.f", "2.1.g", "2.1.h", "2.2", "2.3", "2.4", "2.4.a", "2.4.b",
    "2.a2", "3.a1", "3.a2", "3.a2.1", "3.a2.2", "3.a2.3", "3.a2.4", "3.a2.5", "3.a2.6", "3.a3", "4", "5.a1", "5.a1.1", "5.a1.2", "5.a1.3",
    "5.a1.4", "5.a1.5", "5.a2", "5.a3", "6.a1", "6.a1.1", "6.a1.2", "6.a1.3", "6.a2", "6.a3", "7.a1", "7.a2", "8.a1", "8.a2", "9.a1",
    "9.a1.1", "9.a1.2", "9.a1.3", "9.a2", "9.a2.1", "9.a2.2", "9.a3", "10.a1", "10.a2", "11.a1", "11.a2", "11.a3", "11.a4", "12.a1",
    "12.a2", "13", "14.a1", "14.a2", "14.a3", "14.a4", "ch3", "14/1", "15.1.a1", "15.1.a2", "15.1.a2.1", "15.1.a2.2", "15.1.a2.3",
    "15.1.a3", "15.1.a3.1", "15.1.a3.2", "15.1.a4", "15.1.a5", "15.1.a5.1", "15.1.a5.2", "15.1.a6", "15.2.a1", "15.2.a2", "15.2.a3",
    "15.2.a4", "15.3.a1", "15.3.a1.1", "15.3.a1.2", "15.3.a2", "15.3.a3", "15.3.a4", "15.3.a5", "15.4.a1", "15.4.a2", "15.4.a2.a",
    "15.4.a2.b", "15.4.a3.1", "15.4.a3.2", "15.4.a3.3", "15.4.a4.1", "15.4.a4.2", "15.4.a4.3", "15.4.a4.4", "15.4.a4.5", "15.4.a5",
    "15.4.a6", "15.4.a7", "15.5.a1", "15.5.a2", "15.5.a3", "15.6", "15.7.a1", "15.7.a2", "15.7.a3", "15/1.1", "15/1.1.1", "15/1.1.2",
    "15/1.1.3", "15/1.1.4", "15/1.2.a1", "15/1.2.a2", "15/1.2.a2.1", "15/1.2.a2.2", "15/1.2.a2.3", "15/1.2.a2.4", "15/1.2.a2.5",
    "15/1.2.a2.6", "15/1.2.a2.7", "15/1.2.a2.8", "15/1.2.a2.9", "15/1.2.a2.10", "15/1.2.a2.11", "15/1.2.a2.12", "15/1.2.a2.13",
    "15/1.2.a2.14", "15/1.2.a2.15", "15/1.3", "15/1.4.a1", "15/1.4.a1.a", "15/1.4.a1.b", "15/1.4.a1.b.i", "15/1.4.a1.b.ii", "15/1.4.a2",
    "15/1.5", "15/1.6", "15/1.7", "15/2.1", "15/2.1.1", "15/2.1.2", "15/2.1.3", "15/2.1.4", "15/2.1.5", "15/2.1.6", "15/2.2.a1",
    "15/2.2.a1.a", "15/2.2.a1.b", "15/2.2.a1.c", "15/2.2.a1.d", "15/2.2.a2", "15/2.2.a3", "15/2.3.a1", "15/2.3.a2", "15/3.1", "15/3.2.a1",
    "15/3.2.a1.1", "15/3.2.a1.2", "15/3.2.a2", "15/3.3", "15/3.4.a1", "15/3.4.a2", "15/3.4.a2.1", "15/3.4.a2.2", "15/3.4.a3", "15/4.1",
    "15/4.1.1", "15/4.1.2", "15/4.1.3", "15/4.1.4", "15/4.1.5", "15/4.1.6", "15/4.1.7", "15/4.2", "15/4.2.1", "15/4.2.2", "15/4.2.3",
    "15/5.a1", "15/5.a2", "15/5.a3", "15/5.a4", "15/5.a5", "15/5.a6", "15/5.a7", "16.a1", "16.a1", "16.a2", "16.a3", "16.a4", "16.a5", "17",
    "18.a1", "18.a2", "19.a1", "19.a2", "19.a3", "19.a4", "20", "21.a1", "21.a2", "22"
]


class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
