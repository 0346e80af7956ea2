#!/usr/bin/env python3
"""Figures and differences of cases: `ombud figures` against a count of its own, in text, CSV and JSON, the JSON against
docs/figures.schema.json; `ombud diff` against what another wording or setting must move. Speaks TAP.

    test_figures.py OMBUD SCHEMA
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

OMBUD, SCHEMA = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text())
results = []


def check(name, fine, why=""):
    results.append(fine)
    print(f"{'ok' if fine else 'not ok'} {len(results)} - {name}")
    if not fine:
        print("# " + str(why).replace("\n", "\n# "))


def ombud(*words):
    done = subprocess.run([OMBUD, *map(str, words)], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


# ---- the part of JSON Schema that docs/figures.schema.json uses ------------------------------------------------------

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"$schema", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties", "properties", "const",
         "pattern", "minimum", "maximum", "items", "minItems", "maxItems"}


def is_of(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(value, schema, place="$"):
    assert set(schema) <= KNOWN, f"the schema says {set(schema) - KNOWN}, which is not looked at here"
    found = []
    if "$ref" in schema:
        found += faults(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], place)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_of(value, name) for name in types):
        return found + [f"{place} is no {types}: {value!r}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{place} is not {schema['const']!r}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{place} does not match: {value!r}")
    if is_of(value, "integer") and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{place} is out of range: {value}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{place} has {len(value)} items")
        for i, one in enumerate(value):
            found += faults(one, schema.get("items", {}), f"{place}[{i}]")
    if isinstance(value, dict):
        found += [f"{place} lacks {key}" for key in schema.get("required", []) if key not in value]
        for key, one in value.items():
            if key in schema.get("properties", {}):
                found += faults(one, schema["properties"][key], f"{place}.{key}")
            elif schema.get("additionalProperties", True) is False:
                found.append(f"{place} has {key} besides")
    return found


# ---- cases of which it is known what must come out --------------------------------------------------------------------

def report(number, channel, received, acknowledged):
    lines = [f"scenario report {number}", f"  case {number}",
             f"  {received}  report.received r1 by=p2 reporter=p1 channel={channel} form=written"]
    if acknowledged:
        lines.append(f"  {acknowledged}  report.acknowledged r1 by=p2")
    return lines


HEAD = ["law bxl2019", "person p1 reporter", "person p2 contact_point"]
# channel, received, acknowledged, how many
GROUPS = [("external", "2025-03-03", "2025-03-05", 21), ("external", "2025-03-03", "2025-03-20", 3),
          ("external", "2025-12-29", "", 4), ("external", "2025-06-02", "", 7), ("external", "2024-06-03", "2024-06-04", 9),
          ("internal", "2025-06-02", "", 2)]
AS_OF = "2026-01-02"


def suite(folder):
    lines, number = list(HEAD), 0
    for channel, received, acknowledged, many in GROUPS:
        for _ in range(many):
            number += 1
            lines += report(number, channel, received, acknowledged)
    path = folder / "suite.case"
    path.write_text("\n".join(lines) + "\n")
    return path


def table(figures, name):
    return next(one for one in figures["tables"] if one["name"] == name)


def counts(figures, name):
    return {tuple(cell["at"]): cell["count"] for cell in table(figures, name)["counts"]}


def test_figures(folder):
    path = suite(folder)
    period = ("--from", "2025-01-01", "--to", "2025-12-31", "--as-of", AS_OF)
    code, out, err = ombud("figures", path, *period, "--threshold", 0, "--json")
    check("figures of a suite are counted", code == 0 and not err, err)
    whole = json.loads(out)
    found = faults(whole, SCHEMA)
    check("the JSON is what the schema says", not found, "\n".join(found))
    check("and the schema can tell what it is not", faults({**whole, "threshold": "5"}, SCHEMA) and faults({**whole, "more": 1}, SCHEMA))
    channels = counts(whole, "reports_by_channel")
    check("each report counts once, in its period",
          channels == {("internal",): 2, ("external",): 35, ("unknown",): 0, ("all",): 37}, channels)
    told = counts(whole, "acknowledgements")
    # Of the internal ones no external acknowledgement is due; of those of 29 December it is not due yet.
    want = {"met": 21, "met_late": 3, "overdue": 7, "excused": 0, "lapsed": 0, "open": 4, "none": 2, "all": 37}
    check("what became of the acknowledgements", {key[0]: n for key, n in told.items()} == want, told)
    check("what is not yet due is outside the denominator", table(whole, "acknowledgements")["due"] == 31,
          table(whole, "acknowledgements"))
    code, out, _ = ombud("figures", path, *period, "--json")
    public = json.loads(out)
    check("withheld counts keep to the schema", not faults(public, SCHEMA), faults(public, SCHEMA))
    hidden = counts(public, "acknowledgements")
    small = [hidden[(name,)] for name in ("met_late", "open", "none")]
    check("counts from 1 to 4 are withheld", small == [None, None, None] and hidden[("all",)] == 37, hidden)
    check("and so is a denominator that would tell them", table(public, "acknowledgements")["due"] is None and
          table(public, "acknowledgements")["due_withheld"])
    hidden = counts(public, "reports_by_channel")
    check("a single small count takes another with it", hidden[("internal",)] is None and hidden[("external",)] is None and
          hidden[("all",)] == 37, hidden)

    # ---- the other formats
    for threshold, figures in ((0, whole), (5, public)):
        _, out, _ = ombud("figures", path, *period, "--threshold", threshold, "--csv")
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        same = True
        for one in figures["tables"]:
            mine = [row for row in rows if row["table"] == one["name"] and row["what"] in ("count", "total")]
            same &= [(tuple(v for v in ([row["first_value"]] if row["first_axis"] else []) +
                            ([row["second_value"]] if row["second_axis"] else [])),
                      int(row["count"]) if row["withheld"] == "no" else None) for row in mine] == \
                    [(tuple(cell["at"]), cell["count"]) for cell in one["counts"]]
            due = [row for row in rows if row["table"] == one["name"] and row["what"] == "due"]
            same &= (not due and one["due"] is None) or due[0]["count"] == ("" if one["due"] is None else str(one["due"]))
        check(f"CSV says what JSON says, threshold {threshold}", same and out.endswith("\r\n"), out[:800])
    for lang, word in (("en", "acknowledgements of external reports"), ("fr", "accusés de réception"), ("nl", "ontvangstbevestigingen")):
        code, out, err = ombud("figures", path, *period, "--lang", lang, "--color", "never")
        check(f"the text says it in {lang}", code == 0 and word in out and max(map(len, out.split("\n"))) <= 120, out + err)
    code, out, _ = ombud("figures", path, *period, "--lang", "fr")
    check("French rows agree with whatever the table counts", "n'a pas couru" in out and "pas encore d'état" in out and
          not re.search(r"^  (tous|aucun|échu|non fait)", out, re.M), out)
    code, out, _ = ombud("figures", path, "--as-of", AS_OF, "--json")
    year = json.loads(out)
    check("without a period it is the year of the day", (year["from"], year["to"]) == ("2026-01-01", "2026-12-31"), year["from"])

    # ---- what cannot be counted
    other = folder / "other.case"
    other.write_text("\n".join(HEAD + ["set roll next_working_day"] + report(1, "external", "2025-03-03", "")) + "\n")
    code, _, err = ombud("figures", path, other)
    check("cases under other settings are not counted together", code == 2 and "counted under one choice" in err, err)
    for words in (("figures",), ("figures", path, "--threshold", "2"), ("figures", path, "--threshold", "x"),
                  ("figures", path, "--from", "2025-02-01", "--to", "2025-01-01"), ("figures", path, "--from", "2025-02-30"),
                  ("figures", path, "--known-by", "2025-02-29"), ("figures", folder / "none.case")):
        code, out, err = ombud(*words)
        check(f"exit status 2 for {' '.join(map(str, words[-2:]))[-40:]}", code == 2 and err and not out, f"{code} {err}")


# ---- diff ---------------------------------------------------------------------------------------------------------------

LAW = """\
law tiny
title en "T"
force law
source "0"
verified 2040-01-01
role desk
item person p
item file f
  states lodged, done
  event lodged, answered by desk
  fact ready stated by desk
{provisions}
"""
ONE = """\
provision {id} "Art. {id}" since {since}{until}
  anchor "a"
  gloss en "G."
  file.lodged: -> lodged
  file.answered: lodged -> done{guard}
  duty answer desk to desk
    opened by file.lodged
    within at most {period}
    met by file.answered
