"""Cases from Python: the journal, every question, value objects."""
import copy
import json
import pickle
from datetime import date, timedelta

import pytest

import ombud
from conftest import ROOT

SEEN = date(2026, 2, 10)


def test_the_tour(case):
    """The shape the package was made for: what to do by when, and why something may not be done."""
    first = case.duties(as_of=SEEN)[0]
    assert (first.name, first.due, first.status, str(first.provision)) == (
        "acknowledge", date(2026, 2, 9), "overdue", "Art. 15, § 4, al. 4, 1°")
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=date(2026, 2, 11),
                       facts={"recipient_authorised": False, "is_obligation": False})
    assert not verdict
    assert (str(verdict), str(verdict.because), str(verdict.unmet[0])) == ("forbidden", "Art. 15, § 5, al. 1er", "consent, by reporter")


def test_what_a_decision_rests_on(case):
    verdict = case.may("report.closed_as_minor", "r1", by="p2", on=date(2026, 2, 11), facts={"minor": True})
    assert verdict.stated == ()
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=date(2026, 2, 11),
                       facts={"recipient_authorised": False, "is_obligation": False})
    assert [str(fact) for fact in verdict.stated] == ["recipient_authorised r1: no, supposed", "is_obligation r1: no, supposed"]
    assert verdict.stated[0] == ombud.Stated("recipient_authorised", "r1", ombud.Truth.NO, None, date(2026, 2, 11))
    assert pickle.loads(pickle.dumps(verdict)).stated == verdict.stated
    channel, = case.ask("component", "r1", as_of=SEEN).stated
    assert channel == ombud.Stated("channel is external", "r1", ombud.Truth.YES, 1, date(2026, 2, 2))
    assert repr(channel) == "<Stated channel is external r1: yes, line 1 of 2026-02-02>"


def test_a_duty_has_its_derivation(case):
    duty = case.duties(as_of=SEEN)[0]
    assert (duty.steps.start, duty.steps.period, duty.steps.due) == (date(2026, 2, 2), ombud.Period("P7D"), date(2026, 2, 9))
    assert duty.bearer == ("contact_point",) and duty.addressee == ("reporter",) and duty.days == 1
    assert "9 Feb" in duty.explain() and "févr" in duty.explain("fr") and duty.explain("nl") != duty.explain()
    unset = next(one for one in case.duties() if one.name == "follow_up")
    assert (unset.due, unset.no_due, unset.length) == (None, ombud.NoDue.LENGTH_UNSET, "follow_up")


def test_known_by(case):
    case.apply("report.acknowledged", "r1", on=date(2026, 2, 6), by="p2", entered=date(2026, 2, 12))
    asked = {"as_of": date(2026, 2, 11)}
    assert [one.name for one in case.duties(**asked)][0] != "acknowledge"
    assert [one.name for one in case.duties(known_by=date(2026, 2, 11), **asked)][0] == "acknowledge"
    assert case.findings(**asked) == ()
    assert case.findings(known_by=date(2026, 2, 11), **asked)[0].kind == "late"
    assert case.receipt(known_by=date(2026, 2, 11), **asked).known_by == date(2026, 2, 11)
    (cured,) = case.cured(**asked)
    assert (cured.kind, cured.name, cured.since, cured.cured_by, cured.cured_on) == ("late", "acknowledge", date(2026, 2, 10), 2, date(2026, 2, 12))
    assert "12 Feb" in cured.explain() and "levé par la ligne 2" in cured.explain("fr")
    assert case.cured(known_by=date(2026, 2, 11), **asked) == () and case.cured(as_of=date(2026, 2, 9)) == ()
    late = case.findings(known_by=date(2026, 2, 11), **asked)[0]
    assert (late.cured_by, late.cured_on) == (0, None)


def test_a_breach_is_found(case):
    changes = case.apply("report.identity_revealed", "r1", on=date(2026, 2, 3), by="p2", recipient_authorised=False)
    assert changes.ruling is ombud.Ruling.FORBIDDEN or changes.ruling is ombud.Ruling.UNDETERMINED
    assert [one.kind for one in changes.findings] == [one.kind for one in case.findings()]
    found = case.findings()[0]
    assert found.by == "p2" and found.position == 2 and found.item == "r1" and found.explain("fr")


