#!/usr/bin/env python3
"""Every verb of the command line program: what it prints, its exit statuses, its messages for bad input. Speaks TAP.

    test_cli.py OMBUD [--update]

--update writes the golden files from what comes out; read them against the law before keeping them.
"""
import json
import pathlib
import re
import sys
import time
import xml.etree.ElementTree

from program import ROOT, Tests

LATE = "examples/cases/late-acknowledgement.case"
VERBS = ["run", "check", "audit", "may", "due", "route", "show", "rules", "laws", "provisions", "readings", "words",
         "date", "timeline", "calendar", "draw", "boundaries", "plan", "prove", "explore"]

# A law and a case of our own: what is tested here is the program, not a law.
TINY_LAW = (ROOT / "tests/tiny.law").read_text(encoding="utf-8")
TINY_CASE = """\
law tiny
case 7
person p1 guest
person p2 keeper
2026-01-05 parcel.arrived x1 by=p2 owner=p1
on 2026-01-08
  expect duty hand_over x1 open due=2026-01-08 because=1
on 2026-01-09
  expect duty hand_over x1 overdue because=1
  expect may parcel.handed_over x1 by=p2 undetermined missing=signed because=2
"""


def without_digests(text):
    """A digest tells revisions of the law apart and so changes with each; its form is what counts here."""
    return re.sub(r'("(?:law|settings)_digest":)"[0-9a-f]{16}"', r'\1"…"', text)


def help_and_usage(t):
    t.exits("--help names every verb", 0, "--help", out=["ombud " + verb for verb in VERBS] + ["Exit status"])
    t.exits("--version", 0, "--version", out=["ombud 0."])
    for verb in VERBS:
        t.exits(f"{verb} --help", 0, verb, "--help", out=[f"usage: ombud {verb}", "Exit status"])
        wide = [line for line in t.run(verb, "--help")[1].splitlines() if len(line) > 120]
        t.ok(f"{verb} --help keeps to 120 columns", not wide, wide)
        t.exits(f"help {verb} says the same", 0, "help", verb, out=[f"usage: ombud {verb}"])
        t.exits(f"{verb}: an unknown option", 2, verb, "--nonsense", err=["--nonsense", f"see ombud {verb} --help"])
    for verb in ("run", "check", "audit", "may", "due", "show", "rules", "words", "date", "timeline", "draw", "boundaries", "prove", "explore"):
        t.exits(f"{verb} without words", 2, verb, err=[f"ombud {verb}: "])
    t.exits("no verb", 2, err=["a verb is missing"])
    for verb, out in (("timeline", "FILE        write the picture"), ("calendar", "FILE        write the calendar"),
                      ("draw", "FILE        write the graph"), ("prove", "FOLDER      also write the cases that show a flaw"),
                      ("explore", "FOLDER      also write the cases that show what does not hold")):
        t.exits(f"{verb}: --out is its own", 0, verb, "--help", out=["--out " + out])
    t.exits("an unknown verb", 2, "judge", err=["judge", "ombud --help"])
    t.exits("an option another verb takes", 2, "run", LATE, "--tap", err=["does not take", "--tap"])
    t.exits("a value is missing", 2, "run", LATE, "--as-of", err=["a value is missing after '--as-of'"])
    t.exits("a value too many", 2, "run", LATE, "--json=yes", err=["takes no value"])
    t.exits("a day that is none", 2, "run", LATE, "--as-of", "2026-02-30", err=["--as-of cannot be '2026-02-30'", "a day such as"])
    t.exits("a language that is none", 2, "run", LATE, "--lang", "de", err=["fr, nl or en"])
    t.exits("a person that is none", 2, "may", LATE, "report.examined r1", "--by", "px", err=["a person such as p2"])
    t.exits("two files for run", 2, "run", LATE, LATE, err=["exactly one file"])
    t.exits("what is no item cannot walk with one", 2, "explore", "bxl2019", "report", "--with", "claim,reprot", err=["'reprot'", "did you mean report?"])
    t.exits("nor what is no event", 2, "explore", "bxl2019", "--with", "report.recieved", err=["'report.recieved'", "did you mean report.received?"])
    t.exits("nothing to walk with", 2, "explore", "bxl2019", "--with=", err=["--with cannot be ''", "items or events of the law"])
    t.exits("what was asked to be left out is told", 0, "explore", "bxl2019", "report", "--with", "report.received,report.deleted", "--situations", "200",
            out=["left out: as asked, items of person, transmission, claim, public_disclosure, record",
                 "untried report.kept_while_claimed (0 times)", "0 errors, 0 warnings"])
    man = (ROOT / "examples/ombud/ombud.1").read_text()
    t.ok("the manual page names every verb", all(f".It Cm {verb}\n" in man for verb in VERBS), man[:200])
    helps = "".join(t.run(verb, "--help")[1] for verb in VERBS)
    named = set(re.findall(r"(--[a-z-]+)", helps))
    t.ok("the manual page names every option", all(re.search(rf"Fl -{name[2:]}\b", man) for name in named), named)


