"""The value objects: frozen, comparable, picklable. What they say in words they say when asked, in three languages."""
from __future__ import annotations

import dataclasses
import enum
import keyword
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

from . import _ombud
from .errors import ArgumentError, StateError
from .words import (Carries, Choice, Covering, FindingKind, Gap, Holiday, Lang, NoDue, Outcome, Part, Roll, RowKind, Ruling, Sort, Status,
                    StepKind, Treatment, Truth, Unit, UnmetKind)

if TYPE_CHECKING:
    from .laws import Law

# The library's day 0, 1970-01-01, as date.toordinal() counts.
_EPOCH = 719163

Record = Mapping[str, Any]


def day_of(number: int) -> date:
    """The date of a day of the library."""
    return date.fromordinal(number + _EPOCH)


def maybe_day(number: int | None) -> date | None:
    """The date of a day of the library, if there is one."""
    return None if number is None else day_of(number)


def number_of(day: date) -> int:
    """The library's day of a date."""
    if not isinstance(day, date):
        raise TypeError(f"a datetime.date is wanted, not {day!r}")
    return day.toordinal() - _EPOCH


def text_of(made: bytes | None) -> str:
    """What the library wrote; nothing where a host's function had it."""
    return "" if made is None else str(made, "utf-8")


def text_of_file(path: str | os.PathLike[str]) -> str:
    """The text of a file; what is no UTF-8 in it is left for the library to name, with its place."""
    return Path(path).read_text(encoding="utf-8", errors="surrogateescape")


def bytes_of(text: str) -> str | bytes:
    """What the library reads: the bytes that the file had."""
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def counted(count: int, word: str) -> str:
    """One line, two lines."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def plain(value: Any) -> Any:
    """What JSON can hold of a value: dates as text, words as text, provisions as their id, value objects as dicts."""
    if isinstance(value, Provision):
        return value.full_id
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Value):
        return value.as_dict()
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value


class Value:
    """What all value objects can do."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def as_dict(self) -> dict[str, Any]:
        """A plain dict, ready for JSON."""
        return {one.name: plain(getattr(self, one.name)) for one in dataclasses.fields(self) if one.compare}


class Unique:
    """What is neither copied nor pickled: a thing of the library that changes, of which a copy would be another name."""

    __slots__ = ()
    #: What is done instead.
    _instead: ClassVar[str]

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"a {type(self).__name__} is neither copied nor pickled; {self._instead}")


class Text:
    """A text of the library, written when asked for. It pickles as its texts in all languages."""

    __slots__ = ("_write", "_kept")

    def __init__(self, write: Callable[[int], str] | None, kept: dict[Lang, str] | None = None) -> None:
        self._write = write
        self._kept = kept if kept is not None else {}

    def __call__(self, lang: Lang | str = Lang.EN) -> str:
        lang = Lang(lang)
        if lang not in self._kept:
            if self._write is None:
                raise StateError(f"the text was not kept in '{lang}'")
            self._kept[lang] = self._write(lang.code)
        return self._kept[lang]

    def __reduce__(self) -> tuple[Any, ...]:
        return Text, (None, {lang: self(lang) for lang in Lang})


class Explained(Value):
    """A value object that explains itself."""

    __slots__ = ()
    words: Text

    def explain(self, lang: Lang | str = Lang.EN) -> str:
        """In words, with the provision."""
        return self.words(lang)


def _resting(provision: Provision | None) -> str:
    """What a repr says of the provision."""
    return f" ({provision.citation})" if provision is not None else ""


@dataclass(frozen=True, slots=True, init=False)
class Period:
    """A period of one unit: P7D, P2W, P3M, P10Y. P0D is the same day.

    >>> Period("P3M")
    Period('P3M')
    >>> Period(7, "D") == Period("P7D")
    True
    """

    count: int
    unit: Unit

    def __init__(self, period: str | Period | int, unit: Unit | str | None = None) -> None:
        if isinstance(period, Period):
            count, named = period.count, period.unit
        elif isinstance(period, str):
            count, code = _ombud.period_parse(period)
            named = Unit.of(code)
        elif unit is None:
            raise TypeError("a period is a text such as 'P7D', or a number with its unit")
        else:
            count, named = period, Unit(unit)
            _ombud.period_format(count, named.code)  # refuses what is none
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "unit", named)

    def __str__(self) -> str:
        return _ombud.period_format(self.count, self.unit.code)

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"

    def __radd__(self, start: date) -> date:
        """The last day of the period that begins at an event on `start`."""
        return day_of(_ombud.day_add(number_of(start), self.count, self.unit.code))

    def __rsub__(self, end: date) -> date:
        """The day from which an event lies within the period before `end`."""
        return day_of(_ombud.day_subtract(number_of(end), self.count, self.unit.code))

    def __reduce__(self) -> tuple[Any, ...]:
        return Period, (str(self),)


