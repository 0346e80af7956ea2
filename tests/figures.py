#!/usr/bin/env python3
"""Parts of the pages of docs/ that a program writes from what a command printed.

    figures.py --check      no such part was changed by hand

A part stands between `<!-- begin NAME -->` and `<!-- end NAME DIGEST -->`; the digest is that of the text between them.
"""
import hashlib
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PART = re.compile(r"<!-- begin ([a-z]+) -->\n(.*?)<!-- end \1(?: ([0-9a-f]{16}))? -->\n", re.DOTALL)
MARK = re.compile(r"^<!-- (?:begin|end) ", re.MULTILINE)


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def parts(page):
    """{name: text} of a page's parts."""
    return {name: text for name, text, _ in PART.findall(page)}


def put(page, name, text):
    """The page with another text in one of its parts."""
    if name not in parts(page):
        sys.exit(f"figures.py: the page has no part {name}; write\n<!-- begin {name} -->\n<!-- end {name} -->")
    text = f"\n{text.strip()}\n\n"
    new = f"<!-- begin {name} -->\n{text}<!-- end {name} {digest(text)} -->\n"
    return PART.sub(lambda part: new if part.group(1) == name else part.group(0), page)


def changed(page):
    """What is wrong with a page's parts, a sentence each."""
    found = PART.findall(page)
    wrong = [f"the part {name} is not as it was written; write it again with its command" for name, text, was in found if digest(text) != was]
    return wrong + ["a mark has no other, or names no part" for _ in range(len(MARK.findall(page)) != 2 * len(found))]


def fenced(lines):
    """Lines as they were printed."""
    return "\n".join(["```text", *lines, "```"])


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    except OSError:
        return ""
    return (done.stdout or done.stderr).strip().split("\n")[0] if done.returncode == 0 else ""


def main():
    if sys.argv[1:] != ["--check"]:
        sys.exit(__doc__)
    count = bad = 0
    for path in sorted((ROOT / "docs").glob("*.md")):
        page = path.read_text(encoding="utf-8")
        count += len(parts(page))
        for wrong in changed(page):
            bad += 1
            print(f"{path.relative_to(ROOT)}: {wrong}")
    print(f"{count} parts of pages, {bad} to mend")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
