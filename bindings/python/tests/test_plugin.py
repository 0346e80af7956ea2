"""The plugin for pytest, run as a host runs it."""
import os
import subprocess
import sys

import pytest

from conftest import ROOT

HEAD = """law bxl2019
person p1 reporter
person p2 contact_point
2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written
"""


@pytest.fixture
def run(tmp_path):
    """Runs pytest over files in a folder of their own: (exit status, what it said)."""
    def runs(files, *words):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run([sys.executable, "-B", "-m", "pytest", "-p", "ombud.plugin", "-p", "no:cacheprovider", *map(str, words)],
                              cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    return runs


def test_good_scenarios_and_coverage(run):
    text = HEAD + """scenario acknowledged
  table acknowledged status
    row 2026-02-09 met
    row 2026-02-10 met_late
  $acknowledged report.acknowledged r1 by=p2
  on 2026-02-10
    expect duty acknowledge r1 $status
"""
    status, said = run({"a.case": text}, "-v")
    assert status == 0 and "2 passed" in said, said
    assert "coverage of the laws" in said and "bxl2019: provisions " in said and ", rows " in said
    assert "never evaluated" not in said
    assert "never evaluated" in run({}, "--ombud-gaps")[1]


def test_a_failure_says_why_and_what_to_paste(run):
    failing = HEAD + "on 2026-02-10\n  expect duty acknowledge r1 open\n"
    status, said = run({"b.case": failing})
    assert status == 1 and "1 failed" in said
    assert "b.case:6: failed" in said and "because   bxl2019:15.4.a4.1  Art. 15, § 4, al. 4, 1°" in said
    assert "Receipt is acknowledged within a week" in said
    pasted = next(line.partition("to paste")[2].strip() for line in said.splitlines() if "to paste" in line)
    assert run({"b.case": failing.replace("expect duty acknowledge r1 open", pasted)})[0] == 0


def test_bad_input_has_a_place(run):
    status, said = run({"c.case": HEAD + "on 2026-02-30\n"})
    assert status == 2 and "c.case:5:4:" in said


def test_no_expectation_is_no_pass(run):
    status, said = run({"d.case": HEAD}, "-rs")
    assert "1 skipped" in said and "no expectation" in said


def test_a_law_of_the_host(run):
    cases = sorted((ROOT / "examples/own-law/cases").glob("*.case"))
    law = ROOT / "examples/own-law/house.law"
    files = {path.name: path.read_text(encoding="utf-8") for path in cases}
    status, said = run({**files, "pytest.ini": f"[pytest]\nombud_laws = {law}\n"})
    assert status == 0 and "house: provisions" in said, said
    status, said = run({"pytest.ini": "[pytest]\n"}, "--ombud-law", law)
    assert status == 0, said
    status, said = run({})
    assert status == 2 and "supply the law's text with --ombud-law FILE" in said, said
    assert run({}, "--ombud-law", "nowhere.law")[0] == 4
