"""Whether a law is sound: the flaws of its rows, and what holds in every situation a case can come to (docs/proving.md).

>>> from ombud import law
>>> bool(prove(law("res2026")))
True
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import _ombud
from .laws import Law
from .values import Provision, Value
from .words import FlawKind


@dataclass(frozen=True, slots=True)
class Flaw(Value):
    """Something of a law that is wrong, or a warning."""

    kind: FlawKind
    warning: bool
    #: In the text of the law, from 1; 0 if it has no place there.
    line: int
    provision: Provision | None
    what: str
    row: str
    sentence: str
    remedy: str
    #: A `.case` text that holds as long as the flaw is there; empty where there is none.
    witness: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Walk(Value):
    """One walk through the situations of a kind of items."""

    whole: bool
    item: str
    #: The alternative of a reading, or empty for the law as it stands by itself.
    reading: str
    situations: int
    steps: int
    #: What was left out, one thing a line.
    bounded: str


@dataclass(frozen=True, slots=True)
class Invariant(Value):
    """An invariant of a law, judged. True if it held, and was put to the test."""

    name: str
    label: str
    text: str
    line: int
    judged: int
    told: int
    broken: int

    def __bool__(self) -> bool:
        return self.told > 0 and not self.broken


@dataclass(frozen=True, slots=True)
class Proof(Value):
    """What was found of a law. True if nothing is wrong; warnings do not count."""

    flaws: tuple[Flaw, ...]
    walks: tuple[Walk, ...]
    invariants: tuple[Invariant, ...]

    def __bool__(self) -> bool:
        return not self.wrong

    @property
    def wrong(self) -> tuple[Flaw, ...]:
        """The flaws that are no mere warnings."""
        return tuple(flaw for flaw in self.flaws if not flaw.warning)


def _proof(law: Law, handle: _ombud.Proof) -> Proof:
    flaws = tuple(Flaw(FlawKind.of(one["kind"]), one["warning"], one["line"], law._provision_at(one["provision"]), one["what"], one["row"],
                       one["sentence"], one["remedy"], one["witness"]) for one in _ombud.proof_flaw(handle))
    return Proof(flaws, tuple(Walk(**one) for one in _ombud.proof_walk(handle)),
                 tuple(Invariant(**one) for one in _ombud.proof_invariant(handle)))


def prove(law: Law) -> Proof:
    """Looks for flaws that can be seen of the rows. Other threads run meanwhile."""
    return _proof(law, _ombud.law_prove(law._handle))


def explore(law: Law, item: str | None = None, *, recorded: bool = False, readings: bool = False, most: int = 0,
            with_: Iterable[str] | None = None) -> Proof:
    """Walks through every situation a case can come to, and judges the invariants in each. Other threads run meanwhile.

    `item` is the one kind of item to walk through; `recorded` walks events that are not permitted too; `readings` walks under each
    other alternative, one at a time; `most` bounds the situations of one walk (0: 20,000); `with_` names the kinds of items that may
    walk with it (`[item]`: it walks alone), or single events, and a walk tells what was left out for it.
    """
    return _proof(law, _ombud.law_explore(law._handle, item, int(recorded), int(readings), most,
                                          None if with_ is None else ",".join(with_)))
