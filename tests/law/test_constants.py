#!/usr/bin/env python3
"""The header of constants of a law (src/law/constants.py): its constants are the names of the compiled law, all of them and no others;
it compiles alone from C99 to C++17; and a misspelt constant does not compile.

    test_constants.py HEADER PROGRAM [CC]

PROGRAM is built from test_constants.c; it prints the words of the compiled law as the library's functions give them. Speaks TAP.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "src" / "law" / "constants.py"
FLAGS = ["-fsyntax-only", "-pedantic", "-Wall", "-Wextra", "-Wundef", "-Werror"]
HOST = '#include "ombud/{header}"\nconst char *names[] = {{ {name}, 0 }};\n'

# A law in which every part of a name needs care; two more in which two names would be one constant, or a name is none.
CAREFUL = '''law careful
title en "Ends */ and /* opens, a \\\\ and 50 % of @all <b>"
role clerk en "clerk */"
role reader held by loan is lent en "who has it"
scope branch en "a branch"
item loan l en "loan"
  states lent,
    back
  event lent by clerk carries reader (person), how (by_post, at_desk), until (day)
    fr "prêté" en "lent"
  fact torn stated by clerk silence no
item person p
reading Q-1.1
  en "Which # is it?"
  first default en "the first"
  second
provision 15/3.a4-1 "Art. 15/3" since original
  anchor "x"
  only in branch
  gloss en "y"
  loan.lent: -> lent
  in branch exclude 15/3.a4-2, 16
  loan.is_torn when torn
  duty give_back clerk
    en "give back"
    opened by loan.lent
    within at most P7D
  require kept clerk while loan is lent: not torn
  answer loan.worth = nothing when torn
'''
CAREFUL_CONSTANTS = {
    "OMBUD_CAREFUL_LAW": "careful", "OMBUD_CAREFUL_ROLE_CLERK": "clerk", "OMBUD_CAREFUL_ROLE_READER": "reader", "OMBUD_CAREFUL_SCOPE_BRANCH": "branch",
    "OMBUD_CAREFUL_ITEM_LOAN": "loan",
    "OMBUD_CAREFUL_ITEM_PERSON": "person", "OMBUD_CAREFUL_PREFIX_LOAN": "l", "OMBUD_CAREFUL_PREFIX_PERSON": "p",
    "OMBUD_CAREFUL_STATE_LOAN_LENT": "lent", "OMBUD_CAREFUL_STATE_LOAN_BACK": "back", "OMBUD_CAREFUL_EVENT_LOAN_LENT": "loan.lent",
    "OMBUD_CAREFUL_ARGUMENT_LOAN_READER": "reader", "OMBUD_CAREFUL_ARGUMENT_LOAN_HOW": "how", "OMBUD_CAREFUL_ARGUMENT_LOAN_UNTIL": "until",
    "OMBUD_CAREFUL_CHOICE_LOAN_HOW_BY_POST": "by_post", "OMBUD_CAREFUL_CHOICE_LOAN_HOW_AT_DESK": "at_desk",
    "OMBUD_CAREFUL_FACT_LOAN_TORN": "torn", "OMBUD_CAREFUL_DEFINITION_LOAN_IS_TORN": "is_torn", "OMBUD_CAREFUL_LINK_LOAN_READER": "reader",
    "OMBUD_CAREFUL_TERM_LOAN_GIVE_BACK": "give_back", "OMBUD_CAREFUL_REQUIREMENT_KEPT": "kept",
    "OMBUD_CAREFUL_QUESTION_LOAN_WORTH": "worth", "OMBUD_CAREFUL_VALUE_NOTHING": "nothing", "OMBUD_CAREFUL_READING_Q_1_1": "Q-1.1",
    "OMBUD_CAREFUL_ALTERNATIVE_Q_1_1_FIRST": "first", "OMBUD_CAREFUL_ALTERNATIVE_Q_1_1_SECOND": "second",
    "OMBUD_CAREFUL_PROVISION_15_S_3_A4_1": "15/3.a4-1",
}
REFUSED = {
    "two names that would be one constant": ("law clash\nreading Q-1.1 en \"a\"\n  x default\nreading Q-1-1 en \"b\"\n  y default\n",
                                             "would both be OMBUD_CLASH_READING_Q_1_1"),
    "a name no constant can be made of": ("law clash\nreading Qé en \"a\"\n  x default\n", "no constant can be made of the reading 'Qé'"),
    "a statement that is not understood": ("law clash\nwish x\n", "clash.law:2: 'wish' begins no statement"),
    "a text without an end": ("law clash\nrole x en \"y\n", "clash.law:2: a text in quotes has no end"),
    "a law under another name": ("law other\n", "names itself 'other'"),
}

passed = failed = 0


def tell(good, what, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    print(f"{'ok' if good else 'not ok'} {passed + failed} - {what}")
    for line in detail.splitlines()[:20] if not good else []:
        print(f"# {line}")


def constants(path):
    return dict(re.findall(r'^#define (OMBUD_\w+) "([^"]*)" /\*\*< .* \*/$', path.read_text(encoding="utf-8"), re.MULTILINE))


def compiles(command, text, folder, suffix):
    source = folder / f"use{suffix}"
    source.write_text(text, encoding="utf-8")
    done = subprocess.run([*command, *FLAGS, f"-I{folder}", str(source)], capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def generate(folder, name, text):
    (folder / f"{name}.law").write_text(text, encoding="utf-8")
    output = folder / f"{name}.h"
    return output, subprocess.run([sys.executable, "-B", str(SCRIPT), str(output), str(folder), name], capture_output=True, text=True)


def constant_of(law, sort, name, owner):
    """The rule for a constant's name, said a second time."""
    whole = [owner] if sort == "prefix" else [owner, name] if owner else [name]
    whole = "_".join(whole).replace("/", "_S_")
    return "OMBUD_" + "".join(char if char.isalnum() else "_" for char in f"{law}_{sort}_{whole}").upper()


