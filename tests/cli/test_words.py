#!/usr/bin/env python3
"""The words that are written in a case of a law: `ombud words`, and the messages about words that are none. Speaks TAP.

    test_words.py OMBUD
"""
import json
import pathlib
import re
import sys

from program import ROOT, Tests

TINY_LAW = (ROOT / "tests/tiny.law").read_text(encoding="utf-8")
LAWS = ("bxl2019", "rd1995", "fwb2000", "res2026", "pgsp2124")
COLUMNS = ["sort", "name", "of", "label", "who", "value", "question", "formerly"]

TINY_WORDS = """\
tiny  Tiny house rules

roles: person p1 ROLE, ROLE
    keeper                          keeper
    guest                           guest

lengths that the host sets: set length NAME PERIOD
    reply                           time to reply

readings: set reading NAME ALTERNATIVE (* is the default)
    T-1  May a wet parcel be handed over?
      * yes  yes
        no  no

parcel x1: parcel
  events: DATE EVENT x1 by=PERSON ARGUMENT=VALUE FACT=yes|no|unknown
    parcel.arrived x1               arrived
        by keeper
        owner=p1                    owner
        size=CHOICE                 size
            small                   small
            large                   large
    parcel.handed_over x1           handed over
        by keeper
  facts: DATE fact x1 FACT=yes|no|unknown by=PERSON, or on the line of an event
    signed                          signed for
        stated by guest; not stated it is unknown
    wet                             is wet
        stated by keeper; not stated it is unknown
  links: DATE link x1 LINK ITEM by=PERSON
    owner p1                        owner
  states: expect state x1 STATE
    arrived                         arrived
    handed_over                     handed over
  duties and other terms: expect duty|term NAME x1 STATUS
    hand_over                       hand over

person p1: person
"""

# How a law says the words of the case below it; the program must print each of them back.
GARDEN = """\
law garden
force policy
role keeper en "keeper" fr "gardien"
role owner
scope winter en "in winter"
item bed b en "bed" fr "plate-bande"
  states dug, sown
  event dug by keeper carries depth (shallow, deep), until (day), rest (period) en "dug" fr "bêchée"
  event looked_at
  fact dry stated by owner, keeper silence no en "dry" fr "sèche" ask en "Is it dry?" fr "Est-elle sèche ?"
label shallow en "not deep" fr "peu profond"
item person p
link beside : bed -> bed en "beside"
provision 1 "Rule 1" since setting sowing
  modality duty
  anchor "a"
  gloss en "G."
  bed.dug: -> dug by keeper
  bed.looked_at: dug -> same
  bed.thirsty when dry
  answer bed.watered = often when dry
"""


def rows_of(t, *arguments):
    lines = t.good("words", *arguments, "--tsv").splitlines()
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]] if lines[0].split("\t") == COLUMNS else []


def the_list(t):
    tiny, garden = t.file("tiny.law", TINY_LAW), t.file("garden.law", GARDEN)
    t.ok("words of a small law", t.good("words", "tiny", "--law", tiny) == TINY_WORDS, t.run("words", "tiny", "--law", tiny))
    out = t.good("words", "garden", "bed", "--law", garden, "--lang", "fr")
    wanted = ["bed b1\u00a0: plate-bande", "bed.dug b1                      bêchée\n        par keeper\n", "depth=CHOIX                 depth\n            shallow                 peu profond\n            deep                    deep\n",
              "until=DATE                  until\n", "rest=PÉRIODE                rest\n", "bed.looked_at b1                looked at\n        par quiconque\n",
              "dry                             sèche\n        Est-elle sèche ?\n        déclaré par keeper, owner\u00a0; non déclaré, c'est non\n",
              "beside b1                       beside\n", "faits que la loi définit\u00a0: expect fact b1 FAIT yes|no|unknown\n    thirsty ",
              "questions\u00a0: expect answer QUESTION b1 VALEUR\n    watered "]
    t.ok("words of one kind of item, in French", all(text in out for text in wanted) and "person p1" not in out, out)
    out = t.good("words", "garden", "bed", "--law", garden)
    t.ok("and in English", all(text in out for text in (
        "looked at\n        by anybody\n", "        stated by keeper, owner; not stated it is no\n", "rest=PERIOD                 rest\n",
        "facts that the law defines: expect fact b1 FACT yes|no|unknown\n    thirsty ", "questions: expect answer QUESTION b1 VALUE\n    watered ")), out)
    t.ok("an item by its prefix", t.good("words", "garden", "b", "--law", garden) == t.good("words", "garden", "bed", "--law", garden))
    out = t.good("words", "garden", "--law", garden)
    t.ok("scopes and days in force", "scopes: set scope NAME\n    winter  " in out and "set since NAME DATE\n    sowing  " in out, out)
    t.exits("an item that is none", 2, "words", "garden", "shed", "--law", garden, err=["no item 'shed'", "bed, person"])
    t.exits("a law that is none", 2, "words", "gardn", err=["gardn"])
    t.exits("three words", 2, "words", "bxl2019", "report", "again", err=["a law is wanted"])


