"""Every built-in law speaks English, French and Dutch: each word has its label, each provision its gloss and, where it has no
rows, its reason, each fact its question, if it has one, in all three. French stands with its blanks: U+00A0 before : ; ? !
and within guillemets. So do the words of the library and of the program; there a translation differs from the English, but for
words that are the same in both, and has the same places to be filled. Dutch says neen, not nee.

    languages.py [--self-test]

--self-test takes a text out, or a blank, and sees whether that is noticed. Exits 1 with what is missing; the last line
counts.
"""
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src" / "law"))
import embed  # noqa: E402 (in src/law, not in Python's path)
import plain  # noqa: E402

LAWS = ("bxl2019", "rd1995", "fwb2000", "pgsp2124", "res2026")
OF_PROGRAMS = ("src/render/words.c", "src/plan/words.c", "examples/ombud/words.c")
# A mark that stands by itself in French: not the colon of 12:30, nor one of an address or of a name.
UNSPACED = re.compile(r"[^\u00a0\s?!:;»][;?!»]|[^\u00a0\s\d/:][:](?=\s|$)|[ \u202f][:;?!»]|«(?!\u00a0)")
STRING = r'"(?:\\.|[^"\\\n])*"'
TEXT = rf"{STRING}(?:\s*{STRING})*"
ROW = re.compile(rf"IN\(\s*({TEXT})\s*,\s*({TEXT})\s*,\s*({TEXT})\s*\)")
PLACE = re.compile(r"#|%\w")
# Words that are the same in English and in French or Dutch.
SAME = {"condition", "conditions", "date", "exclusion", "in", "plan", "publication", "source", "structure", "tests", "total", "verdict",
        "version", "versions", "week"}
NEE = re.compile(r"\bnee\b", re.IGNORECASE)


def without(tokens):
    """The languages in which the first label among tokens is missing."""
    there = plain.labels(tokens)
    return [code for code in plain.LANGUAGES if not there.get(code)]


def runs_of(line):
    """Every run of labels on a line and below it as tokens, that of `ask` apart from that before it."""
    tokens, run, runs = line.all_tokens(), [], []
    at = 3 if tokens[0] == "provision" else 0  # its id may be the name of a language
    while at < len(tokens):
        if tokens[at] in plain.LANGUAGES and tokens[at + 1:at + 2] and tokens[at + 1].startswith('"'):
            run += tokens[at:at + 2]
            at += 2
            continue
        runs, run = runs + [run] if run else runs, []
        at += 1
    return runs + [run] if run else runs


def wrong_in_texts(path):
    """What is wrong with the texts that stand in a file of a law."""
    found = []
    for line in plain.lines_of(path):
        for run in runs_of(line):
            codes = run[::2]
            if sorted(codes) != sorted(set(codes)) or set(codes) != set(plain.LANGUAGES):
                found.append(f"{line.place}: {' '.join(run[:2])} stands in {', '.join(codes)}")
            if NEE.search(plain.labels(run).get("nl", "")):
                found.append(f"{line.place}: nee, where it is neen elsewhere: {plain.labels(run)['nl']}")
            french = plain.labels(run).get("fr", "")
            if UNSPACED.search(french):
                found.append(f"{line.place}: a blank is missing or wrong in: {french}")
        if line.tokens[0] == "provision":
            for below in line.below:
                if below.tokens[0] in ("gloss", "outside", "recorded") and without(below.all_tokens()):
                    found.append(f"{below.place}: {below.tokens[0]}: no {', '.join(without(below.all_tokens()))}")
        for below in line.below if line.tokens[0] in ("provision", "structure") else [line]:
            if below.tokens[0] in ("figure", "invariant", "title") and without(below.all_tokens()):
                found.append(f"{below.place}: {' '.join(below.tokens[:2])}: no {', '.join(without(below.all_tokens()))}")
    return found


def wrong_in_law(paths):
    found = [wrong for path in paths for wrong in wrong_in_texts(path)]
    law = plain.read(paths)
    for sort, words in law.words.items():
        for word in words.values():
            missing = [code for code in plain.LANGUAGES if not word.labels.get(code)]
            if missing and sort not in ("provision", "prefix"):
                found.append(f"{law.name}: {sort} {word.full}: no {', '.join(missing)}")
    return found, sum(len(words) for words in law.words.values())


