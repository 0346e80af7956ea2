#!/usr/bin/env python3
"""That figures of pages cannot be changed by hand, and that runs that failed or lack a figure are not recorded. Ends with 'N passed, N failed'."""
import contextlib
import io
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import assurance
import figures
import performance

PAGE = "# A page\n\nBefore.\n\n<!-- begin one -->\n<!-- end one -->\n\nBetween.\n\n<!-- begin two -->\n<!-- end two -->\n"
DIFFER = "a million lines against the reference interpreter"
FUZZ = "ten minutes of each fuzzer"
LINES = "1000 lines of journals in 50 cases, 0 of which differ\n"
SLOW = """# 10 cases, 40 lines, 20 dated duties open; 1263 bytes a case
# 15 rounds of lists and figures
# measure\tours ms\tsorted array ms\tratio\tSQLite ms\tratio
a week's due list\t1.000\t0.100\t0.10\t-\t-
# 4 duties a week
# an event on a register of 10 cases: 4.00 microseconds
# the three agree
gate: a week's list is too slow beside a sorted array
"""
results = []


def is_so(what, good):
    results.append(good)
    print(f"{'ok' if good else 'not ok'} {len(results)} - {what}")


def refused(what, word, act, *given):
    """Whether a call ends the program with a sentence that holds a word."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            act(*given)
        why = ""
    except SystemExit as ended:
        why = str(ended)
    is_so(what, word in why)


def file_of(folder, name, text):
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return path


def test_marks():
    page = figures.put(figures.put(PAGE, "one", "1 passed"), "two", "22 passed")
    is_so("parts are put where their marks are", figures.parts(page) == {"one": "\n1 passed\n\n", "two": "\n22 passed\n\n"} and "\nBetween.\n" in page)
    is_so("what was put is as it was written", figures.changed(page) == [])
    is_so("a digit is noticed", len(figures.changed(page.replace("22 passed", "23 passed"))) == 1)
    is_so("a line more is noticed", len(figures.changed(page.replace("1 passed\n", "1 passed\n0 failed\n", 1))) == 1)
    is_so("what stands outside may be changed", figures.changed(page.replace("Between.", "Among them.")) == [])
    is_so("an end without its begin is noticed", figures.changed(page.replace("<!-- begin two -->\n", "")) != [])
    is_so("a digest that is missing is noticed", len(figures.changed(PAGE)) == 2)
    refused("a part that the page lacks is refused", "no part three", figures.put, page, "three", "")


def test_pages():
    for name in ("assurance.md", "performance.md"):
        page = (figures.ROOT / "docs" / name).read_text(encoding="utf-8")
        for part in figures.parts(page):
            mark = f"<!-- begin {part} -->\n"
            is_so(f"docs/{name}: a digit more in {part} is noticed", len(figures.changed(page.replace(mark, f"{mark}1\n"))) == 1)


def logs_of(folder, steps, files):
    logs = pathlib.Path(folder) / "logs"
    logs.mkdir(exist_ok=True)
    file_of(logs, "steps.tsv", steps)
    file_of(logs, "skipped.txt", "")
    for name, text in files.items():
        file_of(logs, name, text)
    return logs


def test_run(folder):
    steps = "packages\t1\t0\t1\nstruct layout and pinned values\t1\t0\t3\n"
    logs = logs_of(folder, steps, {"01-packages.log": "", "12-struct-layout-and-pinned-values.log": "noise\n999 assertions\n"})
    text = assurance.run(logs)
    is_so("a run is recorded with what its steps printed", "```text\n999 assertions\n```" in text and "2 passed, 0 failed." in text and "noise" not in text)
    left = "left out: running the program, wine is not installed"
    is_so("and with what a step left out", left in assurance.run(logs_of(folder, steps, {"01-packages.log": f"{left}\n"})))
    refused("a step that lacks its figure is refused", "printed no line", assurance.run,
            logs_of(folder, steps, {"12-struct-layout-and-pinned-values.log": "noise\n"}))
    refused("a run with a failure is refused", "packages failed", assurance.run, logs_of(folder, steps.replace("1\t0\t1", "0\t1\t1"), {}))


def test_deep(folder):
    log = file_of(folder, "log", f"{LINES}50 passed, 0 failed\n")
    text = assurance.deep(DIFFER, "HEAD", log, "")
    is_so("a deep run is told with its commit and figures", "On commit " in text and LINES in text and "50 passed, 0 failed" in text)
    fuzz = file_of(folder, "fuzz", "each fuzzer 120 seconds a target\nlaw (afl): 274826 executions, 3763 edges\n7 passed, 0 failed\n")
    both = assurance.deep(FUZZ, "HEAD", fuzz, text)
    is_so("another stands beside it", LINES in both and "274826 executions" in both)
    again = assurance.deep(DIFFER, "HEAD", file_of(folder, "log", f"{LINES.replace('1000', '2000')}60 passed, 0 failed\n"), both)
    is_so("the same once more takes its place", "\n2000 lines" in again and "\n1000 lines" not in again and "274826 executions" in again)
    refused("one that failed is refused", "1 failed", assurance.deep, DIFFER, "HEAD", file_of(folder, "log", f"{LINES}49 passed, 1 failed\n"), "")
    refused("one that ran nothing is refused", "0 passed", assurance.deep, DIFFER, "HEAD", file_of(folder, "log", f"{LINES}0 passed, 0 failed\n"), "")
    refused("one without its figure is refused", "printed no line", assurance.deep, DIFFER, "HEAD", file_of(folder, "log", "50 passed, 0 failed\n"), "")
    refused("one that was cut short is refused", "did not end", assurance.deep, DIFFER, "HEAD", file_of(folder, "log", LINES), "")
    refused("a gate that closed is refused", "did not end", assurance.deep, "a register of a million cases", "HEAD", file_of(folder, "log", SLOW), "")
    refused("a step that is not there is refused", "no step", assurance.deep, "a hundred years", "HEAD", log, "")
    refused("a commit that is not there is refused", "no commit", assurance.deep, DIFFER, "nothing-of-that-name", log, "")


def test_tables():
    first = "commit 0123456789ab; gcc version 12.2.0, -O2; 2 processors of x86_64"
    speed = [first, *(f"{name}\t1.00\t2.00\t2.000" for name in performance.SPEED), "memory: a case of 4 items"]
    text = performance.written(performance.speed, speed)
    is_so("a table is written with its commit", "Commit 0123456789ab" in text and "| fold, an event | 1.00 | 2.00 | 2.000 |" in text and "memory: a case" in text)
    refused("no commit, no table", "names no commit", performance.written, performance.speed, speed[1:])
    refused("a measure that is missing is refused", '"fold" is missing', performance.written, performance.speed, [first, *speed[2:]])
    refused("a measure that is not known is refused", "not known", performance.written, performance.speed, [*speed, "flight\t1\t2\t3"])
    refused("a measure below its gate is refused", "gate: ", performance.written, performance.speed, [*speed, "gate: the fold is too slow"])
    register = [first, *(f"{name}\t1.000\t2.000\t2.00\t-\t-" for name in performance.REGISTER), "# the three agree"]
    is_so("without SQLite its columns stay empty", "| a year's figures | 1.000 | 2.000 | 2.00 | - | - |" in performance.written(performance.register, register))
    refused("a register that differs is refused", "do not agree", performance.written, performance.register, [*register[:-1], "# THE THREE DIFFER"])
    size = [first, *(f"size\t{name}\t1000\t2000\t3000" for name in performance.SIZE)]
    is_so("sizes are told in groups of three", "| every law | 1,000 | 2,000 | 3,000 |" in performance.written(performance.size, size))
    refused("a build that is missing is refused", '"no law" is missing', performance.written, performance.size, [first, *size[2:]])


def main():
    asked = figures.first_line
    if not asked("git", "rev-parse", "HEAD"):  # in a folder outside of version control, as from an archive
        figures.first_line = lambda *command: "" if "nothing-of-that-name" in str(command) else "0123456789ab"
    test_marks()
    test_pages()
    with tempfile.TemporaryDirectory() as folder:
        test_run(folder)
        test_deep(folder)
    test_tables()
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