def test_propose_refuses_with_the_verdict(case):
    before = case.write()
    with pytest.raises(ombud.RefusedError) as caught:
        case.propose("report.identity_revealed", "r1", on=date(2026, 2, 3), by="p2", recipient_authorised=False, is_obligation=False)
    assert caught.value.verdict.ruling is ombud.Ruling.FORBIDDEN
    assert caught.value.provision == caught.value.verdict.because
    assert case.write() == before
    changes = case.propose("report.acknowledged", "r1", on=date(2026, 2, 3), by="p2")
    assert [str(term.status) for term in changes.terms if term.name == "acknowledge"] == ["met"]


def test_changes_say_what_changed(law):
    case = ombud.Case(law)
    case.person(1, "reporter")
    case.person(2, "contact_point")
    changes = case.apply("report.received", "r1", on=date(2026, 2, 2), by=2, reporter="p1", channel="external", form="written")
    assert [(one.item, one.before, one.after) for one in changes.states] == [("r1", "", case.state("r1"))]
    assert {term.name for term in changes.terms} >= {"acknowledge", "feedback"}
    assert changes.terms[0].explain()


def test_batch_all_or_none(case):
    day = date(2026, 2, 6)
    good = ombud.event("report.acknowledged", "r1", on=day, by="p2")
    bad = ombud.event("report.acknowledge", "r1", on=day, by="p2")
    before = case.write()
    with pytest.raises(ombud.UnknownNameError) as caught:
        case.apply_all([good, bad])
    assert caught.value.__notes__ == ["at index 1 of the events"] and case.write() == before
    case.apply_all([good])
    assert len(case) == 2


def test_audience(case):
    whole = case.render("json")
    assert case.render("json", audience="reporter,p1") != whole
    assert case.render("json", audience=("reporter", "p1")) == case.render("json", audience="reporter,p1")
    assert case.duties(audience=("contact_point", "p2")) == case.duties()
    assert case.entry_text(1, audience="contact_point,p2") == case.entry(1).text
    with pytest.raises(ombud.NotFoundError, match="no role 'king'"):
        case.duties(audience="king")


def test_journal(case):
    case.apply("fact", "r1", on=date(2026, 2, 5), by="p1", facts={"consent": True})
    case.apply("void", 2, on=date(2026, 2, 6), by="p1")
    assert [entry.voided for entry in case] == [False, True, False]
    assert case.entry(2).text == "2026-02-05 fact r1 by=p1 consent=yes" and case.entry(1).by == "p2"
    assert [item.name for item in case.items] == ["p1", "p2", "r1"] and case.items[0].roles == ("reporter",)
    assert case.last_day() == date(2026, 2, 5)
    with pytest.raises(ombud.NotFoundError):
        case.entry(4)


def test_acting_in_one_role(case):
    """Receipt is acknowledged by the contact point: not by who acts as something else, though they hold that role."""
    assert case.may("report.acknowledged", "r1", on=date(2026, 2, 5), by="p2", as_="contact_point")
    assert not case.may("report.acknowledged", "r1", on=date(2026, 2, 5), by="p2", as_="reporter")
    case.apply("report.acknowledged", "r1", on=date(2026, 2, 5), by="p2", as_="contact_point")
    assert case.entry(2).text == "2026-02-05 report.acknowledged r1 by=p2 as=contact_point"
    assert [entry.role for entry in case] == [None, "contact_point"]
    assert [step.role for step in case.timeline() if step.name == "report.acknowledged"] == ["contact_point"]


def test_questions(case):
    assert case.state("r1") and case.fact("r1", "consent") is ombud.Truth.NO and not case.fact("r1", "consent")
    actions = case.next("contact_point", as_of=date(2026, 2, 3))
    assert actions[0].event == "report.acknowledged" and actions[0].due_day == date(2026, 2, 9)
    assert case.next_change(as_of=date(2026, 2, 3)) == date(2026, 2, 10)
    assert [step.kind for step in case.timeline(as_of=SEEN)] == ["event", "due"]
    assert case.timeline(as_of=SEEN)[0].explain()
    for answer in case.answers():
        assert answer == case.ask(answer.question, answer.item)
        assert answer.explain() and (answer.value or answer.outcome is not ombud.Outcome.ANSWERED)
    receipt = case.receipt()
    assert receipt.law == "bxl2019" and receipt.law_digest == case.law.digest and receipt.events == 1
    with pytest.raises(ombud.UnknownNameError):
        case.ask("weather", "r1")
    with pytest.raises(ombud.NotFoundError):
        case.state("r9")


