#!/usr/bin/env python3
"""Puts the page together: `assemble.py FOLDER CASES WASM OUT` writes OUT, page.html of FOLDER with the style, the scripts,
the examples and the library in it. The library must import nothing: it is handed nothing but its own memory."""
import base64
import json
import pathlib
import re
import sys

EXAMPLES = ("late-acknowledgement", "a-complaint", "harassment-and-fraud")
SCRIPTS = ("words.js", "library.js", "parts.js", "form.js", "settings.js", "results.js", "page.js")


def number(data, at):
    """An unsigned LEB128 number: itself and where the next begins."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def imports(wasm):
    """How many imports a module of WebAssembly declares."""
    at = 8
    while at < len(wasm):
        section, (size, body) = wasm[at], number(wasm, at + 1)
        if section == 2:
            return number(wasm, body)[0]
        at = body + size
    return 0


def main():
    folder, cases, wasm, out = map(pathlib.Path, sys.argv[1:])
    module = wasm.read_bytes()
    if imports(module):
        sys.exit(f"assemble.py: {wasm} imports something; the library must need nothing of its host")
    examples = {name: (cases / f"{name}.case").read_text(encoding="utf-8") for name in EXAMPLES}
    parts = {
        "style": (folder / "page.css").read_text(encoding="utf-8"),
        "script": "".join((folder / name).read_text(encoding="utf-8") for name in SCRIPTS),
        "examples": json.dumps(examples, ensure_ascii=False).replace("</", "<\\/"),
        "library": base64.b64encode(module).decode("ascii"),
    }
    page = (folder / "page.html").read_text(encoding="utf-8")
    page = re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], page)
    out.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
