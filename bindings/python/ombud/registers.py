"""Registers: many cases under one law. What is due, what may be deleted, the figures of a period (docs/register.md).

>>> reg = Register("bxl2019", present=date(2026, 2, 10))
>>> reg.load('''17\\tperson p1 reporter
... 17\\tperson p2 contact_point
... 17\\t2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written
... ''')
3
>>> [(entry.number, entry.name, entry.due, entry.days) for entry in reg.overdue()]
[(17, 'acknowledge', datetime.date(2026, 2, 9), -1)]
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import _ombud
from .cases import Audience, Case, Chain, Person, Sink, event, person_number
from .errors import ArgumentError, NotFoundError, OmbudError, RefusedError
from .laws import Law, Settings, law_of
from .values import (
    Changes, Duty, Event, Finding, Item, Provision, Record, Row, Unique, Value, counted, day_of, maybe_day, number_of, text_of,
)
from .words import FindingKind, Format, HoldKind, Lang, MoveKind, Ruling, Status


@dataclass(frozen=True, slots=True)
class DueEntry(Value):
    """A duty, or a period of keeping, in a list of a register."""

    number: int
    name: str
    item: str
    duty: bool
    status: Status
    due: date | None
    #: From the present to the last day; below 0 past it; 0 without one.
    days: int
    bearer: tuple[str, ...]
    addressee: tuple[str, ...]
    provision: Provision | None
    row: Row | None


@dataclass(frozen=True, slots=True)
class Hold(Value):
    """One reason why a case cannot be deleted."""

    kind: HoldKind
    #: The term or the event.
    name: str
    item: str | None
    due: date | None
    #: Of an event: how it is judged.
    ruling: Ruling | None
    provision: Provision | None


@dataclass(frozen=True, slots=True)
class Tombstone(Value):
    """What is left of a deleted case; `digest` is empty if none was made."""

    number: int
    on: date
    digest: bytes


@dataclass(frozen=True, slots=True)
class Count(Value):
    """A count; None if it is withheld."""

    count: int | None
    withheld: bool
    total: bool


@dataclass(frozen=True, slots=True)
class AxisValue(Value):
    """A value by which a table is told apart: its stable name and its label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure(Value):
    """One table. With no axis it is one count, with one a column, with two rows; totals come last."""

    name: str
    label: str
    item: str
    provision: Provision | None
    row: Row | None
    #: What it is told apart by, and the values of each.
    by: tuple[str, ...]
    values: tuple[tuple[AxisValue, ...], ...]
    cells: tuple[tuple[Count, ...], ...]
    #: The denominator of a table told apart by a term.
    base: Count | None
    #: Of which it is not known whether the row counts them.
    unknown: Count

    @property
    def total(self) -> Count:
        """The count of all."""
        return self.cells[-1][-1]


class Figures(Unique, Sequence[Figure]):
    """The tables of a period: a sequence, and what they are written out as."""

    _instead = "keep its tables: tuple(figures)"

    def __init__(self, handle: Any, law: Law, lang: Lang) -> None:
        self._handle = handle
        self.lang = lang
        self._tables = tuple(self._figure(law, *table) for table in _ombud.figures_get(handle, lang.code))

    @staticmethod
    def _figure(law: Law, record: Record, axes: list[Any], cells: list[list[Any]], base: Any, unknown: Any) -> Figure:
        return Figure(record["name"], record["label"], record["item"], law._provision_at(record["provision"]), law._row_at(record["row"]),
                      tuple(by for by, _ in axes), tuple(tuple(AxisValue(*value) for value in values) for _, values in axes),
                      tuple(tuple(Count(*cell) for cell in row) for row in cells), Count(*base) if base is not None else None,
                      Count(*unknown))

    def __len__(self) -> int:
        return len(self._tables)

    def __getitem__(self, index: Any) -> Any:
        return self._tables[index]

    def __repr__(self) -> str:
        return f"<Figures: {', '.join(one.name for one in self)}>"

    def render(self, format: Format | str = Format.TEXT, *, lang: Lang | str | None = None, colour: bool = False, name: str = "",
               to: Sink | None = None) -> str:
        """The tables written out: text, json or csv."""
        how = (Format(format).code, (self.lang if lang is None else Lang(lang)).code, int(colour), name, "", b"", None, 0, 0)
        return text_of(_ombud.render_figures(self._handle, how, to))


