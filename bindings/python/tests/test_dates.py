"""Dates from Python, held against datetime and a second way to count."""
import calendar
import datetime
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

import ombud

days = st.dates(min_value=date(1, 1, 1), max_value=date(9000, 1, 1))
counts = st.integers(0, 900)


@given(days, counts)
def test_days_and_weeks(start, count):
    assert start + ombud.Period(count, "D") == start + timedelta(days=count)
    assert start + ombud.Period(count, "W") == start + timedelta(weeks=count)
    assert (start + ombud.Period(count, "D")) - ombud.Period(count, "D") == start


@given(days, counts)
def test_months_and_years(start, count):
    month = start.year * 12 + start.month - 1 + count
    year, month = divmod(month, 12)
    expected = date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    assert start + ombud.Period(count, "M") == expected
    steps = ombud.due(start, ombud.Period(count, "M"))
    assert steps.due == expected and steps.month_end == (expected.day != start.day) and steps.start == start
    assert start + ombud.Period(count // 12, "Y") == start + ombud.Period(count // 12 * 12, "M")


@given(st.dates(min_value=date(1974, 1, 2), max_value=date(9000, 1, 1)), st.sets(st.integers(0, 20)), counts)
def test_rolls(start, further, count):
    period = ombud.Period(count, "D")
    last = start + period
    host = {last + timedelta(days=step) for step in further}
    rolled = ombud.due(start, period, "next_working_day", host)
    day = last
    while ombud.holiday(day, host):
        day += timedelta(days=1)
    assert rolled.due == day == ombud.roll(last, holidays=host)
    assert rolled.unrolled == last and rolled.rolled_days == (day - last).days and rolled.because is ombud.holiday(last, host)
    assert ombud.holiday(day) is ombud.Holiday.NONE
    assert ombud.due(start, period, "next_working_day", lambda year: [one for one in host if one.year == year]) == rolled


@settings(max_examples=300)
@given(st.datetimes(min_value=datetime.datetime(1996, 1, 2), max_value=datetime.datetime(2037, 1, 1)))
def test_the_day_in_brussels(moment):
    instant = moment.replace(tzinfo=datetime.timezone.utc)
    assert ombud.brussels_day(instant) == instant.astimezone(ZoneInfo("Europe/Brussels")).date()


@pytest.mark.parametrize("year,day", [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28))])
def test_easter(year, day):
    assert ombud.easter(year) == date(year, *day)
    assert ombud.holiday(date(year, *day) + timedelta(days=1)) is ombud.Holiday.EASTER_MONDAY


def test_errors():
    with pytest.raises(ombud.PeriodError):
        ombud.Period("P3X")
    with pytest.raises(ombud.PeriodError):
        ombud.Period(10000, "D")
    with pytest.raises(TypeError):
        ombud.Period(3)
    with pytest.raises(ombud.RangeError):
        date(9999, 12, 31) + ombud.Period("P1D")
    with pytest.raises(ombud.CalendarError):
        ombud.holiday(date(1970, 5, 1))
    with pytest.raises(ombud.RangeError):
        ombud.easter(10000)
    with pytest.raises(ombud.RangeError):
        ombud.brussels_day(0)
    with pytest.raises(TypeError, match="time zone"):
        ombud.brussels_day(datetime.datetime(2026, 1, 1))
    with pytest.raises(TypeError):
        date(2026, 1, 1) + None
    with pytest.raises(TypeError):
        "2026-01-01" + ombud.Period("P1D")
    with pytest.raises(ValueError):
        ombud.due(date(2026, 1, 1), "P1D", "someday")


def test_the_ends_of_the_calendar():
    assert ombud.roll(date(9999, 12, 30), holidays=lambda year: []) == date(9999, 12, 30)
    assert ombud.due(date(1, 1, 1), "P0D").due == date(1, 1, 1)
