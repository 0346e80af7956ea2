#!/usr/bin/env python3
"""Counts the tests of a meson run: `count.py testlog.json…` ends with 'N passed, N failed'.

A test that speaks TAP is counted by its 'ok' and 'not ok' lines, any other as one. A skipped one counts as neither and is
named. A test that fails without a 'not ok' line (a crash, a leak, a plan not kept) counts as one failure.
"""
import json
import os
import re
import sys

POINT = re.compile(r"^(not )?ok\b\s*\d+(.*)$")


def count(test):
    """(passed, failed, skipped) of one test."""
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        point = POINT.match(line)
        if not point:
            continue
        if re.search(r"#\s*SKIP", line, re.IGNORECASE):
            skipped += 1
        elif point.group(1):
            failed += 1
        else:
            passed += 1
    result = test["result"]
    if passed + failed + skipped == 0:
        if result == "SKIP":
            return 0, 0, 1
        return (1, 0, 0) if result in ("OK", "EXPECTEDFAIL") else (0, 1, 0)
    if result not in ("OK", "EXPECTEDFAIL", "SKIP") and failed == 0:
        failed = 1
    return passed, failed, skipped


def main():
    totals = [0, 0]
    if not all(os.path.exists(path) for path in sys.argv[1:]):
        print("meson wrote no log of its tests")
        return 1
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as log:
            for line in log:
                test = json.loads(line)
                passed, failed, skipped = count(test)
                totals[0] += passed
                totals[1] += failed
                note = f", {skipped} skipped" if skipped else ""
                if failed:
                    # meson shows stderr only; what failed and where stands in the TAP output.
                    print("\n".join(line for line in test.get("stdout", "").splitlines() if line.startswith(("not ok", "#"))))
                print(f"{test['name']}: {passed} passed, {failed} failed{note}")
    print(f"{totals[0]} passed, {totals[1]} failed")
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main())