@dataclass(frozen=True, slots=True)
class DueSteps(Value):
    """How a last day came about."""

    start: date
    period: Period
    unrolled: date
    due: date
    month_end: bool
    roll: Roll
    rolled_days: int
    because: Holiday

    @classmethod
    def of(cls, record: Record) -> Self:
        """From what the library gave."""
        return cls(day_of(record["start"]), Period(record["count"], Unit.of(record["unit"])), day_of(record["unrolled"]),
                   day_of(record["due"]), record["month_end"], Roll.of(record["roll"]), record["rolled_days"], Holiday.of(record["because"]))


# ---- what a law declares ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Provision(Value):
    """The unit of a law that is cited. As a text it is its printed citation."""

    law: str
    id: str
    citation: str
    gloss: str
    modality: str
    treatment: Treatment
    why: str
    since: date | None
    held: date | None
    until: date | None
    anchor: str = field(repr=False)
    line: int = field(repr=False)

    def __str__(self) -> str:
        return self.citation

    @property
    def full_id(self) -> str:
        """With the name of the law: bxl2019:15.4.a4.1."""
        return f"{self.law}:{self.id}"

    @classmethod
    def of(cls, law: str, record: Record) -> Self:
        """From what the library gave."""
        return cls(law, record["id"], record["citation"], record["gloss"], record["modality"], Treatment.of(record["treatment"]),
                   record["why"], maybe_day(record["from"]), maybe_day(record["held"]), maybe_day(record["until"]), record["anchor"],
                   record["line"])

    def __repr__(self) -> str:
        return f"<Provision {self.full_id} {self.citation}>"


@dataclass(frozen=True, slots=True)
class WordOfLaw(Value):
    """One word of a law: a role, an event, a fact … As a text it is its stable name."""

    sort: Sort
    name: str
    label: str
    question: str = ""
    owner: str = ""
    roles: tuple[str, ...] = ()
    silence: Truth = Truth.UNKNOWN
    duty: bool = False
    carries: Carries = Carries.NOTHING
    leads_to: str = ""
    #: The names it had before, the first first: they are understood wherever a name is given.
    former: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, law: Law | None, record: Record, former: str = "") -> Self:
        """From what the library gave; without a law no roles are told."""
        return cls(Sort.of(record["kind"]), record["name"], record["label"], record["question"], record["owner"],
                   law.role_names(record["roles"]) if law is not None else (), Truth.NO if record["silence_no"] else Truth.UNKNOWN,
                   record["duty"], Carries.of(record["argument"]),
                   law.items[record["leads_to"] - 1].name if law is not None and record["leads_to"] else "",
                   tuple(former.split(",")) if former else ())

    def __repr__(self) -> str:
        return f"<{self.sort} {self.name}: {self.label}>"


@dataclass(frozen=True, slots=True)
class Row(Value):
    """One row of a law, as printed."""

    kind: RowKind
    provision: Provision | None
    text: str
    reading: str
    line: int

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Row {' '.join(self.text.split())}>"


@dataclass(frozen=True, slots=True)
class Alternative(Value):
    """One alternative of a reading."""

    name: str
    label: str
    default: Choice

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Reading(Value):
    """One open question of the text, and what it became."""

    name: str
    question: str
    part: Part
    detail: str
    alternatives: tuple[Alternative, ...]

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Reading {self.name} {self.question}>"


# ---- what a case says --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """A line for the journal, ready to be recorded, proposed or asked about."""

    on: date
    line: str
    by: int = 0
    entered: date | None = None

    def raw(self) -> tuple[int, int, int, int, str]:
        """As the extension takes it."""
        entered = number_of(self.entered) if self.entered is not None else 0
        return number_of(self.on), int(self.entered is not None), entered, self.by, self.line