class Stream(Unique):
    """Reads a journal into a register, cut wherever it suits. A line that cannot be recorded stops it; those above stay recorded."""

    _instead = "make another of the register"

    def __init__(self, register: Register) -> None:
        self._handle = _ombud.stream_new(register._handle)

    def feed(self, piece: bytes | str) -> None:
        """The next bytes."""
        _ombud.stream_feed(self._handle, piece.encode() if isinstance(piece, str) else piece)

    def end(self) -> None:
        """Says that the journal is at its end."""
        _ombud.stream_end(self._handle)

    @property
    def lines(self) -> int:
        """How many lines were taken, blank ones and comments too."""
        return _ombud.stream_lines(self._handle)


class Register(Unique):
    """Cases by the host's number, under one law. It never reads a clock: its present is the day that the host sets.

    Each call changes it as a whole or not at all. A register belongs to one thread at a time.
    """

    _instead = "load its journal into another register"

    def __init__(self, law_: Law | str, settings: Settings | str | None = None, *, present: date) -> None:
        #: The law of its cases, and the host's choices.
        self.law: Law = law_of(law_)
        self.settings: Settings | None = Settings(self.law, settings) if isinstance(settings, str) else settings
        self._handle = _ombud.register_new(self.law._handle, self.settings._handle if self.settings is not None else None,
                                            number_of(present))

    def __repr__(self) -> str:
        return f"<Register of {counted(len(self), 'case')} under {self.law.name} on {self.present}>"

    def under(self, settings: Settings | str | None) -> Register:
        """Its cases and tombstones in a new register under other settings. Other threads run meanwhile."""
        made = Register.__new__(Register)
        made.law = self.law
        made.settings = Settings(self.law, settings) if isinstance(settings, str) else settings
        made._handle = _ombud.register_under(self._handle, self.law._handle, made.settings._handle if made.settings is not None else None)
        return made

    # ---- the cases -----------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return _ombud.register_count(self._handle)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[int]:
        number = _ombud.register_next_number(self._handle, 0)
        while number is not None:
            yield number
            number = _ombud.register_next_number(self._handle, number)

    def __contains__(self, number: int) -> bool:
        return _ombud.register_next_number(self._handle, number - 1) == number if number > 0 else False

    def __getitem__(self, number: int) -> Case:
        """A copy of the case with that number: to be asked as of any day, and to try things on."""
        handle = _ombud.register_case(self._handle, number)
        if handle is None:
            raise NotFoundError(f"the register has no case {number}")
        return Case._of(handle, self.law, self.settings)

    # ---- recording -----------------------------------------------------------------------------------------------------

    def open(self, number: int) -> None:
        """Makes an empty case."""
        _ombud.register_open(self._handle, number)

    def add(self, case: Case) -> None:
        """Puts in a copy of a case under its number, folded under the settings of the register."""
        _ombud.register_add(self._handle, case._handle)

    def person(self, number: int, person: Person, *roles: str) -> str:
        """Declares a person of a case and roles they hold."""
        holder = person_number(person)
        _ombud.register_person(self._handle, number, holder, ",".join(roles))
        return f"p{holder}"

    def item(self, number: int, name: str) -> str:
        """Declares another item of a case that no event creates."""
        _ombud.register_item(self._handle, number, name)
        return name

    def apply(self, number: int, what: str | Event, *words: str | Item, on: date | None = None, by: Person | None = None,
              entered: date | None = None, facts: Mapping[str, Any] | None = None, **arguments: Any) -> Changes:
        """Records an event that happened in a case, as Case.apply()."""
        if not isinstance(what, Event):
            if on is None:
                raise TypeError("an event needs the day it happened: on=date(…)")
            what = event(what, *words, on=on, by=by, entered=entered, facts=facts, **arguments)
        return Case._of(None, self.law, self.settings)._changes(_ombud.register_apply(self._handle, number, what.raw()))

    def line(self, number: int, line: str) -> None:
        """Records a line of the case language: `person p1 reporter`, `item o1`, or a dated line. The first of a number makes its case."""
        _ombud.register_line(self._handle, number, line)

    def load(self, pieces: str | bytes | Iterable[bytes | str]) -> int:
        """Loads a journal, such as an open file: lines of a number, a tab, and a line of the case language. Says how many lines.

        A line at fault stops it; the lines above stay recorded, and the error is noted with how many were taken.
        """
        stream = Stream(self)
        try:
            for piece in [pieces] if isinstance(pieces, (str, bytes)) else pieces:
                stream.feed(piece)
            stream.end()
        except OmbudError as error:
            error.add_note(f"{stream.lines} lines were taken")
            raise
        return stream.lines

    # ---- time ----------------------------------------------------------------------------------------------------------

    @property
    def present(self) -> date:
        """The day it stands on."""
        return day_of(_ombud.register_present(self._handle))

    def advance(self, day: date) -> None:
        """Sets the present; it does not go back. Other threads run meanwhile."""
        _ombud.register_advance(self._handle, number_of(day))

    def next_change(self) -> date | None:
        """The next day after the present on which time alone changes an answer about some case."""
        return maybe_day(_ombud.register_next_change(self._handle))

    # ---- what is due ---------------------------------------------------------------------------------------------------

    def due(self, first: date, last: date) -> tuple[DueEntry, ...]:
        """The duties open or overdue on the present whose last day lies between two days, both included."""
        return self._entries(_ombud.register_due(self._handle, number_of(first), number_of(last)))

    def overdue(self, on: date | None = None) -> tuple[DueEntry, ...]:
        """The duties not met whose last day lies before a day, by default the present."""
        return self._entries(_ombud.register_overdue(self._handle, number_of(on if on is not None else self.present)))

    def undated(self) -> tuple[DueEntry, ...]:
        """The duties that are open and have no last day."""
        return self._entries(_ombud.register_undated(self._handle))

    def elapsed(self, on: date | None = None) -> tuple[DueEntry, ...]:
        """The periods of keeping whose last day lies before a day, by default the present."""
        return self._entries(_ombud.register_elapsed(self._handle, number_of(on if on is not None else self.present)))

    def _entries(self, records: list[dict[str, Any]]) -> tuple[DueEntry, ...]:
        names, law = self.law.role_names, self.law
        return tuple(DueEntry(one["number"], one["name"], one["item"], one["duty"], Status.of(one["status"]), maybe_day(one["due"]),
                              one["days"], names(one["bearer"]), names(one["addressee"]), law._provision_at(one["provision"]),
                              law._row_at(one["row"])) for one in records)

    # ---- deleting ------------------------------------------------------------------------------------------------------

    def holds(self, number: int) -> tuple[Hold, ...]:
        """What holds a case on the present; nothing if it may be deleted."""
        return tuple(Hold(HoldKind.of(one["kind"]), one["name"], one["item"], maybe_day(one["due"]),
                          Ruling.of(one["ruling"]) if one["kind"] == HoldKind.EVENT.code else None,
                          self.law._provision_at(one["provision"])) for one in _ombud.register_holds(self._handle, number))

    def delete(self, number: int, chain: Chain | None = None) -> Tombstone:
        """Deletes a case that nothing holds; with a chain, its head stays in the tombstone. RefusedError while something holds it."""
        try:
            _ombud.register_delete(self._handle, number, chain.digest if chain is not None else None)
        except RefusedError as refused:
            refused.provision = next((hold.provision for hold in self.holds(number) if hold.provision), None)
            raise
        left = self.tombstone(number)
        assert left is not None
        return left

    def tombstone(self, number: int) -> Tombstone | None:
        """What is left of a deleted case; None if no case of that number was deleted."""
        left = _ombud.register_tombstone(self._handle, number)
        return None if left is None else Tombstone(number, day_of(left[0]), left[1])

    # ---- figures -------------------------------------------------------------------------------------------------------

    def figures(self, first: date, last: date, *, threshold: int = 5, lang: Lang | str = Lang.EN) -> Figures:
        """The tables of the law's figure rows for a period. Counts below the threshold (3 to 1000) are withheld, and others from which
        they could be computed; 0 withholds nothing, for whoever may see the cases. Other threads run meanwhile."""
        handle = _ombud.register_figures(self._handle, number_of(first), number_of(last), threshold)
        return Figures(handle, self.law, Lang(lang))


