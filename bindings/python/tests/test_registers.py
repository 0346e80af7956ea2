"""Registers from Python: what the cases say one by one, what the program counts and compares, deleting, callbacks, memory that fails."""
import json
import re
from datetime import date, timedelta

import pytest

import ombud
from conftest import LANGUAGES, ROOT
from ombud import _ombud
from test_callbacks import Counting, at_each_call, digest
from test_memory import at_every_call

FIRST, PRESENT = date(2026, 1, 5), date(2026, 6, 1)


def lines_of(number):
    """A journal of a case, different by its number."""
    day = FIRST + timedelta(days=3 * number)
    yield "person p1 reporter"
    yield "person p2 contact_point"
    yield f"{day} report.received r1 by=p2 reporter=p1 channel={'external' if number % 3 else 'internal'} form=written"
    if number % 2:
        yield f"{day + timedelta(days=number % 11)} report.acknowledged r1 by=p2"


def journal(numbers):
    return "# cases\n" + "".join(f"{number}\t{line}\n" for number in numbers for line in lines_of(number))


def filled(count=40, settings=None):
    reg = ombud.Register("bxl2019", settings, present=PRESENT)
    reg.load(journal(range(1, count + 1)))
    return reg


@pytest.fixture
def reg():
    return filled()


def asked(reg, wanted):
    """The duties of the cases asked one by one, in the order of a list."""
    found = [(term.due, number, item, term.row.line, term.name, term.item, term.status, term.provision)
             for number in reg for case in [reg[number]] for item, term in
             ((list(map(str, case.items)).index(term.item), term) for term in case.duties(as_of=reg.present)) if wanted(term)]
    return [one[1:2] + (one[0],) + one[4:] for one in sorted(found, key=lambda one: (one[0] or date.max, *one[1:4]))]


def listed(entries):
    return [(one.number, one.due, one.name, one.item, one.status, one.provision) for one in entries]


@pytest.mark.parametrize("day", [FIRST, date(2026, 2, 20), PRESENT])
def test_lists_are_what_the_cases_say(reg, day):
    last = day + timedelta(days=6)
    assert listed(reg.due(day, last)) == asked(reg, lambda term: term.due and day <= term.due <= last)
    assert listed(reg.overdue(day)) == asked(reg, lambda term: term.due and term.due < day)
    assert listed(reg.undated()) == asked(reg, lambda term: term.due is None) != []
    assert reg.overdue(PRESENT) == reg.overdue() != ()
    assert all(one.duty and one.days == (one.due - PRESENT).days and one.row.provision == one.provision for one in reg.overdue())


def test_cases(reg):
    assert len(reg) == 40 and list(reg) == list(range(1, 41)) and 7 in reg and 41 not in reg and 0 not in reg
    alone = ombud.Case.read("law bxl2019\ncase 7\n" + "".join(f"{line}\n" for line in lines_of(7)))
    assert reg[7].write() == alone.write() and reg[7].number == 7 and len(reg[7]) == 2
    copy = reg[7]
    copy.apply("fact", "r1", on=PRESENT, by="p1", consent=True)
    assert len(copy) == 3 and len(reg[7]) == 2
    with pytest.raises(ombud.NotFoundError):
        reg[41]
    assert repr(reg) == "<Register of 40 cases under bxl2019 on 2026-06-01>"


def test_recording():
    reg = ombud.Register("bxl2019", present=date(2026, 2, 3))
    reg.open(5)
    assert reg.person(5, "p1", "reporter") == "p1" and reg.person(5, 2, "contact_point") == "p2"
    changes = reg.apply(5, "report.received", "r1", on=date(2026, 2, 2), by="p2", reporter="p1", channel="external", form="written")
    assert changes.ruling is ombud.Ruling.PERMITTED and changes.states[0].after == "received" and changes.terms
    assert changes.terms[0].explain("fr")
    reg.line(5, "2026-02-03 report.acknowledged r1 by=p2")
    assert reg.item(5, "o1") == "o1"
    before = reg[5].write()
    for wrong, kind in ((lambda: reg.open(5), ombud.DuplicateError), (lambda: reg.line(6, "2026-02-03 report.acknowleged r1"), ombud.UnknownNameError),
                        (lambda: reg.apply(9, "fact", "r1", on=PRESENT, by="p1", consent=True), ombud.NotFoundError),
                        (lambda: reg.line(5, "2026-02-04 fact r1 by=p1 consent=yes"), ombud.RangeError),
                        (lambda: reg.open(0), ombud.OmbudError), (lambda: reg.add(ombud.Case("bxl2019")), ombud.ArgumentError)):
        with pytest.raises(kind):
            wrong()
    assert reg[5].write() == before and list(reg) == [5]
    other = reg[5]
    other.number = 8
    reg.add(other)
    assert list(reg) == [5, 8] and reg[8].journal == reg[5].journal
    with pytest.raises(TypeError):
        reg.apply(5, "fact", "r1")


