"""Cases: a journal of events under a law, and the questions to it."""
from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from . import _ombud
from .errors import ArgumentError, DifferentError, OmbudError, RefusedError, StateError
from .laws import Law, Settings, law_of
from .values import (Action, Answer, Changes, DueSteps, Duty, Entry, Event, Finding, Item, Receipt, Record, StateChange, Step,
                     Stated, Term, Text, Unmet, Verdict, counted, day_of, line_of, maybe_day, number_of, text_of)
from .words import FindingKind, Format, Lang, NoDue, Outcome, Ruling, Status, StepKind, Truth, UnmetKind

#: A person: p1, or the host's number 1.
Person: TypeAlias = "str | int | Item"
#: Who will see an answer: a role, or roles and persons: "contact_point", ("contact_point", "p2").
Audience: TypeAlias = "str | Iterable[str]"
#: Receives rendered bytes piece by piece. What it raises goes on unharmed.
Sink: TypeAlias = Callable[[bytes], object]


@dataclass(frozen=True)
class Chain:
    """A host's cryptography for the chain of a journal (docs/chain.md).

    `digest(previous, line)` gives the digest or signature of a line, 1 to 64 bytes; `match(previous, line, stored)` says whether a
    stored one belongs there, for signatures that differ each time. What they raise goes on unharmed.
    """

    digest: Callable[[bytes, bytes], bytes]
    match: Callable[[bytes, bytes, bytes], bool] | None = None

    @classmethod
    def hmac(cls, key: bytes, name: str = "sha256") -> Chain:
        """HMAC over the digest before, which always has one length or none, and the line."""
        def digest(previous: bytes, line: bytes) -> bytes:
            return hmac.new(key, bytes([len(previous)]) + previous + line, name).digest()
        if hashlib.new(name).digest_size > 64:
            raise ArgumentError(f"digests of '{name}' are too long", "take one of at most 64 bytes")
        return cls(digest)


class Timeline(tuple[Step, ...]):
    """The steps of a case in the order of days; notebooks show it as a picture."""

    picture: str = ""

    def _repr_svg_(self) -> str:
        return self.picture


def person_number(person: Person | None) -> int:
    """The host's number of a person; 0 for nobody."""
    if person is None:
        return 0
    if isinstance(person, Item):
        return person.number
    if isinstance(person, int):
        return person
    if not (person[:1] == "p" and person[1:].isascii() and person[1:].isdigit()):
        raise ArgumentError(f"{person!r} is no person", "write p and the host's number: p1")
    return int(person[1:])


def event(name: str, *words: str | Item, on: date, by: Person | None = None, entered: date | None = None,
          facts: Mapping[str, Any] | None = None, **arguments: Any) -> Event:
    """A line for a journal: an event with its item, arguments and facts; or `fact`, `link`, `void` with what follows them in a file.

    >>> event("report.received", "r1", on=date(2026, 2, 2), by="p2", reporter="p1", facts={"minor": False}).line
    'report.received r1 reporter=p1 minor=no'

    The role in which somebody acts who has several is `as` in the case language, and `as_` here:

    >>> event("report.acknowledged", "r1", on=date(2026, 2, 5), by="p2", as_="contact_point").line
    'report.acknowledged r1 as=contact_point'
    """
    line = line_of([name, *map(str, words)], {**arguments, **(facts or {})})
    return Event(on, line, person_number(by), entered)


