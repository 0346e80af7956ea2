#!/usr/bin/env python3
"""Writes the C table of which expectations of the project's own cases rest on which provision, for `ombud show`.

    index_tests.py OUTPUT ROOT DEPFILE

Reads ROOT/tests/cases and ROOT/examples/cases: an expectation names its provision with `because=`. DEPFILE says for the
build what was read: folders too, so that a case that joins one is seen.
"""
import pathlib
import re
import sys

LAW = re.compile(r"law\s+([a-z][a-z0-9_]*)")
BECAUSE = re.compile(r"expect\b.*\bbecause=(\S+)")


FOLDERS = ("tests/cases", "examples/cases")


def entries(root):
    """(provision, place) of every expectation that names its provision, in the order of files and lines."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.case")):
            law = None
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                text = line.split("#")[0].strip()
                named = LAW.match(text)
                if named:
                    law = named.group(1)
                because = BECAUSE.match(text)
                if law and because and "$" not in because.group(1):
                    yield f"{law}:{because.group(1)}", f"{path.relative_to(root)}:{number}"


def c_file(found):
    out = ["/* Which expectations rest on which provision. Written by examples/ombud/index_tests.py. */", '#include "cli.h"', "",
           "const shown_by tests_of_provisions[] = {"]
    for provision, place in found:
        for text in (provision, place):
            if not re.fullmatch(r"[\w:./-]+", text):
                sys.exit(f"index_tests.py: '{text}' cannot stand in the table")
        out.append(f'    {{ "{provision}", "{place}" }},')
    out += ["    { NULL, NULL },", "};", f"const size_t tests_of_provisions_count = {len(found)};", ""]
    return "\n".join(out)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    output, root, depfile = map(pathlib.Path, sys.argv[1:])
    text = c_file(sorted(entries(root), key=lambda entry: entry[0]))
    if not output.exists() or output.read_text(encoding="utf-8") != text:
        output.write_text(text, encoding="utf-8")
    read = [path for folder in FOLDERS for path in (root / folder, *(root / folder).rglob("*"))]
    names = " ".join(str(path).replace(" ", "\\ ") for path in read if path.is_dir() or path.suffix == ".case")
    depfile.write_text(f"{output}: {names}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
