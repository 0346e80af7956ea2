#!/usr/bin/env python3
"""Another system's history, held against the law: an export (CSV) and a mapping (TOML) become a journal for each case, and the
journals a table of breaches and one page.

    audit_import.py --mapping FILE.toml --as-of DAY --out FOLDER [--without-bad-cases] EXPORT.csv

FOLDER gets journals/case-N.case, breaches.tsv, cured.tsv, left-out.tsv and report.html. Exit status 0: nothing was found; 1: findings; 2: something
in the export or mapping cannot be read, and nothing is written. With --without-bad-cases the cases that have a bad row are left out, are
listed in left-out.tsv and on the page, and the status is 2 all the same.
"""
import argparse
import csv
import pathlib
import string
import sys
import tomllib
from datetime import date, datetime
from typing import NamedTuple

import ombud

import page

MAPPING_KEYS = {"law", "set", "persons", "case", "delimiter", "dates", "unread", "line", "leave_out", "column"}
BREACHES = ("case", "kind", "name", "item", "provision", "citation", "since", "until", "by")
CURED = (*BREACHES, "cured_on")


class Bad(NamedTuple):
    """Something that cannot be read: where, what, and what would be right."""

    line: int
    column: int
    what: str
    remedy: str
    case: int | None = None


class Dated(NamedTuple):
    """A line of a journal, and the cell of the export from which its day came."""

    day: date
    order: int
    text: str
    line: int
    column: int


class MappingError(Exception):
    """The mapping itself is not right."""


class Mapping:
    """What the columns of an export mean (the README describes the file)."""

    def __init__(self, path):
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
        except (UnicodeError, tomllib.TOMLDecodeError) as error:
            raise MappingError(f"{path}: {error}; the mapping is TOML in UTF-8") from error
        self.path = path
        for key in sorted(set(told) - MAPPING_KEYS):
            raise MappingError(f"{path}: '{key}' is no key; known are {', '.join(sorted(MAPPING_KEYS))}")
        for key in ("law", "case", "line"):
            if key not in told:
                raise MappingError(f"{path}: '{key}' is missing")
        self.law, self.case, self.lines = told["law"], told["case"], told["line"]
        self.head = [f"law {self.law}", *(f"set {line}" for line in told.get("set", []))]
        self.persons = [f"person {name} {roles}".rstrip() for name, roles in told.get("persons", {}).items()]
        self.delimiter, self.dates = told.get("delimiter", ","), told.get("dates", "%Y-%m-%d")
        self.unread, self.leave_out, self.columns = told.get("unread", []), told.get("leave_out", []), told.get("column", {})
        for index, line in enumerate(self.lines, 1):
            if not {"day", "write"} <= set(line) <= {"day", "write", "when"}:
                raise MappingError(f"{path}: line {index}: it has a 'day', a 'write', and perhaps a 'when'")
        for index, left in enumerate(self.leave_out, 1):
            if set(left) != {"when", "why"}:
                raise MappingError(f"{path}: leave_out {index}: it has a 'when' and a 'why'")
        try:
            self.read_columns()
        except ValueError as error:
            raise MappingError(f"{path}: a 'write' cannot be read: {error}; a column stands in braces: {{name}}") from error

    @staticmethod
    def names(template):
        """The columns that a template names."""
        return [name for _, name, _, _ in string.Formatter().parse(template) if name]

    def read_columns(self):
        """All columns that this mapping reads."""
        found = {self.case, *self.columns}
        for row in self.lines + self.leave_out:
            found.update(row.get("when", {}), [row["day"]] if "day" in row else [], self.names(row.get("write", "")))
        return found

    def check_head(self, names):
        """What is wrong between the mapping and the first line of the export."""
        read = self.read_columns()
        for name in sorted((read | set(self.unread)) - set(names)):
            yield Bad(1, 1, f"there is no column '{name}', which {self.path.name} names", "export it too, or change the mapping")
        for index, name in enumerate(names, 1):
            if names.index(name) != index - 1:
                yield Bad(1, index, f"the column '{name}' stands there twice", "name each column once")
            elif name not in read and name not in self.unread:
                yield Bad(1, index, f"nothing reads the column '{name}'", f"use it in {self.path.name}, or list it there under 'unread'")


class Unreadable(Exception):
    """A cell that cannot be read."""

    def __init__(self, column, what, remedy):
        super().__init__(what)
        self.column, self.what, self.remedy = column, what, remedy


