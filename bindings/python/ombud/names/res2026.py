"""The names of the law res2026 as types: Proposal of resolution of 5 May 2026 on integrity in cooperation with external providers.

Written by bindings/python/names.py from the law; run that again when the law's words change.
"""
from __future__ import annotations

from typing import Literal, Never, TypeAlias

from ombud.named import NamedCase

LAW = "res2026"

Role: TypeAlias = Literal[
    "government", "authority", "adviser"
]
Item: TypeAlias = Literal[
    "person", "framework", "programme", "provider", "screening", "partnership", "routing"
]
State: TypeAlias = Literal[
    "adopted", "running", "wound_up", "carried_out", "active", "suspended", "ended"
]
EventName: TypeAlias = Literal[
    "framework.adopted", "programme.started", "programme.wound_up", "screening.carried_out", "partnership.begun", "partnership.appraised",
    "partnership.reviewed", "partnership.assessed", "partnership.provider_heard", "partnership.suspended", "partnership.resumed",
    "partnership.ended_on_facts", "partnership.ended_on_trust", "partnership.ended_otherwise", "partnership.taken_up_again",
    "partnership.suspension_documented", "partnership.ending_documented", "partnership.suspension_explained",
    "partnership.ending_explained", "partnership.improvement_recorded"
]
Fact: TypeAlias = Literal[
    "covers_setting_up", "covers_evaluation", "covers_ending", "is_clear", "uniform", "integrity_central", "responsibility_central",
    "has_check", "has_suspension", "has_definitive_ending", "formal", "clear_procedures", "clear_criteria", "suspension_governed",
    "ending_governed", "says_when", "says_how", "has_reporting", "has_follow_up", "gives_training", "raises_awareness",
    "for_civil_servants", "for_political_leaders", "on_integrity", "on_risk_assessment", "on_ethical_partnerships", "integrity_examined",
    "reputation_examined", "antecedents_entered", "judicial_entered", "disciplinary_entered", "society_entered", "sectors_entered",
    "unfavourable", "placed_under_framework", "serious_indications", "concerns_behaviour", "facts_confirmed", "trust_lost", "as_fixed",
    "suspension_explanation_needed", "ending_explanation_needed", "heard", "ended_for_good", "reviewed_before", "checked_anew",
    "brussels_administration", "brussels_cabinet", "external_provider", "check_is_there", "rests_on_a_check", "checked_at_selection",
    "outside_the_field", "framework_applies", "on_the_public_side", "adopted_here"
]
Link: TypeAlias = Literal[
    "part_of", "checked_provider", "partner", "check_record"
]
TermName: TypeAlias = Literal[
    "review", "suspension", "suspend", "end_it", "document_suspension", "document_ending", "explain_suspension", "explain_ending", "improve"
]
Question: TypeAlias = Literal[
    "legal_force", "standing", "applies", "asked_of", "concerned_by_it", "parts"
]
Length: TypeAlias = Literal[
    "review_interval", "longest_suspension"
]
Scope: TypeAlias = Never
ReadingName: TypeAlias = Literal[
    "D-27.1", "D-27.2", "D-27.3", "D-27.4", "D-27.5", "D-27.6", "D-27.7", "D-27.8", "D-27.9", "D-27.10", "D-27.11", "D-27.12", "D-27.13",
    "D-27.14", "D-27.15", "D-27.16", "D-6"
]
ProvisionId: TypeAlias = Literal[
    "status", "meta", "title", "sum", "dev", "c1", "c2", "c3", "c4", "c5", "d0", "d1", "d1.a", "d1.b", "d1.c", "d1.d", "d1.e", "d1.f",
    "d1.g", "d2", "d2.a", "d2.b", "d2.c", "d3", "d3.f", "d3.a", "d3.b", "d4", "d5", "d5.a", "d5.b", "d5.c", "d6"
]


class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
