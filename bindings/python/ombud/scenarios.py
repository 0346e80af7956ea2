"""Scenarios: `.case` texts, their expectations, and what they show of a law."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from . import _ombud
from .cases import Case
from .laws import Law, Settings, law, law_of
from .values import Covered, Expectation, Unique, bytes_of, counted, maybe_day, text_of_file
from .words import Covering, Gap


class Report(tuple[Expectation, ...]):
    """The expectations of a run, judged. True if all were met."""

    @property
    def failed(self) -> int:
        """How many were not met."""
        return sum(not one for one in self)

    @property
    def passed(self) -> int:
        """How many were met."""
        return sum(map(bool, self))

    def __bool__(self) -> bool:
        return not self.failed


class Coverage(Unique):
    """What scenarios show of a law. Belongs to one thread at a time."""

    _instead = "check the runs with another coverage"

    def __init__(self, law: Law | str) -> None:
        self.law = law_of(law)
        self._handle = _ombud.coverage_new(self.law._handle)

    def __repr__(self) -> str:
        return f"<Coverage of {self.law.name}: {', '.join(f'{word} {done}/{total}' for word, (done, total) in self.counts().items())}>"

    def count(self, what: Covering | str) -> tuple[int, int]:
        """How many are covered, and of how many."""
        return _ombud.coverage_count(self._handle, Covering(what).code)

    def counts(self) -> dict[Covering, tuple[int, int]]:
        """All that is counted."""
        return {what: self.count(what) for what in Covering}

    def all(self, what: Covering | str) -> tuple[Covered, ...]:
        """All of a sort, in the order of the law."""
        what = Covering(what)
        records = [_ombud.coverage_get(self._handle, what.code, index) for index in range(self.count(what)[1])]
        return tuple(Covered(what, record["covered"], Gap.of(record["gap"]), record["what"], self.law._provision_at(record["provision"]),
                             self.law._row_at(record["row"]), record["reading"], record["line"]) for record in records)

    def gaps(self, what: Covering | str) -> tuple[Covered, ...]:
        """Those that are not covered, each with the reason."""
        return tuple(one for one in self.all(what) if not one.covered)


class Run:
    """One scenario of a text, or one row of its table."""

    def __init__(self, scenario: Scenario, index: int) -> None:
        self.scenario = scenario
        self.index = index
        name, points, last = _ombud.scenario_about(scenario._handle, index)
        #: Its name with the row of the table, or empty; the points it shows; the last day written in it.
        self.name: str = name
        self.points: tuple[str, ...] = points
        self.last_day: date | None = maybe_day(last)

    def __repr__(self) -> str:
        return f"<Run {self.index}{': ' + self.name if self.name else ''}>"

    def case(self) -> Case:
        """A copy of its case."""
        borrowed = _ombud.scenario_case(self.scenario._handle, self.index)
        made = Case._of(_ombud.case_clone(borrowed), self.law, None)
        chosen = [line.removeprefix("set ") for line in made.write().splitlines() if line.startswith("set ")]
        if chosen:
            made.settings = Settings(self.law, "\n".join(chosen))
        return made

    @property
    def law(self) -> Law:
        """The law its case lies under."""
        name = _ombud.law_name(_ombud.case_law(_ombud.scenario_case(self.scenario._handle, self.index)))
        own = [given for given in self.scenario.laws if given.name == name]
        return own[0] if own else law(name)

    def check(self, coverage: Coverage | None = None) -> Report:
        """Judges its expectations; with a coverage of its law, adds what they show. Other threads run meanwhile."""
        if coverage is None:
            handle = _ombud.scenario_check(self.scenario._handle, self.index)
        else:
            handle = _ombud.scenario_check_covered(self.scenario._handle, self.index, coverage._handle)
        law = self.law
        return Report(Expectation(record["met"], record["line"], record["text"], record["got"], record["would_hold"],
                                  law._provision_at(record["provision"])) for record in _ombud.report_get(handle)[1])


class Scenario(Sequence[Run]):
    """A `.case` text that was read: a sequence of runs.

    >>> text = '''law bxl2019
    ... person p1 reporter
    ... person p2 contact_point
    ... 2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written
    ... on 2026-02-10
    ...   expect duty acknowledge r1 overdue due=2026-02-09
    ... '''
    >>> [bool(run.check()) for run in Scenario(text)]
    [True]
    """

    def __init__(self, text: str, laws: Sequence[Law] = ()) -> None:
        #: The laws by which its `law NAME` may be answered before the built-in ones.
        self.laws = tuple(laws)
        self.text = text
        self._handle = _ombud.scenario_parse(bytes_of(text), tuple(law._handle for law in self.laws))

    @classmethod
    def read(cls, path: str | os.PathLike[str], laws: Sequence[Law] = ()) -> Scenario:
        """From a file."""
        return cls(text_of_file(path), laws)

    def __reduce__(self) -> tuple[Any, ...]:
        return Scenario, (self.text, self.laws)

    def __len__(self) -> int:
        return _ombud.scenario_count(self._handle)

    def __getitem__(self, index: int) -> Run:  # type: ignore[override]
        if not -len(self) <= index < len(self):
            raise IndexError(f"there are {len(self)} runs")
        return Run(self, index % len(self))

    def __iter__(self) -> Iterator[Run]:
        return (Run(self, index) for index in range(len(self)))

    def __repr__(self) -> str:
        return f"<Scenario of {counted(len(self), 'run')}>"

    def check(self, coverage: Coverage | None = None) -> tuple[Report, ...]:
        """Judges the expectations of all runs."""
        return tuple(run.check(coverage) for run in self)
