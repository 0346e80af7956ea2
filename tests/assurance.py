#!/usr/bin/env python3
"""Keeps docs/assurance.md: what the tests show, and what the last recorded run came to.

    assurance.py --check         every step of tests/run.sh is told in the page's table, and every line of the table is a step
    assurance.py BUILD/logs      writes the figures of a run of tests/run.sh between the page's marks

No figure is typed by hand: what a run did not count is not there. A run with a failure is not recorded.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "assurance.md"
BEGIN, END = "<!-- written by tests/assurance.py: begin -->", "<!-- end -->"
STEP = re.compile(r'^\s*(?:if )?(?:step|beside|step_points|step_with \S+|step_tool \S+) "([^"$]+)"', re.MULTILINE)
LINE = re.compile(r"^\| ([^|]+?) \| [^|]+ \|$", re.MULTILINE)
MEASURE = re.compile(r"^([a-z][\w ]*)\t([\d.]+)\t([\d.]*|-)\t([\d.]*|-)$", re.MULTILINE)
TOOLS = ("gcc", "clang", "meson", "valgrind", "abidiff", "doxygen", "python3")


def check():
    steps = set(STEP.findall((ROOT / "tests" / "run.sh").read_text(encoding="utf-8")))
    page = PAGE.read_text(encoding="utf-8")
    table = page.partition("## What each step shows")[2].partition("\n## ")[0]
    told = set(LINE.findall(table)) - {"step", "---"}
    for name in sorted(steps - told):
        print(f"docs/assurance.md: the step \"{name}\" of tests/run.sh is not told; add a line to its table")
    for name in sorted(told - steps):
        print(f"docs/assurance.md: tests/run.sh has no step \"{name}\"; take its line out or correct it")
    print(f"{len(steps)} steps, {len(steps ^ told)} to mend")
    return 1 if steps ^ told or not steps else 0


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    except OSError:
        return ""
    return (done.stdout or done.stderr).strip().split("\n")[0] if done.returncode == 0 else ""


def version(tool):
    found = re.search(r"\d+\.\d+(?:\.\d+)?", first_line(tool, "--version"))
    return f"{tool} {found.group(0)}" if found else ""


def commit():
    name = first_line("git", "rev-parse", "--short=12", "HEAD")
    if not name:
        return "outside of version control"
    changed = first_line("git", "status", "--porcelain", "--", ":!docs/assurance.md")
    return f"commit {name}" + (" with changes that were not committed yet" if changed else "")


def figures(logs):
    """The text between the marks, from the logs of a run."""
    steps = [line.split("\t") for line in (logs / "steps.tsv").read_text(encoding="utf-8").splitlines()]
    failed = [name for name, _, failures, _ in steps if failures != "0"]
    if failed or not steps:
        sys.exit(f"assurance.py: not recorded: {', '.join(failed) or 'no step ran'} failed; mend it and run again")
    text = [f"Run of {commit()}; {', '.join(filter(None, map(version, TOOLS)))}.", "", "| step | passed |", "|---|---|"]
    text += [f"| {name} | {int(passed):,} |" for name, passed, _, _ in steps]
    text += ["", f"{sum(int(passed) for _, passed, _, _ in steps):,} passed, 0 failed."]
    skipped = (logs / "skipped.txt").read_text(encoding="utf-8").splitlines()
    text += ["", "Skipped in this run:", "", *[f"- {line}" for line in skipped]] if skipped else []
    measures = [found for path in sorted(logs.glob("*-speed*.log")) for found in MEASURE.findall(path.read_text(encoding="utf-8"))]
    if measures:
        text += ["", "| measure | ours | reference | ratio |", "|---|---|---|---|"]
        text += [f"| {' | '.join(measure)} |" for measure in measures]
    return "\n".join(text)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--check":
        return check()
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not rest or END not in rest:
        sys.exit(f"assurance.py: {PAGE.relative_to(ROOT)} has no marks; write\n{BEGIN}\n{END}")
    PAGE.write_text(f"{before}{BEGIN}\n\n{figures(pathlib.Path(sys.argv[1]))}\n\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