"""


def law(folder, name, *wordings):
    path = folder / name
    path.write_text(LAW.format(provisions="".join(wordings)))
    return path


def test_as_of(folder):
    """Each case as it stood at the end of the day, by what was entered by then."""
    path = folder / "later.case"
    path.write_text("\n".join([*HEAD, *report(1, "external", "2025-03-03", "2025-03-05"), *report(2, "external", "2025-03-03", ""),
                               "  2025-03-06 report.acknowledged r1 by=p2 entered=2026-02-02",
                               *report(3, "external", "2025-03-03", "2026-02-01"), *report(4, "external", "2026-01-05", "2026-01-06")]))
    seen = {}
    for words in ((), ("--as-of", "2025-12-31"), ("--as-of", "2025-12-31", "--known-by", "2026-03-01"), ("--as-of", "2026-01-31")):
        code, out, err = ombud("figures", path, "--from", "2025-01-01", "--to", "2026-12-31", "--threshold", 0, *words, "--json")
        told = counts(json.loads(out), "acknowledgements") if code == 0 else {}
        seen[words] = (err, *(told.get((one,)) for one in ("met", "met_late", "overdue", "all")))
    check("with all lines, on the last of their days", seen[()] == ("", 3, 1, 0, 4), seen)
    check("as of a day, what came or was entered later does not count", seen[("--as-of", "2025-12-31")] == ("", 1, 0, 2, 3), seen)
    check("--known-by lets what was entered later count", seen[("--as-of", "2025-12-31", "--known-by", "2026-03-01")] == ("", 2, 0, 1, 3), seen)
    check("a later day, more of it", seen[("--as-of", "2026-01-31")] == ("", 2, 0, 2, 4), seen)
    # What is struck out after the day counted on it.
    path.write_text("\n".join([*HEAD, *report(1, "external", "2025-03-03", "2025-03-05"), "  2025-06-02 void 2"]))
    told = [counts(json.loads(ombud("figures", path, "--as-of", day, "--threshold", 0, "--json")[1]), "acknowledgements")[("met",)]
            for day in ("2025-06-01", "2025-06-02")]
    check("what was struck out later counts until then", told == [1, 0], told)


def test_settings_differ(folder):
    one, two = folder / "one.case", folder / "two.case"
    lines = [line for line in report(1, "external", "2025-03-03", "") if not line.startswith("scenario")]
    for first, second, wanted in (("set length follow_up P14D", "set length follow_up P10D",
                                   [f"{one} sets 'length follow_up P14D'", f"{two} sets 'length follow_up P10D'"]),
                                  ("set length follow_up P14D", "", [f"{one} sets 'length follow_up P14D', and {two} does not"]),
                                  ("", "set holiday 2025-05-02", [f"{two} sets 'holiday 2025-05-02', and {one} does not"])):
        one.write_text("\n".join([HEAD[0], first, *HEAD[1:], *lines]) + "\n")
        two.write_text("\n".join([HEAD[0], second, *HEAD[1:], *lines]) + "\n")
        code, out, err = ombud("figures", one, two)
        check(f"which setting differs, and where: {first or second}", code == 2 and not out and all(one in err for one in wanted), err)
    bad = folder / "bad.settings"
    bad.write_text("length no_such P3D\n")
    code, out, err = ombud("due", one, "--settings", bad)
    check("settings that are refused leave stdout empty", code == 2 and not out and "bad.settings:1" in err, out + err)


def test_diff(folder):
    whole = ONE.format(id="1", since="2000-01-01", until="", guard="", period="P30D")
    before = ONE.format(id="1", since="2000-01-01", until=" until 2025-12-31", guard="", period="P30D")
    after = ONE.format(id="1", since="2026-01-01", until="", guard="\n  file.answered only when ready", period="P10D")
    old, new = law(folder, "old.law", whole), law(folder, "new.law", before, after)
    path = folder / "two.case"
    # The first file was lodged under the old wording, whose duty it keeps; the others under the new one.
    path.write_text("""\