def compare(header, program):
    done = subprocess.run([program], capture_output=True, text=True, encoding="utf-8")
    tell(done.returncode == 0, "a case made of constants comes out as the law says", done.stderr)
    have = constants(header)
    law = have.get(f"OMBUD_{header.stem.upper()}_LAW", "")
    known = {f"OMBUD_{law.upper()}_LAW": law}
    for line in done.stdout.splitlines():
        sort, name, owner = line.split("\t")
        known[constant_of(law, sort, name, owner)] = f"{owner}.{name}" if sort == "event" else name
    tell(len(known) > 100, "the compiled law says its words", f"{len(known)} words")
    tell(not known.keys() - have.keys(), "every name of the compiled law has a constant", "\n".join(sorted(known.keys() - have.keys())))
    tell(not have.keys() - known.keys(), "every constant is a name of the compiled law", "\n".join(sorted(have.keys() - known.keys())))
    differing = [f"{name} is {have[name]}, not {known[name]}" for name in sorted(have.keys() & known.keys()) if have[name] != known[name]]
    tell(not differing, "and has its value", "\n".join(differing))
    defined = len(re.findall(r"^#define OMBUD_\w+ ", header.read_text(encoding="utf-8"), re.MULTILINE))
    tell(defined == len(have), "the header defines constants and nothing else", f"{defined} definitions, {len(have)} understood")
    return have


def compile_alone(folder, name, some, compiler):
    text = HOST.format(header=name, name=", ".join(some))
    plus = re.sub(r"gcc(?=[^/]*$)", "g++", re.sub(r"clang(?=[^/]*$)", "clang++", re.sub(r"^cc$", "c++", compiler)))
    uses = [(compiler, "c99", ".c"), (compiler, "c11", ".c")]
    uses += [(plus, "c++98", ".cc"), (plus, "c++17", ".cc")] if shutil.which(plus) else []
    for command, std, suffix in uses:
        good, log = compiles([command, f"-std={std}"], text, folder, suffix)
        tell(good, f"{name} alone in {std}", log)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    header, program = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
    compiler = sys.argv[3] if len(sys.argv) > 3 else os.environ.get("CC", "gcc")
    have = compare(header, program)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "ombud").mkdir()
        shutil.copy(header, folder / "ombud")
        compile_alone(folder, header.name, have, compiler)
        right = next(iter(have))
        wrong = right + "E"
        good, log = compiles([compiler, "-std=c11"], HOST.format(header=header.name, name=right), folder, ".c")
        tell(good, "a constant that is spelt right compiles", log)
        good, log = compiles([compiler, "-std=c11"], HOST.format(header=header.name, name=wrong), folder, ".c")
        tell(not good and wrong in log, "a misspelt constant does not compile", log)

        careful, done = generate(folder, "careful", CAREFUL)
        tell(done.returncode == 0, "a law with difficult names has a header", done.stderr)
        made = constants(careful) if careful.exists() else {}
        differing = set(made.items()) ^ set(CAREFUL_CONSTANTS.items())
        tell(not differing, "with the expected constants", "\n".join(sorted(f"{name} {value}" for name, value in differing)))
        shutil.move(careful, folder / "ombud" / "careful.h")
        compile_alone(folder, "careful.h", made, compiler)
        for what, (text, message) in REFUSED.items():
            output, done = generate(folder, "clash", text)
            tell(done.returncode != 0 and message in done.stderr and not output.exists(), f"refused: {what}", done.stderr)
    print(f"1..{passed + failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