# ---- several cases ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Together(Value):
    """What several cases say together; each duty and finding stands with the index of its case."""

    duties: tuple[tuple[int, Duty], ...]
    findings: tuple[tuple[int, Finding], ...]
    next_change: date | None


def together(cases: Iterable[Case], *, as_of: date, known_by: date | None = None, audience: Audience | None = None) -> Together:
    """One matter that is a case under each of several laws: duties by last day, findings by first day, the next change."""
    cases = tuple(cases)
    ways = {one._asof(as_of, known_by, audience) for one in cases}
    if len(ways) != 1:
        raise ArgumentError("the cases do not share such an audience" if ways else "there are no cases",
                            "name a person, or ask each law for its own roles" if ways else "give one or more")
    (asof,) = ways
    duties, findings, change = _ombud.together_ask(tuple(one._handle for one in cases), asof)
    terms = [_ombud.case_terms(one._handle, asof) for one in cases]
    found = [_ombud.case_findings(one._handle, asof) for one in cases]
    listed, noted = [_ombud.terms_get(one) for one in terms], [_ombud.findings_get(one) for one in found]
    said = [(of, cases[of]._term(terms[of], listed[of].index(record), record)) for of, record in duties]
    return Together(tuple((of, term) for of, term in said if isinstance(term, Duty)),
                    tuple((of, cases[of]._finding(found[of], noted[of].index(record), record)) for of, record in findings),
                    maybe_day(change))


