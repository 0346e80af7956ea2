#!/usr/bin/env python3
"""What `ombud` prints under --lang fr and --lang nl holds no English. Speaks TAP.

    test_languages.py OMBUD

Every verb that takes --lang is run on several laws; what is a name, a line of a law or of a case is set aside, and the rest is searched
for English words. Then the program's own table (examples/ombud/words.c) is asked the other way round: each of its phrases must have
been heard, and were it English it must be noticed.
"""
import functools
import html
import pathlib
import re
import sys

from program import ROOT, Tests

sys.path.insert(0, str(ROOT / "tests/law"))
import languages  # noqa: E402 (not in Python's path)

LAWS = ("bxl2019", "rd1995", "fwb2000", "pgsp2124", "res2026")
EN, FR, NL = 0, 1, 2
# English words that a page of the program may hold; of those that are also French or Dutch, below.
ENGLISH = set("""
    about after alternative an and answer answers any anybody applies apply are as at back be because before begun boundaries boundary breach
    brought but by came case cases choice chosen clause condition conditions confirmed consequence counted counts cover coverage covered day days
    deadline decided decides default defines did do does door due duties duty each either ended ends entered evaluated event events ever every
    excused executed expected expired extended fact facts failed field figures finding findings fixed for force found from got had hand
    happened has have held his host how if in into is it item its itself kept known lapsed law laws leaves left length lengths less lies line link
    links looked made matter may measures met missing modality moved must name named names neither never no nobody none nor not nothing numbered
    office one only open opened or other others out outcome outcomes outside overdue own passed past paste penalty period permitted person
    planned policy power presumption prohibition proposal provision provisions publication put question questions reading readings record
    recorded refused report required right role roles row rows rules running same scope scopes set sets she should shown silent since so some
    somebody stated state states still such table taken tests text than that the their them then there they this those though time to
    total treatment undetermined unknown unless until use used value verified versions was were what when where whether which while who whom
    whose why will with within without wording would written year years yes yet you
""".split())
ALSO = {
    "fr": set("an as but condition conditions due force met office on or publication question questions report structure tests total use versions"
              .split()),
    "nl": set("do door had hand in is met of open past publication taken tests was".split()),
}
# What is quoted is a name, and so is what has a point, a stroke, a sign within it: report.received, a.case:12, by=p2, yes|no.
NAME = re.compile(r"`[^`]*`|«[^»]*»|\"[^\"]*\"|(?<!\w)\.law\b|\bstand-by\b|\bsecurity by design\b|[^\s«(\"']*\w[._/:=|]+\w[^\s»)\"']*|\b\w*\d\w*\b|\b\w+_\w+\b")


# The program's table: its rows, English, French, Dutch, with their names; a modality has none.
SOURCE = (ROOT / "examples/ombud/words.c").read_text(encoding="utf-8")
TABLE = [["".join(part[1:-1] for part in re.findall(languages.STRING, cell)) for cell in row] for row in languages.ROW.findall(SOURCE)]
NAMES = re.findall(r"(?:\[(SAY_[^]]+)\] =|\{\"\w+\",)\s*IN\(", SOURCE)
NAMED = dict(zip(NAMES, TABLE, strict=True))


def english(text, lang):
    """The English words of a text that is none."""
    rest = NAME.sub(" ", text)
    return {word for word in re.findall(r"[^\W\d_]+", rest.lower()) if word in ENGLISH - ALSO[lang]}


# ---- what is set aside: names, lines of laws and of cases ----------------------------------------------------------------

COLON = {"fr": "\u00a0: ", "nl": ": "}


@functools.cache
def law_lines():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "src/law").rglob("*.law")]
    return {line.strip() for text in (*texts, GARDEN, SHED) for line in text.splitlines()}


@functools.cache
def roles():
    return {line.split()[1] for line in law_lines() if re.match(r"role\s", line)}


def all_of(lines, lang):
    return lines


def of_route(lines, lang):
    """A line that answers names the law and the question."""
    for line in lines:
        yield re.sub(rf"^\w+  \w+{COLON[lang]}", "", line)


def of_rules(lines, lang):
    """Rows stand as in the law; of the anchor only its heading is ours."""
    anchor = NAMED["SAY_HEAD_ANCHOR"][1 if lang == "fr" else 2]
    for line in lines:
        if line.startswith(anchor):
            yield anchor
        elif line.strip() not in law_lines():
            yield re.sub(r"^ {6,}[* ] \S+", "", line)


def of_readings(lines, lang):
    """An alternative begins with its name, a heading with the law's and the reading's."""
    for line in lines:
        yield re.sub(r"^ {6,}[* ] \S+", "", line)