def as_table(t):
    garden = t.file("garden.law", GARDEN)
    rows = rows_of(t, "garden", "--law", garden)
    found = {(row["sort"], row["of"], row["name"]): row for row in rows}
    wanted = {("role", "", "keeper"): {"label": "keeper"}, ("item", "b", "bed"): {"label": "bed"},
              ("event", "bed", "bed.dug"): {"who": "keeper"}, ("event", "bed", "bed.looked_at"): {"who": ""},
              ("argument", "bed.dug", "depth"): {"value": "choice"}, ("argument", "bed.dug", "until"): {"value": "day"},
              ("argument", "bed.dug", "rest"): {"value": "period"}, ("choice", "bed.depth", "shallow"): {"label": "not deep"},
              ("fact", "bed", "dry"): {"who": "keeper,owner", "value": "no", "question": "Is it dry?"},
              ("link", "bed", "beside"): {"value": "bed"}, ("definition", "bed", "thirsty"): {}, ("state", "bed", "sown"): {},
              ("question", "bed", "watered"): {}, ("scope", "", "winter"): {}, ("since", "1", "sowing"): {}}
    missing = {key: found.get(key) for key, fields in wanted.items() if key not in found or any(found[key][name] != text for name, text in fields.items())}
    t.ok("words as a table", not missing, missing)
    one = rows_of(t, "garden", "bed", "--law", garden)
    t.ok("one kind of item as a table", one and one == [row for row in rows if row["sort"] not in ("role", "scope", "since") and row["name"] != "person"], one)


def as_json(t):
    """The same words as the table, in the same order, each an object."""
    garden = t.file("garden.law", GARDEN)
    for words in (("garden", "--law", garden), ("garden", "bed", "--law", garden, "--lang", "fr"), ("bxl2019",), ("rd1995", "--lang", "nl")):
        objects = [json.loads(line) for line in t.good("words", *words, "--json").splitlines()]
        keys = all(list(one) == ["kind", "law", *COLUMNS] and (one["kind"], one["law"]) == ("word", words[0]) for one in objects)
        rows = [{key: ",".join(one["who"]) if key == "who" else one[key] or "" for key in COLUMNS} for one in objects]
        t.ok(f"words {words[0]} as JSON: what the table says", keys and len(rows) > 10 and rows == rows_of(t, *words), objects[:3])
    found = {(one["sort"], one["of"], one["name"]): one for one in map(json.loads, t.good("words", "garden", "--law", garden, "--json").splitlines())}
    t.ok("what is not there is null, and nobody an empty list", found["event", "bed", "bed.looked_at"] == {
        "kind": "word", "law": "garden", "sort": "event", "name": "bed.looked_at", "of": "bed", "label": "looked at", "who": [], "value": None, "question": None, "formerly": None}
        and found["fact", "bed", "dry"]["who"] == ["keeper", "owner"] and ("role", None, "keeper") in found, found.get(("event", "bed", "bed.looked_at")))