def test_streams():
    whole = journal(range(1, 6))
    for step in (1, 7, len(whole)):
        reg = ombud.Register("bxl2019", present=PRESENT)
        assert reg.load(whole[at:at + step].encode() for at in range(0, len(whole), step)) == whole.count("\n")
        assert [reg[number].write() for number in reg] == [filled(5)[number].write() for number in range(1, 6)]
    reg = ombud.Register("bxl2019", present=PRESENT)
    with pytest.raises(ombud.UnknownNameError) as caught:
        reg.load(whole + "6\tperson p1 nobody\n7\tperson p1 reporter\n")
    assert caught.value.line == whole.count("\n") + 1 and f"{whole.count(chr(10))} lines were taken" in caught.value.__notes__
    assert list(reg) == [1, 2, 3, 4, 5]
    stream = ombud.Stream(reg)
    with pytest.raises(ombud.GrammarError):
        stream.feed("no number\n")
    with pytest.raises(ombud.StateError):
        stream.end()
    assert stream.lines == 0


def test_time(reg):
    early = ombud.Register("bxl2019", present=FIRST)
    assert early.next_change() is None
    early.advance(FIRST + timedelta(days=30))
    for number in reg:
        if reg[number].last_day() <= early.present:
            early.add(reg[number])
        else:
            with pytest.raises(ombud.RangeError):
                early.add(reg[number])
    assert 5 < len(early) < 40
    change = early.next_change
    for _ in range(5):
        day = change()
        assert day == min(filter(None, (early[number].next_change(as_of=early.present) for number in early)))
        early.advance(day)
        assert early.present == day
    with pytest.raises(ombud.RangeError):
        early.advance(FIRST)


SHELF = """law shelf
title en "The shelf"
force law
source "0"
verified 2040-01-01
role desk
item person p
item file f
  states lodged, closed, gone
  event lodged, closed, deleted by desk
provision 1 "Art. 1" since 2000-01-01
  anchor "a"
  gloss en "A file is answered, kept and deleted."
  file.lodged: -> lodged
  file.closed: lodged -> closed
  file.deleted: closed -> gone
  duty answer desk to desk
    opened by file.lodged
    within at most P20D
    met by file.closed
  term kept
    opened by file.closed
    within at least P2Y
  file.deleted only when kept is expired
"""


def shelf(*lines, present=PRESENT):
    """A register of a law under which a file of 2020 may be deleted."""
    reg = ombud.Register(ombud.Law(SHELF), present=present)
    for line in ("person p1 desk", "2020-01-05 file.lodged f1 by=p1", *lines):
        reg.line(1, line)
    return reg


CLOSED = "2020-01-06 file.closed f1 by=p1"


def test_holds():
    kinds = [(hold.kind.value, hold.name, hold.item, hold.due) for hold in shelf().holds(1)]
    assert ("duty", "answer", "f1", date(2020, 1, 25)) in kinds
    young = shelf(CLOSED, present=date(2020, 6, 1))
    holds = young.holds(1)
    assert [(hold.kind, hold.name, hold.due) for hold in holds if hold.kind is ombud.HoldKind.RETENTION] == [
        (ombud.HoldKind.RETENTION, "kept", date(2022, 1, 6))]
    assert [hold.ruling for hold in holds if hold.kind is ombud.HoldKind.EVENT] == [ombud.Ruling.FORBIDDEN]
    assert json.dumps([hold.as_dict() for hold in holds]) and holds[0].provision.id == "1"
    assert not young.elapsed() and [(one.name, one.item, one.duty, one.due) for one in shelf(CLOSED).elapsed()] == [
        ("kept", "f1", False, date(2022, 1, 6))]
    assert shelf(CLOSED).elapsed(date(2022, 1, 6)) == () != shelf(CLOSED).elapsed(date(2022, 1, 7))