def of_words(lines, lang):
    """A line begins with a name; who acts is told by names; behind the colon of a heading stands what a case holds."""
    said = "|".join(phrase for name in ("SAY_BY", "SAY_STATED_BY") for phrase in NAMED[name])
    for line in lines:
        by = re.match(rf" {{8}}({said}) ([a-z_]+(?:, [a-z_]+)*)(?!\w)", line)
        if by:
            yield " ".join([by[1], *(name for name in re.findall(r"\w+", by[2]) if name not in roles())]) + line[by.end():]
        elif re.match(r" {4,30}\S", line):
            yield re.sub(r"^ +(\S+)( \w+)?( {2,}|$)", lambda name: name[1].partition("=")[2] + " ", line)
        elif re.match(rf"\w+ [a-z]+1{COLON[lang]}", line):
            yield line.split(COLON[lang], 1)[1]
        elif COLON[lang] in line and re.match(r" {0,2}\S", line):
            head, rest = line.split(COLON[lang], 1)
            written, comma, more = rest.partition(",")
            yield head + " " + re.sub(r"\b[a-z][a-z|]*\b", " ", written.partition("(")[0]) + written.partition("(")[2] + comma + more
        else:
            yield line


def of_diff(lines, lang):
    """A line names the file, then what moves, and of which item."""
    for line in lines:
        yield re.sub(r"^\S+: (\S+) \S+ [a-z]+\d+", r"\1", line)


def of_check(lines, lang):
    """Of what was expected and got, and of a row that is not covered, the words before it."""
    for line in lines:
        text = line[2:] if line.startswith("# ") else line
        gap = re.match(r"  (\S+:\d+)  (.*)", text)
        if re.match(r"(not )?ok \d|TAP version|1\.\.", line):
            continue
        if gap:
            parts = gap[2].split(COLON[lang])
            yield ". ".join(parts[:2]) + NAMED["SAY_WITHIN"][EN] * (", in: " in gap[2] and lang == "fr")
        elif re.match(r"(  |    )\S.{9}", text) and not re.search(r" {4,}\d+ \S+ +\d+", text) and not re.search(r"\w:\w", text):
            yield text.lstrip()[:10]
        else:
            yield text


def of_drawing(lines, lang):
    """The labels of a graph."""
    for line in lines:
        yield from (label.replace("\\l", " ") for label in re.findall(r'label="([^"]*)"', line))


def of_picture(lines, lang):
    """The texts of a picture."""
    yield from map(html.unescape, re.findall(r">([^<>]+)</(?:text|title|desc|tspan)>", "\n".join(lines)))


def of_calendar(lines, lang):
    for line in lines:
        yield from re.findall(r"^(?:SUMMARY|DESCRIPTION)[^:]*:(.*)", line)


def of_table(lines, lang):
    """TSV: the labels and reasons, in the columns that hold them."""
    head = lines[0].split("\t")
    for line in lines[1:]:
        yield from (cell for name, cell in zip(head, line.split("\t")) if name in ("label", "reason", "question"))


# ---- what is run ---------------------------------------------------------------------------------------------------------

