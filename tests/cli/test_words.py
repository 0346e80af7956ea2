#!/usr/bin/env python3
"""The words that are written in a case of a law: `ombud words`, and the messages about words that are none. Speaks TAP.

    test_words.py OMBUD
"""
import pathlib
import re
import sys

from program import ROOT, Tests

TINY_LAW = (ROOT / "tests/tiny.law").read_text(encoding="utf-8")
LAWS = ("bxl2019", "rd1995", "fwb2000", "res2026", "pgsp2124")
COLUMNS = ["sort", "name", "of", "label", "who", "value", "question"]

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
    wanted = ["bed b1: plate-bande", "bed.dug b1                      bêchée\n        by keeper\n", "depth=CHOICE                depth\n            shallow                 peu profond\n            deep                    deep\n",
              "until=DATE                  until\n", "rest=PERIOD                 rest\n", "bed.looked_at b1                looked at\n        by anybody\n",
              "dry                             sèche\n        Est-elle sèche ?\n        stated by keeper, owner; not stated it is no\n",
              "beside b1                       beside\n", "facts that the law defines: expect fact b1 FACT yes|no|unknown\n    thirsty ",
              "questions: expect answer QUESTION b1 VALUE\n    watered "]
    t.ok("words of one kind of item, in French", all(text in out for text in wanted) and "roles:" not in out, out)
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


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(sys.argv[1]).resolve()), "--update" in sys.argv)
    the_list(t)
    as_table(t)
    what_cases_write(t)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
