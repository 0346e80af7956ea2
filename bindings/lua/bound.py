#!/usr/bin/env python3
"""Every public C name is used by the Lua module or listed in not-bound.txt with the reason; and none is both.

    bound.py

Names are the functions, macros and enumerators of include/ombud/*.h. Types are not looked for: they come with the functions.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from public_names import NAME, public, uncommented  # noqa: E402


def used():
    text = "".join(uncommented(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.[ch]")))
    return set(NAME.findall(text))


def left_out():
    """Names, and beginnings of names that end in a star, with their reasons."""
    lines = (HERE / "not-bound.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def tells(reason, name, header):
    return reason in (name, header) or (reason.endswith("*") and name.startswith(reason[:-1]))


def main():
    names, mine, reasons = public(), used(), left_out()
    told = {name for name in names if any(tells(reason, name, names[name]) for reason in reasons)}
    bad = 0
    for name in sorted(set(names) - mine - told):
        print(f"{names[name]}: {name} is neither used by the Lua module nor listed in bindings/lua/not-bound.txt")
        bad += 1
    for name in sorted(set(reasons) & mine):
        print(f"bindings/lua/not-bound.txt: {name} is bound; take its line out")
        bad += 1
    for reason in sorted(reasons):
        if not any(tells(reason, name, header) for name, header in names.items()):
            print(f"bindings/lua/not-bound.txt: there is no {reason}")
            bad += 1
    print(f"{len(set(names) & mine)} names bound, {len(told - mine)} not bound with the reason, {bad} to mend")
    return 1 if bad or not names else 0


if __name__ == "__main__":
    sys.exit(main())
