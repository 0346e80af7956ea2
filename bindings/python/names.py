#!/usr/bin/env python3
"""Writes ombud/names/LAW.py for each built-in law: its names as Literal types, and a Case that asks for them.

    PYTHONPATH=BUILD/bindings/python names.py            writes what differs
    PYTHONPATH=BUILD/bindings/python names.py --check    says what differs, and writes nothing

A type checker then refuses a misspelt event, role, fact or question. Run it after a change of a law's words.
"""
import pathlib
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
# The package of the build folder is meant: the one beside this script has no extension.
sys.path[:] = [folder for folder in sys.path if pathlib.Path(folder).resolve() != HERE]
import ombud  # noqa: E402

FOLDER = HERE / "ombud" / "names"
WIDTH = 140

# The types of a law, and the sorts of words that make each.
TYPES = {
    "Role": ["role"],
    "Item": ["item"],
    "State": ["state"],
    "EventName": ["event"],
    "Fact": ["fact", "definition"],
    "Link": ["link"],
    "TermName": ["term"],
    "Question": ["question"],
    "Length": ["length"],
    "Scope": ["scope"],
}
# Where functions take the name without its item.
BARE = {"Fact", "Question", "TermName", "Link", "State"}

CASE = '''

class Case(NamedCase[EventName, Fact, Role, Question]):
    """A case under this law, whose names a type checker knows."""

    LAW = LAW
'''


def literal(name, values):
    """The lines of one type; a law without such words has none of them."""
    if not values:
        return [f"{name}: TypeAlias = Never"]
    listed = textwrap.wrap(", ".join(f'"{value}"' for value in values), WIDTH - 4)
    return [f"{name}: TypeAlias = Literal[", *(f"    {line}" for line in listed), "]"]


def module(law):
    lacking = not all(any(law.words(sort) for sort in sorts) for sorts in TYPES.values())
    lines = [f'"""The names of the law {law.name} as types: {law.title() or law.name}.',
             "",
             "Written by bindings/python/names.py from the law; run that again when the law's words change.",
             '"""',
             "from __future__ import annotations",
             "",
             f"from typing import {'Literal, Never, TypeAlias' if lacking else 'Literal, TypeAlias'}",
             "",
             "from ombud.named import NamedCase",
             "",
             f'LAW = "{law.name}"',
             ""]
    for name, sorts in TYPES.items():
        words = [word for sort in sorts for word in law.words(sort)]
        values = [word.name.rpartition(".")[2] if name in BARE else word.name for word in words]
        lines += literal(name, list(dict.fromkeys(values)))
    lines += literal("ReadingName", [reading.name for reading in law.readings()])
    lines += literal("ProvisionId", [provision.id for provision in law])
    return "\n".join(lines) + "\n" + CASE


def main():
    check = sys.argv[1:] == ["--check"]
    wanted = {FOLDER / f"{name}.py": module(ombud.law(name)) for name in ombud.builtin_names()}
    there = {path for path in FOLDER.glob("*.py") if path.name != "__init__.py"}
    bad = [path for path in sorted(there - wanted.keys())]
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            bad.append(path)
            if not check:
                path.write_text(text, encoding="utf-8")
    for path in bad:
        print(f"{path.name}: {'differs from the law; run names.py' if check else 'written' if path in wanted else 'of no law; remove it'}")
    return 1 if bad and check else 0


if __name__ == "__main__":
    sys.exit(main())
