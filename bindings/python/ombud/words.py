"""The words of the library as enumerations. Each member is a string, the library's own word, and compares equal to it.

>>> Status.OVERDUE == "overdue"
True
>>> Status.of(4)
<Status.OVERDUE: 'overdue'>
"""
from __future__ import annotations

import enum
import functools
from typing import Any, Self


@functools.cache
def _members(words: Any) -> tuple[Any, ...]:
    """The members of an enumeration, made a tuple once."""
    return tuple(words)


class Word(enum.StrEnum):
    """A word of the library with the number it has there: members stand in the order of the numbers."""

    @classmethod
    def first(cls) -> int:
        """The number of the first member."""
        return 1

    @classmethod
    def of(cls, code: int) -> Self:
        """The word of a number of the C library."""
        words: tuple[Self, ...] = _members(cls)
        index = code - cls.first()
        if not 0 <= index < len(words):
            raise ValueError(f"{cls.__name__} has no number {code}")
        return words[index]

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise ValueError(f"{value!r} is no {cls.__name__}; there are {', '.join(_members(cls))}")

    @property
    def code(self) -> int:
        """Its number in the C library."""
        return _members(type(self)).index(self) + type(self).first()


class WordFromZero(Word):
    """Words of which the first says that there is none, or nothing out of the ordinary."""

    @classmethod
    def first(cls) -> int:
        return 0


class Lang(Word):
    """A language of labels, glosses and explanations."""

    EN = "en"
    FR = "fr"
    NL = "nl"
    #: The language that Law.translate() gave a law; English where it gave none.
    OTHER = "other"


class Force(WordFromZero):
    """How binding a law is; under a proposal, plan or policy a verdict reads conforms or departs."""

    UNSPECIFIED = "unspecified"
    LAW = "law"
    PROPOSAL = "proposal"
    PLAN = "plan"
    POLICY = "policy"


class Sort(Word):
    """The sorts of words a law declares."""

    ROLE = "role"
    ITEM = "item"
    STATE = "state"
    EVENT = "event"
    ARGUMENT = "argument"
    CHOICE = "choice"
    FACT = "fact"
    DEFINITION = "definition"
    LINK = "link"
    TERM = "term"
    QUESTION = "question"
    VALUE = "value"
    LENGTH = "length"
    SCOPE = "scope"
    REQUIREMENT = "requirement"
    SINCE = "since"


class Carries(WordFromZero):
    """What an argument carries."""

    NOTHING = "none"
    ITEM = "item"
    CHOICE = "choice"
    DAY = "day"
    PERIOD = "period"


class Treatment(WordFromZero):
    """How the library treats a provision: rows execute it, it is recorded, or it lies outside."""

    UNSPECIFIED = "unspecified"
    EXECUTED = "executed"
    RECORDED = "recorded"
    OUTSIDE = "outside"


class Wording(WordFromZero):
    """Whether a provision's wording counts on a day."""

    HELD = "held"
    NOT_HELD = "not_held"
    NOT_YET = "not_yet"
    ENDED = "ended"


class RowKind(Word):
    """The kinds of rows."""

    DEFINITION = "definition"
    MOVE = "move"
    GUARD = "guard"
    TERM = "term"
    ANSWER = "answer"
    REQUIREMENT = "requirement"
    EXCLUSION = "exclusion"
    WITHHOLDING = "withholding"
    FIGURE = "figure"


class Part(Word):
    """What an open question of the text, or a part of it, became."""

    READING = "reading"
    LENGTH = "length"
    FACT = "fact"
    FIXED = "fixed"


class Choice(WordFromZero):
    """What an alternative of a reading is by default."""

    DROPPED = "dropped"
    CHOSEN = "chosen"
    OPEN = "open"


class Truth(Word):
    """Yes, no or unknown. Only yes is true."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    def __bool__(self) -> bool:
        return self is Truth.YES


class Ruling(Word):
    """What a verdict says. Under a proposal, plan or policy the first two read conforms and departs: Verdict.word."""

    PERMITTED = "permitted"
    FORBIDDEN = "forbidden"
    UNDETERMINED = "undetermined"
    NOT_FORESEEN = "not_foreseen"
    NO_TEXT = "no_text"


class UnmetKind(Word):
    """What sort of condition is unmet."""

    FACT = "fact"
    STATE = "state"
    ROLE = "role"
    TERM = "term"
    WAIT = "wait"
    LINK = "link"
    READING = "reading"
    LENGTH = "length"
    WORDING = "wording"
    ACTOR = "actor"
    DAY = "day"
    CONCERNED = "concerned"


class Status(WordFromZero):
    """The status of a term."""

    NONE = "none"
    OPEN = "open"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    EXPIRED = "expired"
    EXCUSED = "excused"
    LAPSED = "lapsed"


class NoDue(WordFromZero):
    """Why a term has no last day."""

    KNOWN = "known"
    NO_PERIOD = "no_period"
    LENGTH_UNSET = "length_unset"
    NOT_STARTED = "not_started"
    NO_TEXT = "no_text"
    OUT_OF_RANGE = "out_of_range"
    NO_CALENDAR = "no_calendar"
    UNDETERMINED = "undetermined"


class FindingKind(Word):
    """What is wrong: something unlawful, something late, something not shown."""

    BREACH = "breach"
    LATE = "late"
    NOT_SHOWN = "not_shown"


class Outcome(Word):
    """What an answer came to."""

    ANSWERED = "answered"
    UNDETERMINED = "undetermined"
    NONE = "none"
    CONFLICT = "conflict"


class StepKind(Word):
    """A step of a timeline: a line of the journal, a last day, an event that the end of a term brought about."""

    EVENT = "event"
    DUE = "due"
    THEN = "then"


class Covering(Word):
    """What coverage counts."""

    PROVISIONS = "provisions"
    ROWS = "rows"
    CONDITIONS = "conditions"
    OUTCOMES = "outcomes"
    BOUNDARIES = "boundaries"
    VERSIONS = "versions"


class Gap(WordFromZero):
    """Why something is not covered."""

    NONE = "none"
    NEVER_EVALUATED = "never_evaluated"
    NEVER_NO = "never_no"
    NEVER_YES = "never_yes"
    NEVER_DECIDED = "never_decided"
    NEVER_TAKEN = "never_taken"
    NOT_IN_FORCE = "not_in_force"
    NO_WORDING = "no_wording"
    READING = "reading"
    SCOPE = "scope"
    NEVER_CAME = "never_came"
    NEVER_LOOKED = "never_looked"
    ROWS = "rows"


class Format(Word):
    """A format of rendering."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    ICS = "ics"
    DOT = "dot"
    HTML = "html"
    CSV = "csv"


