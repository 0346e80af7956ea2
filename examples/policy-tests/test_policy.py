"""What only a script can say of the house's rules; the .case files beside it say the rest."""
from datetime import date

import ombud
import pytest


def received(house, day):
    """A report that came in on a day."""
    case = ombud.Case(house, ombud.Settings(house, since={"house_rules": date(2026, 9, 1)}))
    case.person("p1", "reporter")
    case.person("p2", "handler")
    case.apply("report.received", "r1", on=day, by="p2", reporter="p1")
    return case


@pytest.mark.parametrize("month", range(1, 13))
def test_five_days_in_every_month(house, month):
    day = date(2027, month, 27)
    due = {duty.name: duty.due for duty in received(house, day).duties(as_of=day)}
    assert due["acknowledge"] == day + ombud.Period("P5D")
    assert due["feedback"] == day + ombud.Period("P2M")


def test_nobody_alone(house):
    case = received(house, date(2026, 9, 7))
    verdict = case.may("report.closed_as_minor", "r1", on=date(2026, 9, 8), by="p2", reader_involved=False)
    assert verdict.word == "departs" and verdict.because.id == "3"
    assert "twice_looked_at" in [one.name for one in verdict.unmet]


def test_the_house_is_stricter_than_the_law(house):
    """Beside the same report under the law: never later."""
    day = date(2026, 9, 7)
    law = ombud.Case("bxl2019")
    law.person("p1", "reporter")
    law.person("p2", "contact_point")
    law.apply("report.received", "r1", on=day, by="p2", reporter="p1", channel="external", form="written")
    lawful = {duty.name: duty.due for duty in law.duties(as_of=day)}
    for duty in received(house, day).duties(as_of=day):
        assert duty.due < lawful[duty.name]