def wrong_in_row(texts):
    """What is wrong with a row of a table: English, French, Dutch."""
    english = texts[0]
    if UNSPACED.search(texts[1]):
        yield f"a blank is missing or wrong in: {texts[1]}"
    if NEE.search(texts[2]):
        yield f"nee, where it is neen elsewhere: {texts[2]}"
    for text in texts[1:]:
        words = re.findall(r"[^\W\d_]+", PLACE.sub("", text))
        if words == re.findall(r"[^\W\d_]+", PLACE.sub("", english)) and {word.lower() for word in words} - SAME:
            yield f"left in English: {text}"
        if sorted(PLACE.findall(text)) != sorted(PLACE.findall(english)):
            yield f"other places to be filled than in English: {text}"


def wrong_in_table(name, text):
    rows = [["".join(part[1:-1] for part in re.findall(STRING, cell)) for cell in row] for row in ROW.findall(text)]
    if len(rows) != len(re.findall(r"(?<!define )\bIN\(", text)) or not rows:
        return [f"{name}: a row that is not IN(English, French, Dutch), or none"], 0
    return [f"{name}: {wrong}" for row in rows for wrong in wrong_in_row(row)], len(rows)


def check():
    wrong, words = [], 0
    for law in LAWS:
        found, count = wrong_in_law(embed.law_files(ROOT / "src" / "law", law))
        wrong, words = wrong + found, words + count
    for name in OF_PROGRAMS:
        found, count = wrong_in_table(name, (ROOT / name).read_text(encoding="utf-8"))
        wrong, words = wrong + found, words + count
    for path in sorted((ROOT / "examples").rglob("*")):
        if path.suffix in (".law", ".js") and NEE.search(path.read_text(encoding="utf-8")):
            wrong.append(f"{path.relative_to(ROOT)}: nee, where it is neen elsewhere")
    print("\n".join(wrong))
    print(f"{words} words, {len(wrong)} to mend")
    return 1 if wrong else 0


# In a law: what is taken out, and what is to be said of it.
TAKEN = (
    (r'(gloss\s+en "[^"]*"\s+fr "[^"]*")\s+nl "[^"]*"', r"\1", "gloss"),
    (r'(ask\s+en "[^"]*")\s+fr "[^"]*"', r"\1", "stands in en, nl"),
    (r'(\bstate \w+.*?) fr "[^"]*"', r"\1", "state"),
    (r'(\n  event (?:(?!\n  \w).)*?)\s+en "[^"]*"\s+fr "[^"]*"\s+nl "[^"]*"', r"\1", "event"),
    (r'(\nlabel \w+\s+en "[^"]*" fr "[^"]*") nl "[^"]*"', r"\1", "no nl"),
    (r'\nrole (\w+)\s+en "[^"]*" fr "[^"]*" nl "[^"]*"', r"\nrole \1", "role"),
    ("(fr \"[^\"]*)\u00a0([:;?])", r"\1\2", "a blank is missing"),
    ("(fr \"[^\"]*)\u00a0([:;?])", r"\1 \2", "a blank is missing"),
    (r'\btitle\s+en ("[^"]*")\s+fr "[^"]*"\s+nl "[^"]*"', r"title en \1", "title"),
    (r'nl "[Nn]een\b', r'nl "nee', "nee, where"),
)
# Of a table: a row, and what is to be said of it.
ROWS = (
    ('IN("a: b", "c: d", "e: f")', "a blank is missing"),
    ('IN("no", "non", "nee")', "nee, where"),
    ('IN("rows of #", "rows de #", "rows of #")', "left in English"),
    ('IN("covered", "covered", "gedekt")', "left in English"),
    ('IN("# of #", "# sur", "# van #")', "other places"),
    ('IN("a", "b")', "a row that is not"),
    ("", "or none"),
)


def self_test():
    failed = 0
    for law in LAWS:
        paths = embed.law_files(ROOT / "src" / "law", law)
        text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
        for number, (wanted, instead, told) in enumerate(TAKEN):
            changed, count = re.subn(wanted, instead, text, count=1, flags=re.DOTALL)
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "changed.law"
                path.write_text(changed, encoding="utf-8")
                found, _ = wrong_in_law([path])
            noticed = count == 1 and any(told in wrong for wrong in found)
            failed += not noticed
            if not noticed:
                print(f"{law}: change {number} ({told}): {'not noticed' if count else 'nothing to change'}")
    for row, told in ROWS:
        found, _ = wrong_in_table("table", row)
        noticed = len(found) == 1 and told in found[0]
        failed += not noticed
        if not noticed:
            print(f"row {row} ({told}): {found}")
    print(f"{len(LAWS) * len(TAKEN) + len(ROWS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--self-test"]):
        sys.exit(__doc__)
    sys.exit(self_test() if sys.argv[1:] else check())