def what_cases_write(t):
    """Every event, argument, choice, fact, link and role that stands in a case of the project is listed for its law."""
    listed = {law: {(row["sort"], row["of"], row["name"]) for row in rows_of(t, law)} for law in LAWS}
    missing, seen = set(), 0
    for path in sorted((ROOT / "examples/cases").glob("*.case")):
        law = re.search(r"^law (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
        words = listed.get(law, set())
        arguments = {(of, name) for sort, of, name in words if sort == "argument"}
        prefixes = {of: name for sort, of, name in words if sort == "item"}
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split("#")[0].split()
            if parts[:1] == ["person"]:
                wanted = [("role", "", role.strip(",")) for role in parts[2:]]
            elif parts and re.fullmatch(r"\d{4}-\d\d-\d\d|now", parts[0]) and parts[1] == "link":
                wanted = [("link", prefixes[parts[2].rstrip("0123456789")], parts[3])]
            elif parts and re.fullmatch(r"\d{4}-\d\d-\d\d|now", parts[0]) and parts[1] != "void":
                kind = prefixes[parts[2].rstrip("0123456789")]
                wanted = [] if parts[1] == "fact" else [("event", kind, parts[1])]
                for key, _, value in (part.partition("=") for part in parts[3:]):
                    if key not in ("by", "entered") and "$" not in value:
                        wanted.append(("argument", parts[1], key) if (parts[1], key) in arguments else ("fact", kind, key))
            else:
                continue
            seen += len(wanted)
            missing |= {(path.name, *word) for word in wanted if word not in words and "$" not in word[2]}
    t.ok(f"the {seen} words of the example cases are listed for their laws", seen > 500 and not missing, missing)
    for law in LAWS:
        long = [line for line in t.good("words", law).splitlines() if line.startswith("    ") and not line.rstrip().endswith("?") and len(line) > 140]
        t.ok(f"words of {law}: lines that can be read", not long, long)


def statements(t):
    """A line that states or links is told with what it states, as text and as JSON."""
    garden = t.file("garden.law", GARDEN)
    case = t.file("garden.case", "law garden\nset since sowing 2026-01-01\nperson p1 keeper\n2026-02-02 bed.dug b1 by=p1 depth=deep\n2026-02-02 bed.dug b2 by=p1\n"
                  "2026-02-03 fact b1 dry=no by=p1 entered=2026-02-05\n2026-02-04 link b1 beside b2 by=p1\n2026-02-04 link b2 beside b1\n")
    for lang, fact, link in (("en", "b1 dry: no, stated by keeper (p1), entered 5 Feb", "b1 beside b2, keeper (p1)"),
                             ("fr", "b1 sèche\u00a0: non, déclaré par gardien (p1), encodé le 5 févr.", "b1 beside b2, gardien (p1)")):
        steps = json.loads(t.good("run", case, "--law", garden, "--json", "--lang", lang))["timeline"]
        texts = [step["text"] for step in steps if step["name"] in ("fact", "link")]
        t.ok(f"what a line states and links, in {lang}", texts == [fact, link, "b2 beside b1"], texts)
    t.ok("and on a picture", "<title>b1 dry: no, stated by keeper (p1), entered 5 Feb</title>" in t.good("timeline", case, "--law", garden))


def columns(t):
    """In the columns of `run` an answer stands in the third, and the last word of a citation not alone on a line."""
    alone, answers = [], 0
    for path in sorted((ROOT / "examples/cases").glob("*.case")):
        lines = t.good("run", str(path)).splitlines()
        alone += [f"{path.name}: {line.strip()}" for line in lines if re.fullmatch(r" {95,}\S+", line)]
        answers += sum(bool(re.match(r"  [a-z]+\d+ {2,}\S.{35}\S", line)) for line in lines)
    t.ok("no last word of a citation stands alone", not alone, "\n".join(alone))
    t.ok("answers stand in the third column", answers > 500, answers)
    case = t.file("rows.case", TINY_CASE.replace("2026-02-02", "$day").replace("big", "small")
                  + "scenario late\n  table day status\n    row 2026-02-02 open\n    row 2026-02-03 met\n  on 2026-02-05\n    expect duty hand_over x1 $status\n")
    tiny = t.file("tiny.law", TINY_LAW)
    t.exits("the row of a table whose expectation failed", 1, "check", case, "--law", tiny, out=["failed in late day=2026-02-03 status=met\n", "1 passed, 1 failed"])
    t.exits("and in TAP", 1, "check", case, "--law", tiny, "--tap", out=["not ok 2 - ", "\n#   in        late day=2026-02-03 status=met\n#   expected  "])


CASE = "examples/cases/late-acknowledgement.case"
TINY_CASE = """\
law tiny
person p1 guest
person p2 keeper
2026-02-02 parcel.arrived x1 by=p2 owner=p1 size=big
"""


def old_names(t):
    """The names that a word had before are told beside it, and understood in a case."""
    old = t.file("renamed.law", TINY_LAW + "renamed event parcel.arrived was delivered, came\nrenamed fact parcel.wet was soaked\n"
                 "renamed choice parcel.size small was little\nrenamed role keeper was porter\n")
    out = t.good("words", "tiny", "--law", old)
    t.ok("old names beside the label", all(text in out for text in ("arrived (formerly delivered,came)\n", "is wet (formerly soaked)\n",
                                                                  "small (formerly little)\n")) and out.count("(formerly ") == 4, out)
    out = t.good("words", "tiny", "--law", old, "--lang", "nl")
    t.ok("old names in Dutch", "(voorheen soaked)" in out, out)
    told = {one["name"]: one["formerly"] for one in map(json.loads, t.good("words", "tiny", "--law", old, "--json").splitlines())}
    t.ok("old names as JSON", (told["parcel.arrived"], told["keeper"], told["guest"]) == ("delivered,came", "porter", None), told)
    cases = [t.file(name, f"law tiny\nperson p1 guest\nperson p2 {role}\n2026-01-05 parcel.{event} x1 by=p2 owner=p1 size={size}\n")
             for name, role, event, size in (("old.case", "porter", "delivered", "little"), ("new.case", "keeper", "arrived", "small"))]
    told = [t.good("run", "--law", old, case, "--json").replace(name, "") for case, name in zip(cases, ("old.case", "new.case"))]
    t.ok("a case in old names: the same JSON", told[0] == told[1] and "parcel.arrived" in told[0], told)


def texts(t):
    """What a host's language is asked for: each text once, those of the law and those of the library."""
    lines = t.good("texts", "tiny", "--law", t.file("tiny.law", TINY_LAW)).splitlines()
    wanted = {"Tiny house rules", "keeper", "hand over", "May a wet parcel be handed over?", "manners are not decided here", "as of #", "January", "overdue", ": "}
    t.ok("texts: each once, all sorts", len(lines) == len(set(lines)) and wanted <= set(lines), wanted - set(lines))
    for law in LAWS:
        t.ok(f"texts of {law}", len(t.good("texts", law).splitlines()) > 300)
    t.exits("texts of no law", 2, "texts", err=["a law is wanted"])


def wrong_words(t):
    """A word that is none: the place, and what may stand there."""
    tiny = t.file("tiny.law", TINY_LAW)
    case = t.file("tiny.case", TINY_CASE)
    good = t.file("good.case", TINY_CASE.replace("big", "small"))
    t.exits("a choice that is none: the choices", 2, "run", case, "--law", tiny,
            err=["tiny.case:4:50: the argument has no such choice: 'big'", "\n    size is one of small, large\n"])
    t.exits("a choice of a question", 2, "may", good, "parcel.arrived", "x2", "size=big", "--law", tiny,
            err=["event:1:24: the argument has no such choice: 'big'", "\n    parcel.arrived x2 size=big\n    size is one of small, large\n"])
    expected = t.file("expected.case", TINY_CASE.replace("big", "small") + "on 2026-02-03\n  expect may parcel.arrived x2 size=huge conforms\n")
    t.exits("a choice of an expectation", 2, "check", expected, "--law", tiny, err=[":6:37:", "    size is one of small, large\n"])
    reading = t.file("reading.case", TINY_CASE.replace("person p1", "set reading T-1 maybe\nperson p1", 1))
    t.exits("an alternative that is none: the alternatives", 2, "run", reading, "--law", tiny, err=["reading.case:2:17:", "'maybe'", "\n    T-1 is one of yes, no\n"])
    settings = t.file("maybe.settings", "reading T-1 maybe\n")
    t.exits("an alternative in a file of settings", 2, "run", good, "--law", tiny, "--settings", settings, err=["maybe.settings:1:13:", "    T-1 is one of yes, no\n"])
    t.exits("and in an option", 2, "diff", good, "--law", tiny, "--new-setting", "reading T-1 maybe", err=["the setting:1:13:", "    T-1 is one of yes, no\n"])
    code, _, err = t.run("may", CASE, "report.closed", "r1")
    t.ok("an event that is none: one that holds its words", code == 2 and "did you mean report.closed_as_minor?" in err and "one of" not in err, err)
    t.exits("a fact that is none", 2, "may", CASE, "report.acknowledged", "r1", "anonymus=yes", err=["event:1:24:", "did you mean anonymous?"])
    for word in ("report.shut", "zzz.acknowledged_z"):
        code, _, err = t.run("may", CASE, word, "r1")
        t.ok(f"nothing is near {word}", code == 2 and "did you mean" not in err and "write ITEM.EVENT" in err and "    `ombud words bxl2019` lists the words of this law\n" in err, err)
    t.exits("the name of an item for its prefix", 2, "may", CASE, "report.acknowledged", "report1", err=["event:1:21:", "did you mean r?"])
    t.exits("a prefix that is nearly one", 2, "may", CASE, "report.acknowledged", "brr1", err=["did you mean br?"])
    code, _, err = t.run("may", CASE, "report.acknowledged", "z1")
    t.ok("a letter that is no prefix has no other near", code == 2 and "did you mean" not in err and "`ombud words bxl2019`" in err, err)


def wrong_input(t):
    """Each message names the place (file, option or word) and what would be right."""
    tiny = t.file("tiny.law", TINY_LAW)
    good = t.file("good.case", TINY_CASE.replace("big", "small"))
    err = t.run("may", CASE, "report.acknowledged", "r1", "--by", "p7")[2]
    t.ok("--by names nobody of the case", "--by names p7, who is not in the case" in err and "person p7 ROLE" in err and "ombud_case" not in err, err)
    t.exits("--for names nobody of the case", 2, "run", CASE, "--for", "reporter,p9", err=["--for names p9", "name a person"])
    t.exits("--for names no role", 2, "run", CASE, "--for", "nobody", err=["'nobody'", "--for", "reporter, contact_point"])
    t.exits("a provision that is none: those that begin alike", 2, "show", "bxl2019:15.4.a4.9", err=["'15.4.a4.9'; there is 15.4.a4.1, 15.4.a4.2", "`ombud provisions bxl2019` lists all"])
    t.exits("a provision without its law", 2, "show", "15.4.a4.1", err=["such as bxl2019:15.4.a4.1, not '15.4.a4.1'; see"])
    t.exits("two provisions", 2, "show", "bxl2019:1", "bxl2019:2", err=["one LAW:PROVISION", "not 'bxl2019:2'"])
    t.exits("a law that is none: the nearest", 2, "rules", "bxl2091", err=["no law 'bxl2091'; did you mean bxl2019?"])
    t.exits("the name of a law for a file", 2, "run", "bxl2019", err=["bxl2019: cannot be opened", "the name of a law, and a file is wanted"])
    t.exits("an item to draw that is none: the nearest", 2, "draw", "bxl2019", "reprt", err=["'reprt'; did you mean report?"])
    t.exits("a scenario of a file that has none", 2, "timeline", CASE, "first", err=["no scenario 'first'; it has none"])
    t.exits("neither add nor brussels", 2, "date", "ad", err=["add or brussels is wanted, not 'ad'"])
    t.exits("a law without tables says so", 0, "figures", good, "--law", tiny, out=["tiny  the law defines no table of figures"])
    figures = t.good("figures", good, "--law", tiny, "--csv")
    t.ok("figures as CSV are CSV alone", "defines no table" not in figures, figures)
    folder = str(pathlib.Path(good).parent)
    for verb, *rest in (("run",), ("check",), ("audit",), ("due",), ("may", "parcel.arrived", "x1"), ("timeline",), ("boundaries",), ("figures",),
                        ("route",), ("diff", "--new-setting", "roll none"), ("calendar", "--domain", "a.b", "--salt", "0123456789abcdef")):
        t.exits(f"{verb}: a file that is not there", 2, verb, "not-there", *rest, err=["not-there: cannot be opened", "name a file"])
        t.exits(f"{verb}: a folder", 2, verb, folder, *rest, err=[folder + ": cannot be read", "name a file"])
        t.exits(f"{verb}: an empty file", 2, verb, t.file("empty", ""), *rest, err=["empty:", "; "])
    for verb in ("run", "check", "timeline", "may", "show", "rules", "laws", "readings", "words", "route", "plan", "draw"):
        t.exits(f"{verb}: a language that is none", 2, verb, "x", "--lang", "de", err=[f"ombud {verb}: --lang cannot be 'de'; it takes fr, nl or en"])
    for verb in ("rules", "provisions", "readings", "words", "draw", "prove", "explore"):
        t.exits(f"{verb}: a folder for a law", 2, verb, folder, err=["there is no law", "`ombud laws` lists them, --law FILE.law adds one"])
    for arguments in (("check", good, "--law", tiny, "--junit", "/not/there"), ("timeline", good, "--law", tiny, "--out", "/not/there")):
        t.exits(f"{arguments[0]}: what cannot be written", 2, *arguments, err=["/not/there: cannot be written", "name a file that can be written"])


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(sys.argv[1]).resolve()), "--update" in sys.argv)
    the_list(t)
    as_table(t)
    as_json(t)
    what_cases_write(t)
    statements(t)
    columns(t)
    old_names(t)
    texts(t)
    wrong_words(t)
    wrong_input(t)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
