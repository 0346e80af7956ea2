#!/usr/bin/env python3
"""Writes the library as two files: `amalgamate.py FOLDER [LAW…]` makes FOLDER/ombud.h and FOLDER/ombud.c,
and FOLDER/LAW.h with the names of each law as constants.

Built in are the laws named, or all. The header is the public headers one after the other. The source is every source file in the order of the build, each of
the project's own headers where it is first needed. What a file keeps to itself (static functions, its types, its macros)
gets the file's name before its own, so that files which use the same word do not meet.
"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(SOURCE / "law"))
import constants  # noqa: E402 (in law/, not in Python's path)
import embed  # noqa: E402
import plain  # noqa: E402

PUBLIC = SOURCE.parent / "include"
TOKEN = re.compile(r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[A-Za-z_]\w*|\s+|->|##|.""", re.DOTALL)
INCLUDE = re.compile(r'^#include (?:"([^"]+)"|(<[^>]+>)).*\n', re.MULTILINE)
KEYWORDS = set("""auto break case char const continue default do double else enum extern float for goto if inline int long
    register return short signed sizeof static struct switch typedef union unsigned void volatile while""".split())


def listed():
    """The sources of the build, in its order."""
    text = (SOURCE / "meson.build").read_text(encoding="utf-8")
    names = re.findall(r"^(?:hot_)?sources = files\((.*?)^\)", text, re.DOTALL | re.MULTILINE)
    return re.findall(r"'([^']+\.c)'", "".join(names))


def words(tokens):
    """The tokens that count, as (index, token)."""
    return [(i, t) for i, t in enumerate(tokens) if not t.isspace() and not t.startswith(("/*", "//"))]


def own_names(text):
    """What a source file declares for itself at file scope: functions, objects, types, tags, constants, macros."""
    names = set(re.findall(r"^#define (\w+)", text, re.MULTILINE))
    bare = re.sub(r"^#(?:[^\n]*\\\n)*[^\n]*\n", "", text, flags=re.MULTILINE)
    declaration, depth = [], 0
    for _, token in words(TOKEN.findall(bare)):
        depth -= token == "}"
        if depth == 0 or declaration and declaration[0] in ("enum", "typedef"):
            declaration.append(token)
        depth += token == "{"
        if depth == 0 and (token == ";" or token == "}" and "(" in declaration and declaration[0] != "typedef"):
            names |= declared(declaration)
            declaration = []
    return {name for name in names if not name.lower().startswith("ombud")}


def declared(tokens):
    names = set()
    for at, token in enumerate(tokens[:-1]):
        if token in ("struct", "union", "enum") and tokens[at + 2:at + 3] == ["{"]:
            names.add(tokens[at + 1])
    if tokens[0] == "enum" or tokens[:2] == ["typedef", "enum"]:
        body = tokens[tokens.index("{"):] if "{" in tokens else []
        names |= {b for a, b in zip(body, body[1:]) if a in ("{", ",") and b.isidentifier()}
    if tokens[0] == "typedef":
        pointer = [c for a, b, c in zip(tokens, tokens[1:], tokens[2:]) if (a, b) == ("(", "*")]
        function = [a for a, b in zip(tokens, tokens[1:]) if b == "(" and a.isidentifier()]
        names.add(tokens[-2] if "{" in tokens or "(" not in tokens else (pointer or function)[0])
    if tokens[0] == "static":
        for a, b in zip(tokens, tokens[1:]):
            if a.isidentifier() and b in ("(", "[", "=", ";"):
                names.add(a)
                break
    return {name for name in names if name.isidentifier() and name not in KEYWORDS}


def renamed(text, names, stem):
    """The text with the names made the file's own; members of structs keep theirs."""
    tokens = TOKEN.findall(text)
    inside, depth, bodies = [], 0, []
    meant = words(tokens)
    for place, (i, token) in enumerate(meant):
        before = meant[place - 1][1] if place else ""
        after = meant[place + 1][1] if place + 1 < len(meant) else ""
        if token == "{":
            head = [t for _, t in meant[max(0, place - 2):place]]
            bodies.append("struct" in head or "union" in head)
        elif token == "}":
            bodies.pop()
        elif token in names and before not in (".", "->"):
            member = bool(bodies) and bodies[-1] and after in (";", ",", "[", ":", ")")
            if not member:
                tokens[i] = f"ombud__{stem}_{token}"
    return "".join(tokens)


