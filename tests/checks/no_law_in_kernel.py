#!/usr/bin/env python3
"""The kernel, the register and the renderers contain no law.

Every name that the .law files declare (items, states, events, facts, roles, links, terms, choices, readings, questions,
provision ids, the laws themselves), minus the words in own_words.txt, is looked for in the identifiers and string literals
of src/kernel, src/register and src/render. A name of one word must be a whole identifier or a word of a string; a name of
several words is also found inside a longer identifier; a qualified name or a provision id is looked for in strings.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDERS = ("src/kernel", "src/register", "src/render")
NAME = r"[a-z][a-z0-9_]*"

# How each statement that declares names begins, and which of its words are names.
DECLARATIONS = [
    (rf"law\s+({NAME})", 0),
    (rf"(?:role|length|label|question|reading|fact|event|states?|item|link|term|duty|require)\s+({NAME}(?:\s*,\s*{NAME})*)", 0),
    (rf"answer\s+({NAME})\.({NAME})\s*=\s*({NAME})", 0),
]


def statements(text):
    for line in text.splitlines():
        line = re.sub(r'"(?:\\.|[^"\\])*"', " ", line)
        line = line.split("#")[0].strip()
        if line:
            yield line


def names_of(text):
    """(plain names, qualified names, provision ids) of one law."""
    plain, qualified, provisions = set(), set(), set()
    for line in statements(text):
        provision = re.match(r"provision\s+(\S+)", line)
        if provision:
            provisions.add(provision.group(1))
            continue
        for pattern, _ in DECLARATIONS:
            found = re.match(pattern, line)
            if found:
                for group in found.groups():
                    plain.update(re.findall(NAME, group))
        for name, choices in re.findall(rf"({NAME})\s*\(([^()]*)\)", line.split(" carries ", 1)[1] if " carries " in line else ""):
            plain.add(name)
            plain.update(re.findall(NAME, choices))
        for item, name in re.findall(rf"\b({NAME})\.({NAME})\b", line):
            qualified.add(f"{item}.{name}")
            plain.add(name)
    return plain, qualified, provisions


def own_words():
    words = set()
    for line in (HERE / "own_words.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            words.add(line.split()[0])
    return words


def tokens(text):
    """(line, 'identifier' or 'string', token) of a C file without its comments."""
    pattern = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|[A-Za-z_]\w*", re.DOTALL)
    for found in pattern.finditer(text):
        token = found.group(0)
        line = text.count("\n", 0, found.start()) + 1
        if token.startswith('"'):
            yield line, "string", token[1:-1]
        elif not token.startswith(("/", "'")):
            yield line, "identifier", token.lower()


def included(text):
    """Blanks out the names of included headers, which are no strings of the program."""
    return re.sub(r'^(\s*#\s*include\s+)"[^"]*"', r"\1", text, flags=re.MULTILINE)


def contains(token, name):
    return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", token) is not None


def look(path, plain, qualified, provisions):
    for line, kind, token in tokens(included(path.read_text(encoding="utf-8"))):
        if kind == "identifier":
            for name in plain:
                if token == name or ("_" in name and name in token and contains(token.strip("_"), name)):
                    yield line, token, name
        else:
            lowered = token.lower()
            for name in plain | qualified:
                if name in lowered and re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", lowered):
                    yield line, token, name
            for name in provisions:
                # An id that reads as a number, such as 4.2, is one of a law only behind the law's name.
                before = r"(?<=:)" if re.fullmatch(r"\d+\.\d+", name) else r"(?<![\w.])"
                if re.search(r"[./]", name) and name in token and re.search(rf"{before}{re.escape(name)}(?![\w.])", token):
                    yield line, token, name


def main():
    laws = sorted((ROOT / "src" / "law").rglob("*.law"))
    plain, qualified, provisions = set(), set(), set()
    for path in laws:
        for all_of, some in zip((plain, qualified, provisions), names_of(path.read_text(encoding="utf-8"))):
            all_of |= some
    plain -= own_words()
    files = [path for folder in FOLDERS if (ROOT / folder).is_dir() for path in sorted((ROOT / folder).rglob("*.[ch]"))]
    bad = 0
    for path in files:
        for line, token, name in look(path, plain, qualified, provisions):
            bad += 1
            print(f"{path.relative_to(ROOT)}:{line}: '{token[:60]}' holds '{name}', a name of a law")
    print(f"{len(plain)} names, {len(qualified)} qualified names and {len(provisions)} provisions of {len(laws)} files of law, "
          f"looked for in {len(files)} files: {bad} found")
    if not laws or not plain or not files:
        print("nothing to compare")
        return 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
