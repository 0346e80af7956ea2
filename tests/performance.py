#!/usr/bin/env python3
"""Writes the tables of docs/performance.md from what the benchmarks printed.

    performance.py speed LOG       LOG is what `sh tests/bench/run.sh` printed
    performance.py register LOG    … `sh tests/bench/run.sh --many`
    performance.py size LOG        … `sh tests/bench/size.sh`

Each begins with the commit and the compiler; a run that failed, or lacks a measure, is not written.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import figures

PAGE = figures.ROOT / "docs" / "performance.md"
# Of each measure: what it is called on the page, and what is aimed at. A measure that is not printed is missed, and one that is not here.
SPEED = {
    "fold": ("fold, an event", "half the reference's speed; gate 0.4"),
    "decision": ("decision (`may` without its reason)", "under 100 ns; gate"),
    "reason": ("reason, within an item", "1,000 ns"),
    "reason_across": ("reason, across items", "10,000 ns"),
    "due_day": ("due day with its steps, `ombud_due`", "gate 0.4"),
    "due_day_alone": ("due day alone, `ombud_day_add`", "as fast as the reference; gate 0.6"),
    "line": ("an event as a line of text, ombud_case_apply()", ""),
    "question": ("a question as a line of text with its reason, ombud_case_may()", ""),
    "allocations": ("allocations in the fold", "none; gate"),
}
REGISTER = ("all cases loaded", "a week's due list", "a year's figures", "all cases under other settings")
SIZE = ("no law", "no law, English", "bxl2019", "bxl2019, English", "every law")


def refuse(why):
    sys.exit(f"performance.py: not written: {why}")


def rows_of(lines, columns, names):
    """{name: cells} of the tab-separated lines; all of the names, and no other."""
    rows = {cells[0]: cells[1:] for line in lines if len(cells := line.split("\t")) == columns and not line.startswith("#")}
    for name in names:
        if name not in rows:
            refuse(f"the measure \"{name}\" is missing")
    for name in rows:
        if name not in names:
            refuse(f"the measure \"{name}\" is not known; say here what it is")
    return rows


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]


def kept(lines, *patterns):
    """The lines that are told as they were printed."""
    found = [line.lstrip("# ") for line in lines if any(re.match(pattern, line) for pattern in patterns)]
    return ["", figures.fenced(found)] if found else []


def speed(lines):
    rows = rows_of(lines, 4, SPEED)
    return table(("measure", "ours, ns", "reference, ns", "ratio", "aim"), ([told, *rows[name], aim] for name, (told, aim) in SPEED.items())) + \
        kept(lines, r"fold: \d+ journals", r"decision: ", r"reason across items: ", r"due_day: ", r"memory: a ")


def register(lines):
    if "# the three agree" not in lines:
        refuse("the three ways do not agree, or the run did not end")
    rows = rows_of(lines, 6, REGISTER)
    head = ("measure", "ours, ms", "sorted array, ms", "ratio", "SQLite, ms", "ratio")
    return table(head, ([name, *rows[name]] for name in REGISTER)) + kept(lines, r"# \d+ ", r"# an event", r"# the three", r"# SQLite")


def size(lines):
    rows = rows_of([line[5:] for line in lines if line.startswith("size\t")], 4, SIZE)
    return table(("build", "code", "constants", "sum"), ([name, *(f"{int(cell):,}" for cell in rows[name])] for name in SIZE)) + kept(lines, r"size: ")


def main():
    ways = {way.__name__: way for way in (speed, register, size)}
    if len(sys.argv) != 3 or sys.argv[1] not in ways:
        sys.exit(__doc__)
    lines = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    write(sys.argv[1], ways[sys.argv[1]], lines)
    return 0


def written(way, lines):
    """The text of a part, from what was printed."""
    if not lines or not re.match(r"commit [0-9a-f]{12}\b", lines[0]):
        refuse("the first line names no commit")
    for line in lines:
        if line.startswith(("bench: ", "many: ", "gate: ")) or "FAIL" in line:
            refuse(line)
    return "\n".join([f"{lines[0][0].upper()}{lines[0][1:]}.", "", *way(lines)])


def write(name, way, lines):
    PAGE.write_text(figures.put(PAGE.read_text(encoding="utf-8"), name, written(way, lines)), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