law tiny
person p1 desk
scenario opened before
  2025-12-20 file.lodged f1 by=p1
  on 2026-01-25
scenario opened after
  2026-01-02 file.lodged f1 by=p1
  on 2026-01-25
scenario answered after
  2026-01-02 file.lodged f1 by=p1
  2026-01-09 file.answered f1 by=p1
""")
    code, out, err = ombud("diff", path, "--law", old, "--new-law", new)
    want = """\
two.case: opened after: finding answer f1: none -> late 2026-01-13 tiny:1
two.case: opened after: term answer f1: open 2026-02-01 tiny:1 -> overdue 2026-01-12 tiny:1
two.case: answered after: verdict file.answered f1 (line 2): permitted tiny:1 -> undetermined tiny:1
two.case: answered after: finding answered f1: none -> not_shown 2026-01-09 tiny:1
two.case: answered after: term answer f1: met 2026-02-01 tiny:1 -> met 2026-01-12 tiny:1
2 of 3 cases move
"""
    check("another wording moves what it governs, and a duty keeps the wording it was opened under", code == 1 and out == want, out + err)
    code, out, _ = ombud("diff", path, "--law", old, "--new-law", new, "--json")
    moves = [json.loads(line) for line in out.splitlines()]
    check("the same as JSON", code == 1 and [m["what"] for m in moves] == ["finding", "term", "verdict", "finding", "term"] and
          moves[1]["before"] == {"word": "open", "day": "2026-02-01", "provision": "tiny:1"} and moves[0]["before"] is None, out)
    code, out, _ = ombud("diff", path, "--law", old, "--new-law", old)
    check("nothing moves under the same wording", code == 0 and out == "0 of 3 cases move\n", out)
    code, out, _ = ombud("diff", path, "--law", old, "--new-setting", "period file.answer P5D")
    check("a setting moves last days", code == 1 and "overdue 2025-12-25" in out and "3 of 3 cases move" in out, out)
    settings = folder / "new.settings"
    settings.write_text("# shorter\nperiod file.answer P5D\n")
    same = ombud("diff", path, "--law", old, "--new-settings", settings)
    check("a file of settings says the same", same[:2] == (code, out), same)
    renamed = law(folder, "renamed.law", whole.replace("answered", "replied"))
    renamed.write_text(renamed.read_text().replace("event lodged, answered", "event lodged, replied"))
    code, out, err = ombud("diff", path, "--law", old, "--new-law", renamed)
    check("a journal that the other wording cannot read is told with its line", code == 2 and "two.case:11:" in err and not out, out + err)
    other = law(folder, "other.law", whole)
    other.write_text(other.read_text().replace("law tiny", "law teeny"))
    code, out, err = ombud("diff", path, "--law", old, "--new-law", other)
    check("another law is not taken for a wording that moves nothing", code == 2 and not out and "teeny" in err and "other.law" in err, out + err)
    mixed = folder / "mixed.case"
    mixed.write_text(path.read_text().replace("law tiny", "law teeny"))
    code, out, err = ombud("diff", path, mixed, "--law", old, "--law", other, "--new-law", new)
    check("cases of other laws are counted", code == 1 and out.endswith("2 of 6 cases move, 3 of another law\n"), out + err)
    for words in (("diff",), ("diff", path), ("diff", path, "--law", old, "--new-law", folder / "none.law"),
                  ("diff", path, "--law", old, "--new-setting", "period file.answer P60D")):
        code, out, err = ombud(*words)
        check(f"exit status 2 for {' '.join(map(str, words[-2:]))[-40:]}", code == 2 and err and not out, f"{code} {out} {err}")


with tempfile.TemporaryDirectory() as name:
    test_figures(pathlib.Path(name))
    test_as_of(pathlib.Path(name))
    test_settings_differ(pathlib.Path(name))
    test_diff(pathlib.Path(name))
print(f"1..{len(results)}")
sys.exit(not all(results))
