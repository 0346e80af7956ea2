#!/usr/bin/env python3
"""Every status that a header documents for a function has a line in tests/unit/test_status*.c that provokes it.

A header says `@return #OMBUD_E_DATE, … ` of a function, `as ombud_other()` for the same as another, and `also #OMBUD_E_…` for more than the
function it stands beside. A line there reads `WANT(OMBUD_E_DATE, ombud_function(…))`. What cannot be provoked stands below with its reason.
The last line is 'N passed, N failed'.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = sorted((ROOT / "tests/unit").glob("test_status*.c"))

# `also`: beside which function it stands.
BESIDE = {
    "ombud_case_propose": "ombud_case_apply",
    "ombud_case_fact": "ombud_case_state",
    "ombud_case_next": "ombud_case_terms",
    "ombud_scenario_check_covered": "ombud_scenario_check",
}

BUILT_IN = "a built-in text is read at every build and has no such fault"
CANNOT = {
    **{("ombud_law_builtin", "OMBUD_E_" + s): BUILT_IN
       for s in ("LIMIT", "UTF8", "SYNTAX", "UNKNOWN_NAME", "DUPLICATE", "CONFLICT", "DATE", "PERIOD")},
    ("ombud_register_open", "OMBUD_E_LIMIT"): "a hundred million cases",
    ("ombud_register_add", "OMBUD_E_LIMIT"): "a hundred million cases",
    ("ombud_render_findings", "OMBUD_E_STATE"): "findings have no calendar",
    ("ombud_render_verdict", "OMBUD_E_STATE"): "a verdict has no calendar",
    ("ombud_render_verdict", "OMBUD_E_RANGE"): "a verdict is of a day that was checked when it was asked",
    ("ombud_render_verdict", "OMBUD_E_NOMEM"): "allocates nothing",
}


def documented():
    """Function -> (own statuses, functions it is like)."""
    found = {}
    for header in sorted((ROOT / "include/ombud").glob("*.h")):
        text = header.read_text(encoding="utf-8")
        for comment, function in re.findall(r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*OMBUD_API[^;(]*?\b(ombud_\w+)\(", text):
            if "@return" not in comment:
                continue
            said = re.split(r"\bAllocates\b", comment.split("@return", 1)[1])[0]
            like = re.findall(r"\b(?:as|and|else as) (ombud_\w+)\(\)", said)
            if re.match(r"\s*also\b", said):
                if function not in BESIDE:
                    sys.exit(f"{header.name}: {function}: `also` beside what? Add it to BESIDE")
                like.append(BESIDE[function])
            found[function] = (set(re.findall(r"#(OMBUD_E_\w+)", said)), like)
    return found


def whole(found, function, seen=()):
    if function in seen or function not in found:
        return set()
    own, like = found[function]
    return own.union(*(whole(found, other, seen + (function,)) for other in like))


def main():
    found = documented()
    text = "\n".join(test.read_text(encoding="utf-8") for test in TESTS)
    shown = {(function, status) for status, function in re.findall(r"\bWANT(?:_DRY)?\((OMBUD_E_\w+),\s*(ombud_\w+)\(", text)}
    wanted = {(function, status) for function in found for status in whole(found, function)}
    failed = 0
    for function, status in sorted(wanted):
        if (function, status) in CANNOT:
            if (function, status) in shown:
                print(f"{function}: {status} is said to be impossible and is provoked")
                failed += 1
        elif (function, status) not in shown:
            print(f"{function}: no line in tests/unit/test_status*.c provokes {status}")
            failed += 1
    for pair in sorted(set(CANNOT) - wanted):
        print(f"{pair[0]}: {pair[1]} is said to be impossible, but no header speaks of it")
        failed += 1
    if len(found) < 60:
        print(f"only {len(found)} functions with @return were found")
        failed += 1
    print(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