def day_of(mapping, column, cell):
    """The day in a cell; an instant with an offset is taken to the day it was in Brussels."""
    try:
        told = datetime.strptime(cell, mapping.dates)
    except ValueError:
        raise Unreadable(column, f"'{cell}' is no day of the form {mapping.dates}",
                         "correct the cell, or 'dates' in the mapping") from None
    return ombud.brussels_day(told) if told.tzinfo is not None else told.date()


def cell_of(mapping, column, cell):
    """A cell as a journal says it."""
    how = mapping.columns.get(column, {})
    if how.get("day"):
        return day_of(mapping, column, cell).isoformat()
    if "values" in how:
        if cell not in how["values"]:
            raise Unreadable(column, f"'{cell}' is not among the values of '{column}'",
                             f"add it under [column.{column}.values]; known are {', '.join(map(repr, how['values']))}")
        return how["values"][cell]
    if not cell or len(cell.split()) != 1:
        raise Unreadable(column, f"'{cell}' cannot stand in a journal, which has no blanks in a value",
                         f"say under [column.{column}.values] what it means")
    return cell


def fits(when, row):
    """Whether a row has what a `when` asks for; `*` is any cell that is not empty."""
    return all(row[column] in (cell if isinstance(cell, list) else [cell]) or (cell == "*" and row[column]) for column, cell in when.items())


class Import:
    """An export that was read: journals, what was left out, and what cannot be read."""

    def __init__(self, mapping, path):
        self.mapping, self.path = mapping, path
        self.dated = {}     # number of the case -> its Dated lines
        self.left_out = []  # (line of the export, case, why)
        self.bad = []
        self.cases = {}     # number -> ombud.Case
        self.journals = {}
        self.law = ombud.law(mapping.law)
        self._read()
        for number in sorted(self.dated):
            self._journal(number)

    def _read(self):
        with open(self.path, newline="", encoding="utf-8-sig", errors="strict") as file:
            reader = csv.reader(file, delimiter=self.mapping.delimiter, strict=True)
            names, began = None, 1
            try:
                for cells in reader:
                    if names is None:
                        names = cells
                        self.bad += self.mapping.check_head(names)
                        if self.bad:
                            return
                    elif cells and len(cells) != len(names):
                        self.bad.append(Bad(began, min(len(cells), len(names)), f"{len(cells)} cells under {len(names)} columns",
                                            "quote a cell that holds the delimiter"))
                    elif cells:
                        self._row(dict(zip(names, map(str.strip, cells))), names, began)
                    else:
                        self.left_out.append((began, "", "an empty line"))
                    began = reader.line_num + 1
            except csv.Error as error:
                self.bad.append(Bad(began, 1, str(error), "correct the quotation of this row"))
            except UnicodeDecodeError as error:
                self.bad.append(Bad(began, 1, f"not UTF-8 from here on, or soon after: {error.reason}", "export it as UTF-8"))
        if names is None:
            self.bad.append(Bad(1, 1, "the export is empty", "its first line names the columns"))

    def _row(self, row, names, line):
        number = row[self.mapping.case]
        if not (number.isascii() and number.isdigit() and 0 < int(number) < 2 ** 53):
            self.bad.append(Bad(line, names.index(self.mapping.case) + 1, f"'{number}' is no number of a case", "cases are numbers from 1"))
            return
        number, used = int(number), False
        lines = self.dated.setdefault(number, [])
        for order, rule in enumerate(self.mapping.lines):
            if not fits(rule.get("when", {}), row) or ("when" not in rule and not row[rule["day"]]):
                continue
            used = True
            try:
                day = day_of(self.mapping, rule["day"], row[rule["day"]])
                words = {name: cell_of(self.mapping, name, row[name]) for name in self.mapping.names(rule["write"])}
            except Unreadable as wrong:
                self.bad.append(Bad(line, names.index(wrong.column) + 1, wrong.what, wrong.remedy, number))
                continue
            lines.append(Dated(day, order, rule["write"].format(**words), line, names.index(rule["day"]) + 1))
        if used:
            return
        why = next((left["why"] for left in self.mapping.leave_out if fits(left["when"], row)), None)
        if why is not None:
            self.left_out.append((line, number, why))
            return
        column = next((column for rule in self.mapping.lines for column in rule.get("when", {})), self.mapping.lines[0]["day"])
        self.bad.append(Bad(line, names.index(column) + 1, f"no line of the mapping speaks of this row, '{row[column]}'",
                            f"write a [[line]] for it in {self.mapping.path.name}, or a [[leave_out]] with the reason", number))

    def _journal(self, number):
        # Within a day the rows of the export come in their order, and the cells of a row in the mapping's.
        dated = sorted(self.dated[number], key=lambda one: (one.day, one.line, one.order))
        head = [*self.mapping.head, f"case {number}", *self.mapping.persons]
        text = "\n".join([*head, *(f"{one.day} {one.text}" for one in dated)]) + "\n"
        try:
            case = ombud.Case.read(text, [self.law])
        except ombud.OmbudError as error:
            at = error.line - len(head) - 1
            if not 0 <= at < len(dated):
                raise MappingError(f"{self.mapping.path}: {text.splitlines()[max(error.line, 1) - 1]}: {error}") from error
            self.bad.append(Bad(dated[at].line, dated[at].column, f"'{dated[at].day} {dated[at].text}': {error}",
                                "correct the row, or the [[line]] of the mapping", number))
            return
        self.cases[number], self.journals[number] = case, text

    def leave_out_bad_cases(self):
        """Leaves out each case with a bad row. What belongs to no case cannot be left out: True if there is nothing of that kind."""
        for number in sorted({one.case for one in self.bad if one.case is not None}):
            self.cases.pop(number, None)
            self.journals.pop(number, None)
            self.left_out += [(one.line, number, f"the case is left out: {one.what}") for one in self.bad if one.case == number]
        return all(one.case is not None for one in self.bad)


