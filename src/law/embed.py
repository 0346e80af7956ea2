#!/usr/bin/env python3
"""Writes the C file that holds the built-in laws as text.

    embed.py OUTPUT FOLDER [LAW…]

A law is FOLDER/LAW.law, or every *.law file in FOLDER/LAW, one after the other in the order of their names. The text goes
in unchanged but for a line end between files, so that a line number in a message can be traced. Character constants are
used because a string literal may not pass 4095 bytes in C11, and because a plain char may have either sign.
"""
import pathlib
import re
import sys


def law_files(folder, law):
    single = folder / f"{law}.law"
    if single.is_file():
        return [single]
    found = sorted((folder / law).glob("*.law")) if (folder / law).is_dir() else []
    if not found:
        sys.exit(f"embed.py: law '{law}': neither {single} nor a .law file in {folder / law}")
    return found


def law_text(folder, law):
    text = b""
    for path in law_files(folder, law):
        piece = path.read_bytes()
        piece.decode("utf-8")
        text += piece if piece.endswith(b"\n") or not piece else piece + b"\n"
    if b"\0" in text:
        sys.exit(f"embed.py: law '{law}' holds a NUL")
    return text


def constant(byte):
    if byte == 10:
        return r"'\n'"
    if byte in b"'\\":
        return rf"'\{chr(byte)}'"
    return f"'{chr(byte)}'" if 32 <= byte < 127 else rf"'\{byte:03o}'"


def c_file(folder, laws):
    out = ["/* The texts of the built-in laws. Written by src/law/embed.py: change the .law files instead. */",
           '#include "law/embedded.h"', ""]
    for law in laws:
        text = law_text(folder, law)
        out.append(f"static const char text_{law}[] = {{")
        out += [",".join(constant(byte) for byte in line) + "," for line in text.splitlines(keepends=True)]
        out += ["'\\0' };", ""]
    out.append("const ombud__embedded_law ombud__embedded_laws[] = {")
    out += [f'    {{ "{law}", text_{law}, sizeof text_{law} - 1 }},' for law in laws]
    out += ["    { NULL, NULL, 0 }", "};", "",
            f"const size_t ombud__embedded_law_count = {len(laws)};", ""]
    return "\n".join(out)


def write_if_different(path, text):
    if not path.exists() or path.read_text(encoding="ascii") != text:
        path.write_text(text, encoding="ascii")


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: embed.py OUTPUT FOLDER [LAW…]")
    output, folder, laws = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    for law in laws:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", law):
            sys.exit(f"embed.py: '{law}' cannot be the name of a law")
    write_if_different(output, c_file(folder, laws))


if __name__ == "__main__":
    main()
