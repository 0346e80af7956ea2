"""Callbacks: what they raise goes on unharmed, at each call, and the object is as it was."""
import hashlib
import hmac
from datetime import date, timedelta

import pytest

import ombud


class Stop(Exception):
    """What the tests raise; its traceback must lead here."""


class Counting:
    """A function that raises at its n-th call; 0: never."""

    def __init__(self, function, at=0):
        self.function, self.at, self.calls = function, at, 0

    def __call__(self, *arguments):
        self.calls += 1
        if self.calls == self.at:
            raise Stop(self.calls)
        return self.function(*arguments)


def digest(previous, line):
    return hashlib.sha256(bytes([len(previous)]) + previous + line).digest()


def match(previous, line, stored):
    return hmac.compare_digest(digest(previous, line), stored)


@pytest.fixture
def journal(case):
    for step in range(5):
        case.apply("fact", "r1", on=date(2026, 2, 3) + timedelta(days=step), by="p1", consent=bool(step % 2))
    return case


def at_each_call(make, use):
    """Uses a function that raises at its first, second … call until it raises no more; says how often it was called."""
    for at in range(1, 10_000):
        counting = make(at)
        try:
            use(counting)
        except Stop as stop:
            assert stop.args == (at,) and stop.__traceback__ is not None
            assert "function" not in (stop.__context__ and str(stop.__context__) or "")
        else:
            assert counting.calls == at - 1
            return at - 1
    raise AssertionError("it never ended")


def test_chain_and_verify(journal):
    chain = ombud.Chain(digest)
    digests = journal.digests(chain)
    assert journal.digest(chain) == digests[-1]
    assert len(digests) == len(journal) == 6
    journal.verify(chain, digests)
    journal.verify(ombud.Chain(digest, match), digests)
    assert digests[0] == digest(b"", journal.entry(1).text.encode())
    assert digests[1] == digest(digests[0], journal.entry(2).text.encode())


def test_verify_names_the_line(journal):
    chain = ombud.Chain.hmac(b"key")
    digests = journal.digests(chain)
    for wrong in (digests[:3] + [bytes(32)] + digests[4:], digests[:3]):
        with pytest.raises(ombud.DifferentError) as caught:
            journal.verify(chain, wrong)
        assert caught.value.position == 4
    with pytest.raises(ombud.DifferentError):
        journal.verify(ombud.Chain.hmac(b"another key"), digests)


def test_digest_raises_at_each_call(journal):
    before = journal.write()
    assert at_each_call(lambda at: Counting(digest, at), lambda one: journal.digest(ombud.Chain(one))) == 6
    digests = journal.digests(ombud.Chain(digest))
    assert at_each_call(lambda at: Counting(digest, at), lambda one: journal.verify(ombud.Chain(one), digests)) == 6
    assert at_each_call(lambda at: Counting(match, at), lambda one: journal.verify(ombud.Chain(digest, one), digests)) == 6
    assert journal.write() == before


def test_sinks_raise_at_each_call(journal):
    pieces = []
    journal.write(to=pieces.append)
    assert b"".join(pieces).decode() == journal.write()
    for use in (lambda one: journal.write(to=one), lambda one: journal.render(to=one), lambda one: journal.render("json", to=one),
                lambda one: journal.render(findings_only=True, to=one)):
        pieces.clear()
        assert at_each_call(lambda at: Counting(pieces.append, at), use) > 0


def test_a_uid_raises_at_each_call(journal):
    def uid(content):
        return hmac.new(b"key", content, "sha256").digest()[:16]
    wishes = {"domain": "example.org", "as_of": date(2026, 2, 3)}
    assert uid(b"")[:1] and "BEGIN:VEVENT" in journal.render("ics", uid=uid, **wishes)
    assert at_each_call(lambda at: Counting(uid, at), lambda one: journal.render("ics", uid=one, **wishes)) > 0
    with pytest.raises(ValueError, match="16 bytes"):
        journal.render("ics", uid=lambda content: b"short", **wishes)
    with pytest.raises(TypeError):
        journal.render("ics", uid=lambda content: "text", **wishes)


def test_holidays_raise_at_each_call():
    start, period = date(2025, 12, 30), "P3D"
    free = Counting(lambda year: [date(year, 1, 2)])
    assert ombud.due(start, period, "next_working_day", free).due == date(2026, 1, 5)
    assert at_each_call(lambda at: Counting(lambda year: [], at),
                        lambda one: ombud.due(start, period, "next_working_day", one)) == free.calls

    def generator():
        yield date(2026, 1, 2)
        raise Stop(1)
    with pytest.raises(Stop):
        ombud.holiday(start, generator())


def test_what_is_no_digest(journal):
    for wrong, kind in ((lambda *_: b"", ValueError), (lambda *_: bytes(65), ValueError), (lambda *_: "text", TypeError),
                        (lambda: b"x", TypeError)):
        with pytest.raises(kind):
            journal.digest(ombud.Chain(wrong))


def test_a_callback_cannot_use_the_case(journal):
    def nosy(previous, line):
        journal.apply("fact", "r1", on=date(2026, 3, 1), by="p1", consent=True)
        return b"x"
    with pytest.raises(ombud.StateError, match="in use"):
        journal.digest(ombud.Chain(nosy))
    with pytest.raises(ombud.StateError, match="in use"):
        journal.write(to=lambda piece: len(journal))
    assert len(journal) == 6  # and is free again


def test_interrupts_are_no_exception(journal):
    def interrupted(*_):
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        journal.digest(ombud.Chain(interrupted))
