"""A plan of measures, and what its report prints of it: counted, compared, and what does not agree (docs/plan.md)."""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import _ombud
from .cases import Sink
from .errors import NotFoundError
from .values import Unique, Value, text_of
from .words import Fault, Format, Lang, PlanCounts, PlanRule, PlanTable, PlanVerdict


@dataclass(frozen=True, slots=True)
class Cell(Value):
    """A printed cell beside what is counted."""

    verdict: PlanVerdict
    printed: int | None
    #: The printed denominator.
    of: int | None
    #: Measures of the theme, or of all.
    measures: int
    #: Counted by each PlanRule: theme-only contributions count for no measure, for one, for all.
    counted: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PlanFinding(Value):
    """Something in a plan that does not agree; rows are named by their id."""

    fault: Fault
    table: PlanTable
    row: str
    others: PlanTable | None
    other: str
    printed: int
    computed: int


class Plan(Unique):
    """A plan. Being loaded, it belongs to one thread."""

    _instead = "load its tables into another plan"

    def __init__(self) -> None:
        self._handle = _ombud.plan_new()

    @classmethod
    def read(cls, folder: str | os.PathLike[str]) -> Plan:
        """The tables of a folder: themes.tsv and others. A table that is not there is empty."""
        made = cls()
        there = [(table, Path(folder) / f"{table}.tsv") for table in PlanTable]
        for table, path in there:
            if path.exists():
                made.load(table, path.read_text(encoding="utf-8"))
        if not any(path.exists() for _, path in there):
            raise NotFoundError(f"no table of a plan is in {folder}", "name a folder with themes.tsv and others")
        return made

    def __repr__(self) -> str:
        return f"<Plan: {', '.join(f'{self.rows(table)} {table}' for table in PlanTable if self.rows(table)) or 'nothing loaded'}>"

    def load(self, table: PlanTable | str, text: str) -> None:
        """Loads one table from tab-separated text; each once, after those it refers to. Other threads run meanwhile."""
        _ombud.plan_load(self._handle, PlanTable(table).code, text)

    def rows(self, table: PlanTable | str) -> int:
        """Rows of a table."""
        return _ombud.plan_rows(self._handle, PlanTable(table).code)

    def _row(self, table: PlanTable, row: str | int) -> int:
        return row if isinstance(row, int) else _ombud.plan_find(self._handle, table.code, row)

    def ids(self, table: PlanTable | str) -> tuple[str, ...]:
        """The ids of a table's rows, in its order."""
        table = PlanTable(table)
        return tuple(self._id(table, row) for row in range(self.rows(table)))

    def _id(self, table: PlanTable, row: int) -> str:
        return _ombud.plan_field(self._handle, table.code, row, "id")

    def field(self, table: PlanTable | str, row: str | int, column: str) -> str:
        """A field as written, of a row by its id (an actor also by another name) or its number; empty if there is none."""
        table = PlanTable(table)
        return _ombud.plan_field(self._handle, table.code, self._row(table, row), column)

    def label(self, table: PlanTable | str, row: str | int, lang: Lang | str = Lang.EN) -> str:
        """A row's label in a language, else in English, else its id."""
        table = PlanTable(table)
        return _ombud.plan_label(self._handle, table.code, self._row(table, row), Lang(lang).code)

    def count(self, counts: PlanCounts | str, *, rule: PlanRule | str = PlanRule.NONE, years: tuple[int, int] = (0, 0),
              theme: str | None = None, category: str | None = None, measure: str | None = None) -> int:
        """Counts; `years` are the first and the last, of contributions and actions, 0 for any."""
        def row(table: PlanTable, id: str | None) -> int:
            return -1 if id is None else self._row(table, id)
        return _ombud.plan_count(self._handle, PlanCounts(counts).code, PlanRule(rule).code, *years, row(PlanTable.THEMES, theme),
                                 row(PlanTable.CATEGORIES, category), row(PlanTable.MEASURES, measure))

    def compare(self, column: str, theme: str | None = None) -> Cell:
        """A printed cell beside what is counted; without a theme the column's total."""
        row = self.rows(PlanTable.THEMES) if theme is None else self._row(PlanTable.THEMES, theme)
        verdict, printed, of, measures, counted = _ombud.plan_compare(self._handle, self._row(PlanTable.COLUMNS, column), row)
        return Cell(PlanVerdict.of(verdict), printed, of, measures, counted)

    def check(self) -> tuple[PlanFinding, ...]:
        """Everything that does not agree, in the order of the faults."""
        return tuple(self._finding(*one) for one in _ombud.plan_check(self._handle))

    def _finding(self, fault: int, table: int, row: int, others: int, other: int, printed: int, computed: int) -> PlanFinding:
        beside = PlanTable.of(others) if others else None
        return PlanFinding(Fault.of(fault), PlanTable.of(table), self._id(PlanTable.of(table), row), beside,
                           self._id(beside, other) if beside is not None else "", printed, computed)

    def render(self, format: Format | str = Format.TEXT, *, lang: Lang | str = Lang.EN, colour: bool = False, name: str = "",
               to: Sink | None = None) -> str:
        """The plan written out: text, json or html."""
        how: tuple[Any, ...] = (Format(format).code, Lang(lang).code, int(colour), name, "", b"", None, 0, 0)
        return text_of(_ombud.render_plan(self._handle, how, to))
