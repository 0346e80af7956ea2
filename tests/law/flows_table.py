#!/usr/bin/env python3
"""Writes docs/coverage-of-the-plan.md: each flow of a plan, the provisions that hold it, their rows, and the scenarios that show them.

    flows_table.py            writes the table
    flows_table.py --check    exits 1 when the table is not up to date, a flow of FLOWS has no provision, a provision with rows is
                              shown by no scenario, or a scenario shows what is no provision
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import lawtext
import points_table

ROOT = points_table.ROOT
DOCUMENT = ROOT / "docs" / "coverage-of-the-plan.md"
FLOWS = {
    "F1": "pharmacy referral", "F2": "detect, take charge, refer", "F3": "victim cells", "F4": "search for perpetrators",
    "F5": "case consultation", "F6": "offers to perpetrators", "F7": "systematic renewed contact", "F8": "first contact points",
    "F9": "course of a complaint or report", "F10": "police work: evaluation and complaint", "F11": "digital reports of property offences",
    "F12": "businesses: reporting and satisfaction", "F13": "municipal handling of nuisance, conflicts, requests",
    "F14": "discrimination, harassment, hate", "F15": "trafficking and exploitation", "F16": "identity checks", "F17": "crisis communication",
    "F18": "emergency dispatching", "F19": "records and hearings (training)", "F20": "victims of cybercrime", "F21": "another source than the police",
    "F22": "the plan's own cycle", "F23": "calls for projects", "R1": "resolution of 18 December 2020", "R2": "resolution of 5 June 2020",
}
HEAD = """# Coverage of the plan

Each flow of the Brussels safety plan 2021-2024, the provisions that hold it, their rows, and the scenarios that show them. Written by
`tests/law/flows_table.py` from the `.law` files and the `shows` lines of the `.case` files; the tests check that it is up to date. A provision is
*recorded* or *outside* where the text prints no step, with the reason in the place of rows. Figures are not held.

| flow | | provision | citation | rows | shown by |
|---|---|---|---|---|---|
"""


def flow_of(ident):
    return ident.replace("-", ".").split(".")[0]


def document():
    """(text, problems, shown, provisions)."""
    problems, lines, counted = [], [], 0
    _, provisions = lawtext.read([ROOT / "src" / "law"])
    for law in lawtext.PLANS:
        mine = {provision.id: provision for provision in provisions if provision.law == law}
        shown, places = points_table.scenarios(law)
        problems += [f"{place}: {ident} is no provision of {law}" for place, ident in places if ident not in mine]
        problems += [f"{law}: no provision of the flow {flow} ({name})" for flow, name in FLOWS.items()
                     if not any(flow_of(ident) == flow for ident in mine)]
        problems += [f"{law}: {ident} is of no flow" for ident in mine if flow_of(ident) not in FLOWS]
        order = list(FLOWS)
        for ident, provision in sorted(mine.items(), key=lambda pair: (order.index(flow_of(pair[0])), pair[0])):
            why = provision.why
            tests = why if why else "<br>".join(f"`{where}`" for where in shown.get(ident, []))
            if not tests:
                problems.append(f"{law}: no scenario shows {ident}; write one with `shows {ident}`")
            counted += bool(not why and tests)
            lines.append(f"| {flow_of(ident)} | {FLOWS[flow_of(ident)]} | {ident} | {provision.citation} | {points_table.rows_of(provision)} | {tests} |")
    tail = f"\n{len(lines)} provisions, {counted} shown by scenarios, {len(lines) - counted} recorded or outside.\n"
    return HEAD + "\n".join(lines) + "\n" + tail, problems


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    text, problems = document()
    if not sys.argv[1:]:
        DOCUMENT.write_text(text, encoding="utf-8")
    elif not DOCUMENT.is_file() or DOCUMENT.read_text(encoding="utf-8") != text:
        problems.append(f"{DOCUMENT.relative_to(ROOT)}: not up to date; run tests/law/flows_table.py")
    print("\n".join(problems + [text.rstrip().splitlines()[-1], f"{len(problems)} problems"]))
    return len(problems) != 0


if __name__ == "__main__":
    sys.exit(main())
