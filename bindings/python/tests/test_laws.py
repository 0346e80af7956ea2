"""Laws from Python: what they declare, and what is wrong with a text, with its place."""
import copy
import pickle
from datetime import date

import pytest

import ombud
from conftest import ROOT


@pytest.mark.parametrize("name", ombud.builtin_names())
def test_everything_is_told(name):
    law = ombud.law(name)
    for sort in ombud.Sort:
        for lang in ombud.Lang:
            words = law.words(sort, lang)
            assert all(word.sort is sort and word.label for word in words)
    assert law.provisions() and law.rows and law.title()
    for lang in ombud.Lang:
        assert all(provision.gloss for provision in law.provisions(lang))
    assert [provision.id for provision in law] == [provision.id for provision in law.provisions("fr")]
    for event in law.events:
        for argument in law.arguments(event.name):
            if argument.carries is ombud.Carries.CHOICE:
                assert law.choices(argument.name)
            assert bool(argument.leads_to) == (argument.carries is ombud.Carries.ITEM)
    assert all(word.leads_to in {item.name for item in law.items} for word in law.words("link"))
    assert {row.provision.id for row in law.rows if row.provision} <= {provision.id for provision in law}


def test_a_law_is_read_from_a_file_and_taken_by_its_name(tmp_path):
    path = tmp_path / "mine.law"
    path.write_text(ombud.law("res2026").text, encoding="utf-8")
    assert ombud.Law.read(path).digest == ombud.law("res2026").digest
    path.write_bytes(b"law mine\n# \xff\n")
    with pytest.raises(ombud.EncodingError) as caught:
        ombud.Law.read(path)
    assert caught.value.line == 2
    path.write_bytes(b"law res2026\n# \xff\n")
    with pytest.raises(ombud.EncodingError):
        ombud.Scenario.read(path)
    settings = ombud.Settings("bxl2019", roll="next_working_day")
    assert settings.law is ombud.law("bxl2019") and ombud.Coverage("res2026").law is ombud.law("res2026")
    with pytest.raises(ombud.NotFoundError, match="built in are bxl2019"):
        ombud.Settings("bxl1919")


def test_a_word_that_is_none_is_told_those_there_are(law):
    with pytest.raises(ValueError, match="'de' is no Lang; there are en, fr, nl"):
        law.provisions("de")
    with pytest.raises(ValueError, match="'pdf' is no Format; there are text, json"):
        ombud.Case(law).render("pdf")


def test_labels_in_three_languages(law):
    french = {word.name: word.label for word in law.words("event", "fr")}
    english = {word.name: word.label for word in law.words("event")}
    assert french.keys() == english.keys() and french["report.received"] != english["report.received"]


def test_a_provision(law):
    one = law.provision("15.4.a4.1")
    assert (str(one), one.full_id, one.held) == ("Art. 15, § 4, al. 4, 1°", "bxl2019:15.4.a4.1", date(2024, 1, 22))
    assert law.provision(one.full_id) == one
    assert law.wording(one, date(2026, 1, 1)) is ombud.Wording.HELD
    assert law.wording(one, date(2023, 1, 1)) is not ombud.Wording.HELD
    assert law.rows_of(one) and all(row.provision == one for row in law.rows_of(one))
    with pytest.raises(ombud.NotFoundError, match="no provision '99'"):
        law.provision("99")


def test_readings(law):
    readings = {reading.name: reading for reading in law.readings()}
    assert [str(one) for one in readings["Q-02"].alternatives] == ["acknowledgement", "receipt"] or len(readings["Q-02"].alternatives) > 1
    assert any(one.default is ombud.Choice.CHOSEN for one in readings["Q-02"].alternatives)


def test_errors_have_a_place():
    with pytest.raises(ombud.GrammarError) as caught:
        ombud.Law("law x\nforce law\n   nonsense here\n")
    assert (caught.value.line, caught.value.excerpt) == (3, "nonsense")
    assert caught.value.code == "OMBUD_E_SYNTAX" and caught.value.remedy
    with pytest.raises(ombud.NotFoundError, match="bxl2019"):
        ombud.law("nowhere")
    with pytest.raises(TypeError):
        ombud.Law(None)
    with pytest.raises(UnicodeEncodeError):
        ombud.Law("\ud800")


def test_settings(law):
    chosen = ombud.Settings(law, readings={"Q-02": "acknowledgement"}, lengths={"follow_up": ombud.Period("P14D")},
                            holidays=[date(2026, 5, 15)])
    assert chosen.digest != ombud.Settings(law).digest
    assert pickle.loads(pickle.dumps(chosen)).digest == chosen.digest
    with pytest.raises(ombud.UnknownNameError) as caught:
        ombud.Settings(law, readings={"Q-02": "acknowledgment"})
    assert caught.value.nearest == "acknowledgement" and caught.value.line == 1
    with pytest.raises(ombud.ConflictError):
        ombud.Settings(law, periods={"report.acknowledge": "P9D"})