def run(t):
    for lang in ("en", "fr", "nl"):
        code, out, err = t.run("run", LATE, "--as-of", "2026-05-03", "--lang", lang)
        t.golden(f"run.{lang}.txt", out)
        t.ok(f"run in {lang}: status 0, no line over 120 columns", code == 0 and not err and max(map(len, out.splitlines())) <= 120, err)
    out = t.run("run", LATE, "--as-of", "2026-05-03", "--json")[1]
    t.golden("run.json", without_digests(out))
    case = json.loads(out)
    due = {term["name"]: term["due"] for term in case["terms"]}
    t.ok("run --json: seven days and three months", due["acknowledge"] == "2026-02-09" and due["feedback"] == "2026-05-02", due)
    t.ok("run --json: one object on one line", out.count("\n") == 1 and case["kind"] == "case" and case["case"] == 1)
    t.ok("the digest has its form", re.fullmatch("[0-9a-f]{16}", case["receipt"]["law_digest"]) is not None, case["receipt"])
    t.exits("without --as-of: the last day written", 0, "run", LATE, out=["Monday 4 May 2026"])
    t.exits("known by a day", 0, "run", LATE, "--as-of", "2026-02-15", "--known-by", "2026-02-15",
            out=["as known by 15 February 2026", "overdue 6 days"])
    text = (ROOT / LATE).read_bytes()
    same = t.run("run", "-", stdin=text)[1].replace("stdin", "late-acknowledgement.case")
    t.ok("- is stdin", [line.split() for line in same.splitlines()] == [line.split() for line in t.run("run", LATE)[1].splitlines()], same)
    plain, coloured = t.run("run", LATE)[1], t.run("run", LATE, "--color", "always")[1]
    t.ok("colour only if asked", "\x1b" not in plain and re.sub(r"\x1b\[\d+m", "", coloured) == plain and "\x1b[31m" in coloured, coloured)
    t.ok("the same bytes twice", t.run("run", LATE)[1] == plain)


