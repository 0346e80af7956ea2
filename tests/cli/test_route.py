#!/usr/bin/env python3
"""Which law applies (`ombud route`), days on which it has no text, and a host's own rules beside it (examples/own-law). Speaks TAP.

    test_route.py [--update] OMBUD

--update writes the golden files from what comes out; read them against the laws before keeping them.
"""
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from program import ROOT, Tests

OWN = "examples/own-law"
LATE = "examples/cases/late-acknowledgement.case"

# A law that can be asked, in two ways; and one that cannot.
PARKS = """\
law parks
title en "Rules of the parks"
force policy
source "P-1"
role adviser en "adviser"
role keeper held by badge is worn en "keeper"
item person p
item badge b
  states worn
  event given carries holder (person)
length rest en "rest"
reading P-1 en "Does a pond count?"
  yes default en "yes"
  no en "no"
item routing way en "which law applies"
  fact in_a_park stated by adviser, keeper en "in a park" ask en "Is it in a park?"
  fact at_night stated by adviser en "at night"
  fact in_a_pond stated by adviser en "in a pond"
  defined here
provision 1 "Rule 1" since 2020-01-01
  anchor "a"
  gloss en "Parks only."
  routing.here when in_a_park
  routing.here when in_a_pond reading P-1 yes
  answer routing.by_day = yes when here unless at_night
  answer routing.by_day = no unless here
provision 2 "Rule 2" since 2020-01-01
  anchor "b"
  gloss en "At night there is another rule."
  answer routing.by_day = no when at_night
  answer routing.by_night = yes when here and at_night
  answer routing.by_night = no unless at_night
  answer routing.by_night = no unless here
structure
  badge.given: -> worn
"""
DUMB = 'law dumb\ntitle en "Rules of the house"\nforce policy\nsource "D-1"\nrole keeper en "keeper"\nitem person p\n'


