"""What the tests share: the build folder, the program, the suites of cases, a case to begin with."""
import pathlib
import subprocess
from datetime import date

import pytest

import ombud

ROOT = pathlib.Path(__file__).resolve().parents[3]
#: The languages that the library and its program have; Lang.OTHER is a host's.
LANGUAGES = tuple(lang for lang in ombud.Lang if lang is not ombud.Lang.OTHER)
SUITES = ("tests/cases", "examples/cases", "examples/own-law/cases")


def pytest_addoption(parser):
    parser.addoption("--build", type=pathlib.Path, required=True, help="build folder of the library")
    parser.addoption("--deep", action="store_true", help="as long as it takes")


@pytest.fixture(scope="session")
def build(pytestconfig):
    return pytestconfig.getoption("--build")


@pytest.fixture(scope="session")
def deep(pytestconfig):
    return pytestconfig.getoption("--deep")


@pytest.fixture(scope="session")
def program(build):
    """Runs the program `ombud`: (exit status, stdout, stderr) of its words."""
    path = build / "examples" / "ombud"
    assert path.exists(), "the program is not built: -Dexamples=true"

    def run(*words, stdin=None):
        done = subprocess.run([path, *map(str, words)], input=stdin, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr
    return run


@pytest.fixture(scope="session")
def house():
    """The law of a host of its own."""
    return ombud.Law((ROOT / "examples/own-law/house.law").read_text(encoding="utf-8"))


def case_files():
    return sorted(path for suite in SUITES for path in (ROOT / suite).rglob("*.case"))


@pytest.fixture
def law():
    return ombud.law("bxl2019")


@pytest.fixture
def case(law):
    """A report received on 2 February 2026 and nothing since."""
    made = ombud.Case(law, number=17)
    made.person("p1", "reporter")
    made.person("p2", "contact_point")
    made.apply("report.received", "r1", on=date(2026, 2, 2), by="p2", reporter="p1", channel="external", form="written")
    return made
