"""Executes reporting procedures laid down by law: who may report what to whom, what must be done when and by whom, and why.

>>> from datetime import date
>>> case = Case("bxl2019")
>>> case.person("p1", "reporter"), case.person("p2", "contact_point")
('p1', 'p2')
>>> changes = case.apply("report.received", "r1", on=date(2026, 2, 2), by="p2", reporter="p1", channel="external", form="written")
>>> for duty in case.duties(as_of=date(2026, 2, 10))[:1]:
...     print(duty.name, duty.due, duty.status, duty.provision)
acknowledge 2026-02-09 overdue Art. 15, § 4, al. 4, 1°
"""
from . import _ombud
from .cases import Audience, Case, Chain, Person, Sink, Timeline, event, render_verdict
from .dates import Holidays, brussels_day, due, easter, holiday, roll
from .errors import (ArgumentError, CalendarError, CallbackError, ConflictError, DateError, DifferentError, DuplicateError, EncodingError,
                     GrammarError, LimitError, NotFoundError, OmbudError, PeriodError, RangeError, RefusedError, StateError,
                     UnknownNameError, UnsupportedError)
from .laws import Law, Settings, builtin_names, law
from .plans import Cell, Plan, PlanFinding
from .proofs import Flaw, Invariant, Proof, Walk, explore, prove
from .registers import (AxisValue, Count, DueEntry, Figure, Figures, Hold, Move, Moved, Register, Stream, Together, Tombstone, moves,
                        together)
from .scenarios import Coverage, Report, Run, Scenario
from .values import (Action, Alternative, Answer, Changes, Covered, DueSteps, Duty, Entry, Event, Expectation, Finding, Item, Period,
                     Provision, Reading, Receipt, Row, StateChange, Stated, Step, Term, Unmet, Verdict, WordOfLaw)
from .words import (Carries, Choice, Covering, Fault, FindingKind, FlawKind, Force, Format, Gap, HoldKind, Holiday, Lang, MoveKind, NoDue,
                    Outcome, Part, PlanCounts, PlanRule, PlanTable, PlanVerdict, Roll, RowKind, Ruling, Sort, Status, StepKind, Treatment,
                    Truth, Unit, UnmetKind, Wording)

# The extension and the library it was linked with belong together.
_ombud.version_check(_ombud.HEADER_VERSION, _ombud.SIZE_OF_ERROR)

#: The version of the library.
__version__: str = _ombud.version_string()

__all__ = [
    "Action", "Alternative", "Answer", "ArgumentError", "Audience", "AxisValue", "CalendarError", "CallbackError", "Carries", "Case",
    "Cell", "Chain", "Changes", "Choice", "ConflictError", "Count", "Coverage", "Covered", "Covering", "DateError", "DifferentError",
    "DueEntry", "DueSteps", "DuplicateError", "Duty", "EncodingError", "Entry", "Event", "Expectation", "Fault", "Figure", "Figures",
    "Finding", "FindingKind", "Flaw", "FlawKind", "Force", "Format", "Gap", "GrammarError", "Hold", "HoldKind", "Holiday", "Holidays",
    "Invariant", "Item", "Lang", "Law", "LimitError", "Move", "MoveKind", "Moved", "NoDue", "NotFoundError", "OmbudError", "Outcome",
    "Part", "Period", "PeriodError", "Person", "Plan", "PlanCounts", "PlanFinding", "PlanRule", "PlanTable", "PlanVerdict", "Proof",
    "Provision", "RangeError", "Reading", "Receipt", "RefusedError", "Register", "Report", "Roll", "Row", "RowKind", "Ruling", "Run",
    "Scenario", "Settings", "Sink", "Sort", "StateChange", "StateError", "Stated", "Status", "Step", "StepKind", "Stream", "Term", "Timeline",
    "Together", "Tombstone", "Treatment", "Truth", "Unit", "UnknownNameError", "Unmet", "UnmetKind", "UnsupportedError", "Verdict", "Walk",
    "WordOfLaw", "Wording", "brussels_day", "builtin_names", "due", "easter", "event", "explore", "holiday", "law", "moves", "prove",
    "render_verdict", "roll", "together", "__version__",
]
