"""The golden files of the program's tests, from Python: not what the program writes today, but what was read and kept."""
import re
from datetime import date

import pytest

import ombud
from conftest import LANGUAGES, ROOT

GOLDEN = ROOT / "tests" / "cli" / "golden"
DAY = date(2026, 5, 3)


@pytest.fixture(scope="module")
def late():
    return ombud.Scenario.read(ROOT / "examples/cases/late-acknowledgement.case")[0].case()


@pytest.fixture(scope="module")
def tiny():
    """A law and a case in which every mark and every bar occurs."""
    return ombud.Law((ROOT / "tests/cli/every-mark.law").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def marks(tiny):
    return ombud.Case.read((ROOT / "tests/cli/every-mark.case").read_text(encoding="utf-8"), [tiny])


@pytest.fixture(scope="module")
def plan():
    return ombud.Plan.read(ROOT / "examples" / "plan")


NAME = "late-acknowledgement.case"
WRITTEN = {
    "run.json": lambda of: re.sub(r'("(?:law|settings)_digest":)"[0-9a-f]{16}"', r'\1"…"', of("late").render("json", as_of=DAY, name=NAME)),
    "audit.txt": lambda of: of("late").render(as_of=DAY, name=NAME, findings_only=True) + "\n3 findings in 1 case\n",
    "calendar.ics": lambda of: of("late").render("ics", as_of=date(2026, 3, 1), name=NAME, domain="example.org", salt=b"sixteen bytes or more"),
    "timeline.svg": lambda of: of("marks").render("svg", as_of=date(2026, 1, 17), name="tiny.case"),
    "draw.dot": lambda of: of("tiny").draw(),
    "plan.html": lambda of: of("plan").render("html", name="examples/plan"),
    "plan.json": lambda of: of("plan").render("json", name="examples/plan"),
    **{f"run.{lang}.txt": lambda of, lang=lang: of("late").render(as_of=DAY, name=NAME, lang=lang) for lang in LANGUAGES},
    **{f"plan.{lang}.txt": lambda of, lang=lang: of("plan").render(name="examples/plan", lang=lang) for lang in LANGUAGES},
}
# The program alone writes these: a route out of a file of facts, and the scenarios it proposes.
PROGRAM_S = re.compile(r"route\..*\.txt|boundaries\.case")


@pytest.mark.parametrize("name", WRITTEN)
def test_golden(name, request):
    assert WRITTEN[name](request.getfixturevalue).encode() == (GOLDEN / name).read_bytes()


def test_no_golden_file_is_left_out():
    there = {path.name for path in GOLDEN.iterdir()}
    assert {name for name in there if not PROGRAM_S.fullmatch(name)} == WRITTEN.keys()