def test_deleting():
    reg = shelf()
    with pytest.raises(ombud.RefusedError, match="answer") as refused:
        reg.delete(1)
    assert list(reg) == [1]
    reg = shelf(CLOSED)
    assert reg.holds(1) == () and reg.tombstone(1) is None
    assert reg.delete(1) == ombud.Tombstone(1, PRESENT, b"") == reg.tombstone(1)
    assert list(reg) == [] and reg.under(None).tombstone(1) == reg.tombstone(1)
    for again in (lambda: reg.open(1), lambda: reg.delete(1), lambda: reg.holds(1)):
        with pytest.raises(ombud.StateError):
            again()
    with pytest.raises(ombud.NotFoundError):
        reg.delete(77)


def test_a_digest_that_raises():
    regs = []

    def use(one):
        regs.append(shelf(CLOSED))
        regs[-1].delete(1, ombud.Chain(one))
    assert at_each_call(lambda at: Counting(digest, at), use) == 2
    *refused, done = regs
    assert len(refused) == 2 and all(list(reg) == [1] and reg.tombstone(1) is None and len(reg[1]) == 2 for reg in refused)
    left = done.tombstone(1)
    assert left.digest == refused[0][1].digest(ombud.Chain(digest)) and left.as_dict()["digest"] == left.digest.hex() and not list(done)
    busy = shelf(CLOSED)

    def meddling(previous, line):
        busy.open(2)
    with pytest.raises(ombud.StateError, match="in use"):
        busy.delete(1, ombud.Chain(meddling))
    assert list(busy) == [1]


def _written(path, case):
    path.write_text(case.write(), encoding="utf-8")
    return path


def test_figures_are_the_programs(tmp_path, program):
    reg = filled(12)
    files = [_written(tmp_path / f"{number}.case", reg[number]) for number in reg]
    year = date(2026, 1, 1), date(2026, 12, 31)
    for threshold in (0, 5):
        words = ["figures", "--as-of", PRESENT, "--threshold", threshold, *files]
        for lang in LANGUAGES:
            figures = reg.figures(*year, threshold=threshold, lang=lang)
            assert program(*words, "--lang", lang)[1] == figures.render().encode() != b""
        assert program(*words, "--json")[1] == figures.render("json", lang="en").encode()
        assert program(*words, "--csv")[1] == figures.render("csv", lang="en").encode()
    pieces = []
    assert figures.render(to=pieces.append) == "" and b"".join(pieces).decode() == figures.render()
    assert at_each_call(lambda at: Counting(pieces.append, at), lambda one: figures.render(to=one)) > 0


def test_figures_as_values(reg):
    whole, shown = (reg.figures(date(2026, 1, 1), PRESENT, threshold=threshold) for threshold in (0, 5))
    assert len(whole) == len(shown) > 0 and json.dumps([one.as_dict() for one in shown])
    for all_of, one in zip(whole, shown):
        assert len(one.by) == len(one.values) <= 2 and one.total.total
        assert len(one.cells) == (len(one.values[0]) + 1 if one.by else 1)
        assert all(len(row) == (len(one.values[1]) + 1 if len(one.by) == 2 else 1) for row in one.cells)
        for full, cell in zip((c for row in all_of.cells for c in row), (c for row in one.cells for c in row)):
            assert not full.withheld and (cell.count is None) == cell.withheld
            assert cell.withheld or cell.count == full.count and not 1 <= cell.count < 5
        assert sum(row[-1].count for row in all_of.cells[:-1]) == all_of.total.count or not one.by
    assert any(cell.withheld for one in shown for row in one.cells for cell in row)
    assert any(one.total.count == 40 for one in whole)
    for wrong in (2, 1001, -1):
        with pytest.raises(ombud.OmbudError):
            reg.figures(FIRST, PRESENT, threshold=wrong)
    with pytest.raises(ombud.ArgumentError, match="in their order"):
        reg.figures(PRESENT, FIRST)


