#!/usr/bin/env python3
"""Keeps docs/assurance.md: what the tests show, and the figures that they printed.

    assurance.py --check                   every step of tests/run.sh is told in the page's table, and every line of the table is a step
    assurance.py BUILD/logs                writes the figures of a run of tests/run.sh into the page
    assurance.py --deep STEP COMMIT LOG    writes what one step printed when it was run by hand, and on which commit, into the page

No figure is typed by hand: what was not printed is not there. A run with a failure is not recorded, nor one in which a step lacks a line
that FIGURES says it prints.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import figures

ROOT = figures.ROOT
PAGE = ROOT / "docs" / "assurance.md"
STEP = re.compile(r'^\s*(?:if )?(?:step|beside|step_points|step_with \S+|step_tool \S+) "([^"$]+)"', re.MULTILINE)
LINE = re.compile(r"^\| ([^|]+?) \| [^|]+ \|$", re.MULTILINE)
COUNT = re.compile(r"(\d+) passed, (\d+) failed")
TOOLS = ("gcc", "clang", "meson", "valgrind", "abidiff", "doxygen", "python3")

SPEED = [r"fold: \d+ journals, .*", r"decision: .*", r"reason across items: .*", r"due_day: .*", r"memory: .*", r"[a-z_]+\t[\d.]+\t[\d.-]+\t[\d.-]+"]
REGISTER = [r"# measure\t.*", r"[a-z][\w' ]*(?:\t[\d.-]+){5}", r"# \d+ duties a week", r"# \d+ cases, .*", r"# \d+ rounds .*", r"# an event on a register .*", r"# the three agree"]
RANDOM = [r"\d+ lines of journals in \d+ cases, \d+ of which differ"]
KILLED = [r"\d+ events acknowledged and kept, .*"]
# What a step prints beside 'N passed, N failed' that its figures are; each stands for the whole of a line, and finds at least one.
FIGURES = {
    "words, paths and layout of the sources": [r"\d+ files, 0 to mend"],
    "no law in the kernel": [r"\d+ names, .* 0 found"],
    "pages point at what is there": [r"\d+ pages, 0 to mend"],
    "every law speaks three languages": [r"\d+ words, 0 to mend"],
    "every step is told": [r"\d+ steps, 0 to mend"],
    "figures stand as they were printed": [r"\d+ parts of pages, 0 to mend"],
    "C names that Lua does not bind are listed": [r"\d+ names bound, .*"],
    "C names that Python does not bind are listed": [r"\d+ of \d+ public names bound, .*"],
    "symbols = map = prototypes": [r"\d+ names agree"],
    "struct layout and pinned values": [r"\d+ assertions"],
    "every row of the law is shown": [r"\w+: [a-z]+ +\d+ of +\d+ +\d+ %"],
    "each law is sound": [r"\w+: prove: .*", r"\w+: explore: .*"],
    "what keeps a report holds, ten years on": [r"\w+: walk .*"],
    "each law is sound under other readings, and in breach": [r"\w+: explore (?:with|of) .*"],
    "each law is sound under other readings, and in breach, further": [r"\w+: explore (?:with|of) .*"],
    "anchors of the law are in the source": [r"\w+: \d+ provisions, \d+ anchors, \d+ glosses", r"0 problems"],
    "each point of the law is shown": [r"\d+ points of \d+ laws, 0 problems"],
    "each flow of the plan is shown": [r"\d+ provisions, \d+ shown .*"],
    "each point of the law missed without its rows": [r"\w+: \d+ points shown, .*"],
    "each row of the law removed once": [r"\w+: removed \d+ rows, .*", r"\w+: \d+ clauses changed, .*"],
    "each mutant of the law noticed or explained": [r"\w+: \d+ mutants, \d+ survivors .*"],
    "cases by the reference interpreter": [r"\d+ expectations are not asked of this interpreter"],
    "random journals against the reference interpreter": RANDOM,
    "a day too many is noticed": [r"\d+ of \d+ cases differ when a day too many is counted"],
    "ABI against tests/abi/current.abi": [r"no difference"],
    "hr-desk killed at random, 20 times": KILLED,
    "a house's rules from C, Python and Lua": [r"\w+: (?:passed|not run, .*)"],
    "speed": SPEED,
    "a register of 20,000 cases": REGISTER,
    "size": [r"size: .*"],
    "speed, at length": SPEED,
    "a register of a million cases": REGISTER,
    "a million lines against the reference interpreter": RANDOM,
    "a sample of mutants of the kernel": [r"\d+ mutants: .*", r"[\d.]+ % killed or explained; .*"],
    "coverage of the code, by MC/DC": [r"\d+ gaps that nothing explains, .*", r"Filename .*", r"TOTAL .*"],
    "ten minutes of each fuzzer": [r"each fuzzer .*", r"\w+ \(\w+\): \d+ executions, \d+ edges"],
    "hr-desk killed at random, 1000 times": KILLED,
    "the size of every build": [r"size: .*", r"size\t.*"],
}
# What any step may say that it did not do.
LEFT_OUT = re.compile(r"left out: (?:a block|blocks|running|setting) .*|.*, \d+ skipped")
# Steps that count as one: their last line is one of their figures.
UNCOUNTED = {"speed, at length", "a register of a million cases", "coverage of the code, by MC/DC", "the size of every build"}


def steps_of_run():
    return STEP.findall((ROOT / "tests" / "run.sh").read_text(encoding="utf-8"))


def check():
    steps = set(steps_of_run())
    page = PAGE.read_text(encoding="utf-8")
    table = page.partition("## What each step shows")[2].partition("\n## ")[0]
    told = set(LINE.findall(table)) - {"step", "---"}
    for name in sorted(steps - told):
        print(f"docs/assurance.md: the step \"{name}\" of tests/run.sh is not told; add a line to its table")
    for name in sorted(told - steps):
        print(f"docs/assurance.md: tests/run.sh has no step \"{name}\"; take its line out or correct it")
    for name in sorted(set(FIGURES) - steps):
        print(f"tests/assurance.py: tests/run.sh has no step \"{name}\", whose figures it looks for; correct FIGURES")
    bad = len(steps ^ told) + len(set(FIGURES) - steps)
    print(f"{len(steps)} steps, {bad} to mend")
    return 1 if bad or not steps else 0


def version(tool):
    found = re.search(r"\d+\.\d+(?:\.\d+)?", figures.first_line(tool, "--version"))
    return f"{tool} {found.group(0)}" if found else ""


def commit():
    name = figures.first_line("git", "rev-parse", "--short=12", "HEAD")
    if not name:
        return "outside of version control"
    other = figures.first_line("git", "status", "--porcelain", "--", ":!docs/assurance.md", ":!docs/performance.md")
    return f"commit {name}" + (" with changes that were not committed yet" if other else "")


def refuse(why):
    sys.exit(f"assurance.py: not recorded: {why}")


def printed(name, log):
    """The lines of a step's log that are its figures, in their order."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    patterns = [re.compile(pattern) for pattern in FIGURES.get(name, [])]
    for pattern in patterns:
        if not any(map(pattern.fullmatch, lines)):
            refuse(f"\"{name}\" printed no line such as {pattern.pattern}; let it print one, or correct FIGURES")
    return [line for line in lines if any(pattern.fullmatch(line) for pattern in [*patterns, LEFT_OUT])]


