#!/usr/bin/env python3
"""Every public function of the library is bound, or listed here with the reason; and nothing is bound that is not public.

    bound.py        exit status 1 with a line for each name that is neither

A function counts as bound if a source of ext/ calls it.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
SYMBOLS = HERE.parents[1] / "tests" / "abi" / "symbols.txt"

NOT_BOUND = {
    "ombud_arena_init": "memory is Python's affair; the extension's objects live on libc's allocator",
    "ombud_arena_used": "as ombud_arena_init",
    "ombud_case_memory_bound": "says how large an arena must be; there is none",
    "ombud_coverage_law": "Coverage keeps the law it was made of",
    "ombud_day_civil": "datetime.date does it",
    "ombud_day_format": "datetime.date.isoformat() does it",
    "ombud_day_of": "datetime.date() does it",
    "ombud_day_parse": "datetime.date.fromisoformat() does it",
    "ombud_day_weekday": "datetime.date.isoweekday() does it",
    "ombud_chain_init": "the extension sets the struct with OMBUD_CHAIN_INIT",
    "ombud_error_init": "the extension sets the struct with OMBUD_ERROR_INIT",
    "ombud_event_init": "the extension sets the struct with OMBUD_EVENT_INIT",
    "ombud_view_of": "texts come with their length",
    "ombud_agenda_items": "ombud_agenda_get() gives the same in full",
    "ombud_register_law": "Register keeps the law it was made of",
    "ombud_register_settings": "Register keeps the settings it was made with",
}


def judge(public, source):
    """What is wrong, one line each."""
    code = re.sub(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"", " ", source, flags=re.DOTALL)
    used = set(re.findall(r"\bombud_\w+", code)) & public
    for name in sorted(public - used - NOT_BOUND.keys()):
        yield f"{name}: neither bound nor listed with a reason"
    for name in sorted(NOT_BOUND.keys() & used):
        yield f"{name}: listed as not bound, but bound; take it out of the list"
    for name in sorted(NOT_BOUND.keys() - public):
        yield f"{name}: listed, but the library has no such function"


def main():
    public = set(SYMBOLS.read_text(encoding="utf-8").split())
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "ext").glob("*.[ch]")))
    wrong = list(judge(public, source))
    print("\n".join(wrong or [f"{len(public) - len(NOT_BOUND)} of {len(public)} public functions bound, {len(NOT_BOUND)} not, each with a reason"]))
    return 1 if wrong or not public else 0


if __name__ == "__main__":
    sys.exit(main())
