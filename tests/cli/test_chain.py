#!/usr/bin/env python3
"""examples/chain as its README tells it: digests against Python's own HMAC, and the first line that differs. Speaks TAP.

    test_chain.py CHAIN
"""
import hashlib
import hmac
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
KEY = bytes(range(200, 232)) + b"\0a"
results = []


def run(*args):
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def check(name, got, expected):
    results.append(got == expected)
    print(f"{'ok' if results[-1] else 'not ok'} {len(results)} - {name}")
    if not results[-1]:
        print(f"# got {got!r}\n# not {expected!r}")


HEAD = ["law bxl2019", "case 1", "person p1 reporter", "person p2 contact_point"]
# As the library writes them.
LINES = [
    "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written",
    "2026-02-11 report.acknowledged r1 by=p2 entered=2026-02-20",
    "2026-02-09 report.examined r1 by=p2 entered=2026-02-21",
    "2026-02-21 void 3 by=p2",
]


def main():
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        key, digests = work / "key", work / "digests"
        key.write_bytes(KEY)

        def journal(of, name="journal.case"):
            path = work / name
            path.write_text("\n".join(HEAD + of) + "\n", encoding="utf-8")
            return path

        expected, previous = "", b""
        for position, line in enumerate(LINES, 1):
            previous = hmac.new(KEY, previous + line.encode(), hashlib.sha256).digest()
            expected += f"{position} {previous.hex()}\n"
        whole = journal(LINES, "whole.case")
        check("digests of the journal", run(key, whole), (0, expected))
        digests.write_text(expected)
        check("nothing differs", run(key, whole, digests), (0, f"{len(LINES)} lines, nothing differs\n"))
        said = "line {} of the journal is the first that differs\n"
        altered = [LINES[0], LINES[1].replace("-0", "-1", 1)] + LINES[2:]
        check("a line altered", run(key, journal(altered), digests), (1, said.format(2)))
        check("the last line dropped", run(key, journal(LINES[:-1]), digests), (1, said.format(len(LINES))))
        check("a line said twice", run(key, journal(LINES + LINES[-1:]), digests), (1, said.format(len(LINES) + 1)))
        (work / "other").write_bytes(KEY[:-1])
        check("another key", run(work / "other", whole, digests), (1, said.format(1)))
        digests.write_text(expected[:-2] + "\n")
        check("digests cut short", run(key, whole, digests)[0], 2)
        check("no such file", run(key, work / "none.case")[0], 2)
        check("no argument", run()[0], 2)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