GARDEN = """\
law garden
title en "Rules of the garden" fr "Règles du jardin" nl "Regels van de tuin"
force policy
source "G-1"
role gardener en "gardener" fr "jardinier" nl "tuinier"
role adviser en "adviser" fr "conseiller" nl "raadgever"
length pause en "pause" fr "repos" nl "rust"
scope winter en "in winter" fr "en hiver" nl "in de winter"
item person p en "person" fr "personne" nl "persoon"
item bed b en "bed" fr "plate-bande" nl "perk"
  state dug en "dug" fr "bêchée" nl "omgespit"
  event dug by gardener carries depth (shallow, deep), until (day), rest (period), owner (person)
    en "dug" fr "bêchée" nl "omgespit"
  event looked_at en "looked at" fr "regardée" nl "bekeken"
  fact dry stated by gardener silence no en "dry" fr "sèche" nl "droog"
  fact wet stated by gardener en "wet" fr "mouillée" nl "nat"
  defined left_alone en "left alone" fr "laissée en paix" nl "met rust gelaten"
item routing rt en "which rules apply" fr "quelles règles s'appliquent" nl "welke regels gelden"
  fact in_the_garden stated by adviser en "in the garden" fr "au jardin" nl "in de tuin"
  fact in_the_house stated by adviser en "in the house" fr "dans la maison" nl "in huis"
label depth en "depth" fr "profondeur" nl "diepte"
label until en "until" fr "échéance" nl "einde"
label rest en "rest" fr "repos" nl "rust"
label owner en "owner" fr "propriétaire" nl "eigenaar"
label shallow en "not deep" fr "peu profond" nl "ondiep"
label deep en "deep" fr "profond" nl "diep"
label applies en "does it apply?" fr "s'appliquent-elles ?" nl "gelden ze?"
label yes en "yes" fr "oui" nl "ja"
label no en "no" fr "non" nl "neen"
reading G-1 en "Does a wet bed count?" fr "Une plate-bande mouillée compte-t-elle ?" nl "Telt een nat perk?"
  wet_too default en "it does" fr "oui" nl "ja"
  dry_only open en "it does not" fr "non" nl "neen"
provision 1 "1" since 2020-01-01 until 2024-12-31
  anchor "a"
  gloss en "Beds are dug." fr "On bêche." nl "Perken worden omgespit."
  bed.dug: -> dug by gardener
  bed.looked_at: dug -> same
  duty water gardener to adviser
    en "water the bed" fr "arroser" nl "het perk begieten"
    opened by bed.dug
    within at most P3D
    met by bed.looked_at
    excused when left_alone
  bed.left_alone when wet reading G-1 wet_too
  answer routing.applies = yes when in_the_garden
  answer routing.applies = no when in_the_house
structure
  answer routing.applies = no unless in_the_garden
"""
SHED = """\
law shed
title en "Rules of the shed" fr "Règles de l'abri" nl "Regels van het schuurtje"
force policy
source "S-1"
role keeper en "keeper" fr "gardien" nl "bewaker"
item person p en "person" fr "personne" nl "persoon"
"""
PERSONS = "law garden\nperson p1 gardener\nperson p2 adviser\n"
DUG = PERSONS + "2024-02-02 bed.dug b1 by=p1 owner=p2 wet=yes\non 2024-02-03\n  expect state b1 dug\n"
WRONG = PERSONS + "scenario s1\n  2024-02-02 bed.dug b1 by=p1 owner=p2\n  on 2024-02-03\n    expect may bed.dug b1 by=p1 conforms\n    expect state b1 none\n"
SERVICES = "on 2000-12-31\nfact french_community_services=yes dignity_hurt_at_work=yes author_superior_or_colleague=yes sexual_connotation=yes\n"


def commands(t):
    """(verb, its words, what sets names aside) for every verb that takes --lang."""
    garden, shed = t.file("garden.law", GARDEN), t.file("shed.law", SHED)
    own = ["--law", garden, "--law", shed]
    cases = sorted(map(str, (ROOT / "examples/cases").glob("*.case")))
    by_law = {law: [case for case in cases if re.search(rf"^law +{law}\b", pathlib.Path(case).read_text(encoding="utf-8"), re.MULTILINE)] for law in LAWS}
    dug, wrong = t.file("dug.case", DUG), t.file("wrong.case", WRONG)
    facts = sorted(map(str, (ROOT / "examples/routing").glob("*.facts")))
    facts += [t.file("both.facts", "on 2024-03-02\nfact in_the_garden=yes in_the_house=yes\n"), t.file("services.facts", SERVICES),
              t.file("two.facts", pathlib.Path(facts[2]).read_text(encoding="utf-8") + "set res2026 since framework 2026-09-01\n"),
              t.file("nowhere.facts", "on 1990-01-01\nfact in_the_garden=no\n")]
    kinds, provisions = set(), []
    for line in t.good("provisions", *own).splitlines()[1:]:
        name, _, begins, ends, modality, treatment, _ = line.split("\t")
        kind = (name.split(":")[0], bool(ends), "held" in begins, modality, treatment)
        provisions += [name] * (kind not in kinds)
        kinds.add(kind)
    yield from (("run", [case], all_of) for case in cases[::3])
    yield "audit", cases, all_of
    yield "audit", [dug, *own], all_of
    for files in (cases, [dug, *own], [wrong, *own], [dug, dug, wrong, *own], [wrong, "--tap", *own]):
        yield "check", [*files, "--coverage"], of_check
    yield "check", ["examples/cases/late-acknowledgement.case", "--settings", t.file("scope", "scope assembly\n"), "--coverage"], of_check
    for case, *event in (("late-acknowledgement", "report.closed_as_minor r1 minor=yes", "--by", "p2"), ("may-the-accused-be-told", "report.identity_revealed r1 recipient=p3", "--by", "p2"),
                         ("federal-trust-service", "body.declaration_communicated b1", "--by", "p6"),
                         ("plan-two-years", "measure.set_down ms9 of_plan=pl1 theme=t1", "--by", "p4")):
        yield "may", [f"examples/cases/{case}.case", *event], all_of
    yield from (("route", [file, *own], of_route) for file in facts)
    yield "route", ["examples/routing/fraud-and-harassment-2.facts"], of_route
    yield from (("show", [provision, *own], of_rules) for provision in provisions)
    yield "rules", ["shed", *own], of_rules
    for law in (*LAWS, "garden"):
        yield "rules", [law, *own], of_rules
        yield "readings", [law, *own], of_readings
        yield "words", [law, *own], of_words
        yield "words", [law, *own, "--tsv"], of_table
        yield "provisions", [law, *own], of_table
        yield "draw", [law, *own], of_drawing
    yield "laws", own, all_of
    yield from (("timeline", [f"examples/cases/{case}.case"], of_picture)
                for case in ("late-acknowledgement", "federal-trust-service", "plan-two-years", "a-framework-under-audit", "kept-ten-years"))
    yield "calendar", ["examples/cases/late-acknowledgement.case", "--domain", "a.example", "--salt", "0123456789abcdef", "--detailed"], of_calendar
    for law in LAWS:
        yield "figures", by_law[law][:1], all_of
    yield "figures", [dug, *own], all_of
    late = "examples/cases/late-acknowledgement.case"
    yield "diff", [late, "examples/cases/late-entry.case", "--new-setting", "reading Q-02 acknowledgement"], of_diff
    yield "diff", ["examples/cases/access-refused.case", "--new-setting", "reading Q-21.1 both"], of_diff
    yield "diff", [dug, late, "--law", garden, "--new-law", t.file("new.law", GARDEN.replace("P3D", "P2D"))], of_diff
    yield "diff", [dug, "--new-setting", "reading G-1 dry_only", *own], of_diff
    yield "plan", ["examples/plan"], all_of