def run(logs):
    """The text of the part `run`, from the logs of tests/run.sh."""
    steps = [line.split("\t") for line in (logs / "steps.tsv").read_text(encoding="utf-8").splitlines()]
    failed = [name for name, _, failures, _ in steps if failures != "0"]
    if failed or not steps:
        refuse(f"{', '.join(failed) or 'no step ran'} failed; mend it and run again")
    text = [f"Run of {commit()}; {', '.join(filter(None, map(version, TOOLS)))}.", "", "| step | passed |", "|---|---|"]
    text += [f"| {name} | {int(passed):,} |" for name, passed, _, _ in steps]
    text += ["", f"{sum(int(passed) for _, passed, _, _ in steps):,} passed, 0 failed."]
    skipped = (logs / "skipped.txt").read_text(encoding="utf-8").splitlines()
    text += ["", "Skipped in this run:", "", *[f"- {line}" for line in skipped]] if skipped else []
    text += ["", "What these steps printed beside:"]
    files = {path.stem.partition("-")[2]: path for path in logs.glob("*.log")}  # numbered as the steps began, not as they ended
    for name, _, _, _ in steps:
        lines = printed(name, files[re.sub("[^A-Za-z0-9]", "-", name)])
        text += ["", f"*{name}*", "", figures.fenced(lines)] if lines else []
    return "\n".join(text)


def deep(name, ran_on, log, before):
    """The text of the part `deep` with another run of a step in it."""
    if name not in steps_of_run():
        refuse(f"tests/run.sh has no step \"{name}\"")
    named = figures.first_line("git", "rev-parse", "--verify", "--short=12", f"{ran_on}^{{commit}}")
    if not named:
        refuse(f"there is no commit {ran_on} here")
    lines = printed(name, log)
    last = (log.read_text(encoding="utf-8", errors="replace").splitlines() or [""])[-1]
    count = COUNT.fullmatch(last)
    if not count and not (name in UNCOUNTED and last in lines):
        refuse(f"\"{name}\" did not end as it does; let it run to its end")
    if count and (int(count.group(2)) or not int(count.group(1))):
        refuse(f"\"{name}\" ended with {last}; mend it and run again")
    runs = dict(re.findall(r"^### ([^\n]+)\n\n(.*?)(?=\n### |\Z)", before, re.DOTALL | re.MULTILINE))
    runs[name] = f"On commit {named}:\n\n{figures.fenced(lines + [last] * bool(count))}\n"
    return "\n".join(f"### {step}\n\n{runs[step].strip()}\n" for step in steps_of_run() if step in runs)


def main():
    page, given = PAGE.read_text(encoding="utf-8"), sys.argv[1:]
    if given == ["--check"]:
        return check()
    if len(given) == 4 and given[0] == "--deep":
        page = figures.put(page, "deep", deep(given[1], given[2], pathlib.Path(given[3]), figures.parts(page).get("deep", "")))
    elif len(given) == 1 and not given[0].startswith("-"):
        page = figures.put(page, "run", run(pathlib.Path(given[0])))
    else:
        sys.exit(__doc__)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