class Case:
    """A matter under a law: a journal of events, and all that follows from it as of a day.

    Every question takes `as_of` (the day asked about; by default the last day of the journal), `known_by` (leave out what was
    entered later) and `audience` (who will see the answer: what they may not know is absent). A case belongs to one thread at a time.
    """

    def __init__(self, law_: Law | str, settings: Settings | str | None = None, *, number: int | None = None) -> None:
        #: The law it lies under, and the host's choices.
        self.law: Law = law_of(law_)
        self.settings: Settings | None = Settings(self.law, settings) if isinstance(settings, str) else settings
        self._handle = _ombud.case_new(self.law._handle, self.settings._handle if self.settings is not None else None)
        if number is not None:
            self.number = number

    @classmethod
    def _of(cls, handle: Any, law_: Law, settings: Settings | None) -> Case:
        made = Case.__new__(cls)
        made._handle, made.law, made.settings = handle, law_, settings
        return made

    @classmethod
    def read(cls, text: str, laws: Sequence[Law] = ()) -> Case:
        """The case of a `.case` text with a single scenario; its expectations are passed over."""
        from .scenarios import Scenario
        runs = Scenario(text, laws)
        if len(runs) != 1:
            raise ArgumentError(f"the text has {len(runs)} scenarios", "read it with Scenario")
        return runs[0].case()

    def __repr__(self) -> str:
        number = f" {self.number}" if self.number else ""
        return f"<Case{number} under {self.law.name}: {counted(len(self), 'line')}, {', '.join(item.name for item in self.items) or 'no items'}>"

    # ---- the journal ---------------------------------------------------------------------------------------------------

    @property
    def number(self) -> int | None:
        """The host's number of the case."""
        return _ombud.case_number(self._handle) or None

    @number.setter
    def number(self, number: int) -> None:
        _ombud.case_set_number(self._handle, number)

    def person(self, person: Person, *roles: str) -> str:
        """Declares a person and roles they hold; said again, it adds roles. Returns its name in the case."""
        number = person_number(person)
        _ombud.case_person(self._handle, number, ",".join(roles))
        return f"p{number}"

    def item(self, name: str) -> str:
        """Declares another item that no event creates, such as o1."""
        _ombud.case_item(self._handle, name)
        return name

    def apply(self, what: str | Event, *words: str | Item, on: date | None = None, by: Person | None = None, entered: date | None = None,
              facts: Mapping[str, Any] | None = None, **arguments: Any) -> Changes:
        """Records an event that happened, lawful or not, and says what it changed. What was not permitted leaves a finding."""
        return self._changes(_ombud.case_apply(self._handle, self._event(what, words, on, by, entered, facts, arguments).raw()))

    def propose(self, what: str | Event, *words: str | Item, on: date | None = None, by: Person | None = None, entered: date | None = None,
                facts: Mapping[str, Any] | None = None, **arguments: Any) -> Changes:
        """As apply(), but only if the event is permitted; else RefusedError, whose `verdict` says why."""
        made = self._event(what, words, on, by, entered, facts, arguments)
        try:
            return self._changes(_ombud.case_propose(self._handle, made.raw()))
        except RefusedError as refused:
            refused.verdict = self.may(made)
            refused.provision = refused.verdict.because
            raise

    def apply_all(self, events: Iterable[Event]) -> None:
        """Records several events, all or none, and folds once. Other threads run meanwhile. The error of an event at fault is noted
        with its index."""
        wrong: list[int] = []
        try:
            _ombud.case_apply_batch(self._handle, tuple(one.raw() for one in events), wrong)
        except OmbudError as error:
            if wrong:
                error.add_note(f"at index {wrong[0]} of the events")
            raise

    def _event(self, what: str | Event, words: Sequence[str | Item], on: date | None, by: Person | None, entered: date | None,
               facts: Mapping[str, Any] | None, arguments: Mapping[str, Any]) -> Event:
        if isinstance(what, Event):
            return what
        if on is None:
            raise TypeError("an event needs the day it happened: on=date(…)")
        return event(what, *words, on=on, by=by, entered=entered, facts=facts, **arguments)

    def last_day(self) -> date | None:
        """The last day on which the journal has an event."""
        return maybe_day(_ombud.case_last_day(self._handle))

    def __len__(self) -> int:
        return _ombud.case_journal_count(self._handle)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.journal)

    @property
    def journal(self) -> tuple[Entry, ...]:
        """The lines of the journal, in the order in which they were recorded."""
        return tuple(self.entry(position) for position in range(1, len(self) + 1))

    def entry(self, position: int) -> Entry:
        """A line of the journal by its position, from 1."""
        record = _ombud.case_entry(self._handle, position)
        return Entry(position, day_of(record["on"]), day_of(record["entered"]), _person(record["by"]), record["voided"],
                     _ombud.case_entry_text(self._handle, position), record["role"] or None)

    def entry_text(self, position: int, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> str:
        """A line without what the audience may not know; the position counts the lines of which it may know something."""
        return _ombud.case_entry_text_for(self._handle, self._asof(as_of, known_by, audience), position)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the case, in the order in which they came."""
        records = [_ombud.case_item_at(self._handle, index) for index in range(_ombud.case_item_count(self._handle))]
        return tuple(Item(record["name"], record["kind"], record["number"], self.law.role_names(record["roles"])) for record in records)

    def clone(self) -> Case:
        """A copy to try things on."""
        return Case._of(_ombud.case_clone(self._handle), self.law, self.settings)

    def clone_as_of(self, day: date, *, known_by: date | None = None) -> Case:
        """A copy as the case stood at the end of a day: the lines that count of those up to it, and were entered by known_by."""
        known = number_of(known_by if known_by is not None else date.max)
        return Case._of(_ombud.case_clone_as_of(self._handle, number_of(day), known), self.law, self.settings)

    __copy__ = clone

    def __deepcopy__(self, memo: dict[int, Any]) -> Case:
        return self.clone()

    def __reduce__(self) -> tuple[Any, ...]:
        return Case.read, (self.write(), (self.law,))

    def write(self, to: Sink | None = None) -> str:
        """The whole case in the case language; with `to`, given to that function piece by piece."""
        return text_of(_ombud.case_write(self._handle, to))

    # ---- the chain -----------------------------------------------------------------------------------------------------

    def digest(self, chain: Chain, position: int | None = None, previous: bytes | None = None) -> bytes:
        """The digest of a line (by default the last: the head), with the digest before it or computed from the first line on."""
        return _ombud.case_chain(self._handle, chain.digest, chain.match, len(self) if position is None else position, previous)

    def digests(self, chain: Chain) -> list[bytes]:
        """The digests of all lines."""
        made: list[bytes] = []
        for position in range(1, len(self) + 1):
            made.append(self.digest(chain, position, made[-1] if made else b""))
        return made

    def verify(self, chain: Chain, digests: Iterable[bytes]) -> None:
        """Holds the journal against the digests that were stored, one a line. DifferentError names the first line that differs."""
        first = _ombud.case_verify(self._handle, chain.digest, chain.match, tuple(digests))
        if first is not None:
            error = DifferentError(f"line {first} of the journal is not what was digested",
                                   "hold the line against what was stored; nothing before it differs")
            error.position = first
            raise error

    # ---- questions -----------------------------------------------------------------------------------------------------

    def _asof(self, as_of: date | None, known_by: date | None, audience: Audience | None) -> tuple[int, int, int, int, int, int]:
        day = as_of if as_of is not None else self.last_day()
        if day is None:
            raise StateError("nothing in the case has a day, so there is none to look at it", "say as_of=DAY")
        roles = person = 0
        for name in (audience.split(",") if isinstance(audience, str) else audience or ()):
            name = name.strip()
            if name[:1] == "p" and name[1:].isdigit():
                if person:
                    raise ArgumentError("an audience has one person", "name roles, and at most one person")
                person = person_number(name)
            else:
                roles |= self.law.role_bits(name)
        return (number_of(day), int(known_by is not None), number_of(known_by) if known_by is not None else 0, int(audience is not None),
                roles, person)

    def may(self, what: str | Event, *words: str | Item, on: date | None = None, by: Person | None = None, entered: date | None = None,
            facts: Mapping[str, Any] | None = None, known_by: date | None = None, audience: Audience | None = None,
            **arguments: Any) -> Verdict:
        """May this event happen? Nothing is changed; facts and arguments on it count as supposed."""
        made = self._event(what, words, on, by, entered, facts, arguments)
        asof = self._asof(made.on, known_by, audience) if known_by is not None or audience is not None else None
        handle = _ombud.case_may(self._handle, made.raw(), asof)
        ruling, provision, row = _ombud.verdict_about(handle)
        return Verdict(Ruling.of(ruling), _ombud.ruling_name(ruling, self.law.force.code), self.law._provision_at(provision),
                       self.law._row_at(row), self._sets(_ombud.verdict_unmet(handle)),
                       Text(lambda lang: _ombud.explain_verdict(handle, lang)), handle, self._stated(_ombud.verdict_stated(handle)))

    def next(self, role: str | None = None, *, as_of: date | None = None, known_by: date | None = None,
             audience: Audience | None = None) -> tuple[Action, ...]:
        """Every event somebody, or a role, may or must bring now: duties first, by last day."""
        handle = _ombud.case_next(self._handle, role, self._asof(as_of, known_by, audience))
        return tuple(Action(record["event"], record["item"], self.law.role_names(record["roles"]), Ruling.of(record["ruling"]), record["due"],
                            maybe_day(record["due_day"]), self.law._provision_at(record["provision"]))
                     for record in _ombud.actions_get(handle))

    def terms(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> tuple[Term, ...]:
        """All terms that ever ran, in the order in which they opened, duties and others."""
        return self._terms(_ombud.case_terms(self._handle, self._asof(as_of, known_by, audience)))

    def duties(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> tuple[Duty, ...]:
        """The duties that are open or overdue: what has to be done."""
        asof = self._asof(as_of, known_by, audience)
        if known_by is None and audience is None:
            found = self._terms(_ombud.case_duties(self._handle, asof))
        else:
            found = self._terms(_ombud.case_terms(self._handle, asof))
        return tuple(term for term in found if isinstance(term, Duty) and term.status in (Status.OPEN, Status.OVERDUE))

    def findings(self, *, as_of: date | None = None, known_by: date | None = None,
                 audience: Audience | None = None) -> tuple[Finding, ...]:
        """All findings, in the order of their first day."""
        return self._findings(_ombud.case_findings(self._handle, self._asof(as_of, known_by, audience)))

    def cured(self, *, as_of: date | None = None, known_by: date | None = None,
              audience: Audience | None = None) -> tuple[Finding, ...]:
        """What was a finding until a line entered late, or one that strikes out, cured it; in the order of the days of entering."""
        return self._findings(_ombud.case_cured(self._handle, self._asof(as_of, known_by, audience)))

    def ask(self, question: str, item: str | Item, *, as_of: date | None = None, known_by: date | None = None,
            audience: Audience | None = None) -> Answer:
        """Asks a question of the law about an item."""
        handle = _ombud.case_ask(self._handle, question, str(item), self._asof(as_of, known_by, audience))
        outcome, value, provision = _ombud.answer_about(handle)
        return Answer(question, str(item), Outcome.of(outcome), value, self.law._provision_at(provision),
                      self._sets(_ombud.answer_unmet(handle)), Text(lambda lang: _ombud.explain_answer(handle, lang)),
                      self._stated(_ombud.answer_stated(handle)))

    def answers(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> tuple[Answer, ...]:
        """Every question of the law about every item it can be asked about, where some row answers or could."""
        found = []
        for item in self.items:
            for question in self.law.questions:
                if question.owner == item.kind:
                    answer = self.ask(question.name.removeprefix(question.owner + "."), item, as_of=as_of, known_by=known_by,
                                      audience=audience)
                    if answer.outcome is not Outcome.NONE:
                        found.append(answer)
        return tuple(found)

    def state(self, item: str | Item, *, as_of: date | None = None, known_by: date | None = None,
              audience: Audience | None = None) -> str | None:
        """The state of an item; None if it has none yet."""
        return _ombud.case_state(self._handle, str(item), self._asof(as_of, known_by, audience)) or None

    def fact(self, item: str | Item, name: str, *, as_of: date | None = None, known_by: date | None = None,
             audience: Audience | None = None) -> Truth:
        """A fact or definition of an item: yes, no or unknown."""
        return Truth.of(_ombud.case_fact(self._handle, str(item), name, self._asof(as_of, known_by, audience)))

    def next_change(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> date | None:
        """The next day on which time alone changes an answer."""
        return maybe_day(_ombud.case_next_change(self._handle, self._asof(as_of, known_by, audience)))

    def timeline(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> Timeline:
        """What happened, in the order of days. Notebooks show it as a picture."""
        asof = self._asof(as_of, known_by, audience)
        handle = _ombud.case_timeline(self._handle, asof)
        steps = Timeline(self._step(handle, index, record) for index, record in enumerate(_ombud.timeline_get(handle)))
        steps.picture = self._render(Format.SVG, asof)
        return steps

    def receipt(self, *, as_of: date | None = None, known_by: date | None = None, audience: Audience | None = None) -> Receipt:
        """What answers as of that day rest on: to be stored with them."""
        return Receipt.of(_ombud.case_receipt(self._handle, self._asof(as_of, known_by, audience)))

    # ---- written out -----------------------------------------------------------------------------------------------------

    def render(self, format: Format | str = Format.TEXT, *, as_of: date | None = None, known_by: date | None = None,
               audience: Audience | None = None, findings_only: bool = False, lang: Lang | str = Lang.EN, colour: bool = False,
               name: str = "", domain: str = "", salt: bytes = b"", uid: Callable[[bytes], bytes] | None = None, detailed: bool = False,
               alarm_days: int = 0, to: Sink | None = None) -> str:
        """The case written out: text, json, svg or ics. For ics `domain` and `salt` (or `uid`, a keyed digest of 16 bytes) name the
        entries; see docs/pictures.md. With `to`, given to that function piece by piece."""
        return self._render(Format(format), self._asof(as_of, known_by, audience), findings_only, Lang(lang), colour, name, domain, salt, uid,
                            detailed, alarm_days, to)

    def _render(self, format: Format, asof: tuple[int, ...], findings_only: bool = False, lang: Lang = Lang.EN, colour: bool = False,
                name: str = "", domain: str = "", salt: bytes = b"", uid: Callable[[bytes], bytes] | None = None, detailed: bool = False,
                alarm_days: int = 0, to: Sink | None = None) -> str:
        how = (format.code, lang.code, int(colour), name, domain, salt, uid, int(detailed), alarm_days)
        render = _ombud.render_findings if findings_only else _ombud.render_case
        return text_of(render(self._handle, asof, how, to))

    def explain(self, lang: Lang | str = Lang.EN, *, as_of: date | None = None, known_by: date | None = None,
                audience: Audience | None = None) -> str:
        """The case in words: what happened, what is open, what was found, what holds."""
        return self.render(Format.TEXT, lang=lang, as_of=as_of, known_by=known_by, audience=audience)

    def _repr_svg_(self) -> str | None:
        return self.render(Format.SVG) if self.last_day() is not None else None

    # ---- value objects of what the library gave --------------------------------------------------------------------------

    def _unmet(self, record: Record) -> Unmet:
        return Unmet(UnmetKind.of(record["kind"]), record["name"], record["item"], Truth.of(record["wanted"]) if record["wanted"] else None,
                     Truth.of(record["now"]) if record["now"] else None, self.law.role_names(record["who"]), record["by_event"],
                     maybe_day(record["until"]), self.law._provision_at(record["provision"]),
                     Status.of(record["status"]) if record["kind"] == UnmetKind.TERM.code else None, record["backward"])

    def _sets(self, sets: list[list[dict[str, Any]]]) -> tuple[tuple[Unmet, ...], ...]:
        return tuple(tuple(self._unmet(record) for record in one) for one in sets)

    def _stated(self, records: list[dict[str, Any]]) -> tuple[Stated, ...]:
        return tuple(Stated(record["name"], record["item"], Truth.of(record["truth"]), record["position"] or None, day_of(record["on"]))
                     for record in records)

    def _terms(self, handle: Any) -> tuple[Term, ...]:
        return tuple(self._term(handle, index, record) for index, record in enumerate(_ombud.terms_get(handle)))

    def _term(self, handle: Any, index: int, record: Record) -> Term:
        known = record["no_due"] == NoDue.KNOWN.code
        return (Duty if record["duty"] else Term)(
            record["name"], record["item"], Status.of(record["status"]), day_of(record["due"]) if known else None,
            self.law._provision_at(record["provision"]), record["label"], day_of(record["opened"]), maybe_day(record["closed"]),
            record["extended"], self.law.role_names(record["bearer"]), self.law.role_names(record["addressee"]), record["days"],
            NoDue.of(record["no_due"]), record["length"], DueSteps.of(record["steps"]) if known and record["steps"]["unit"] else None,
            record["reading"], record["yearly"], self.law._row_at(record["row"]), Text(lambda lang: _ombud.explain_term(handle, index, lang)))

    def _findings(self, handle: Any) -> tuple[Finding, ...]:
        return tuple(self._finding(handle, index, record) for index, record in enumerate(_ombud.findings_get(handle)))

    def _finding(self, handle: Any, index: int, record: Record) -> Finding:
        return Finding(FindingKind.of(record["kind"]), record["name"], record["item"], day_of(record["since"]), maybe_day(record["until"]),
                       self.law._provision_at(record["provision"]), self.law.role_names(record["answerable"]), _person(record["by"]),
                       record["position"], record["cured_by"], day_of(record["cured_on"]) if record["cured_by"] else None,
                       self.law._row_at(record["row"]), Text(lambda lang: _ombud.explain_finding(handle, index, lang)))

    def _step(self, handle: Any, index: int, record: Record) -> Step:
        return Step(StepKind.of(record["kind"]), day_of(record["on"]), day_of(record["entered"]), record["position"], record["name"],
                    record["item"], _person(record["by"]), Ruling.of(record["ruling"]) if record["ruling"] else None,
                    self.law._provision_at(record["provision"]), record["state"], record["term"], record["role"] or None,
                    Text(lambda lang: _ombud.explain_step(handle, index, lang)))

    def _changes(self, handle: Any) -> Changes:
        ruling, states, terms, findings = _ombud.changes_about(handle)
        return Changes(Ruling.of(ruling) if ruling else None, tuple(StateChange(*one) for one in states), self._terms(terms),
                       self._findings(findings))


def render_verdict(verdict: Verdict, format: Format | str = Format.TEXT, *, lang: Lang | str = Lang.EN, colour: bool = False,
                   name: str = "", to: Sink | None = None) -> str:
    """A verdict with its reasons, as text or json. One that was pickled only explains itself."""
    if verdict._handle is None:
        raise StateError("the verdict was pickled and holds only its texts", "use explain(), or ask anew")
    how = (Format(format).code, Lang(lang).code, int(colour), name, "", b"", None, 0, 0)
    return text_of(_ombud.render_verdict(verdict._handle, how, to))


def _person(number: int | None) -> str | None:
    return None if number is None else f"p{number}"