def asked(t, name, text, *options):
    """({(law, question): row}, status) of the facts in a text."""
    code, out, err = t.run("route", t.file(name, text), *options, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    return {(row["law"], row["question"]): row for row in rows}, code, out + err


def routing(t):
    parks, dumb = t.file("parks.law", PARKS), t.file("dumb.law", DUMB)
    laws = ("--law", parks, "--law", dumb)
    for facts, by_day, by_night in (("in_a_park=yes at_night=no", "yes", "no"), ("in_a_park=yes at_night=yes", "no", "yes"),
                                    ("in_a_park=no in_a_pond=no", "no", "no"), ("in_a_park=yes", "undetermined", "undetermined"),
                                    ("at_night=no", "undetermined", "no"), ("in_a_park=no in_a_pond=yes at_night=no", "yes", "no"),
                                    ("in_a_park=yes at_night=unknown", "undetermined", "undetermined")):
        rows, code, shown = asked(t, "facts", f"on 2026-03-02\nfact {facts}\n", *laws)
        got = (rows["parks", "by_day"]["answer"], rows["parks", "by_night"]["answer"])
        t.ok(f"route: {facts}", got == (by_day, by_night), shown)
    rows, code, shown = asked(t, "facts", "on 2026-03-02\nfact in_a_park=yes\n", *laws)
    t.ok("route: what is missing, each once", rows["parks", "by_day"]["missing"] == ["at_night"], shown)
    t.ok("route: the provision", rows["parks", "by_day"]["provision"] == "parks:1" and rows["parks", "by_day"]["force"] == "policy", shown)
    t.ok("route: undetermined is status 1", code == 1, shown)
    rows, code, shown = asked(t, "facts", "on 2019-12-31\nfact in_a_park=yes at_night=no\n", *laws)
    t.ok("route: no row in force on that day", rows["parks", "by_day"]["answer"] == "none" and rows["parks", "by_day"]["provision"] is None, shown)
    t.exits("route: the same as text", 1, "route", t.file("facts", "on 2019-12-31\nfact in_a_park=yes at_night=no\n"), *laws,
            out=["parks  none  (policy)\n  no row of it is in force on that day\n"])
    rows, code, shown = asked(t, "facts", "on 2019-12-31\nfact in_a_park=yes at_night=no\n", "--as-of", "2026-03-02", *laws)
    t.ok("route: --as-of goes before `on`", rows["parks", "by_day"]["answer"] == "yes", shown)
    rows, code, shown = asked(t, "facts", "fact in_a_pond=yes in_a_park=no at_night=no # a pond\n\nset parks reading P-1 no\non 2026-03-02\n", *laws)
    t.ok("route: a setting of one law, after the facts", rows["parks", "by_day"]["answer"] == "no", shown)
    out = t.exits("route: as text", 1, "route", t.file("facts", "on 2026-03-02\ncase 81\nfact in_a_park=yes\n"), *laws,
                  out=["parks  by_day: undetermined  (policy)", "  parks:1  Rule 1\n  Parks only.", "  missing:  at_night  at night\n", "dumb  no row says when it applies"])
    t.ok("route: one law, one case", "laws apply" not in out, out)
    for what, text, place, said in (
            ("an unknown fact", "on 2026-03-02\nfact in_a_prk=yes\n", ":2:1: ", "in_a_prk"),
            ("an unknown law", "on 2026-03-02\nset gardens reading P-1 no\n", ":2:", "gardens"),
            ("a law that cannot be asked", "on 2026-03-02\nset dumb reading P-1 no\n", ":2:", "dumb"),
            ("an unknown setting", "on 2026-03-02\n\nset parks reading P-9 no\n", ":3:", "P-9"),
            ("no value", "on 2026-03-02\nfact in_a_park\n", ":2:1: ", "NAME=yes"),
            ("another value", "on 2026-03-02\nfact in_a_park=perhaps\n", ":2:1: ", "NAME=yes"),
            ("a day that is none", "on 2026-02-30\n", ":1:1: ", "on 2026-03-02"),
            ("two days", "on 2026-03-02\non 2026-03-03\n", ":2:1: ", "above"),
            ("a number that is none", "on 2026-03-02\ncase many\n", ":2:1: ", "case 17"),
            ("an unknown statement", "on 2026-03-02\nperson p1\n", ":2:1: ", "no such statement"),
            ("a setting cut short", "on 2026-03-02\nset parks\n", ":2:1: ", "set LAW"),
            ("no day", "fact in_a_park=yes\n", ": ", "--as-of"),
            ("an empty file", "", ": ", "--as-of")):
        out = t.exits(f"route, bad input: {what}", 2, "route", t.file("bad.facts", text), *laws, err=["bad.facts" + place, said])
    t.exits("route: no file", 2, "route", err=["one file of facts"])
    t.exits("route: a file that is not there", 2, "route", "/nowhere.facts", err=["/nowhere.facts: "])
    many = "".join(f"fact in_a_park={'yes' if i % 2 else 'no'}\n" for i in range(3000))
    rows, code, shown = asked(t, "many.facts", "on 2026-03-02\nfact at_night=no\n" + many, *laws)
    t.ok("route: the last word on a fact counts", rows["parks", "by_day"]["answer"] == "yes", shown[-500:])


def built_in(t):
    two = t.exits("route: two laws", 0, "route", t.file("two.facts", pathlib.Path(ROOT / "examples/routing/fraud-in-an-administration.facts").read_text()
                                                       + "set res2026 since framework 2026-09-01\n"), out=["bxl2019  integrity_report: yes", "res2026  applies: yes"])
    t.ok("route: two laws are two cases under one number", re.search(r"2 laws apply: .*both numbered 81\n$", two) is not None, two)
    t.exits("route: a proposal that nobody adopted", 0, "route", "examples/routing/fraud-in-an-administration.facts",
            out=["bxl2019:15.1.a1", "res2026  applies: no  (proposal)", "res2026:status"])
    t.exits("route: harassment goes another way", 0, "route", "examples/routing/harassed-by-a-provider.facts",
            out=["integrity_report: no", "bxl2019:15.1.a5", "res2026  applies: yes"])
    t.exits("route: what is missing", 1, "route", "examples/routing/little-is-known.facts", out=["missing:  contrary_to_a_norm  Is it against a norm"])
    t.exits("route: in French", 1, "route", "examples/routing/little-is-known.facts", "--lang", "fr", out=["Est-ce contraire à une norme"])


def matters(t):
    """Each example as a whole: which laws apply, which do not, why, to whom one turns, what is missing."""
    examples = sorted((ROOT / "examples/routing").glob("*.facts"))
    t.ok("route: an example of each outcome", len(examples) >= 10, examples)
    for path in examples:
        code, out, err = t.run("route", f"examples/routing/{path.name}")
        t.ok(f"route: {path.stem} is undetermined or decided", code == (": undetermined" in out) and not err, err)
        t.golden(f"route.{path.stem}.txt", out)


def of_one_law(t):
    """What the laws on harassment and the plan answer, as JSON: one question changes one answer."""
    ministry = "on 2026-10-05\nfact federal_ministry=yes of_a_sexual_nature=yes author_knew_or_should_have=yes dignity_hurt_at_work=yes\n"
    services = "on 2026-10-05\nfact french_community_services=yes sexual_connotation=yes dignity_hurt_at_work=yes author_on_the_staff=yes\n"
    safety = "on 2024-12-31\nfact in_the_brussels_region=yes public_safety_matter=yes\n"
    day = "set fwb2000 since publication 2000-10-02\n"
    for law, text, more, answer in (
            ("rd1995", ministry, "fact done_at_the_workplace=yes industry_trade_or_care=no", "yes"),
            ("rd1995", ministry, "fact done_at_the_workplace=yes industry_trade_or_care=no author_knew_or_should_have=no", "no"),
            ("rd1995", ministry, "fact industry_trade_or_care=no", "undetermined"),
            ("fwb2000", services, day, "yes"), ("fwb2000", services, "", "undetermined"),
            ("fwb2000", services, day + "fact dignity_hurt_at_work=no", "no"),
            ("fwb2000", services, "fact french_community_services=no french_community_body=no", "no"),
            ("pgsp2124", safety, "", "yes"), ("pgsp2124", safety, "fact public_safety_matter=no", "no")):
        rows, _, shown = asked(t, "facts", text + more + "\n")
        t.ok(f"route: {law} {answer}", rows[law, "applies"]["answer"] == answer, shown)
        others = [question for name, question in rows if name == law and question != "applies"]
        t.ok(f"route: {law} {answer}: the others are put if it applies", bool(others) == (answer == "yes"), others)
    both = "fact done_at_the_workplace=yes industry_trade_or_care=no author_statutory=yes author_contractual=yes\n"
    rows, code, shown = asked(t, "facts", ministry + both)
    t.ok("route: an author of two statuses", rows["rd1995", "authority"]["answer"] == "either_of_them" and code == 1, shown)
    rows, _, shown = asked(t, "facts", services, "--as-of", "2000-07-25")
    t.ok("route: an order that was not signed yet", rows["fwb2000", "applies"]["answer"] == "none", shown)
    out = t.exits("route: which day is missing", 1, "route", t.file("facts", services), out=["missing:  the day since when it is in force"])
    t.ok("route: and in which law", "`set fwb2000 since NAME DAY`" in out, out)
    rows, _, shown = asked(t, "facts", safety, "--as-of", "2025-01-01")
    t.ok("route: a plan that is over", rows["pgsp2124", "applies"]["answer"] == "none", shown)
    first, second = (t.run("route", f"examples/routing/fraud-and-harassment-{part}.facts")[1] for part in (1, 2))
    t.ok("route: a mixed matter, part by part", "integrity_report: yes" in first and "integrity_report: no" in second
         and "no law at hand applies" in second and "no law at hand" not in first, first + second)


def days_without_a_text(t):
    """A page about a day on which the law has no text, or lacks the wording of a part, says so above all else."""
    federal, order = "examples/cases/federal-trust-service.case", "examples/cases/a-trust-service-audited.case"
    for case, day, heads in ((federal, "1995-04-15", "No text of it is in force on that day"), (federal, "1995-04-16", ""),
                             (order, "2000-10-01", "No text of it is in force on that day"), (order, "2000-10-02", ""),
                             (LATE, "2020-01-01", "On that day the wording of "), (LATE, "2026-05-03", "")):
        code, out, err = t.run("run", case, "--as-of", day)
        lines = out.splitlines()
        t.ok(f"run: {day} is headed", code == 0 and (lines[3].startswith(heads) if heads else lines[3] == "") and not err, out[:500])
        code, out, err = t.run("audit", case, "--as-of", day)
        t.ok(f"audit: {day} is headed", (heads in out and "Findings" in out) if heads else "on that day" not in out, out[:500])
    bare = pathlib.Path(ROOT / order).read_text().replace("set since publication", "# set since publication")
    t.exits("run: no day of publication", 0, "run", t.file("bare.case", bare), "--as-of", "2000-10-02",
            out=["No text of it is held on that day: what was in force then is not known here.\n"])
    for case, day, wording in ((federal, "1995-04-15", "not_in_force"), (federal, "1995-04-16", "held"), (LATE, "2020-01-01", "partly_held"),
                               (t.file("bare.case", bare), "2000-10-02", "not_held")):
        law = json.loads(t.run("run", case, "--as-of", day, "--json")[1])["law"]
        t.ok(f"run --json: {day} {wording}", law["wording"] == wording, law)
    t.exits("run: in French", 0, "run", federal, "--as-of", "1995-04-15", "--lang", "fr", out=["Aucun texte n'en est en vigueur ce jour-là"])
    t.exits("run: in Dutch", 0, "run", federal, "--as-of", "1995-04-15", "--lang", "nl", out=["Geen tekst ervan is die dag van kracht"])


def own_law(t):
    law = ("--law", f"{OWN}/house.law")
    cases = sorted(str(path.relative_to(ROOT)) for path in (ROOT / OWN / "cases").glob("*.case"))
    t.exits("own law: its cases hold", 0, "check", *cases, *law, out=[" passed, 0 failed"])
    t.exits("own law: a policy, not a law", 0, "laws", *law, out=["house  policy, source House rules on reports, 1 September 2026"])
    t.exits("own law: the settings tighten", 0, "due", LATE, "--settings", f"{OWN}/house.settings", out=["bxl2019:15.4.a4.1\tmet_late\t2026-02-07", "2026-04-02"])
    t.exits("own law: loosening is refused, with the article", 2, "due", LATE, "--settings", f"{OWN}/too-long.settings",
            err=["too-long.settings:2:", "P10D; at most P7D, Art. 15, § 4, al. 4, 1°"])
    text = (ROOT / OWN / "house.law").read_text(encoding="utf-8")
    policy = (ROOT / OWN / "policy.md").read_text(encoding="utf-8")
    anchors = re.findall(r'^  anchor "(.*)"$', text, re.MULTILINE)
    t.ok("own law: each anchor stands in the policy once", len(anchors) == 4 and all(policy.count(anchor) == 1 for anchor in anchors), anchors)
    settings = [line for line in (ROOT / OWN / "house.settings").read_text().splitlines() if line and line[0] != "#"]
    beside = (ROOT / OWN / "cases/the-same-report-under-the-law.case").read_text()
    t.ok("own law: the case under the law has the same settings", len(settings) == 2 and all("set " + line in beside for line in settings), settings)


def deciders(t):
    """What is said to decide a no suffices for it, and without any one of its facts it is none."""
    refusals, minimal = 0, []
    for path in sorted((ROOT / "examples/routing").glob("*.facts")):
        text = path.read_text(encoding="utf-8")
        head = "".join(line + "\n" for line in text.splitlines() if line.split()[:1] in (["on"], ["set"]))
        for row in asked_as_json(t, text):
            facts = row["decided_by"]
            refusals += row["answer"] == "no" and bool(facts)
            if row["answer"] != "no" or not facts:
                minimal += [path.name] if facts else []
                continue
            trials = [facts] + [[other for other in facts if other != fact] for fact in facts]
            answers = [answer_of(t, head + "".join(f"fact {fact}\n" for fact in trial), row) for trial in trials]
            if answers[0] != "no" or "no" in answers[1:]:
                minimal.append((path.name, row, answers))
    t.ok(f"what decides {refusals} answers of no suffices and cannot be spared", refusals > 10 and not minimal, minimal)


def asked_as_json(t, text):
    return [json.loads(line) for line in t.run("route", t.file("tried.facts", text), "--json")[1].splitlines()]


def answer_of(t, text, like):
    return next((row["answer"] for row in asked_as_json(t, text) if (row["law"], row["question"]) == (like["law"], like["question"])), None)


def documented(t):
    """What docs/routing.md shows is what is printed, line for line."""
    page = (ROOT / "docs/routing.md").read_text(encoding="utf-8")
    shown = re.findall(r"^    \$ ombud (.+)\n((?:    .+\n)+)", page, re.MULTILINE)
    t.ok("the page shows a call", len(shown) == 1, shown)
    for words, printed in shown:
        code, out, err = t.run(*words.split())
        t.ok(f"as printed: ombud {words}", re.sub("^    ", "", printed, flags=re.MULTILINE) == out, out + err)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(arguments[0]).resolve()), len(arguments) != len(sys.argv) - 1)
    routing(t)
    built_in(t)
    matters(t)
    of_one_law(t)
    days_without_a_text(t)
    own_law(t)
    deciders(t)
    documented(t)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