def test_a_law_pickles_and_copies(law, house):
    assert pickle.loads(pickle.dumps(law)) is law
    again = pickle.loads(pickle.dumps(house))
    assert again.digest == house.digest and again.name == house.name
    assert copy.copy(law).digest == law.digest


def test_exceptions_pickle():
    for family in ombud.errors.FAMILY.values():
        error = family("what", "right", line=3, column=4, excerpt="a", nearest="b", host_code=5)
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is family and str(again) == str(error) and again.line == 3


def test_the_codes_are_the_librarys():
    from ombud import _ombud
    for status, family in ombud.errors.FAMILY.items():
        assert _ombud.status_name(status) == family.code and family.status == status
    assert _ombud.status_name(max(ombud.errors.FAMILY) + 1) == "OMBUD_E_?"
    for words, name in ((ombud.Status, _ombud.term_status_name), (ombud.FindingKind, _ombud.finding_kind_name),
                        (ombud.Holiday, _ombud.holiday_name)):
        assert [name(word.code) for word in words] == list(words)
        assert name(max(word.code for word in words) + 1) == "?"
    law = ombud.Force.LAW.code
    assert [_ombud.ruling_name(word.code, law) for word in ombud.Ruling] == list(ombud.Ruling)
    assert _ombud.ruling_name(ombud.Ruling.FORBIDDEN.code, ombud.Force.PLAN.code) == "departs"
    assert _ombud.gap_name(len(ombud.Gap)) == "?" and all(_ombud.gap_name(gap.code) for gap in ombud.Gap)
    assert _ombud.version_number() == _ombud.HEADER_VERSION
    with pytest.raises(ombud.UnsupportedError):
        _ombud.version_check(_ombud.HEADER_VERSION + 1_000_000, _ombud.SIZE_OF_ERROR)


RENAMED = """
renamed role keeper was porter
renamed item parcel was package
renamed prefix x was k
renamed event parcel.arrived was delivered, came
renamed argument parcel.size was bulk
renamed choice parcel.size small was little
renamed fact parcel.signed was receipted
renamed reading T-1 was T-0
renamed length reply was answer_time
"""


def test_a_word_is_understood_by_the_names_it_had_before():
    law = ombud.Law((ROOT / "tests/tiny.law").read_text(encoding="utf-8") + RENAMED)
    assert law.find("event", "package.came") == law.find("event", "parcel.arrived") == law.events[0]
    assert law.events[0].former == ("delivered", "came") and law.events[1].former == () and law.find("role", "porter").name == "keeper"
    assert law.arguments("package.delivered")[1].former == ("bulk",)
    with pytest.raises(ombud.NotFoundError, match="no event 'package.gone'"):
        law.find("event", "package.gone")
    told = []
    for role, event, item, size, small, signed in (("porter", "package.came", "k1", "bulk", "little", "receipted"),
                                                   ("keeper", "parcel.arrived", "x1", "size", "small", "signed")):
        case = ombud.Case(law, settings=f"reading T-{int(role == 'keeper')} no")
        case.person("p1", "guest")
        case.person("p2", role)
        case.apply(event, item, on=date(2026, 1, 5), by="p2", owner="p1", **{size: small})
        told.append((case.write(), case.fact(item, signed), case.state(item), case.duties(audience=role), case.next(role), case.render("json")))
    assert told[0] == told[1] and "parcel.arrived x1" in told[0][0] and len(told[0][3]) == 1


def test_a_further_language():
    law = ombud.Law((ROOT / "tests/tiny.law").read_text(encoding="utf-8"))
    assert law.title("other") == law.title() == "Tiny house rules" and law.provision("1").gloss
    law.translate("de", {"Tiny house rules": "Kleine Hausordnung", "arrived": "angekommen", "case #": "Akte #", "as of #": "am Tag"})
    assert (law.title("other"), law.words("event", "other")[0].label, law.title()) == ("Kleine Hausordnung", "angekommen", "Tiny house rules")
    case = ombud.Case(law, number=7)
    case.person("p1", "guest")
    case.person("p2", "keeper")
    case.apply("parcel.arrived", "x1", on=date(2026, 1, 5), by="p2", owner="p1")
    page = case.render(lang="other")
    assert "Akte 7" in page and "angekommen" in page and "as of Monday 5 January" in page
    law.translate("xx", lambda english: f"<{english}>")
    assert law.title("other") == "<Tiny house rules>" and law.provisions("other")[0].gloss.startswith("<A parcel")
    assert case.duties()[0].explain("other").startswith("x1 <hand over><: >")

    def broken(english):
        raise RuntimeError("no more")
    with pytest.raises(RuntimeError, match="no more"):
        law.translate("de", broken)
    with pytest.raises(TypeError):
        law.translate("de", lambda english: 7)
    with pytest.raises(ombud.OmbudError):
        law.translate("", {})
    assert law.title("other") == "<Tiny house rules>"
