#!/usr/bin/env python3
"""Writes the header of constants of one law, so that a misspelt name does not compile.

    constants.py OUTPUT FOLDER [--depfile=FILE] LAW

FOLDER holds the laws as for embed.py. A constant is called OMBUD_LAW_SORT_NAME, NAME with its owner; its value is the name as
the functions of the library take and give it. Two names that would become one constant are an error.
"""
import pathlib
import re
import sys

import embed
import plain

# Sort, heading, and what the names of the group are for.
GROUPS = (
    ("role", "Roles", "For ombud_case_person() and ombud_case_next()."),
    ("item", "Kinds of items", "As in ombud_item.kind."),
    ("prefix", "Prefixes of items", "What stands before the number: r1."),
    ("state", "States", "As ombud_case_state() gives them."),
    ("event", "Events", "The first word of ombud_event.line."),
    ("argument", "Arguments of events", "What stands before = in ombud_event.line."),
    ("choice", "Choices of arguments", "What stands behind = in ombud_event.line."),
    ("fact", "Facts that somebody states", "For ombud_case_fact(), and before = in ombud_event.line."),
    ("definition", "Facts that the law defines", "For ombud_case_fact()."),
    ("link", "Links", "The third word of a line `link ITEM LINK ITEM`."),
    ("term", "Terms and duties", "As in ombud_term.name."),
    ("requirement", "Requirements", "As in ombud_finding.name."),
    ("question", "Questions", "For ombud_case_ask()."),
    ("value", "Values of answers", "As ombud_answer_value() gives them."),
    ("length", "Lengths that the host sets", "For a line `length NAME PERIOD` of the settings."),
    ("scope", "Scopes", "For a line `scope NAME` of the settings."),
    ("reading", "Open questions", "For a line `reading NAME ALTERNATIVE` of the settings, where there are alternatives."),
    ("alternative", "Alternatives of readings", "For a line `reading NAME ALTERNATIVE` of the settings."),
    ("provision", "Provisions", "For ombud_law_find_provision()."),
)


def constant_of(law, sort, word):
    """15/3.a4.1 becomes 15_S_3_A4_1: a point, a hyphen and a blank each a low line, a slash its own letter."""
    name = word.owner if sort == "prefix" else word.full
    if not re.fullmatch(r"[A-Za-z0-9_./ -]+", name):
        sys.exit(f"constants.py: law '{law.name}': no constant can be made of the {sort} '{name}'; use letters, digits, _ . / and -")
    return f"OMBUD_{law.name}_{sort}_{re.sub(r'[. -]', '_', name.replace('/', '_S_'))}".upper()


def value_of(sort, word):
    """What the library's functions take: an event with its item, everything else by its own name."""
    return word.full if sort == "event" else word.name


def commented(text):
    """A text that cannot end or open a comment, nor be read as a command of the documentation."""
    text = text.replace("*/", "* /").replace("/*", "/ *")
    return re.sub(r"([\\@<>])", r"\\\1", text)


def group_lines(law, sort, heading, use, taken):
    words = law.words[sort].values()
    if not words:
        return []
    lines = ["", f"/** @name {heading}", f" *  {use}", " *  @{ */"]
    for word in words:
        name = constant_of(law, sort, word)
        if name in taken:
            sys.exit(f"constants.py: law '{law.name}': {sort} '{word.full}' and {taken[name]} would both be {name}; rename one of them")
        taken[name] = f"{sort} '{word.full}'"
        label = word.label or word.name.replace("_", " ")
        lines.append(f'#define {name} "{value_of(sort, word)}" /**< {commented(label)} */')
    return lines + ["/** @} */"]


def header(law):
    guard = f"OMBUD_{law.name.upper()}_H"
    lines = ["/**",
             f" * @file {law.name}.h",
             f" * @brief The names of a law as constants: {commented(law.title or law.name)}.",
             " *",
             f" * Written from the law `{law.name}` when the library was built: change the .law files instead. A value is the name as the functions",
             " * of the library take and give it; lines of a journal and of settings can be put together from them.",
             " */",
             f"#ifndef {guard}",
             f"#define {guard}",
             "",
             f'#define OMBUD_{law.name.upper()}_LAW "{law.name}" /**< For ombud_law_builtin(). */']
    taken = {guard: "the include guard", f"OMBUD_{law.name.upper()}_LAW": "the law itself"}
    for sort, heading, use in GROUPS:
        lines += group_lines(law, sort, heading, use, taken)
    return "\n".join([*lines, "", "#endif", ""])


def main():
    arguments = sys.argv[3:]
    depfile = embed.take_depfile(arguments)
    if len(arguments) != 1:
        sys.exit("usage: constants.py OUTPUT FOLDER [--depfile=FILE] LAW")
    output, folder, name = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), arguments[0]
    try:
        law = plain.read(embed.law_files(folder, name))
    except plain.Wrong as wrong:
        sys.exit(f"constants.py: {wrong}")
    if law.name != name:
        sys.exit(f"constants.py: the text in '{name}' names itself '{law.name}'; give both one name")
    text = header(law)
    if not output.exists() or output.read_text(encoding="utf-8") != text:
        output.write_text(text, encoding="utf-8")
    embed.note_inputs(depfile, output, [*embed.inputs_of(folder, [name]), embed.__file__, plain.__file__])


if __name__ == "__main__":
    main()