@dataclass(frozen=True, slots=True)
class Entry(Value):
    """A line of the journal; `text` is its canonical form."""

    position: int
    on: date
    entered: date
    by: str | None
    voided: bool
    text: str
    #: The one role in which they acted, where the line says it (``as=``).
    role: str | None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Item(Value):
    """A thing in a case: a person, a report …"""

    name: str
    kind: str
    number: int
    roles: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Unmet(Value):
    """One condition that is not met."""

    kind: UnmetKind
    name: str
    item: str | None
    wanted: Truth | None
    now: Truth | None
    who: tuple[str, ...]
    by_event: str
    until: date | None
    provision: Provision | None
    #: Terms: the status that it must have or, as `wanted` says, must not.
    status: Status | None
    #: Links: whether one must lead to the item, not from it.
    backward: bool

    def __str__(self) -> str:
        said = self.name or self.kind.value
        by = "by"
        if self.kind is UnmetKind.WAIT and self.until is not None:
            said = f"wait until {self.until}"
        elif self.kind is UnmetKind.TERM:
            said = f"{said} {'not ' if self.wanted is Truth.NO else ''}{self.status}"
        elif self.wanted is Truth.NO and self.kind in (UnmetKind.ROLE, UnmetKind.ACTOR):
            by = "not by"
        elif self.wanted is Truth.NO:
            said = f"not {said}"
        return said + (f", {by} {' or '.join(self.who)}" if self.who else "")

    def __repr__(self) -> str:
        return f"<Unmet {self.kind} {self}>"


@dataclass(frozen=True, slots=True)
class Stated(Value):
    """A fact, or what an argument came to, that was stated and on which a decision rests."""

    name: str
    item: str
    truth: Truth
    #: Line of the journal that stated it last, from 1; None if it was supposed with the event asked about.
    position: int | None
    on: date

    def __str__(self) -> str:
        said = f"{self.name} {self.item}: {self.truth}"
        return f"{said}, supposed" if self.position is None else f"{said}, line {self.position} of {self.on}"

    def __repr__(self) -> str:
        return f"<Stated {self}>"


@dataclass(frozen=True, slots=True)
class Verdict(Explained):
    """May an event happen? True if it may; as a text, the ruling in the words of the law's force."""

    ruling: Ruling
    word: str
    because: Provision | None
    row: Row | None
    #: The sets of unmet conditions, cheapest first: any one set, met as a whole, would let the event pass.
    sets: tuple[tuple[Unmet, ...], ...]
    words: Text = field(repr=False, compare=False)
    _handle: Any = field(repr=False, compare=False, default=None)
    #: The stated facts it rests on, in the order in which the law's rows read them.
    stated: tuple[Stated, ...] = ()

    def __bool__(self) -> bool:
        return self.ruling is Ruling.PERMITTED

    def __str__(self) -> str:
        return self.word

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """The cheapest set; empty if nothing is missing."""
        return self.sets[0] if self.sets else ()

    def __reduce__(self) -> tuple[Any, ...]:
        return Verdict, (self.ruling, self.word, self.because, self.row, self.sets, self.words, None, self.stated)

    def __repr__(self) -> str:
        return f"<Verdict {self.word}{_resting(self.because)}{': ' + ', '.join(map(str, self.unmet)) if self.unmet else ''}>"


@dataclass(frozen=True, slots=True)
class Answer(Explained):
    """What a question of the law came to; as a text its value, or the outcome."""

    question: str
    item: str
    outcome: Outcome
    value: str
    because: Provision | None
    #: What would decide an undetermined answer, as of a verdict.
    sets: tuple[tuple[Unmet, ...], ...]
    words: Text = field(repr=False, compare=False)
    #: The stated facts that made the row that decided so.
    stated: tuple[Stated, ...] = ()

    def __str__(self) -> str:
        return self.value or self.outcome.value

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """The cheapest set; empty if nothing is missing."""
        return self.sets[0] if self.sets else ()

    def __repr__(self) -> str:
        return f"<Answer {self.question} {self.item}: {self}{_resting(self.because)}>"


@dataclass(frozen=True, slots=True)
class Term(Explained):
    """What runs from an event for a period. With a bearer it is a Duty."""

    name: str
    item: str
    status: Status
    due: date | None
    provision: Provision | None
    label: str
    opened: date
    closed: date | None
    extended: bool
    bearer: tuple[str, ...]
    addressee: tuple[str, ...]
    #: Open: days until the last day, or without one since the opening; overdue, expired, met late: days past it.
    days: int
    no_due: NoDue
    length: str
    steps: DueSteps | None
    reading: str
    yearly: bool
    row: Row | None = field(repr=False)
    words: Text = field(repr=False, compare=False)

    @property
    def is_duty(self) -> bool:
        """Whether somebody bears it."""
        return isinstance(self, Duty)

    def __repr__(self) -> str:
        due = f", due {self.due}" if self.due is not None else f", {self.no_due}"
        return f"<{type(self).__name__} {self.name} {self.item}: {self.status}{due}{_resting(self.provision)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Duty(Term):
    """A term with a bearer: what somebody has to do."""


