#!/usr/bin/env python3
"""Form of the files of the project: widths, blanks, leftovers, machine paths, and what C files may not use.

A file with further words that must not appear (one regular expression a line) can be given by --words FILE or $OMBUD_WORDS.
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = {".c", ".h", ".py", ".pyi", ".sh", ".md", ".law", ".case", ".txt", ".build", ".in", ".map", ".lua", ".1", ".yml", ".toml", ""}
CODE = {".c", ".h"}
WIDTH = 120
LINES = 600

# Where this script and its neighbours must name what they look for.
SELF = {"tests/checks/tidy.py"}
GENERATED = {"tests/abi/layout.c", "tests/abi/symbols.txt", "tests/abi/current.abi"}

EVERYWHERE = [
    (re.compile(r"(?<![\w.])/(?:home|root|work|Users|mnt|opt)/"), "a path of one machine"),
    (re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b"), "a leftover: do it, or say in the documentation that it is not there"),
    (re.compile(r"\r"), "a carriage return"),
]
IN_CODE = [
    (re.compile(r"\t"), "a tab"),
    (re.compile(r"__attribute__|__builtin_|\b__extension__\b|\btypeof\b|__typeof"), "a compiler extension"),
    (re.compile(r"\basm\b|__asm"), "assembler"),
]
IN_LIBRARY = [
    (re.compile(r"\b(?:float|double)\b"), "floating point"),
    (re.compile(r"\b(?:time|clock|getenv|setlocale|s?n?v?f?printf|abort|exit|qsort|strtol|strtoul|atoi|isalpha|isdigit|isspace|tolower|toupper)\s*\("),
     "a libc function that reads the machine, the locale or ends the process"),
    (re.compile(r"^\s*#\s*include\s*<(?:time|stdio|locale|signal|setjmp|math|errno|threads|ctype|assert)\.h>"), "a header that the library must not need"),
    (re.compile(r"^\s*static\s+(?!const\b|inline\b|_Noreturn\b)[\w\s\*]+\b\w+(?:\[[^\]]*\])?\s*(?:=|;)"), "a static object that is not const"),
]


def tracked():
    done = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode == 0:
        return sorted(ROOT / name for name in done.stdout.splitlines())
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and "build" not in path.relative_to(ROOT).parts[:1])


def uncommented(text):
    """C text with comments and the insides of literals blanked out, lines kept."""
    def blank(found):
        token = found.group(0)
        if token.startswith(("/*", "//")):
            return re.sub(r"[^\n]", " ", token)
        return token[0] + " " * (len(token) - 2) + token[-1]
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", blank, text, flags=re.DOTALL)


def private_words():
    path = os.environ.get("OMBUD_WORDS", "")
    if "--words" in sys.argv:
        path = sys.argv[sys.argv.index("--words") + 1]
    if not path:
        return []
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [(re.compile(line), "a word that must not appear") for line in lines if line and not line.startswith("#")]


def look(path, everywhere):
    """(line, what) of everything wrong in a file."""
    name = str(path.relative_to(ROOT))
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return [(1, "not UTF-8")]
    wrong = []
    if text and not text.endswith("\n"):
        wrong.append((text.count("\n") + 1, "no line end at the end"))
    lines = text.split("\n")
    is_code = path.suffix in CODE
    rules = list(everywhere)
    for number, line in enumerate(lines, 1):
        if line.endswith((" ", "\t")) and path.suffix != ".md":
            wrong.append((number, "blanks at the end of a line"))
        if is_code and len(line) > WIDTH and not name.startswith("include/"):
            wrong.append((number, f"{len(line)} columns"))
        wrong += [(number, what) for rule, what in rules if rule.search(line)]
    if is_code:
        rules = [rule for rule in IN_CODE if not (name == "include/ombud/base.h" and "extension" in rule[1])]
        if name.startswith("src/"):
            rules += IN_LIBRARY
            if not text.lstrip().startswith("/*"):
                wrong.append((1, "a file opens with a comment that says its role"))
        bare = uncommented(text).split("\n")
        for number, line in enumerate(bare, 1):
            # The preprocessor's lines are looked at as they are: a header's name is no literal.
            seen = lines[number - 1] if line.lstrip().startswith("#") else line
            wrong += [(number, what) for rule, what in rules if rule.search(seen)]
        if len(lines) > LINES:
            wrong.append((len(lines), f"more than {LINES} lines: probably two concepts"))
    return wrong


def main():
    everywhere = EVERYWHERE + private_words()
    bad = files = 0
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if name in SELF | GENERATED or path.suffix not in TEXT or path.is_symlink() or not path.exists():
            continue
        files += 1
        for number, what in look(path, everywhere):
            bad += 1
            print(f"{name}:{number}: {what}")
    print(f"{files} files, {bad} to mend")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main())