def test_an_empty_case_has_no_day(law):
    case = ombud.Case(law)
    with pytest.raises(ombud.StateError, match="as_of"):
        case.duties()
    assert case.duties(as_of=SEEN) == () and case.last_day() is None and case._repr_svg_() is None


def test_copies_are_of_their_own(case):
    for again in (case.clone(), copy.copy(case), copy.deepcopy(case), pickle.loads(pickle.dumps(case))):
        assert again.write() == case.write() and again.number == 17 and again.law is case.law
        again.apply("report.acknowledged", "r1", on=date(2026, 2, 6), by="p2")
        assert len(again) == 2 and len(case) == 1


def test_settings_travel(law):
    case = ombud.Case(law, "length follow_up P14D\n")
    case.person(1, "reporter")
    case.person(2, "contact_point")
    case.apply("report.received", "r1", on=date(2026, 2, 2), by=2, reporter="p1", channel="external", form="written")
    again = pickle.loads(pickle.dumps(case))
    assert again.settings.digest == case.settings.digest
    assert again.receipt() == case.receipt() and again.duties() == case.duties()
    assert next(one for one in again.duties() if one.name == "follow_up").due == date(2026, 2, 16)


def test_values_pickle_with_their_texts(case):
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=SEEN)
    for value in (*case.duties(as_of=SEEN), *case.findings(as_of=SEEN), *case.timeline(as_of=SEEN), *case.answers(), verdict):
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
        assert [again.explain(lang) for lang in ombud.Lang] == [value.explain(lang) for lang in ombud.Lang]
        assert copy.deepcopy(value) == value
    with pytest.raises(ombud.StateError):
        ombud.render_verdict(pickle.loads(pickle.dumps(verdict)))


def test_what_is_one_thing_is_not_copied(case, law):
    register = ombud.Register(law, present=SEEN)
    for one in (register, ombud.Stream(register), ombud.Plan(), ombud.Coverage(law), register.figures(SEEN, SEEN)):
        for copied in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match=f"{type(one).__name__} is neither copied nor pickled; "):
                copied(one)
    scenario = ombud.Scenario(case.write())
    for again in (copy.deepcopy(scenario), pickle.loads(pickle.dumps(scenario))):
        assert [bool(run.check()) for run in again] == [bool(run.check()) for run in scenario] and again.text == scenario.text


def test_errors_pickle_with_all_they_say(case):
    with pytest.raises(ombud.RefusedError) as refused:
        case.propose("report.identity_revealed", "r1", by="p2", on=SEEN)
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.provision == refused.value.provision is not None and again.verdict == refused.value.verdict is not None
    different = ombud.DifferentError("a line differs", line=3)
    different.position = 2
    again = copy.copy(different)
    assert (again.position, again.line, str(again)) == (2, 3, str(different))


def test_values_are_plain_data_too(case):
    case.apply("report.identity_revealed", "r1", on=date(2026, 2, 3), by="p2", recipient_authorised=False)
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=SEEN)
    values = (*case.terms(), *case.findings(), *case.timeline(), *case.next(), *case.items, *case.journal, case.receipt(), verdict,
              *case.answers(), case.law.provision("15.5.a1"), *case.law.readings()[:2])
    for value in values:
        assert json.loads(json.dumps(value.as_dict())) == value.as_dict()
    assert case.duties()[0].as_dict()["due"] == "2026-02-09" and case.duties()[0].as_dict()["provision"] == "bxl2019:15.4.a4.1"


def test_values_are_frozen(case):
    with pytest.raises(AttributeError):
        case.duties()[0].due = SEEN


def test_reprs_read_well(case):
    assert repr(case) == "<Case 17 under bxl2019: 1 line, p1, p2, r1>"
    assert repr(case.duties()[0]) == "<Duty acknowledge r1: open, due 2026-02-09 (Art. 15, § 4, al. 4, 1°)>"
    assert repr(case.law.provision("15.4.a4.1")) == "<Provision bxl2019:15.4.a4.1 Art. 15, § 4, al. 4, 1°>"


def test_pictures(case):
    assert case._repr_svg_() == case.render("svg") and case._repr_svg_().startswith("<svg")
    assert case.timeline(as_of=SEEN)._repr_svg_() == case.render("svg", as_of=SEEN)