def test_under_other_settings_moves_what_the_program_says(reg, tmp_path, program):
    other = reg.under("length follow_up P14D")
    assert list(other) == list(reg) and other.present == reg.present and other.settings is not None
    moved = 0
    for number in list(reg)[:6]:
        path = _written(tmp_path / f"{number}.case", reg[number])
        lines = [json.loads(line) for line in program("diff", "--json", "--as-of", PRESENT, "--new-setting", "length follow_up P14D", path)[1].splitlines()]
        made = ombud.moves(reg[number], other[number], as_of=PRESENT)
        moved += len(made)

        def side(one, kind):
            return one and {"word": one.word.value, "provision": one.provision and one.provision.full_id}
        said = [{"what": one.kind.value, "of": one.name, "item": one.item, "position": one.position, "before": side(one.before, one.kind),
                 "after": side(one.after, one.kind)} for one in made]
        for line in lines:
            for which in ("before", "after"):
                if line[which]:
                    line[which] = {"word": line[which]["word"].replace(" ", "_"), "provision": line[which]["provision"]}
        assert [{key: line[key] for key in one} for line, one in zip(lines, said, strict=True)] == said
    assert moved and reg.undated() and not [one for one in other.undated() if one.name == "follow_up"]
    with pytest.raises(ombud.ArgumentError):
        ombud.moves(reg[1], reg[2], as_of=PRESENT)


def test_together(reg):
    cases = [reg[1], reg[2], ombud.Case("rd1995")]
    said = ombud.together(cases, as_of=PRESENT)
    each = [(of, duty) for of, case in enumerate(cases) for duty in case.duties(as_of=PRESENT)]
    assert list(said.duties) == sorted(each, key=lambda one: one[1].due or date.max) != []
    assert sorted(said.findings, key=repr) == sorted(((of, one) for of, case in enumerate(cases) for one in case.findings(as_of=PRESENT)), key=repr)
    assert [one.since for _, one in said.findings] == sorted(one.since for _, one in said.findings)
    assert said.next_change == min(filter(None, (case.next_change(as_of=PRESENT) for case in cases)), default=None)
    assert said.duties[0][1].explain("nl") and json.dumps(said.duties[0][1].as_dict())
    with pytest.raises(ombud.ArgumentError):
        ombud.together([], as_of=PRESENT)


def test_memory_that_fails():
    text, law = journal(range(1, 4)), ombud.law("bxl2019")
    law.rows
    done = []

    def use():
        reg = ombud.Register(law, present=PRESENT)
        reg.load(text)
        case = reg[1]
        done.append((reg.due(FIRST, PRESENT), reg.overdue(), reg.undated(), reg.elapsed(), reg.next_change(), reg.holds(1),
                     [one.as_dict() for one in reg.figures(FIRST, PRESENT)]))
        reg.advance(PRESENT + timedelta(days=400))
        other = reg.under(None)
        ombud.moves(case, other[1], as_of=PRESENT)
        ombud.together([case, other[2]], as_of=PRESENT)
    assert at_every_call(use) > 30
    assert done[-1][:4] == (filled(3).due(FIRST, PRESENT), filled(3).overdue(), filled(3).undated(), filled(3).elapsed())


def test_deleting_without_memory():
    assert at_every_call(lambda: shelf(CLOSED).delete(1, ombud.Chain(digest))) > 5


def test_a_call_without_memory_changes_nothing():
    _ombud.testing_fail_at(0)
    reg = filled(3)
    before = [reg[number].write() for number in reg], reg.overdue(), reg.present
    line = "2026-06-01 report.acknowledged r1 by=p2"
    for at in range(1, 1000):
        _ombud.testing_fail_at(at)
        try:
            reg.line(2, line)
        except MemoryError:
            _ombud.testing_fail_at(0)
            assert ([reg[number].write() for number in reg], reg.overdue(), reg.present) == before
        else:
            break
    _ombud.testing_fail_at(None)
    assert len(reg[2]) == 2


def test_the_words_are_the_headers():
    text = (ROOT / "include/ombud/register.h").read_text(encoding="utf-8")
    for words, prefix in ((ombud.HoldKind, "HOLD"), (ombud.MoveKind, "MOVED")):
        codes = dict(re.findall(rf"OMBUD_{prefix}_(\w+) = (\d+)", text))
        assert {word.name: str(word.code) for word in words} == codes
