"""The suites of cases give from Python the bytes that the program `ombud` gives."""
import functools
import json

import pytest

import ombud
from conftest import LANGUAGES, ROOT, case_files

FILES = case_files()
# Writing a case out takes its time, so the quick tests render the files with few runs.
FEW = 3
HOUSE = ("--law", ROOT / "examples/own-law/house.law")


@functools.cache
def short_files():
    own = ombud.Law(HOUSE[1].read_text(encoding="utf-8"))
    return [path for path in FILES if len(ombud.Scenario.read(path, [own])) <= FEW]


def pytest_generate_tests(metafunc):
    if "path" in metafunc.fixturenames:
        every = metafunc.function.__name__ == "test_check" or metafunc.config.getoption("--deep")
        files = FILES if every else short_files()
        metafunc.parametrize("path", files, ids=[str(path.relative_to(ROOT)) for path in files])


@pytest.fixture(scope="module")
def read(house):
    """The scenarios of a file, read once."""
    seen = {}

    def scenario(path):
        if path not in seen:
            seen[path] = ombud.Scenario.read(path, [house])
        return seen[path]
    return scenario


def title(path, run):
    return path.name + (f": {run.name}" if run.name else "")


def has_text(law, day):
    """Whether on that day the law has a text and no provision lacks its wording: the program shows a page without findings if not."""
    wordings = [law.wording(one, day) for one in law if one.treatment is ombud.Treatment.EXECUTED]
    return ombud.Wording.HELD in wordings and ombud.Wording.NOT_HELD not in wordings


def rendered(path, runs, **wishes):
    """What `ombud run` writes, run by run."""
    return [run.case().render(as_of=run.last_day, name=title(path, run), **wishes) for run in runs]


def test_there_are_files():
    assert len(FILES) > 100


def test_run(path, read, program):
    for lang in LANGUAGES:
        expected = "\n".join(rendered(path, read(path), lang=lang))
        assert program("run", *HOUSE, "--lang", lang, path)[1] == expected.encode()


def test_run_as_json(path, read, program):
    assert program("run", *HOUSE, "--json", path)[1] == "".join(rendered(path, read(path), format="json")).encode()


def test_audit(path, read, program):
    expected, findings, cured = "", 0, 0
    for run in read(path):
        case = run.case()
        found, gone = len(case.findings(as_of=run.last_day)), len(case.cured(as_of=run.last_day))
        findings, cured = findings + found, cured + gone
        if found or gone or not has_text(run.law, run.last_day):
            expected += case.render(as_of=run.last_day, findings_only=True, name=title(path, run)) + "\n"
    cases = len(read(path))
    expected += f"{findings} finding{'s' * (findings != 1)} in {cases} case{'s' * (cases != 1)}"
    expected += f", {cured} cured by a later entry\n" if cured else "\n"
    status, out, _ = program("audit", *HOUSE, path)
    assert out == expected.encode()
    assert status == (1 if findings else 0)


def test_check(path, read, program):
    expected = []
    for run in read(path):
        for one in run.check():
            provision = one.because and {"id": one.because.full_id, "citation": one.because.citation}
            expected.append({"scenario": run.name or None, "line": one.line, "met": one.met, "expected": one.text, "got": one.got,
                             "would_hold": one.would_hold or None, "provision": provision and provision["id"]})
    *lines, total = [json.loads(line) for line in program("check", *HOUSE, "--json", path)[1].splitlines()]
    assert total == {"kind": "sum", "passed": sum(one["met"] for one in expected), "failed": sum(not one["met"] for one in expected)}
    assert [{key: line[key] for key in one} for line, one in zip(lines, expected, strict=True)] == expected


def test_pictures(path, read, program):
    runs = read(path)
    run = runs[0]
    words = [path] if len(runs) == 1 else [path, run.name]
    assert program("timeline", *HOUSE, *words)[1] == rendered(path, [run], format="svg")[0].encode()
    status, calendar, _ = program("calendar", *HOUSE, "--domain", "example.org", "--salt", "0123456789abcdef", *words)
    wishes = {"format": "ics", "domain": "example.org", "salt": b"0123456789abcdef"}
    if status == 0:
        assert calendar == rendered(path, [run], **wishes)[0].encode()
    else:
        with pytest.raises(ombud.StateError):
            rendered(path, [run], **wishes)


@pytest.mark.parametrize("name", ombud.builtin_names())
def test_machines_of_laws(name, program):
    assert program("draw", name)[1] == ombud.law(name).draw().encode()
    assert program("draw", name, "--lang", "nl")[1] == ombud.law(name).draw(lang="nl").encode()


def test_verdict(case, program, tmp_path):
    from datetime import date
    path = tmp_path / "one.case"
    path.write_text(case.write(), encoding="utf-8")
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=date(2026, 2, 11), recipient_authorised=False)
    words = ["may", path, "report.identity_revealed", "r1", "recipient_authorised=no", "--by", "2", "--on", "2026-02-11"]
    for lang in LANGUAGES:
        status, out, _ = program(*words, "--lang", lang)
        assert (status, out) == (1, ombud.render_verdict(verdict, lang=lang, name="one.case").encode())
    assert program(*words, "--json")[1] == ombud.render_verdict(verdict, "json", name="one.case").encode()


def test_a_case_written_and_read_renders_the_same(path, read, house):
    for run in (read(path)[0], read(path)[-1]):
        again = ombud.Case.read(run.case().write(), [house])
        assert again.render("json", as_of=run.last_day) == run.case().render("json", as_of=run.last_day)
