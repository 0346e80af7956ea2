#!/usr/bin/env python3
"""Pages of the manual that promise to be complete are: errors, limits, privacy. And what pages name is there.

    pages.py [OMBUD]

docs/errors.md has every status of base.h under its number; docs/limits.md every MAX and MIN of the headers with its number and every
message of OMBUD_E_LIMIT in src/; docs/privacy.md every field of the structs of case.h, answer.h and register.h, and, if the program OMBUD is
given, every key of the JSON it writes about the example cases. Provisions and functions that any page names are there.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE, DOCS = ROOT / "include" / "ombud", ROOT / "docs"


def read(path):
    return path.read_text(encoding="utf-8")


def differences(what, wanted, found):
    yield from (f"{what}: missing: {name}" for name in sorted(wanted - found))
    yield from (f"{what}: not in the sources: {name}" for name in sorted(found - wanted))


def errors():
    wanted = set(re.findall(r"^\s+(OMBUD_(?:OK|E_\w+)) = (\d+)", read(INCLUDE / "base.h"), re.MULTILINE))
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| ([^|]+) \| ([^|]*) \| ([^|]+) \|$", read(DOCS / "errors.md"), re.MULTILINE)
    yield from differences("errors.md", {f"{n} {name}" for name, n in wanted}, {f"{n} {name}" for n, name, *_ in rows})
    if not wanted:
        yield "base.h: no status was found"


def limits():
    page = read(DOCS / "limits.md")
    wanted = set()
    for header in INCLUDE.glob("*.h"):
        for name, value in re.findall(r"^#define (OMBUD_\w+_(?:MAX|MIN)) ([^/\n]+)", read(header), re.MULTILINE):
            number = re.sub(r"\((?:size_t|int64_t|ombud_day)\)", "", value)
            if not re.fullmatch(r"[-\d\s*()]+", number):
                yield f"{header.name}: {name}: '{value}' is not understood"
                continue
            wanted.add(f"{name} {eval(number)}")  # digits, signs and brackets only
    found = {f"{name} {value}" for name, value in re.findall(r"^\| `(OMBUD_\w+)` \| (-?\d+) \|", page, re.MULTILINE)}
    yield from differences("limits.md", wanted, found)
    said = set()
    for source in (ROOT / "src").rglob("*.c"):
        said |= set(re.findall(r'OMBUD_E_LIMIT,\s*"([^"]+)"', read(source)))
    told = set(re.findall(r"^\| [^|`]*(?:`[^`]*`)?[^|`]* \| ([^|]+) \|$", page.split("## By message")[1], re.MULTILINE))
    yield from differences("limits.md", said, told - {"message"})


def fields():
    for header in ("case.h", "answer.h", "register.h"):
        for body in re.findall(r"^typedef struct \w+ \{(.*?)^\}", read(INCLUDE / header), re.DOTALL | re.MULTILINE):
            body = re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL)
            body = re.sub(r"\(\*.*?\)\s*\(.*?\)", "", body, flags=re.DOTALL)
            for names in re.findall(r"^\s*(?:unsigned )?\w+ ([\w, ]+)(?:\[\w+\])?;", body, re.MULTILINE):
                yield from (name.strip() for name in names.split(","))


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def privacy(ombud):
    told = set(re.findall(r"`(\w+)`", read(DOCS / "privacy.md")))
    wanted = set(fields()) - {"struct_size"}
    if "item_number" not in wanted or "voided" not in wanted:
        yield "the fields of the headers were not found"
    if ombud:
        cases = sorted(str(path) for path in (ROOT / "examples" / "cases").glob("*.case"))
        for verb in ("run", "audit"):
            for case in cases:
                done = subprocess.run([ombud, verb, case, "--json"], capture_output=True, text=True, encoding="utf-8")
                for line in done.stdout.splitlines():
                    wanted |= set(keys(json.loads(line)))
        if "timeline" not in wanted:
            yield "the program wrote no JSON"
    yield from (f"privacy.md: what does `{name}` reveal?" for name in sorted(wanted - told))


def provisions(ombud):
    """Pages name provisions that are there, and functions that the headers declare."""
    laws = subprocess.run([ombud, "laws"], check=True, capture_output=True, text=True).stdout.split() if ombud else []
    listed = subprocess.run([ombud, "provisions"], check=True, capture_output=True, text=True).stdout if ombud else ""
    known = {line.split("\t")[0] for line in listed.splitlines()}
    declared = [*INCLUDE.glob("*.h"), *(ROOT / "bindings").rglob("*.py")]  # names of a binding's own may begin so too
    headers = "".join(read(path) for path in declared)
    named = 0
    for page in sorted(DOCS.glob("*.md")):
        text = read(page)
        for name in set(re.findall(r"`(\w+:[\w./]+)`", text)) if ombud else ():
            if name.split(":")[0] in laws:
                named += 1
                if name not in known:
                    yield f"{page.name}: there is no provision {name}"
        for name in sorted(set(re.findall(r"\bombud_(?!_|noun_verb)[a-z0-9_]+\w(?!\w*[.*])", text))):
            if not re.search(rf"\b{name}\b", headers):
                yield f"{page.name}: no header knows {name}"
    if ombud and not named:
        yield "no page names a provision"


def main():
    ombud = sys.argv[1] if len(sys.argv) > 1 else None
    looks = [errors(), limits(), privacy(ombud), provisions(ombud)]
    failed = 0
    for look in looks:
        wrong = list(look)
        failed += bool(wrong)
        for line in wrong:
            print(line)
    print(f"{len(looks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