def heard(t, lang):
    """Every command in a language: nothing of what it prints is English. The verbs, and (what sets names aside, line) of every line."""
    verbs, lines, pages = set(), set(), set()
    for verb, words, aside in commands(t):
        code, out, err = t.run(verb, *words, "--lang", lang)
        found = {(verb, line) for line in aside(out.splitlines(), lang)} if out else ()
        if code > 1 or not found:
            t.ok(f"{verb} {' '.join(words)} --lang {lang}", False, f"status {code}\n{err}")
        verbs.add(verb)
        lines |= set(found)
        pages |= {(aside, line) for line in out.splitlines() if aside not in (of_table, of_drawing, of_picture, of_calendar)}
    wrong = [f"{verb}: {' '.join(sorted(words))}: {line}" for verb, line in sorted(lines) if (words := english(line, lang))]
    for verb in sorted(verbs):
        here = [one for one in wrong if one.startswith(verb + ": ")]
        t.ok(f"{verb} --lang {lang} holds no English", not here, "\n".join(here))
    return verbs, pages


# Values of an enumeration that no page comes to: a gap is one, rows tell what is wrong with a provision, a term that is told has begun.
NEVER_SAID = {"SAY_GAPS", "SAY_GAPS + OMBUD_GAP_ROWS", "SAY_STATUSES"}


def phrases_noticed(t, lang, pages):
    """Each phrase of the program's table is heard, and in English it would be noticed."""
    silent, unnoticed = [], []
    for name, row in zip(NAMES, TABLE, strict=True):
        said, in_english = row[1 if lang == "fr" else 2], row[EN]
        if said == in_english or name in NEVER_SAID or not english(in_english, lang):
            continue
        parts = said.split("#")
        pattern = re.compile(r"(?<!\w)" * said[0].isalpha() + r"\S+".join(map(re.escape, parts)) + r"(?!\w)" * said[-1].isalpha())
        at = [(aside, line) for aside, line in pages if max(parts, key=len) in line and pattern.search(line)]
        changed = [(aside, pattern.sub(lambda _: in_english.replace("#", "7"), line)) for aside, line in at]
        if not at:
            silent.append(said)
        elif not any(english(rest, lang) for aside, line in changed for rest in aside([line], lang)):
            unnoticed.append(in_english)
    t.ok(f"every phrase of the program was heard in {lang}", not silent, "\n".join(silent))
    t.ok(f"and none could stay English in {lang}", not unnoticed, "\n".join(unnoticed))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(sys.argv[1]).resolve()), False)
    takes = {verb for verb in re.findall(r"^  ombud (\w+)", t.good("--help"), re.MULTILINE) if "--lang" in t.good(verb, "--help")}
    for lang in ("fr", "nl"):
        verbs, pages = heard(t, lang)
        t.ok(f"every verb that takes --lang was run with {lang}", verbs == takes, f"{takes ^ verbs}")
        phrases_noticed(t, lang, pages)
    t.ok("a word of English is noticed", english("2 van the bepalingen", "nl") == {"the"} and english("TOESTAND STATE", "nl") == {"state"}
         and not english("bxl2019:15.1 yes|no by=p2 `set the day` report.not_due", "nl"))
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