def test_what_is_no_argument(case):
    with pytest.raises(TypeError, match="on="):
        case.apply("report.acknowledged", "r1")
    with pytest.raises(TypeError, match="datetime.date"):
        case.duties(as_of="2026-02-10")
    with pytest.raises(ombud.ArgumentError):
        case.apply("report.acknowledged", "r1 minor=yes", on=SEEN)
    with pytest.raises(ombud.ArgumentError):
        case.apply("report.acknowledged", "r1", on=SEEN, by="Jane")
    with pytest.raises(ombud.ArgumentError):
        case.number = 0
    with pytest.raises(OverflowError):
        case.person(2**70)
    with pytest.raises(ombud.ArgumentError):
        case.person(2**60)
    with pytest.raises(ombud.UnknownNameError):
        case.person(3, "king")
    with pytest.raises(ValueError):
        case.render("pdf")
    assert len(case) == 1


def test_a_scenario_and_its_failures(law):
    text = ("law bxl2019\nperson p1 reporter\nperson p2 contact_point\n"
            "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written\non 2026-02-10\n"
            "  expect duty acknowledge r1 open due=2026-02-09\n  expect duty feedback r1 open\n")
    scenario = ombud.Scenario(text)
    coverage = ombud.Coverage(law)
    (report,) = scenario.check(coverage)
    assert not report and (report.passed, report.failed) == (1, 1)
    assert report[0].line == 6 and report[0].because.id == "15.4.a4.1"
    assert report[0].would_hold.strip() == "expect duty acknowledge r1 overdue due=2026-02-09 because=15.4.a4.1" or report[0].would_hold
    mended = text.replace(report[0].text, report[0].would_hold)
    assert ombud.Scenario(mended)[0].check()
    counts = coverage.counts()
    assert counts["rows"][0] > 0 and counts["rows"][1] == len(law.rows)
    gaps = coverage.gaps("rows")
    assert len(gaps) == counts["rows"][1] - counts["rows"][0] and all(gap.why for gap in gaps)
    with pytest.raises(ombud.ArgumentError):
        scenario.check(ombud.Coverage(ombud.law("rd1995")))
    with pytest.raises(ombud.UnknownNameError) as caught:
        ombud.Scenario(text + "  expect nothing\n")
    assert caught.value.line == 8
    with pytest.raises(IndexError):
        scenario[1]


def test_a_case_outlives_its_scenario(house):
    text = ("law bxl2019\nperson p1 reporter\nperson p2 contact_point\n"
            "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written\n")
    case = ombud.Scenario(text, [house])[0].case()
    assert case.duties(as_of=SEEN)[0].status == "overdue"
    duty = case.duties(as_of=SEEN)[0]
    del case
    assert duty.explain() and duty.due + timedelta(days=1) == SEEN


def test_a_clone_as_of_a_day_holds_what_counted_then(case):
    case.apply("report.acknowledged", "r1", on=date(2026, 2, 6), by="p2", entered=date(2026, 2, 12))
    assert len(case.clone_as_of(date(2026, 2, 5))) == 1 and case.clone_as_of(date(2026, 2, 5)).number == 17
    assert len(case.clone_as_of(date(2026, 2, 6))) == 2
    then = case.clone_as_of(date(2026, 2, 6), known_by=date(2026, 2, 11))
    assert len(then) == 1 and then.law is case.law and len(case) == 2


def test_what_must_not_be_so():
    law = ombud.Law((ROOT / "tests/desk.law").read_text(encoding="utf-8"))
    case = ombud.Case(law)
    case.person("p1", "clerk")
    case.apply("file.opened", "x1", on=date(2026, 1, 5))

    def unmet(event, **by):
        return case.may(event, "x1", on=date(2026, 1, 6), **by).sets[0]

    role, other = unmet("file.sent", by="p1")
    assert (role.kind, role.wanted, role.who, str(role)) == ("role", ombud.Truth.NO, ("clerk",), "role, not by clerk")
    assert (other.wanted, str(other)) == (ombud.Truth.YES, "role, by guest")
    assert str(unmet("file.sent")[1]) == "actor, not by clerk"
    state, = unmet("file.kept")
    assert (state.wanted, state.status, state.backward, str(state)) == (ombud.Truth.NO, None, False, "not live")
    term, = unmet("file.read")
    assert (term.wanted, term.status, str(term)) == (ombud.Truth.NO, ombud.Status.OPEN, "look not open")
    term, link = unmet("file.ended")
    assert (term.wanted, term.status, str(term)) == (ombud.Truth.YES, ombud.Status.MET, "look met")
    assert (link.name, link.wanted, link.backward) == ("follows", None, True)