class Writer:
    def __init__(self):
        self.seen, self.system = set(), []

    def included(self, text, folder):
        """The text with the project's own headers in place of the lines that include them."""
        def place(found):
            if found[2]:
                if found[2] not in self.system:
                    self.system.append(found[2])
                return ""
            name = found[1]
            if name.startswith("ombud/"):
                return ""
            path = folder / name if (folder / name).exists() else SOURCE / name
            if path in self.seen:
                return ""
            self.seen.add(path)
            header = path.read_text(encoding="utf-8")
            header = re.sub(r"^#ifndef (OMBUD__\w+_H)\n#define \1\n|^#endif\n\Z", "", header, flags=re.MULTILINE)
            return self.included(header, path.parent)
        return INCLUDE.sub(place, text)

    def source(self, name, text):
        path, stem = SOURCE / name, name.removesuffix(".c").replace("/", "_")
        body = renamed(INCLUDE.sub("", text), own_names(text), stem)
        heads = self.included("".join(found[0] for found in INCLUDE.finditer(text)), path.parent)
        return f"{heads}\n/* ==== {stem} ==== */\n\n{body.strip()}\n"


def public_header():
    umbrella = (PUBLIC / "ombud/ombud.h").read_text(encoding="utf-8")
    system, text = [], ""
    for name in re.findall(r'^#include "([^"]+)"', umbrella, re.MULTILINE):
        path = PUBLIC / "ombud" / pathlib.Path(name).name
        header = path.read_text(encoding="utf-8")
        for found in INCLUDE.finditer(header):
            if found[2] and found[2] not in system:
                system.append(found[2])
        header = INCLUDE.sub("", header)
        text += re.sub(r"^#ifndef (OMBUD_\w+_H)\n#define \1\n|^#endif[^\n]*\n\Z", "", header, flags=re.MULTILINE).strip() + "\n\n"
    lines = "".join(f"#include {name}\n" for name in system)
    return f"/* libombud in one header; see ombud.c. MIT licence. */\n#ifndef OMBUD_H\n#define OMBUD_H\n\n{lines}\n{text}#endif\n"


def all_laws():
    return sorted({path.stem if path.is_file() else path.name for path in (SOURCE / "law").iterdir()
                   if path.suffix == ".law" or path.is_dir() and list(path.glob("*.law"))})


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: amalgamate.py FOLDER [LAW…]")
    folder, writer = pathlib.Path(sys.argv[1]), Writer()
    folder.mkdir(parents=True, exist_ok=True)
    body = "".join(writer.source(name, (SOURCE / name).read_text(encoding="utf-8")) for name in listed())
    laws = sys.argv[2:] or all_laws()
    body += writer.source("embedded_laws.c", embed.c_file(SOURCE / "law", laws, embed.LANGUAGES))
    for law in laws:
        names = constants.header(plain.read(embed.law_files(SOURCE / "law", law)))
        (folder / f"{law}.h").write_text(names, encoding="utf-8")
    system = "".join(f"#include {name}\n" for name in writer.system)
    (folder / "ombud.h").write_text(public_header(), encoding="utf-8")
    (folder / "ombud.c").write_text("/* libombud in one source: compile it with ombud.h beside it, or include it. MIT licence. */\n"
                                    f"#define OMBUD_BUILDING\n#include \"ombud.h\"\n\n{system}\n"
                                    "#if defined(__GNUC__)\n#pragma GCC visibility push(hidden)\n#endif\n"
                                    f"{body}\n#if defined(__GNUC__)\n#pragma GCC visibility pop\n#endif\n", encoding="utf-8")


if __name__ == "__main__":
    main()