@dataclass(frozen=True, slots=True)
class Finding(Explained):
    """A breach, something late, or something not shown."""

    kind: FindingKind
    name: str
    item: str
    since: date
    until: date | None
    provision: Provision | None
    answerable: tuple[str, ...]
    by: str | None
    #: Line of the journal it arose from, from 1; 0 if time alone brought it.
    position: int
    #: Of what Case.cured() lists: the line with which it went, and the day on which that was entered; else 0 and None.
    cured_by: int
    cured_on: date | None
    row: Row | None = field(repr=False)
    words: Text = field(repr=False, compare=False)

    def __repr__(self) -> str:
        until = f" until {self.until}" if self.until is not None else ""
        return f"<Finding {self.kind} {self.name} {self.item} since {self.since}{until}{_resting(self.provision)}>"


@dataclass(frozen=True, slots=True)
class Action(Value):
    """An act that is open to somebody: what comes next."""

    event: str
    item: str | None
    roles: tuple[str, ...]
    ruling: Ruling
    #: Whether it meets an open duty, and that duty's last day.
    due: bool
    due_day: date | None
    provision: Provision | None

    def __repr__(self) -> str:
        due = f", due {self.due_day}" if self.due_day is not None else ""
        by = f" by {' or '.join(self.roles)}" if self.roles else ""
        return f"<Action {self.event} {self.item or ''}{by}: {self.ruling}{due}{_resting(self.provision)}>"


@dataclass(frozen=True, slots=True)
class Step(Explained):
    """A step of a timeline."""

    kind: StepKind
    on: date
    entered: date
    position: int
    name: str
    item: str | None
    by: str | None
    ruling: Ruling | None
    provision: Provision | None
    state: str
    #: A last day: index among Case.terms() of the same question.
    term: int | None
    #: The one role in which `by` acted, where the line says it (``as=``).
    role: str | None
    words: Text = field(repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Step {self.on} {self.name} {self.item or ''}{': ' + self.ruling if self.ruling else ''}>"


@dataclass(frozen=True, slots=True)
class StateChange(Value):
    """An item whose state changed."""

    item: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes(Value):
    """What an event changed."""

    ruling: Ruling | None
    states: tuple[StateChange, ...]
    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Receipt(Value):
    """What an answer rests on: to be stored with it."""

    library_version: int
    law: str
    source: str
    law_digest: str
    settings_digest: str
    as_of: date
    known_by: date | None
    verified: bool
    events: int

    @classmethod
    def of(cls, record: Record) -> Self:
        """From what the library gave."""
        return cls(record["library_version"], record["law"], record["source"], f"{record['law_digest']:016x}",
                   f"{record['settings_digest']:016x}", day_of(record["as_of"]), maybe_day(record["known_by"]), record["verified"],
                   record["events"])


# ---- what scenarios say ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expectation(Value):
    """One expectation of a scenario, judged. True if it was met."""

    met: bool
    line: int
    text: str
    got: str
    #: The line that would hold; empty if it was met.
    would_hold: str
    because: Provision | None

    def __bool__(self) -> bool:
        return self.met


@dataclass(frozen=True, slots=True)
class Covered(Value):
    """Something that coverage counts."""

    what: Covering
    covered: bool
    gap: Gap
    name: str
    provision: Provision | None
    row: Row | None
    reading: str
    line: int

    @property
    def why(self) -> str:
        """The gap in a few words."""
        return _ombud.gap_name(self.gap.code)


def token(value: Any) -> str:
    """A value as a line of a journal says it."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    said = str(value)
    if not said or any(letter.isspace() or letter in "#=" for letter in said):
        raise ArgumentError(f"{said!r} cannot stand on a line of a journal", "write a name, a choice, a date or a period, without blanks")
    return said


def line_of(words: Sequence[str], values: Mapping[str, Any]) -> str:
    """A line of a journal from its words and from what it carries; a name that Python keeps for itself is written with `_`: `as_`."""
    plain = ((name[:-1] if keyword.iskeyword(name[:-1]) and name.endswith("_") else name, value) for name, value in values.items())
    return " ".join([*map(token, words), *(f"{token(name)}={token(value)}" for name, value in plain)])
