"""Proving from Python: the program's flaws, walks and invariants, witnesses that hold, memory that fails."""
import json
import sys
import threading
import time

import pytest

import ombud
from conftest import ROOT
from ombud import _ombud
from test_memory import at_every_call

HOUSE = ROOT / "examples/own-law/house.law"


def shown(program, *words):
    """What the program writes as JSON, by kind."""
    lines = [json.loads(line) for line in program(*words, "--json")[1].splitlines()]
    return {kind: [line for line in lines if line["kind"] == kind] for kind in ("flaw", "walk", "invariant")}


def same_flaws(proof, lines):
    said = [{"flaw": one.kind.value, "warning": one.warning, "line": one.line, "what": one.what, "row": one.row or None,
             "sentence": one.sentence, "remedy": one.remedy, "witness": one.witness or None,
             "provision": one.provision and one.provision.full_id} for one in proof.flaws]
    assert [{key: line[key] for key in one} for line, one in zip(lines, said, strict=True)] == said


@pytest.mark.parametrize("name", ombud.builtin_names())
def test_the_program_finds_the_same_flaws(name, program):
    proof = ombud.prove(ombud.law(name))
    same_flaws(proof, shown(program, "prove", name)["flaw"])
    assert not proof.walks and not proof.invariants
    assert bool(proof) == (program("prove", name)[0] == 0)


def test_the_program_walks_the_same(house, program):
    proof = ombud.explore(house)
    lines = shown(program, "explore", HOUSE)
    same_flaws(proof, lines["flaw"])
    walks = [{"item": one.item, "reading": one.reading or None, "situations": one.situations, "steps": one.steps, "whole": one.whole,
              "bounded": one.bounded or None} for one in proof.walks]
    assert walks and [{key: line[key] for key in one} for line, one in zip(lines["walk"], walks, strict=True)] == walks
    judged = [{"name": one.name, "label": one.label, "line": one.line, "judged": one.judged, "told": one.told, "broken": one.broken}
              for one in proof.invariants]
    assert [{key: line[key] for key in one} for line, one in zip(lines["invariant"], judged, strict=True)] == judged


def test_how_a_law_is_explored():
    law = ombud.law("res2026")
    item = ombud.explore(law).walks[0].item
    (alone,) = {walk.item for walk in ombud.explore(law, item).walks}
    assert alone == item
    bounded = ombud.explore(law, item, most=1).walks
    assert not bounded[0].whole and bounded[0].bounded and bounded[0].situations < ombud.explore(law, item).walks[0].situations
    assert ombud.explore(law, item, recorded=True).walks[0].steps >= ombud.explore(law, item).walks[0].steps
    with pytest.raises(ombud.UnknownNameError):
        ombud.explore(law, "nothing")


def test_what_may_walk_together():
    law = ombud.law("bxl2019")
    few = ["report.received", "report.closed_internally", "claim"]
    (walk,) = ombud.explore(law, "report", most=100, with_=few).walks
    (items,) = (line for line in walk.bounded.splitlines() if line.startswith("as asked, items of "))
    assert "person" in items and "claim" not in items and "report.acknowledged" in walk.bounded
    assert "as asked" not in ombud.explore(law, "report", most=100).walks[0].bounded
    with pytest.raises(ombud.UnknownNameError, match="report.recieved"):
        ombud.explore(law, "report", with_=["report.recieved"])


@pytest.mark.parametrize("name", ("answers-clash", "endless-duty", "trap"))
def test_witnesses_hold(name):
    law = ombud.Law((ROOT / "tests/prove" / f"{name}.law").read_text(encoding="utf-8"))
    witnesses = [flaw.witness for flaw in ombud.prove(law).flaws if flaw.witness]
    assert witnesses
    for text in witnesses:
        for report in ombud.Scenario(text, laws=[law]).check():
            assert report and len(report)


def test_values():
    proof = ombud.prove(ombud.law("bxl2019"))
    assert json.dumps(proof.as_dict()) and proof == ombud.prove(ombud.law("bxl2019"))
    assert all(str(flaw) == flaw.sentence and flaw.remedy for flaw in proof.flaws)
    assert set(proof.wrong) == {flaw for flaw in proof.flaws if not flaw.warning}
    made = ombud.Invariant("a.b", "", "", 1, 3, 2, 0)
    assert made and not ombud.Invariant("a.b", "", "", 1, 3, 0, 0) and not ombud.Invariant("a.b", "", "", 1, 3, 2, 1)


def test_the_words_are_the_librarys():
    assert [_ombud.flaw_name(word.code) for word in ombud.FlawKind] == list(ombud.FlawKind)
    assert _ombud.flaw_name(len(ombud.FlawKind) + 1) == "?"


def test_memory_that_fails():
    small = ombud.Law((ROOT / "tests/fuzz/corpus/small.law").read_text(encoding="utf-8"))
    small.rows
    assert at_every_call(lambda: ombud.prove(small)) > 0
    assert at_every_call(lambda: ombud.explore(small, most=20)) > 3


def test_others_run_while_a_law_is_explored():
    law = ombud.law("rd1995")
    ended, seen = [], []

    def work():
        ombud.explore(law)
        ended.append(time.monotonic())
    switch = sys.getswitchinterval()
    thread = threading.Thread(target=work)
    try:
        sys.setswitchinterval(1000)  # nobody gives the lock away but by waiting or by letting go of it
        thread.start()
        while not ended:
            seen.append(time.monotonic())
            time.sleep(0.0005)
        thread.join()
    finally:
        sys.setswitchinterval(switch)
    assert sum(moment < ended[0] for moment in seen) >= 2
