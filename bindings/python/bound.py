#!/usr/bin/env python3
"""Every public C name is bound, or listed here with the reason; nothing is listed that is bound; and the package's numbers are the headers'.

    bound.py        exit status 1 with a line for each name at fault

Names are the functions, macros and enumerators of include/ombud/*.h. One counts as bound if a source of ext/ uses it, or if ombud/words.py
or ombud/errors.py has a member for it; there members are numbered by their place, so each is held against the value in the header.
"""
import fnmatch
import importlib.util
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from public_names import NAME, enumerations, public, uncommented  # noqa: E402

# A star stands for any characters.
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
    "OMBUD_LANG_UNSPECIFIED": "every function takes a language, English where none is said",
    "OMBUD_UNIT_UNSPECIFIED": "no period that is read has it",
    "OMBUD_FLAW_NONE": "no flaw that is listed has it",
    "OMBUD_VERSION_MAJOR": "OMBUD_VERSION_NUMBER is compared; ombud.__version__ tells it",
    "OMBUD_VERSION_MINOR": "as OMBUD_VERSION_MAJOR",
    "OMBUD_VERSION_PATCH": "as OMBUD_VERSION_MAJOR",
    "OMBUD_DAY_M??": "datetime.date has the same first and last day",
    "OMBUD_CALENDAR_FIRST_YEAR": "the library refuses an earlier year with CalendarError",
    "OMBUD_NUMBER_MAX": "the library refuses more, and says so",
    "OMBUD_SALT_MIN": "the library refuses a shorter salt and says how long it must be",
    "OMBUD_THRESHOLD_MIN": "the library refuses a lower one and says so",
    "OMBUD_CONDITION_DEPTH_MAX": "the library refuses more with LimitError",
    "OMBUD_LINE_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_PREFIX_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_LANGUAGE_TAG_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_TRANSLATION_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_TOGETHER_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_CASE_*_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_KIND_*_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_LAW_*_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_PLAN_*_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_REGISTER_CASES_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
    "OMBUD_SCENARIO_TEXT_MAX": "as OMBUD_CONDITION_DEPTH_MAX",
}

# How the enumerators of each class of words.py begin; a member's name follows.
BEGINNINGS = {
    "Lang": "LANG_", "Force": "FORCE_", "Sort": "WORD_", "Carries": "ARGUMENT_", "Treatment": "TREATMENT_", "Wording": "WORDING_",
    "RowKind": "ROW_", "Part": "PART_", "Truth": "", "Ruling": "", "UnmetKind": "UNMET_", "Status": "TERM_", "NoDue": "DUE_",
    "FindingKind": "", "Outcome": "ANSWER_", "StepKind": "STEP_", "Covering": "COVERING_", "Gap": "GAP_", "Format": "FORMAT_",
    "Unit": "UNIT_", "Roll": "ROLL_", "Holiday": "HOLIDAY_", "PlanTable": "PLAN_", "PlanCounts": "PLAN_COUNTS_",
    "PlanRule": "PLAN_RULE_", "PlanVerdict": "PLAN_", "Fault": "PLAN_FAULT_", "HoldKind": "HOLD_", "MoveKind": "MOVED_",
    "FlawKind": "FLAW_",
}
OTHERWISE = {"Carries.NOTHING": "ARGUMENT_NONE", "Outcome.ANSWERED": "ANSWERED"}
# ombud_alternative.chosen is a number without an enumeration.
WITHOUT = {"Choice"}


def loaded(name):
    """A module of the package that needs neither the extension nor the rest."""
    spec = importlib.util.spec_from_file_location(name, HERE / "ombud" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def numbered():
    """The package's numbers, by the enumerator that each is for."""
    words, errors = loaded("words"), loaded("errors")
    classes = {name: one for name, one in vars(words).items()
               if isinstance(one, type) and issubclass(one, words.Word) and len(one) and name not in WITHOUT}
    if classes.keys() != BEGINNINGS.keys():
        raise SystemExit(f"bound.py: BEGINNINGS and words.py differ in {sorted(classes.keys() ^ BEGINNINGS.keys())}")
    made = {"OMBUD_" + OTHERWISE.get(f"{name}.{one.name}", BEGINNINGS[name] + one.name): one.code
            for name, members in classes.items() for one in members}
    return made | {family.code: status for status, family in errors.FAMILY.items()}


def judge(names, source, values=None, mine=None):
    """What is wrong, one line each: names of the headers, the extension's text, the headers' values and the package's numbers."""
    values, mine = values or {}, mine or {}
    used = set(NAME.findall(re.sub(r"\"(?:\\.|[^\"\\\n])*\"", " ", uncommented(source)))) & set(names)
    told = {name for name in names if any(fnmatch.fnmatchcase(name, one) for one in NOT_BOUND)}
    for name in sorted(set(names) - used - mine.keys() - told):
        yield f"{name}: neither bound nor listed with a reason"
    for name in sorted(told & (used | mine.keys())):
        yield f"{name}: listed as not bound, but bound; take it out of the list"
    for one in NOT_BOUND:
        if not fnmatch.filter(names, one):
            yield f"{one}: listed, but the headers have no such name"
    for name, number in sorted(mine.items()):
        if values.get(name) != number:
            yield f"{name}: {number} in the package, {values.get(name, 'nothing')} in the headers"


def main():
    names = public()
    values = {name: value for one in enumerations() for name, value in one.items()}
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "ext").glob("*.[ch]")))
    wrong = list(judge(names, source, values, numbered()))
    left = sum(any(fnmatch.fnmatchcase(name, one) for one in NOT_BOUND) for name in names)
    print("\n".join(wrong or [f"{len(names) - left} of {len(names)} public names bound, {left} not, each with a reason"]))
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    sys.exit(main())