class Unit(Word):
    """The unit of a period."""

    DAYS = "D"
    WEEKS = "W"
    MONTHS = "M"
    YEARS = "Y"


class Roll(WordFromZero):
    """Whether and where a last day moves that is no working day."""

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"


class Holiday(WordFromZero):
    """Why a day is no working day. A working day is false."""

    NONE = "none"
    NEW_YEAR = "new_year"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    ASCENSION = "ascension"
    WHIT_MONDAY = "whit_monday"
    NATIONAL_DAY = "national_day"
    ASSUMPTION = "assumption"
    ALL_SAINTS = "all_saints"
    ARMISTICE = "armistice"
    CHRISTMAS = "christmas"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOST = "host"

    def __bool__(self) -> bool:
        return self is not Holiday.NONE


class PlanTable(Word):
    """A table of a plan."""

    CATEGORIES = "categories"
    THEMES = "themes"
    MEASURES = "measures"
    ACTORS = "actors"
    CONTRIBUTIONS = "contributions"
    RESOLUTIONS = "resolutions"
    DEMANDS = "demands"
    ACTIONS = "actions"
    DUTIES = "duties"
    MEETINGS = "meetings"
    COLUMNS = "columns"
    PRINTED = "printed"
    FIGURES = "figures"


class PlanCounts(Word):
    """What of a plan is counted."""

    MEASURES = "measures"
    CONTRIBUTIONS = "contributions"
    ACTORS = "actors"
    LINKED = "linked"
    ACTED = "acted"


class PlanRule(WordFromZero):
    """How many measures a contribution counts for that names a theme and no measure."""

    NONE = "none"
    ONE = "one"
    ALL = "all"


class PlanVerdict(WordFromZero):
    """How a printed cell of a plan stands to what is counted."""

    NOT_PRINTED = "not_printed"
    NOT_COUNTED = "not_counted"
    EQUAL = "equal"
    BY_RULE = "by_rule"
    BELOW = "below"
    CONTRADICTS = "contradicts"


class Fault(Word):
    """What in a plan does not agree."""

    SUM = "sum"
    OF = "of"
    ANNOUNCED = "announced"
    CELL = "cell"
    COLUMN = "column"
    CLOSED = "closed"
    TEXT = "text"
    REPEATED = "repeated"
    NO_RESPONSE = "no_response"
    NO_NUMBER = "no_number"
    UNLISTED = "unlisted"
    NO_ACTION = "no_action"
    EARLY = "early"
    INTERVAL = "interval"
    NO_MEETING = "no_meeting"
    MEETINGS = "meetings"
    FIGURE = "figure"
    TOTAL = "total"


class HoldKind(Word):
    """Why a case of a register cannot be deleted."""

    DUTY = "duty"
    TERM = "term"
    RETENTION = "retention"
    EVENT = "event"


class MoveKind(Word):
    """What of a case moved."""

    VERDICT = "verdict"
    FINDING = "finding"
    TERM = "term"


class FlawKind(Word):
    """The kinds of flaws of a law."""

    IDLE_GUARD = "guard that never refuses"
    SHUT_GUARD = "guard that always refuses"
    SHUT_EVENT = "guards that never pass together"
    DEAD_ROW = "row without effect"
    NEVER_IN_FORCE = "row that is never in force"
    UNREACHED_STATE = "state that is never reached"
    TRAP = "state without a way out"
    WORDING_GAP = "gap between two wordings"
    ENDLESS_DUTY = "duty that nothing ends"
    CIRCLE_OF_ENDS = "ends in a circle without time"
    OPPOSITE_LINES = "lines that differ by a fact and its opposite"
    ANSWERS_CLASH = "two answers at once"
    UNCITED_ROW = "row that cites nothing"
    UNMOVED_EVENT = "event without a move"
    BROKEN_INVARIANT = "invariant that does not hold"
    UNTRIED_INVARIANT = "invariant that is never tried"
    STUCK_DUTY = "duty that cannot be met any more"
    STUCK_CASE = "case that cannot end any more"