def by_provision(imported, findings):
    """What `findings` lists of each case, with its number, by provision, then day."""
    order = {provision.id: index for index, provision in enumerate(imported.law)}
    found = [(number, finding) for number, case in imported.cases.items() for finding in findings(case)]
    return sorted(found, key=lambda one: (order[one[1].provision.id] if one[1].provision else -1, one[1].since, one[0]))


def table(heads, rows):
    """Tab-separated values; nothing in them holds a tab."""
    return "".join("\t".join("" if cell is None else str(cell) for cell in row) + "\n" for row in [heads, *rows])


def cells(number, finding):
    provision = finding.provision
    return (number, finding.kind.value, finding.name, finding.item, provision.full_id if provision else "structure",
            provision.citation if provision else "", finding.since, finding.until, finding.by)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mapping", type=pathlib.Path, required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True, help="the day asked about, as 2026-06-30")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--lang", choices=("en", "fr", "nl"), default="en")
    parser.add_argument("--without-bad-cases", action="store_true")
    parser.add_argument("export", type=pathlib.Path)
    asked = parser.parse_args()
    try:
        imported = Import(Mapping(asked.mapping), asked.export)
    except (MappingError, ombud.OmbudError, OSError) as error:
        print(f"audit_import: {error}", file=sys.stderr)
        return 2
    for one in imported.bad:
        print(f"{asked.export}:{one.line}:{one.column}: {one.what}; {one.remedy}", file=sys.stderr)
    if imported.bad and not (asked.without_bad_cases and imported.leave_out_bad_cases()):
        print(f"audit_import: nothing is written: {len(imported.bad)} of {asked.export} cannot be read", file=sys.stderr)
        return 2
    found = by_provision(imported, lambda case: case.findings(as_of=asked.as_of))
    # What a step logged long after its day took away: nothing is wrong by what is known now, and somebody should look.
    cured = by_provision(imported, lambda case: case.cured(as_of=asked.as_of))
    (asked.out / "journals").mkdir(parents=True, exist_ok=True)
    for number, text in imported.journals.items():
        (asked.out / "journals" / f"case-{number}.case").write_text(text, encoding="utf-8")
    (asked.out / "breaches.tsv").write_text(table(BREACHES, (cells(*one) for one in found)), encoding="utf-8")
    (asked.out / "cured.tsv").write_text(table(CURED, ((*cells(*one), one[1].cured_on) for one in cured)), encoding="utf-8")
    (asked.out / "left-out.tsv").write_text(table(("line", "case", "why"), imported.left_out), encoding="utf-8")
    (asked.out / "report.html").write_text(page.report(imported, found, cured, asked.as_of, asked.lang), encoding="utf-8")
    counts = ((len(imported.cases), "case"), (sum(map(len, imported.cases.values())), "line"), (len(found), "finding"),
              (len(imported.left_out), "row"))
    print(", ".join(page.counted(*one) for one in counts) + " left out")
    return 2 if imported.bad else 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
