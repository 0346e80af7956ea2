"""The library's allocator failing at every call, memory that stays flat, threads that run meanwhile."""
import gc
import pathlib
import sys
import threading
import time
from datetime import date

import pytest

import ombud
from conftest import ROOT
from ombud import _ombud

HEAD = "law bxl2019\nperson p1 reporter\nperson p2 contact_point\n"
LINE = "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written\n"
DAY = date(2026, 2, 2)


def fresh():
    """A case on the allocator that is set."""
    case = ombud.Case(ombud.law("bxl2019"))
    case.person(1, "reporter")
    case.person(2, "contact_point")
    case.apply("report.received", "r1", on=DAY, by=2, reporter="p1", channel="external", form="written")
    return case


def asked(case):
    """Everything that can be asked, as values."""
    verdict = case.may("report.identity_revealed", "r1", by="p2", on=DAY)
    return (case.terms(), case.duties(), case.findings(), tuple(case.timeline()), case.next(), case.receipt(), case.state("r1"),
            case.next_change(), verdict, case.ask("retaliation_prohibited", "p1"), case.write())


def at_every_call(use):
    """Uses the library with an allocator that fails at the first, second … call, until none fails. Says how many failed."""
    refused = 0
    for at in range(1, 100_000):
        gc.collect(0)
        blocks = _ombud.testing_fail_at(at)[0]
        try:
            use()
        except MemoryError:
            refused += 1
        else:
            _ombud.testing_fail_at(None)
            assert refused == at - 1
            return refused
        gc.collect(0)
        left = _ombud.testing_fail_at(None)[0]
        assert left == blocks, f"call {at}: {left - blocks} blocks are left"
    raise AssertionError("it never ended")


def test_a_case_under_a_failing_allocator():
    ombud.law("bxl2019").rows  # the law itself is read with memory that does not fail
    assert at_every_call(fresh) > 3


def test_questions_under_a_failing_allocator():
    law = ombud.law("bxl2019")
    expected = asked(fresh())
    _ombud.testing_fail_at(0)
    case = fresh()
    _ombud.testing_fail_at(None)
    found = []
    # Questions take their memory as the case does, which was made on the counting allocator.
    assert at_every_call(lambda: found.append(asked(case)) or None) > 20
    assert found[0] == expected and law


def test_an_event_under_a_failing_allocator_changes_nothing():
    _ombud.testing_fail_at(0)
    case = fresh()
    before = case.write()
    for at in range(1, 1000):
        _ombud.testing_fail_at(at)
        try:
            case.apply("report.acknowledged", "r1", on=DAY, by="p2")
        except MemoryError:
            _ombud.testing_fail_at(0)
            assert case.write() == before
        else:
            break
    _ombud.testing_fail_at(None)
    assert at > 1 and len(case) == 2


def test_texts_under_a_failing_allocator(house):
    small = (ROOT / "tests/fuzz/corpus/small.law").read_text(encoding="utf-8")
    assert at_every_call(lambda: ombud.Law(small)) > 3
    assert at_every_call(lambda: ombud.Settings(house, "roll next_working_day\n")) > 0


def resident():
    """Bytes of this process that are in memory."""
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")
def test_memory_is_flat(deep):
    rounds = 1_000_000 if deep else 50_000
    law = ombud.law("bxl2019")
    event = ombud.event("report.received", "r1", on=DAY, by=2, reporter="p1", channel="external", form="written")

    def fold():
        case = ombud.Case(law)
        case.person(1, "reporter")
        case.person(2, "contact_point")
        return case.apply(event).terms
    for _ in range(2000):
        fold()
    before = resident()
    for _ in range(rounds):
        fold()
    assert resident() - before < 1 << 20


def test_nothing_is_left_behind():
    _ombud.testing_fail_at(0)
    for _ in range(3):
        case = fresh()
        asked(case)
        case.clone()
        ombud.Scenario(HEAD + LINE).check()
        with pytest.raises(ombud.OmbudError):
            ombud.Scenario(HEAD + "nonsense\n")
        del case
    gc.collect()
    blocks, size, _ = _ombud.testing_fail_at(None)
    assert (blocks, size) == (0, 0)


def check_long():
    """A scenario whose check takes a while."""
    expect = "".join(f"  expect answer retaliation_prohibited p1 yes\n  expect duty feedback r1 open\n" for _ in range(1500))
    return ombud.Scenario(HEAD + LINE + "on 2026-02-05\n" + expect)


def test_others_run_while_a_suite_is_checked():
    scenario = check_long()
    began, ended, seen = threading.Event(), [], []

    def check():
        began.set()
        report = scenario[0].check()
        ended.append(time.monotonic())
        assert report
    switch = sys.getswitchinterval()
    thread = threading.Thread(target=check)
    try:
        sys.setswitchinterval(1000)  # nobody gives the lock away but by waiting or by letting go of it
        thread.start()
        began.wait()
        for _ in range(50):
            seen.append(time.monotonic())
            time.sleep(0.0005)
            if ended:
                break
        thread.join()
    finally:
        sys.setswitchinterval(switch)
    assert sum(moment < ended[0] for moment in seen) >= 2


def test_an_object_in_use_says_so():
    scenario = check_long()
    wrong = []
    began = threading.Event()

    def check():
        began.set()
        scenario[0].check()
    thread = threading.Thread(target=check)
    thread.start()
    began.wait()
    while thread.is_alive():
        try:
            len(scenario)
        except ombud.StateError as error:
            wrong.append(str(error))
            break
    thread.join()
    assert wrong and "in use" in wrong[0]


def test_laws_are_shared_by_threads():
    law = ombud.law("bxl2019")
    expected = asked(fresh())
    failed = []

    def work():
        for _ in range(30):
            case = ombud.Case(law)
            case.person(1, "reporter")
            case.person(2, "contact_point")
            case.apply("report.received", "r1", on=DAY, by=2, reporter="p1", channel="external", form="written")
            if asked(case) != expected:
                failed.append(1)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