@dataclass(frozen=True, slots=True)
class Moved(Value):
    """One side of what moved."""

    #: Of a verdict a Ruling, of a finding a FindingKind, of a term a Status.
    word: Ruling | FindingKind | Status
    #: Of a finding the first day, of a term the opening, of a verdict the day judged.
    first: date | None
    #: Of a finding the day it ended, of a term the last day.
    last: date | None
    provision: Provision | None


@dataclass(frozen=True, slots=True)
class Move(Value):
    """One thing that moved between two cases; a side that is None is not there."""

    kind: MoveKind
    name: str
    item: str | None
    #: Of a verdict the line of the journal, from 1; else 0.
    position: int
    before: Moved | None
    after: Moved | None


_WORDS: dict[MoveKind, Any] = {MoveKind.VERDICT: Ruling, MoveKind.FINDING: FindingKind, MoveKind.TERM: Status}


def moves(before: Case, after: Case, *, as_of: date | None = None, known_by: date | None = None,
          audience: Audience | None = None) -> tuple[Move, ...]:
    """What another wording, setting or reading changes: two cases with one journal, held against each other.

    >>> reg = Register("bxl2019", present=date(2026, 2, 10))
    >>> reg.line(1, "person p2 contact_point")
    >>> reg.line(1, "2026-02-02 report.received r1 by=p2 channel=external form=written")
    >>> [(move.name, move.before.last, move.after.last) for move in moves(reg[1], reg.under("length follow_up P14D")[1])]
    [('follow_up', None, datetime.date(2026, 2, 16))]
    """
    def side(of: Case, kind: MoveKind, record: Record | None) -> Moved | None:
        return None if record is None else Moved(_WORDS[kind].of(record["word"]), maybe_day(record["first"]), maybe_day(record["last"]),
                                                 of.law._provision_at(record["provision"]))
    made = []
    for record, first, second in _ombud.moves_between(before._handle, after._handle, before._asof(as_of, known_by, audience)):
        kind = MoveKind.of(record["kind"])
        made.append(Move(kind, record["name"], record["item"], record["position"], side(before, kind, first), side(after, kind, second)))
    return tuple(made)
