#!/usr/bin/env python3
"""Writes the C file that holds the built-in laws as text.

    embed.py OUTPUT FOLDER [--depfile=FILE] [--languages=en,fr,nl] [LAW…]

A law is FOLDER/LAW.law, or every *.law file in FOLDER/LAW, one after the other in the order of their names. The text goes
in unchanged but for a line end between files, and for what is said in other languages than those named: every row keeps
its line, so that a line number in a message can be traced. Character constants are used because a string literal may not
pass 4095 bytes in C11, and because a plain char may have either sign.
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


LANGUAGES = ("en", "fr", "nl")
LABEL = r'(?:en|fr|nl)\s+"(?:\\.|[^"\\\n])*"'
# A comment, a run of texts in several languages, or another string: where one begins, none of the others can.
PIECE = re.compile(rf'#[^\n]*|(?P<gloss>\b(?:gloss|outside|recorded)\s+)?\b(?P<run>{LABEL}(?:\s+{LABEL})*)|"(?:\\.|[^"\\\n])*"')
PART = re.compile(rf"(\s*)({LABEL})")


def in_languages(text, languages):
    """The text without what it says in other languages. What it says in others only stays, in English if it can; so do the
    English gloss, which every provision must have, and the English reason of one without rows."""
    def shorten(found):
        if found["run"] is None:
            return found[0]
        parts = PART.findall(found["run"])
        there = [label[:2] for _, label in parts]
        kept = [code for code in there if code in languages or code == "en" and found["gloss"]] or [min(there)]
        out = found["gloss"] or ""
        for (space, label), code in zip(parts, there):
            before = space if out.strip() or "\n" in space else ""
            out += before + label if code in kept else "\n" * space.count("\n")
        return out
    if set(languages) == set(LANGUAGES):
        return text
    shorter = re.sub(r"[ ]+$", "", PIECE.sub(shorten, text), flags=re.MULTILINE)
    assert shorter.count("\n") == text.count("\n")
    return shorter


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


def c_file(folder, laws, languages):
    out = ["/* The texts of the built-in laws. Written by src/law/embed.py: change the .law files instead. */",
           '#include "law/embedded.h"', ""]
    for law in laws:
        text = in_languages(law_text(folder, law).decode(), languages).encode()
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


def take_depfile(arguments):
    """Takes --depfile=FILE out of the arguments; None if it is not the first of them."""
    given = arguments and arguments[0].startswith("--depfile=")
    return pathlib.Path(arguments.pop(0).partition("=")[2]) if given else None


def note_inputs(depfile, output, inputs):
    """Says for the build what the output was made from: folders too, so that a file that joins one is seen."""
    if depfile:
        names = " ".join(str(path).replace(" ", "\\ ") for path in inputs)
        depfile.write_text(f"{output}: {names}\n", encoding="utf-8")


def inputs_of(folder, laws):
    return [folder, *(folder / law for law in laws if (folder / law).is_dir()), *(path for law in laws for path in law_files(folder, law))]


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: embed.py OUTPUT FOLDER [--depfile=FILE] [--languages=en,fr,nl] [LAW…]")
    output, folder, laws = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    languages = LANGUAGES
    depfile = take_depfile(laws)
    if laws and laws[0].startswith("--languages="):
        languages = [code for code in laws.pop(0).partition("=")[2].split(",") if code]
        if not set(languages) <= set(LANGUAGES):
            sys.exit(f"embed.py: languages are {', '.join(LANGUAGES)}")
    for law in laws:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", law):
            sys.exit(f"embed.py: '{law}' cannot be the name of a law")
    write_if_different(output, c_file(folder, laws, languages))
    note_inputs(depfile, output, inputs_of(folder, laws))


if __name__ == "__main__":
    main()
