#!/usr/bin/env python3
"""Prints the version of libombud, read from include/ombud/base.h, the only place where it stands."""
import pathlib
import re
import sys

header = pathlib.Path(__file__).resolve().parent.parent / "include" / "ombud" / "base.h"
text = header.read_text(encoding="utf-8")
parts = []
for name in ("MAJOR", "MINOR", "PATCH"):
    found = re.search(rf"^#define OMBUD_VERSION_{name} (\d+)$", text, re.MULTILINE)
    if not found:
        sys.exit(f"{header}: no line '#define OMBUD_VERSION_{name} <number>'")
    parts.append(found.group(1))
print(".".join(parts))
