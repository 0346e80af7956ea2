#!/usr/bin/env python3
"""`ombud plan` on the example plan and on folders with faults; and the example against the reference texts. Speaks TAP.

    test_plan.py OMBUD [--update] [--law-points FOLDER]

Without --law-points the reference is left out; tests/run.sh lists it as a step of its own.
With --update the golden outputs are written anew: read the difference before you keep it.
"""
import argparse
import collections
import csv
import html.parser
import json
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from test_cli import ROOT, Tests

PLAN = "examples/plan"
CONTRADICTIONS = ROOT / "tests/cli/plan_contradictions.tsv"


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


# ---- what the verb shows -------------------------------------------------------------------------------------------------


class Page(html.parser.HTMLParser):
    """Which elements are opened and closed, and whether anything is fetched."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.seen = [], [], collections.Counter()

    def handle_starttag(self, tag, attributes):
        self.seen[tag] += 1
        if tag != "meta":
            self.open.append(tag)
        self.wrong += [name for name, value in attributes if name in ("src", "href") or "url(" in (value or "")]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def shown(t):
    for lang in ("en", "fr", "nl"):
        page = pathlib.Path(t.folder.name) / f"{lang}.html"
        code, out, err = t.run("plan", PLAN, "--lang", lang, "--html", str(page))
        t.golden(f"plan.{lang}.txt", out)
        t.ok(f"plan in {lang}: status 1, no line over 120 columns", code == 1 and not err and max(map(len, out.splitlines())) <= 120, err)
        text = page.read_text(encoding="utf-8")
        parsed = Page()
        parsed.feed(text)
        t.ok(f"plan in {lang}: HTML is whole and needs no other file", not parsed.open and not parsed.wrong and parsed.seen["table"] == 5
             and f'<html lang="{lang}">' in text, (parsed.open, parsed.wrong, parsed.seen))
    t.golden("plan.html", (pathlib.Path(t.folder.name) / "en.html").read_text(encoding="utf-8"))
    code, out, err = t.run("plan", PLAN, "--json")
    t.golden("plan.json", out)
    return json.loads(out)


def claims(t, plan):
    """What is known to contradict, one by one."""
    cells = {(cell["column"], cell["theme"]): cell for cell in plan["cells"]}
    found = collections.defaultdict(list)
    for finding in plan["findings"]:
        found[finding["fault"]].append(finding)
    t.ok("the column of the call is given exactly", all(cell["verdict"] == "equal" for (column, _), cell in cells.items() if column == "c1_call"))
    first = {(f["row"], f["printed"], f["computed"]) for f in found["cell"] if f["row"].startswith("c1_")}
    t.ok("six cells of table 1 contradict", first == {("c1_police-9", 0, 2), ("c1_regional-5", 0, 1), ("c1_outside-2", 1, 2),
                                                      ("c1_outside-4", 1, 2), ("c1_outside-8", 0, 1), ("c1_outside-9", 0, 1)}, first)
    second = {(f["row"], f["printed"], f["computed"]) for f in found["cell"] if f["row"].startswith("c2_")}
    t.ok("two of them also in table 2, by the links of 2021 alone", second == {("c2_regional-5", 0, 1), ("c2_outside-2", 1, 2)}, second)
    columns = ("police", "municipal", "regional", "call", "outside")
    printed = {(table, theme): [cells[f"c{table}_{name}", theme]["printed"] for name in columns] for table in "12" for theme in (*"123456789", None)}
    t.ok("both tables print the same cells", all(printed["1", theme] == printed["2", theme] for theme in (*"123456789", None)) and
         printed["1", None] == [37, 48, 10, 17, 15] and not any(f["row"].startswith(("c1_", "c2_")) for f in found["sum"] + found["of"]), printed)
    sums = [(f["row"], f["printed"], f["computed"]) for f in found["sum"]]
    t.ok("totals of the projects", sums == [("projects_2021-total", 52, 54), ("projects_2022-total", 50, 49)], sums)
    t.ok("named projects give the totals of the text", [cells[column, None]["counted"] for column in ("projects_2021", "projects_2022")] == [52, 50])
    columns = {f["row"]: (f["computed"], f["printed"]) for f in found["column"]}
    ways = {"recap_resolutions": (6, 9), "resolutions_acted": (5, 9), "resolutions_r1": (6, 9), "resolutions_r2": (7, 9)}
    t.ok("no way of counting gives the column of the resolutions", ways.items() <= columns.items(), columns)
    t.ok("the texts printed twice", [f["row"] for f in found["text"]] == ["1.3", "8.7"] and [f["row"] for f in found["repeated"]] == ["4.2"])
    t.ok("demands without a response", [f["row"] for f in found["no_response"]] == ["R1-22", "R1-24", "R2-05", "R2-06", "R2-07"])
    t.ok("listed without an action", [f["other"] for f in found["no_action"]] == ["1.3", "2.7", "1.8"])
    t.ok("acted on without being listed", {f["other"] for f in found["unlisted"]} == {"2.2", "6.4", "6.9"})
    days = [meeting["days"] for meeting in plan["meetings"] if meeting["duty"] == "cipol" and meeting["after"]]
    t.ok("days between the meetings", days == [287, 65, 96] and [f["row"] for f in found["early"]] == ["cipol-1"], days)
    figures = {f["row"]: f["computed"] for f in found["figure"]}
    t.ok("figures of the text", figures["interventions_2021"] == 790 and figures["interventions_2022"] == 767 and figures["bonuses_2022"] == 33
         and not {"literacy", "mediation", "bus_contacts_2021", "questionnaires", "recap_measures"} & set(figures)
         and figures["trained_growth"] == 4041 and figures["bus_2021"] == 2526 and "visits_2022" not in figures, figures)


def contradictions(t, plan):
    """Each contradiction that can be computed is shown, where plan_contradictions.tsv says."""
    found = {name for f in plan["findings"] for name in (f"{f['fault']}:{f['row']}", f"{f['fault']}:{f['row']}>{f.get('other')}")}
    found |= {f"{cell['column']}/{cell['theme'] or 'T'}={cell['verdict']}" for cell in plan["cells"]}
    rows = table(CONTRADICTIONS)
    t.ok("each contradiction is shown or has its reason", all(bool(row["shown"]) != bool(row["why"]) for row in rows))
    for row in rows:
        missed = [name for name in split(row["shown"]) if (name[1:] in found if name.startswith("-") else name not in found)]
        if row["shown"]:
            t.ok(f"contradiction {row['id']}", not missed, missed)
    named = {name.lstrip("-").partition(">")[0] for row in rows for name in split(row["shown"])}
    rest = sorted({f"{f['fault']}:{f['row']}" for f in plan["findings"]} - named)
    t.ok("what is found besides is known", {name.partition(":")[0] for name in rest} <= {"cell", "column", "meetings", "no_meeting", "no_response", "unlisted"}, rest)


def bad(t):
    def folder(name, change, wanted, *texts):
        copy = pathlib.Path(t.folder.name) / name.replace(" ", "-")
        shutil.copytree(ROOT / PLAN, copy)
        change(copy)
        t.exits(f"bad input: {name}", wanted, "plan", str(copy), err=texts if wanted == 2 else (), out=texts if wanted != 2 else ())

    def swap(file, old, new):
        def change(copy):
            text = (copy / file).read_bytes()
            assert old in text, (file, old)
            (copy / file).write_bytes(text.replace(old, new, 1))
        return change

    folder("a measure that is not there", swap("contributions.tsv", b"\t5.1;6.1\t", b"\t5.1;6.11\t"), 2, "contributions.tsv:4:", "'6.11'", "did you mean 6.1?")
    folder("an id twice", swap("demands.tsv", b"R1-02\t", b"R1-01\t"), 2, "demands.tsv:6:1: ", "already bears", "'R1-01'")
    folder("a sum that does not hold", swap("printed.tsv", b"c1_call-1\tc1_call\t1\t4\t9", b"c1_call-1\tc1_call\t1\t5\t9"), 1,
           "Associations in the call, Total: printed 17, the cells add up to 18", "Associations in the call, 1 Integrity of persons: printed 5, named 4")
    folder("a cut line", lambda copy: (copy / "themes.tsv").write_bytes((copy / "themes.tsv").read_bytes()[:-10]), 2, "themes.tsv:11:", "the last line does not end")
    folder("a field too few", swap("meetings.tsv", b"theft-1\ttheft\t", b"theft-1\t"), 2, "meetings.tsv:8:", "fewer fields than the header")
    folder("a field too many", swap("meetings.tsv", b"theft-1\ttheft\t", b"theft-1\t\ttheft\t"), 2, "meetings.tsv:8:", "more fields than the header")
    folder("not UTF-8", swap("actors.tsv", "Solidarcités".encode(), "Solidarcités".encode("latin-1")), 2, "actors.tsv:", "not UTF-8")
    folder("a table before those it speaks of", lambda copy: (copy / "themes.tsv").unlink(), 2, "measures.tsv:4:", "not loaded before it")
    folder("fewer tables", lambda copy: [(copy / f"{name}.tsv").unlink() for name in ("figures", "meetings", "printed")], 1, "What recurs")
    empty = pathlib.Path(t.folder.name) / "empty"
    empty.mkdir()
    t.exits("bad input: a folder without tables", 2, "plan", str(empty), err=["no table of a plan"])
    t.exits("bad input: two folders", 2, "plan", PLAN, PLAN, err=["one folder at most"])
    t.exits("bad input: a page that cannot be written", 2, "plan", PLAN, "--html", "/nowhere/page.html", err=["/nowhere/page.html: cannot be written"])
    right = pathlib.Path(t.folder.name) / "right"
    right.mkdir()
    (right / "themes.tsv").write_text("id\tlabel_en\n1\tOne\n")
    t.exits("a plan in which all agrees", 0, "plan", str(right), out=["Everything agrees."])


# ---- the reference texts -------------------------------------------------------------------------------------------------


def split(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def reference(t, folder):
    ours = lambda name: table(ROOT / PLAN / f"{name}.tsv")
    theirs = lambda name: table(pathlib.Path(folder) / "pgsp" / f"{name}.tsv")
    same = lambda what, a, b: t.ok(f"as in the reference: {what}", a == b and len(a) > 0, [pair for pair in zip(a, b) if pair[0] != pair[1]][:5] or (len(a), len(b)))
    same("themes", [(row["id"], row["measures"]) for row in ours("themes")], [(row["number"], row["denominator_in_table1"]) for row in theirs("themes")])
    same("measures", [(row["id"], row["theme"]) for row in ours("measures")], [(row["id"], row["theme"]) for row in theirs("measures")])
    same("wrong texts", [row["id"] for row in ours("measures") if row["text"] == "wrong"], [row["id"] for row in theirs("measures") if "ERROR IN SOURCE" in row["note"]])
    actors = {row["id"]: row for row in ours("actors")}
    same("actors", [(row["name"], row["category"]) for row in actors.values()], [(row["name"], row["category"]) for row in theirs("actors")])
    stated = [row for row in theirs("contributions") if row["action_ref"] == "" or not row["id"].startswith("RS-")]
    same("contributions", [(row["id"], row["category"], row["years"], row["themes"], row["measures"]) for row in ours("contributions")],
         [(row["id"], row["actor_category"], row["years"], row["themes"], row["measures"].replace("theme only", "")) for row in stated])
    links = {row["action_ref"]: row["measures"] for row in theirs("contributions") if row["id"].startswith("RS-")}
    actions = {row["id"]: row for row in ours("actions")}
    parts = {row["id"] for row in theirs("actions") if row["resolution"] and row["kind"] != "meeting"}
    same("actions", sorted(actions), sorted(parts))
    same("measures of actions", {name: actions[name]["measures"] for name in links}, links)
    same("demands", [(row["id"], row["resolution"], row["number"]) for row in ours("demands")], [(row["id"], row["resolution"], row["number_printed"]) for row in theirs("demands")])
    statuses = {"listed_for_information": "listed", "no_response_printed": "no_response"}
    same("statuses of demands", [row["status"] for row in ours("demands")], [statuses.get(row["response_status"], row["response_status"]) for row in theirs("demands")])
    same("resolutions", [(row["id"], row["date"], row["demands"], row["measures"]) for row in ours("resolutions")],
         [(row["id"], row["date"], row["demands_total"], row["linked_measures_listed"]) for row in theirs("resolutions")])
    same("days of meetings", sorted(row["date"] for row in ours("meetings") if row["duty"] in ("cipol", "vif")),
         sorted(row["date_start"] for row in theirs("actions") if row["kind"] == "meeting"))
    printed = {(row["column"], row["theme"]): (row["value"], row["of"]) for row in ours("printed")}
    themes = [*"123456789"]
    names = {"c1_police": "police_zones", "c1_municipal": "municipalities_and_lisa", "c1_regional": "regional_actors", "c1_call": "assoc_in_call", "c1_outside": "assoc_outside_call"}
    for column, name in names.items():
        same(f"cells of {column} in table 2", [printed[column.replace("c1", "c2"), row["theme"] if row["theme"] in themes else ""][0] for row in theirs("table_recap")
                                               if row["theme"] != "total_computed"], [row[name] for row in theirs("table_recap") if row["theme"] != "total_computed"])
    for column, name in names.items():
        same(f"cells of {column}", [printed[column, row["theme"] if row["theme"] in themes else ""] for row in theirs("table1") if row["theme"] != "total_computed"],
             [tuple(row[name].split("/")) for row in theirs("table1") if row["theme"] != "total_computed"])
    same("cells of the resolutions", [printed["recap_resolutions", row["theme"] if row["theme"] in themes else ""][0] for row in theirs("table_recap") if row["theme"] != "total_computed"],
         [row["resolutions"] for row in theirs("table_recap") if row["theme"] != "total_computed"])
    for year in ("2021", "2022"):
        same(f"cells of the projects of {year}", [printed["projects_" + year, theme][0] for theme in themes] + [printed["projects_" + year, ""][0]],
             [row["printed_" + year] for row in theirs("projects_by_theme") if row["theme"] in (*themes, "total_text")])
    recomputed = theirs("coverage_recomputed")
    columns = {"police_zone": "c1_police", "municipality+lisa": "c1_municipal", "regional_actor": "c1_regional", "assoc_in_call": "c1_call", "assoc_outside_call": "c1_outside"}
    cells = {(cell["column"], cell["theme"]): cell for cell in json.loads(t.run("plan", PLAN, "--json")[1])["cells"]}
    same("every cell of table 1 as recomputed there", [cells[columns[row["actor_category"]], row["theme"]]["counted"] for row in recomputed],
         [int(row["measures_named_in_text"].split("/")[0]) for row in recomputed])
    same("its contradictions", [row["theme"] + row["actor_category"] for row in recomputed if cells[columns[row["actor_category"]], row["theme"]]["verdict"] == "contradicts"],
         [row["theme"] + row["actor_category"] for row in recomputed if row["verdict"] == "CONTRADICTION"])
    text = (pathlib.Path(folder) / "pgsp" / "anomalies.md").read_text(encoding="utf-8")
    same("the list of contradictions", [row["id"] for row in table(CONTRADICTIONS)], re.findall(r"^\| ([A-F]\d\d) \|", text, re.MULTILINE))
    labels = [row["label_fr"] for row in ours("measures")]
    sentences = [row["text_fr"] for row in theirs("measures")]
    t.ok("no text of a measure is copied", all(label and label not in sentence for label, sentence in zip(labels, sentences)),
         [label for label, sentence in zip(labels, sentences) if label in sentence])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ombud")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--law-points", default="")
    options = parser.parse_args()
    t = Tests(str(pathlib.Path(options.ombud).resolve()), options.update)
    plan = shown(t)
    claims(t, plan)
    contradictions(t, plan)
    bad(t)
    if options.law_points:
        reference(t, options.law_points)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
