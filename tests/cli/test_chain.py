#!/usr/bin/env python3
"""examples/chain as its README tells it: digests against Python's own HMAC, and the first line that differs. Speaks TAP.

    test_chain.py CHAIN JOURNAL.case
"""
import hashlib
import hmac
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, JOURNAL = sys.argv[1:3]
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


def lines_of(text):
    """The lines of the journal of a case file whose lines are written as the library writes them, single-spaced."""
    return [" ".join(line.split("#")[0].split()) for line in text.splitlines() if line[:1].isdigit()]


def main():
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        key, digests = work / "key", work / "digests"
        key.write_bytes(KEY)
        text = pathlib.Path(JOURNAL).read_text(encoding="utf-8")
        lines = lines_of(text)
        head = [line for line in text.splitlines() if line.split()[:1] and line.split()[0] in ("law", "person", "case")]

        def journal(of, name="journal.case"):
            path = work / name
            path.write_text("\n".join(head + of) + "\n", encoding="utf-8")
            return path

        expected, previous = "", b""
        for position, line in enumerate(lines, 1):
            previous = hmac.new(KEY, previous + line.encode(), hashlib.sha256).digest()
            expected += f"{position} {previous.hex()}\n"
        check("there is a journal to speak of", len(lines) >= 2 and len(head) >= 2, True)
        check("digests of the journal", run(key, JOURNAL), (0, expected))
        digests.write_text(expected)
        check("nothing differs", run(key, JOURNAL, digests), (0, f"{len(lines)} lines, nothing differs\n"))
        said = "line {} of the journal is the first that differs\n"
        altered = [lines[0], lines[1].replace("-0", "-1", 1)] + lines[2:]
        check("a line altered", run(key, journal(altered), digests), (1, said.format(2)))
        check("the last line dropped", run(key, journal(lines[:-1]), digests), (1, said.format(len(lines))))
        check("a line said twice", run(key, journal(lines + lines[-1:]), digests), (1, said.format(len(lines) + 1)))
        (work / "other").write_bytes(KEY[:-1])
        check("another key", run(work / "other", JOURNAL, digests), (1, said.format(1)))
        digests.write_text(expected[:-2] + "\n")
        check("digests cut short", run(key, JOURNAL, digests)[0], 2)
        check("no such file", run(key, work / "none.case")[0], 2)
        check("no argument", run()[0], 2)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