def check(t, law, case):
    t.exits("check: all met", 0, "check", case, "--law", law, out=["3 passed, 0 failed\n"])
    wrong = t.file("wrong.case", TINY_CASE.replace("open due=2026-01-08", "open due=2026-01-09"))
    out = t.exits("check: one failed", 1, "check", wrong, "--law", law, out=["2 passed, 1 failed\n", "wrong.case:7: failed"])
    t.ok("a failure shows what was expected, got, why, and the line that would hold",
         all(word in out for word in ("due=2026-01-09", "due=2026-01-08", "tiny:1  Rule 1", "A parcel is handed over", "to paste")), out)
    pasted = re.search(r"to paste +(.*)", out)
    mended = t.file("mended.case", TINY_CASE.replace("expect duty hand_over x1 open due=2026-01-08 because=1", pasted.group(1) if pasted else ""))
    t.exits("the line to paste holds", 0, "check", mended, "--law", law, out=["3 passed, 0 failed"])
    out = t.exits("check --tap", 1, "check", wrong, "--law", law, "--tap", out=["TAP version 13\n", "not ok 1 - ", "\nok 2 - ", "\n1..3\n"])
    t.ok("nothing but TAP", all(re.match(r"(TAP version 13|ok |not ok |# |1\.\.)", line) for line in out.splitlines()), out)
    out = t.exits("check --json", 1, "check", wrong, "--law", law, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    t.ok("check --json: rows and a sum", [row.get("met") for row in rows] == [False, True, True, None]
         and rows[0]["provision"] == "tiny:1" and rows[-1] == {"kind": "sum", "passed": 2, "failed": 1}, out)
    t.exits("check: nothing expected", 2, "check", t.file("none.case", TINY_CASE.split("on 2026-01-08")[0]), "--law", law,
            out=["0 passed, 0 failed"], err=["no expectation"])
    t.exits("a bad file among good ones", 2, "check", case, t.file("bad.case", "nonsense\n"), "--law", law, err=["bad.case:1:1: "],
            out=["3 passed, 0 failed"])


def coverage(t, law, case):
    out = t.exits("check --coverage", 0, "check", case, "--law", law, "--coverage", out=["coverage of tiny\n", "\n3 passed, 0 failed\n"])
    t.ok("figures and gaps", all(re.search(rf"^  {name} +\d+ of +\d+ +\d+ %$", out, re.MULTILINE) for name in
         ("provisions", "rows", "conditions", "outcomes", "boundaries", "versions"))
         and re.search(r"^  tiny:1:\d+  outcome: never came: met, in: duty hand_over", out, re.MULTILINE), out)
    out = t.exits("check --coverage --tap", 0, "check", case, "--law", law, "--coverage", "--tap", out=["# coverage of tiny\n"])
    t.ok("nothing but TAP with coverage", all(re.match(r"(TAP version 13|ok |# |1\.\.)", line) for line in out.splitlines()), out)
    rows = [json.loads(line) for line in t.exits("check --coverage --json", 0, "check", case, "--law", law, "--coverage", "--json").splitlines()]
    figures = {row["of"]: row for row in rows if row["kind"] == "coverage"}
    gaps = [row for row in rows if row["kind"] == "gap"]
    t.ok("JSON: as many gaps as are not covered", len(figures) == 6 and len(gaps) == sum(f["total"] - f["covered"] for f in figures.values())
         and {"law": "tiny", "of": "outcome", "provision": "tiny:1", "what": "met", "why": "never came"}.items()
         <= next(row for row in gaps if row["of"] == "outcome").items(), rows)
    reached = figures["rows"]["covered"] * 100 // figures["rows"]["total"]
    t.ok("not all rows of the tiny law are covered", 0 < reached < 100, reached)
    t.exits("check --fail-under: reached", 0, "check", case, "--law", law, "--fail-under", str(reached))
    t.exits("check --fail-under: missed", 1, "check", case, "--law", law, "--fail-under", str(reached + 1),
            out=["3 passed, 0 failed\n"], err=[f"{reached} % of the rows of tiny", f"under {reached + 1}"])
    t.exits("check --fail-under: no percentage", 2, "check", case, "--fail-under", "101", err=["a percentage"])
    # Two files of one law are one coverage; the other file meets the duty.
    met = t.file("met.case", TINY_CASE.split("on 2026-01-08")[0] + "2026-01-08 fact x1 signed=yes by=p1\n2026-01-08 parcel.handed_over x1 by=p2\n"
                 "on 2026-01-08\n  expect duty hand_over x1 met\n")
    out = t.exits("check --coverage: two files", 0, "check", case, met, "--law", law, "--coverage")
    t.ok("the second file closes a gap", "never came: met" not in out, out)


def junit(t, law, case):
    wrong = t.file("wrong.case", TINY_CASE.replace("open due=2026-01-08", "open due=2026-01-09"))
    report = t.file("report.xml", "")
    t.exits("check --junit", 1, "check", case, wrong, case, "--law", law, "--junit", report)
    suites = xml.etree.ElementTree.parse(report).getroot()
    t.ok("JUnit: suites, tests and what failed", suites.attrib == {"tests": "9", "failures": "1", "errors": "0"}
         and [suite.get("tests") for suite in suites] == ["3", "3", "3"] and "got " in suites.find(".//failure").get("message"), suites.attrib)
    t.exits("check --junit: a bad file", 2, "check", t.file("bad<&>.case", "nonsense\n"), "--junit", report, err=["bad<&>.case:1:1: "])
    suites = xml.etree.ElementTree.parse(report).getroot()
    t.ok("JUnit: a file that cannot be read is an error", suites.attrib == {"tests": "1", "failures": "0", "errors": "1"}
         and suites[0].get("name").endswith("bad<&>.case"), suites.attrib)
    t.exits("check --junit: cannot be written", 2, "check", case, "--law", law, "--junit", report + "/no", err=["cannot be written"])


# Of one requirement, each is told what it answers for itself: a site its owner, a name whoever holds the report and let it out.
ANSWERABLE = """law bxl2019
case 41
person p1 reporter
person p2 contact_point
person p3 trust_person
person p6 ombudsman
2024-03-04  publication.put_online web1 by=p6 of_the_ombudsman=yes tells_follow_up=no
2024-03-04  publication.put_online web2 by=p2 tells_follow_up=no
2024-03-04  report.received r1 by=p2 reporter=p1 channel=external form=oral
2024-03-04  report.received r2 by=p3 reporter=p1 channel=internal form=oral
2024-03-05  fact r2 identity_came_out=yes by=p3
2024-03-05  transmission.report_came_in t1 by=p2 passes_on=r1
2024-03-05  transmission.assessed t1 by=p2 addressee_competent=yes
2024-03-05  transmission.sent t1 by=p2 secure=yes
2024-03-06  fact r1 identity_came_out=yes by=p2
"""


def who_answers(t):
    found = json.loads(t.exits("audit: who answers", 1, "audit", t.file("answerable.case", ANSWERABLE), "--json"))["findings"]
    told = [(one["name"], one["item"], ",".join(one["answerable"])) for one in found if one["kind"] == "breach"]
    t.ok("audit: each of its own", sorted(told) == [
        ("confidentiality", "r1", "authority,recipient_authority"), ("confidentiality", "r1", "contact_point"),
        ("confidentiality", "r2", "trust_person"), ("follow_up_told", "web1", "ombudsman"), ("follow_up_told", "web2", "body")],
        told)


def cured(t):
    entered = "examples/cases/late-entry.case"
    told = "cured by line 2, entered 20 Feb"
    t.exits("audit: what was cured is listed, and is no finding", 0, "audit", entered, "--as-of", "2026-03-01",
            out=["Findings\n  none\n", "Cured by a later entry\n  since 10 Feb", told, "0 findings in 1 case, 1 cured by a later entry\n"])
    t.exits("audit: cured beside findings", 1, "audit", entered, LATE, "--as-of", "2026-05-03", out=[told, "in 2 cases, 1 cured by a later entry\n"])
    out = t.exits("audit: before it was entered", 1, "audit", entered, "--as-of", "2026-03-01", "--known-by", "2026-02-19", out=["1 finding in 1 case\n"])
    t.ok("audit: nothing cured yet", "ured" not in out, out)
    out = t.exits("audit: before it was late", 0, "audit", entered, "--as-of", "2026-02-09", out=["0 findings in 1 case\n"])
    t.ok("audit: nothing to cure", "ured" not in out, out)
    for lang, heading, by in (("fr", "Levés par un encodage ultérieur", "levé par la ligne 2, encodé le 20 févr."),
                              ("nl", "Weggenomen door een latere invoer", "weggenomen door regel 2, ingevoerd op 20 feb")):
        out = t.exits(f"run: cured ({lang})", 0, "run", entered, "--lang", lang, out=[heading])
        row = out.split(heading)[1].split("\n\n")[0]
        t.ok(f"run: cured by ({lang})", set(by.split()) <= set(row.split()), row)
    t.exits("audit: the sum of what was cured (fr)", 0, "audit", entered, "--as-of", "2026-03-01", "--lang", "fr", out=["dossier, 1 levé par un encodage ultérieur\n"])
    t.exits("audit: the sum of what was cured, twice (fr)", 0, "audit", entered, entered, "--as-of", "2026-03-01", "--lang", "fr",
            out=["2 dossiers, 2 levés par un encodage ultérieur\n"])
    for verb, how in (("audit", ()), ("run", ()), ("run", ("--for", "ombudsman"))):
        found = json.loads(t.exits(f"{verb} --json: cured", 0, verb, entered, "--as-of", "2026-03-01", "--json", *how))
        one = found["cured"][0] if found["cured"] else {}
        t.ok(f"{verb} --json: the line", found["findings"] == [] and len(found["cured"]) == 1
             and (one["kind"], one["name"], one["item"], one["since"], one["cured_by"], one["cured_on"]) ==
             ("late", "acknowledge", "r1", "2026-02-10", 2, "2026-02-20"), found["cured"])


def audit_may_due(t, law, case):
    out = t.exits("audit: findings", 1, "audit", LATE, "--as-of", "2026-05-03", out=["since 10 Feb", "since 3 May", "in 1 case\n"])
    t.golden("audit.txt", out)
    t.exits("audit: none", 0, "audit", case, "--law", law, "--as-of", "2026-01-08", out=["0 findings in 1 case\n"])
    t.exits("audit: two files", 1, "audit", case, case, "--law", law, "--as-of", "2026-01-09", out=["2 findings in 2 cases\n"])
    found = json.loads(t.exits("audit --json", 1, "audit", case, "--law", law, "--as-of", "2026-01-09", "--json"))
    t.ok("audit --json", found["kind"] == "findings" and found["findings"][0]["kind"] == "late"
         and found["findings"][0]["since"] == "2026-01-09" and found["findings"][0]["provision"] == "tiny:1", found)
    may = ("may", case, "parcel.handed_over x1", "--by", "p2", "--law", law, "--on", "2026-01-06")
    t.exits("may: undetermined", 1, *may, out=["undetermined", "Rule 2", "signed for: yes", "guest"])
    t.exits("may: a policy departs", 1, "may", case, "parcel.handed_over", "x1", "signed=no", "--by", "p2", "--law", law, out=["departs"])
    t.exits("may: a policy conforms", 0, "may", case, "parcel.handed_over", "x1", "signed=yes", "--by", "p2", "--law", law, out=["conforms"])
    t.exits("may: the wrong role", 1, "may", case, "parcel.handed_over x1 signed=yes", "--by", "p1", "--law", law, out=["departs", "keeper"])
    verdict = json.loads(t.exits("may --json", 1, *may, "--json"))
    t.ok("may --json", verdict["ruling"] == "undetermined" and verdict["provision"] == "tiny:2" and verdict["on"] == "2026-01-06"
         and [[wish["name"] for wish in row] for row in verdict["unmet"]] == [["signed"]] and verdict["stated"] == [], verdict)
    signed = t.file("signed.case", pathlib.Path(case).read_text() + "2026-01-06 fact x1 signed=yes by=p1\n")
    for lang, rests, line in (("en", "Rests on what was stated:", "6 Jan, line 2"), ("nl", "Steunt op wat is verklaard:", "6 jan, regel 2"),
                              ("fr", "Repose sur ce qui a été déclaré :", "6 janv., ligne 2")):
        t.exits(f"may: what it rests on ({lang})", 0, "may", signed, "parcel.handed_over x1", "--by", "p2", "--law", law, "--lang", lang,
                out=[rests, line])
    verdict = json.loads(t.exits("may --json: what it rests on", 0, "may", signed, "parcel.handed_over x1", "--by", "p2", "--law", law, "--json"))
    t.ok("may --json: stated", verdict["stated"] == [{"fact": "signed", "item": "x1", "truth": "yes", "position": 2, "on": "2026-01-06",
                                                      "text": "x1 signed for: yes"}], verdict["stated"])
    stopped = t.file("stopped.case", "law bxl2019\nperson p1 reporter\nperson p2 contact_point\n"
                     "2024-03-04 report.received r1 by=p2 reporter=p1 channel=external form=written\n"
                     "2024-04-15 fact r1 judicial_investigation=yes by=p2\n")
    for lang, not_by, by in (("en", "brought by somebody who is not contact point", "brought by trust person for integrity, body"),
                             ("fr", "accompli par quelqu'un qui n'est pas point de contact", "accompli par personne de confiance « d'intégrité », instance"),
                             ("nl", "gedaan door iemand die geen meldpunt is", "gedaan door vertrouwenspersoon integriteit, instantie")):
        out = t.exits(f"may: somebody else could, {lang}", 1, "may", stopped, "report.appropriate_measure r1", "--by", "p2", "--on", "2024-04-15",
                      "--lang", lang, out=[not_by, by])
        t.ok(f"may: not the one who may not, {lang}", out.count(not_by) == 1 and out.index(not_by) < out.index(by) < out.index("r1 ", out.index(not_by)), out)
    t.exits("may: before the first day held there is no text", 1, "may", LATE, "report.received r9 reporter=p1 channel=external form=written",
            "--by", "p2", "--on", "2024-01-21", out=["no text", "wording held from 22 January 2024"])
    t.exits("may: from that day on there is", 0, "may", LATE, "report.received r9 reporter=p1 channel=external form=written",
            "--by", "p2", "--on", "2024-01-22", out=["permitted"])
    t.exits("may: an unknown event", 2, "may", case, "parcel.handed_ovr x1", "--by", "p2", "--law", law, err=["did you mean", "handed_over"])
    t.exits("may: nobody declared", 2, "may", case, "parcel.handed_over x1", "--by", "p9", "--law", law)
    t.exits("due", 0, "due", case, "--tsv", "--law", law,
            out=["case\tduty\titem\tprovision\tstatus\tdue\n7\thand_over\tx1\ttiny:1\toverdue\t2026-01-08\n"])
    row = json.loads(t.exits("due --json", 0, "due", case, "--law", law, "--as-of", "2026-01-08", "--json"))
    t.ok("due --json", (row["case"], row["duty"], row["status"], row["due"]) == (7, "hand_over", "open", "2026-01-08"), row)
    tight = t.file("tight.settings", "# ours\nperiod parcel.hand_over P2D\n")
    t.exits("--settings tightens", 0, "due", case, "--law", law, "--settings", tight, out=["2026-01-07"])
    loose = t.file("loose.settings", "# ours\nperiod parcel.hand_over P4D\n")
    t.exits("--settings cannot loosen, and says where", 2, "due", case, "--law", law, "--settings", loose, err=["loose.settings:2:"])
    broken = t.file("broken.case", TINY_CASE.replace("2026-01-05 parcel", "2026-13-05 parcel"))
    t.exits("with --settings places stay those of the file", 2, "due", broken, "--law", law, "--settings", tight, err=["broken.case:5:1: "])


def a_question_of_a_lawyer(t):
    out = t.exits("may: why not, and what would change that", 1, "may", "examples/cases/may-the-accused-be-told.case",
                  "report.identity_revealed r1 recipient=p3", "--by", "p2", out=["forbidden", "Art. 15, § 5, al. 1er", "expressly consents"])
    t.ok("the README shows just that", f"```text\n{out}```" in (ROOT / "README.md").read_text(encoding="utf-8"), out)


def laws(t, law):
    t.exits("laws", 0, "laws", "--law", law, out=["bxl2019  law", "rd1995  law, source 1995012210, not verified", "tiny  policy, source house rules 1, verified to 2030-12-31, 3 provisions"])
    rows = [json.loads(line) for line in t.run("laws", "--law", law, "--json")[1].splitlines()]
    t.ok("laws --json", rows[-1]["name"] == "tiny" and rows[-1]["force"] == "policy" and rows[-1]["verified"] == "2030-12-31" and rows[1]["verified"] is None, rows)
    out = t.exits("provisions of one law", 0, "provisions", "tiny", "--law", law)
    t.ok("provisions: a header and seven columns", out.splitlines() == [
        "id\tcitation\tfrom\tto\tmodality\ttreatment\treason",
        "tiny:1\tRule 1\t2020-01-01\t\tduty\texecuted\t",
        "tiny:2\tRule 2\t2020-01-01\t\tprohibition\texecuted\t",
        "tiny:3\tRule 3\t2020-01-01\t2024-12-31\tduty\toutside\tmanners are not decided here"], out)
    out = t.run("provisions")[1]
    t.ok("provisions of all laws", out.startswith("id\t") and "\nbxl2019:15.4.a4.1\tArt. 15, § 4, al. 4, 1°\t" in out, out[:300])
    rows = [json.loads(line) for line in t.run("provisions", "tiny", "--law", law, "--json")[1].splitlines()]
    t.ok("provisions --json", [row["id"] for row in rows] == ["tiny:1", "tiny:2", "tiny:3"] and rows[2]["to"] == "2024-12-31", rows)
    t.exits("show", 0, "show", "tiny:2", "--law", law,
            out=["tiny:2  Rule 2", "Nothing is handed over", "from 2020-01-01", "only when signed", "reading     T-1", "* yes", "tests       none"])
    t.exits("show a provision outside", 0, "show", "tiny:3", "--law", law, out=["outside: manners", "until 2024-12-31"])
    t.exits("show names its tests", 0, "show", "bxl2019:15.4.a4.1", out=["tests/cases/15-4/", "examples/cases/late-acknowledgement.case:"])
    for lang, word in (("fr", "réception"), ("nl", "ontvangst")):
        t.exits(f"show in {lang}", 0, "show", "bxl2019:15.4.a4.1", "--lang", lang, out=[word])
    row = json.loads(t.run("show", "tiny:2", "--law", law, "--json")[1])
    t.ok("show --json", len(row["rows"]) == 2 and row["rows"][1]["reading"] == "T-1 no" and row["tests"] == [], row)
    t.exits("show: no such provision", 2, "show", "bxl2019:15.4.a4.9", err=["15.4.a4.1"])
    t.exits("show: no such law", 2, "show", "nowhere:1", err=["there is no law 'nowhere'"])
    t.exits("rules", 0, "rules", "tiny", "--law", law, out=["tiny:1  Rule 1", "within at most P3D", "outside: manners", "structure"])
    t.exits("readings", 0, "readings", "tiny", "--law", law, out=["tiny T-1  reading", "* yes", "  no"])
    rows = [json.loads(line) for line in t.run("readings", "--json")[1].splitlines()]
    t.ok("readings --json: one default each", bool(rows) and all(
        [a["standing"] for a in row["alternatives"]].count("default") == 1 for row in rows if row["part"] == "reading"), rows)


def dates(t):
    for what, arguments, day in (
            ("days: the first is not counted", ("2026-02-02", "P7D"), "2026-02-09"),
            ("months end on the same-numbered day", ("2026-02-01", "P3M"), "2026-05-01"),
            ("or on the month's last", ("2025-11-30", "P3M"), "2026-02-28"),
            ("years from 29 February", ("2024-02-29", "P10Y"), "2034-02-28"),
            ("the same day", ("2026-02-02", "P0D"), "2026-02-02"),
            ("no roll unless asked", ("2026-04-03", "P1D"), "2026-04-04"),
            ("a roll over Easter", ("2026-04-03", "P1D", "--roll", "next_working_day"), "2026-04-07"),
            ("a host's day", ("2026-04-03", "P1D", "--roll", "next_working_day", "--holiday", "2026-04-07"), "2026-04-08")):
        t.ok(f"date add: {what}", t.run("date", "add", *arguments) == (0, day + "\n", ""), t.run("date", "add", *arguments))
    t.ok("date brussels: summer", t.run("date", "brussels", "1782856800")[1] == "2026-07-01\n")    # 2026-06-30T22:00:00Z
    t.ok("date brussels: winter", t.run("date", "brussels", "1767218400")[1] == "2025-12-31\n")    # 2025-12-31T22:00:00Z
    steps = json.loads(t.run("date", "add", "2026-04-03", "P1D", "--roll", "next_working_day", "--json")[1])
    t.ok("date add --json names the holiday", steps["unrolled"] == "2026-04-04" and steps["rolled_days"] == 3 and steps["because"] == "saturday", steps)
    for what, arguments in (("no such day", ("add", "2026-02-30", "P1D")), ("no period", ("add", "2026-02-02", "3 months")),
                            ("out of range", ("add", "9999-12-31", "P1D")), ("no calendar", ("add", "1970-01-03", "P0D", "--roll", "next_working_day")),
                            ("no number", ("brussels", "soon")), ("before 1996", ("brussels", "0")), ("neither", ("subtract", "1"))):
        t.exits(f"date: {what}", 2, "date", *arguments, err=["ombud date: "])
    began = time.monotonic()
    code, out, err = t.run("date", "add", "--batch", stdin=b"2026-04-03\tP1D\tnext_working_day\n" * 100000)
    seconds = time.monotonic() - began
    t.ok(f"date add --batch: 100,000 lines in under a second ({seconds:.3f} s)", code == 0 and out == "2026-04-07\n" * 100000 and seconds < 1, err)
    code, out, err = t.run("date", "brussels", "--batch", stdin=b"1782856800\n1767218400")
    t.ok("date brussels --batch, the last line without an end", (code, out) == (0, "2026-07-01\n2025-12-31\n"), out + err)
    t.exits("batch: a bad line is named", 2, "date", "add", "--batch", stdin=b"2026-02-02\tP7D\tnone\n2026-02-02\tP7D\n", err=["stdin:2:"], out=["2026-02-09"])
    t.exits("batch: a bad roll", 2, "date", "add", "--batch", stdin=b"2026-02-02\tP7D\tsoon\n", err=["stdin:1:", "next_working_day"])
    t.exits("batch: a line that is too long", 2, "date", "brussels", "--batch", stdin=b"1" * 5000, err=["stdin:1:", "too long"])
    t.exits("batch: an empty line", 2, "date", "brussels", "--batch", stdin=b"\n", err=["stdin:1:"])


def bad_input(t, law):
    t.exits("a file that is not there", 2, "run", "/nowhere.case", err=["/nowhere.case: ", "name a file"])
    t.exits("a folder", 2, "run", "examples", err=["examples: "])
    for what, text, place, more in (
            ("an unknown statement", "law tiny\nnonsense\n", ":2:1: ", ""),
            ("an unknown law", "law nowhere\n", ":1:5: ", ""),
            ("an unknown event", TINY_CASE.replace("parcel.arrived", "parcel.arived"), ":5:", "did you mean"),
            ("a day that is none", TINY_CASE.replace("2026-01-05", "2026-02-30"), ":5:1: ", ""),
            ("a person who is not declared", TINY_CASE.replace("by=p2 owner", "by=p5 owner"), ":5:", "p5"),
            ("an expectation before any `on`", TINY_CASE.replace("on 2026-01-08\n", ""), ":6:", ""),
            ("not UTF-8", TINY_CASE.encode() + b"# \xff\n", ":11:", ""),
            ("a line of a megabyte", TINY_CASE + "# " + "x" * 1000000 + "\n", ":11:", "")):
        name = t.file("input.case", text)
        out = t.exits(f"bad input: {what}", 2, "run", name, "--law", law, err=["input.case" + place, "; ", more])
        t.ok(f"bad input: {what}: nothing is presented", out == "", out)
    t.exits("an empty file has no day", 2, "run", t.file("empty.case", "law tiny\n"), "--law", law, err=["--as-of"])
    t.exits("a law with a fault", 2, "laws", "--law", t.file("bad.law", TINY_LAW.replace("within at most P3D", "within at most P3X")),
            err=["bad.law:", "P3X"])
    t.exits("--settings for a case without a law", 2, "run", t.file("nolaw.case", "case 1\n"), "--settings", t.file("s", "roll none\n"), err=["names no law"])
    hostile = t.file("hostile.law", TINY_LAW.replace('en "arrived"', 'en "a\\"b\\\\c"'))
    out = t.run("run", t.file("h.case", TINY_CASE), "--law", hostile, "--json")[1]
    t.ok("quotes and backslashes in labels stay JSON", 'a"b\\c' in json.dumps(json.loads(out)["timeline"], ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\"), out)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(sys.argv[1]).resolve()), "--update" in sys.argv)
    law, case = t.file("tiny.law", TINY_LAW), t.file("tiny.case", TINY_CASE)
    help_and_usage(t)
    run(t)
    check(t, law, case)
    coverage(t, law, case)
    junit(t, law, case)
    audit_may_due(t, law, case)
    who_answers(t)
    cured(t)
    a_question_of_a_lawyer(t)
    laws(t, law)
    dates(t)
    bad_input(t, law)
    print(f"1..{t.count}")
    return 1 if t.failed else 0


if __name__ == "__main__":
    sys.exit(main())
