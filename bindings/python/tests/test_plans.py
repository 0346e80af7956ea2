"""Plans from Python: the bytes of the program, counting, comparing, what is wrong with a table."""
import json

import pytest

import ombud
from conftest import LANGUAGES, ROOT
from ombud import _ombud

FOLDER = ROOT / "examples" / "plan"


@pytest.fixture(scope="module")
def plan():
    return ombud.Plan.read(FOLDER)


def test_the_program_says_the_same(plan, program):
    for lang in LANGUAGES:
        assert program("plan", FOLDER, "--lang", lang)[1] == plan.render(lang=lang, name=str(FOLDER)).encode()
    assert program("plan", FOLDER, "--json")[1] == plan.render("json", name=str(FOLDER)).encode()


def test_the_page_is_the_same(plan, program, tmp_path):
    page = tmp_path / "plan.html"
    program("plan", FOLDER, "--html", page)
    assert page.read_text(encoding="utf-8") == plan.render("html", name=str(FOLDER))
    pieces = []
    assert plan.render("html", name=str(FOLDER), to=pieces.append) == "" and b"".join(pieces) == page.read_bytes()


def test_rows(plan):
    for table in ombud.PlanTable:
        ids = plan.ids(table)
        assert len(ids) == plan.rows(table) == len(set(ids)) > 0
        assert all(plan.label(table, id, lang) for id in ids for lang in ombud.Lang)
        assert plan.field(table, ids[-1], "id") == ids[-1] and plan.field(table, ids[0], "nothing") == ""
    with pytest.raises(ombud.NotFoundError):
        plan.field("measures", "no such", "theme")


def test_counting(plan):
    by_theme = [plan.count("measures", theme=theme, rule="all") for theme in plan.ids("themes")]
    assert all(plan.count("measures", theme=theme) <= most for theme, most in zip(plan.ids("themes"), by_theme))
    assert plan.count("contributions", years=(2021, 2021)) <= plan.count("contributions") <= plan.rows("contributions")
    assert plan.count("contributions", category=plan.ids("categories")[0]) <= plan.count("contributions")
    assert all(plan.count("contributions", measure=measure) >= 0 for measure in plan.ids("measures"))


def test_cells_and_findings(plan):
    shown = json.loads(plan.render("json"))
    assert shown
    cells = [plan.compare(column, theme) for column in plan.ids("columns") for theme in (None, *plan.ids("themes"))]
    assert {cell.verdict for cell in cells} > {ombud.PlanVerdict.EQUAL}
    assert all(cell.printed is None for cell in cells if cell.verdict is ombud.PlanVerdict.NOT_PRINTED)
    findings = plan.check()
    assert findings and findings == plan.check()
    codes = [finding.fault.code for finding in findings]
    assert codes == sorted(codes) and all(finding.row in plan.ids(finding.table) for finding in findings)
    assert json.dumps([finding.as_dict() for finding in findings])


def test_the_words_are_the_librarys():
    for words, name in ((ombud.PlanTable, _ombud.plan_table_name), (ombud.PlanVerdict, _ombud.plan_verdict_name),
                        (ombud.Fault, _ombud.plan_fault_name)):
        assert [name(word.code) for word in words] == list(words) and name(max(word.code for word in words) + 1) == "?"


def test_bad_tables(tmp_path):
    made = ombud.Plan()
    with pytest.raises((ombud.StateError, ombud.UnknownNameError)):
        made.load("measures", "id\tlabel_en\ttheme\nm\tM\tz\n")
    assert made.rows("measures") == 0
    with pytest.raises(ombud.OmbudError) as caught:
        made.load("themes", "id\tlabel_en\na\tA\nb\n")
    assert caught.value.line == 3 and caught.value.remedy
    assert made.rows("themes") == 0
    made.load("themes", "id\tlabel_en\na\tA\nb\tB\n")
    assert repr(made) == "<Plan: 2 themes>"
    with pytest.raises(ombud.StateError):
        made.load("themes", "id\tlabel_en\n")
    with pytest.raises(ombud.NotFoundError, match="themes.tsv"):
        ombud.Plan.read(tmp_path)


def test_memory_that_fails():
    from test_memory import at_every_call
    tables = [(table, (FOLDER / f"{table}.tsv").read_text(encoding="utf-8")) for table in list(ombud.PlanTable)[:4]]

    def use():
        made = ombud.Plan()
        for table, text in tables:
            made.load(table, text)
        made.check()
    assert at_every_call(use) > 5
