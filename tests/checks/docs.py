#!/usr/bin/env python3
"""What the pages of docs/ and README.md point at is there: files by link, `file`, and `file:function` by name. And each file of
src/ is told in docs/architecture.md, each header made from a law in docs/index.md."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PLACE = re.compile(r"`((?:src|include|tests|examples|docs)/[\w./-]+?)(?::([a-z_]\w*))?`")
# Written by tests or builds, so that a fresh checkout need not have them.
MADE = {"tests/abi/current.abi"}


def defines(path, function):
    text = path.read_text(encoding="utf-8")
    return re.search(rf"^(?:[a-z][\w ]*[ *]){re.escape(function)}\(", text, re.MULTILINE) is not None


def look(page):
    text = page.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        if "://" not in target and not (page.parent / target).exists():
            yield target, "the link leads nowhere"
    for place, function in PLACE.findall(FENCE.sub("", text)):
        path = ROOT / place
        if place not in MADE and not path.exists():
            yield place, "there is no such file"
        elif function and not defines(path, function):
            yield f"{place}:{function}", "the file defines no such function"


def untold():
    """The sources that the page on the house passes over."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return [path for path in sorted((ROOT / "src").rglob("*.c")) if not re.search(rf"[`/]{re.escape(path.name)}`", text)]


def unnamed():
    """The headers made from laws that the first page passes over."""
    laws = {path.stem for path in (ROOT / "src" / "law").iterdir() if path.suffix == ".law" or any(path.glob("*.law"))}
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    return [f"ombud/{law}.h" for law in sorted(laws) if f"`ombud/{law}.h`" not in text]


def main():
    pages = [*sorted((ROOT / "docs").glob("*.md")), *[page for page in [ROOT / "README.md"] if page.exists()]]
    bad = looked = 0
    for page in pages:
        looked += 1
        for what, why in look(page):
            bad += 1
            print(f"{page.relative_to(ROOT)}: {what}: {why}")
    for path in untold():
        bad += 1
        print(f"docs/architecture.md: {path.relative_to(ROOT)} is not told; add it to the table of its room")
    for header in unnamed():
        bad += 1
        print(f"docs/index.md: {header} is not named; add it where names of a law are told")
    print(f"{looked} pages, {bad} to mend")
    return 1 if bad or not looked else 0


if __name__ == "__main__":
    sys.exit(main())
