"""Registers from Python: what the cases say one by one, what the program counts and compares, deleting, callbacks, memory that fails."""
import json
import re
from datetime import date, timedelta

import pytest

import ombud
from conftest import ROOT
from ombud import _ombud
from test_callbacks import Counting, at_each_call, digest
from test_memory import at_every_call

FIRST, PRESENT = date(2026, 1, 5), date(2026, 6, 1)
FOLDER = ROOT / "tests/cases"


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
    alone = ombud.Case("bxl2019", number=7)
    for line in lines_of(7):
        reg2 = line.split()
        if reg2[0] == "person":
            alone.person(reg2[1], reg2[2])
    text = reg[7].write()
    assert reg[7].number == 7 and text == ombud.Case.read(text).write() and len(reg[7]) == 2
    copy = reg[7]
    copy.apply("report.closed", "r1", on=PRESENT, by="p2")
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
    for number in reg:
        case = reg[number]
        if case.last_day() <= FIRST + timedelta(days=30):
            early.add(case)
    change = early.next_change
    early.advance(FIRST + timedelta(days=30))
    for _ in range(5):
        day = change()
        assert day == min(filter(None, (early[number].next_change(as_of=early.present) for number in early)))
        early.advance(day)
        assert early.present == day
    with pytest.raises(ombud.RangeError):
        early.advance(FIRST)
    assert ombud.Register("bxl2019", present=FIRST).next_change() is None


def deletable():
    """A register with a case that nothing holds."""
    reg = filled(2)
    reg.line(3, "person p1 reporter")
    return reg


def test_deleting():
    reg = deletable()
    holds = reg.holds(1)
    assert holds and {hold.kind for hold in holds} >= {ombud.HoldKind.DUTY} and json.dumps([hold.as_dict() for hold in holds])
    for hold in holds:
        assert (hold.ruling is None) == (hold.kind is not ombud.HoldKind.EVENT)
    with pytest.raises(ombud.RefusedError, match=holds[0].name):
        reg.delete(1)
    assert reg.holds(3) == () and reg.tombstone(3) is None
    assert reg.delete(3) == ombud.Tombstone(3, PRESENT, b"") == reg.tombstone(3)
    assert list(reg) == [1, 2]
    for again in (lambda: reg.open(3), lambda: reg.delete(3), lambda: reg.holds(3)):
        with pytest.raises(ombud.StateError):
            again()
    with pytest.raises(ombud.NotFoundError):
        reg.delete(77)


def kept():
    """A case whose keeping is over: received in 2009 under a register of today, with a line that leaves nothing open."""
    reg = ombud.Register("bxl2019", present=PRESENT)
    for line in ("person p1 reporter", "2026-01-05 fact p1 by=p1 minor=no"):
        reg.line(1, line)
    return reg


def test_a_digest_that_raises():
    law = ombud.law("bxl2019")
    fact = next(one.name.split(".")[1] for one in law.facts if one.owner == "person")

    def fresh():
        reg = ombud.Register(law, present=PRESENT)
        for line in ("person p1 reporter", f"2026-01-05 fact p1 by=p1 {fact}=no", f"2026-01-06 fact p1 by=p1 {fact}=yes"):
            reg.line(1, line)
        return reg
    regs = []

    def use(one):
        regs.append(fresh())
        regs[-1].delete(1, ombud.Chain(one))
    assert at_each_call(lambda at: Counting(digest, at), use) == 2
    *refused, done = regs
    assert all(list(reg) == [1] and reg.tombstone(1) is None and len(reg[1]) == 2 for reg in refused)
    assert done.tombstone(1).digest == fresh()[1].digest(ombud.Chain(digest)) and not list(done)
    assert done.tombstone(1).as_dict()["digest"] == done.tombstone(1).digest.hex()
    busy = fresh()

    def meddling(previous, line):
        busy.open(2)
    with pytest.raises(ombud.StateError, match="in use"):
        busy.delete(1, ombud.Chain(meddling))
    assert list(busy) == [1]


def counted(tmp_path, count=40):
    """The cases of a register as a file, and its figures for 2026."""
    reg = filled(count)
    path = tmp_path / "cases.case"
    return reg, [path] if path.exists() else [_written(tmp_path / f"{number}.case", reg[number]) for number in reg]


def _written(path, case):
    path.write_text(case.write(), encoding="utf-8")
    return path


def test_figures_are_the_programs(tmp_path, program):
    reg, files = counted(tmp_path)
    year = date(2026, 1, 1), date(2026, 12, 31)
    for threshold in (0, 3, 5):
        words = ["figures", "--as-of", PRESENT, "--threshold", threshold, *files]
        for lang in ombud.Lang:
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
    with pytest.raises(ombud.RangeError):
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
        reg.line(9, "person p1 reporter")
        reg.delete(9, ombud.Chain(digest))
    assert at_every_call(use) > 30
    assert done[-1][:4] == (filled(3).due(FIRST, PRESENT), filled(3).overdue(), filled(3).undated(), filled(3).elapsed())


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
