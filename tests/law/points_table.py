#!/usr/bin/env python3
"""Writes docs/coverage-of-the-law.md: each point of the law, the provision that holds it, its rows, and the scenarios that show it.

    points_table.py --law-points FOLDER [--check]

FOLDER holds the reference texts. A scenario shows a point by a line `shows POINT, …`. The table takes every article of
which a .law file holds a provision, from the points' first two parts (15.4). With --check nothing is written: exits 1 if
the document differs, if a point that is not outside has no scenario, if a scenario shows a point that does not exist, or if a question
that the folder's list of a law asks (`| Q-nn |`) is neither a reading nor a question of that law.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import lawtext

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "coverage-of-the-law.md"
HEAD = """# Coverage of the law

Each point of a law, the provision that holds it, the rows under that provision, and the scenarios that show it. Written by
`tests/law/points_table.py` from the points, the `.law` files and the `shows` lines of the `.case` files; the tests check that it is up to date.
A point is shown when a scenario says so by `shows` and holds; `tests/law/missed_points.c` looks that, without the rows of the provision, one of
the scenarios of each of its points fails.
"""


def part(ident):
    """The part of a law that is written as a whole: 15.4 of 15.4.a4.1."""
    return ".".join(ident.split(".")[:2])


def scenarios(law):
    """{point: [file:scenario]} of the cases of a law, and [(place, point)] of all that is shown."""
    shown, places = {}, []
    for path in sorted([*ROOT.glob("tests/cases/**/*.case"), *ROOT.glob("examples/cases/**/*.case")]):
        name, mine = None, False
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            words = lawtext.uncomment(raw).replace(",", " ").split()
            if not words:
                continue
            if words[0] == "law":
                mine = words[1] == law
            elif words[0] == "scenario":
                name = words[1]
            elif words[0] == "shows" and mine:
                for point in words[1:]:
                    shown.setdefault(point, []).append(f"{path.relative_to(ROOT / 'tests' / 'cases') if 'tests' in path.parts else path.name}: {name}")
                    places.append((f"{path.relative_to(ROOT)}:{number}", point))
    return shown, places


def rows_of(provision):
    """The rows of a provision in short, each name once."""
    if provision.why:
        return provision.why
    said = []
    for kind, name, _ in provision.rows:
        for one in name.split(",") if kind == "move" else [name]:
            text = f"{kind} `{one}`"
            if text not in said:
                said.append(text)
    return ", ".join(said)


def document(folder):
    """(text, problems)."""
    text, problems = [HEAD], []
    _, provisions = lawtext.read([ROOT / "src" / "law"])
    for law in sorted({provision.law for provision in provisions} - set(lawtext.PLANS)):
        mine = {provision.id: provision for provision in provisions if provision.law == law}
        parts = {part(ident) for ident in mine}
        all_points = {row["point"].split(":", 1)[1]: row for row in lawtext.points(folder, law)}
        points = {point: row for point, row in all_points.items() if part(row["provision"].split(":", 1)[1]) in parts}
        shown, places = scenarios(law)
        problems += [f"{place}: {point} is no point of {law}; use an id of the column 'point'" for place, point in places if point not in all_points]
        table, missing = [], 0
        for point, row in points.items():
            ident = row["provision"].split(":", 1)[1]
            provision = mine.get(ident)
            if provision is None:
                problems.append(f"{law}: {point} belongs to {ident}, which no .law file holds; write the provision")
                continue
            if row["logic"] == "outside" or provision.why == "outside":
                tests = "outside"
            elif point in shown:
                tests = "<br>".join(f"`{where}`" for where in shown[point])
            else:
                problems.append(f"{law}: no scenario shows {point}; write one with `shows {point}`")
                tests, missing = "none", missing + 1
            table.append(f"| {point} | {ident} | {rows_of(provision)} | {tests} |")
        text.append(f"\n## {law}\n\n{len(table)} points in {', '.join(sorted(parts))}; {len(table) - missing} shown or outside; "
                    f"{len(all_points) - len(points)} points of this law are not written yet.\n\n"
                    "| point | provision | rows | shown by |\n|---|---|---|---|\n" + "\n".join(table) + "\n")
    return "".join(text), problems


def main():
    arguments = sys.argv[1:]
    only_check = "--check" in arguments
    arguments = [argument for argument in arguments if argument != "--check"]
    if len(arguments) != 2 or arguments[0] != "--law-points":
        sys.exit(__doc__)
    text, problems = document(arguments[1])
    if only_check:
        if not DOCUMENT.is_file() or DOCUMENT.read_text(encoding="utf-8") != text:
            problems.append(f"{DOCUMENT.relative_to(ROOT)}: not up to date; run tests/law/points_table.py --law-points FOLDER")
    else:
        DOCUMENT.write_text(text, encoding="utf-8")
    counts = [int(count) for count in re.findall(r"^(\d+) points in ", text, re.MULTILINE)]
    print("\n".join(problems + [f"{sum(counts)} points of {len(counts)} laws, {len(problems)} problems"]))
    return len(problems) != 0


if __name__ == "__main__":
    sys.exit(main())
