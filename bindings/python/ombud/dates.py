"""Periods, working days and last days, each with its derivation.

Days are datetime.date. The day of the event is not counted; months and years end on the same-numbered day or on the month's last.

>>> from datetime import date
>>> date(2026, 1, 31) + Period("P1M")
datetime.date(2026, 2, 28)
>>> steps = due(date(2026, 4, 24), "P7D", roll="next_working_day")
>>> steps.unrolled, steps.because, steps.due
(datetime.date(2026, 5, 1), <Holiday.LABOUR_DAY: 'labour_day'>, datetime.date(2026, 5, 4))
"""
from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from . import _ombud
from .values import DueSteps, Period, day_of, number_of
from .words import Holiday, Roll

#: Further days without work: dates, or a function that gives those of a year.
Holidays: TypeAlias = "Iterable[date] | Callable[[int], Iterable[date]]"


def _host_days(holidays: Holidays, first: date, last: date) -> tuple[int, ...]:
    """The numbers of a host's days, ascending without repetition; a function is asked for the years from `first` to `last`."""
    if callable(holidays):
        given = [day for year in range(first.year, last.year + 1) for day in holidays(year)]
    else:
        given = list(holidays)
    return tuple(sorted({number_of(day) for day in given}))


def _around(day: date) -> tuple[date, date]:
    """The days that a roll from a day can come to, and more: a year on either side."""
    return date(max(day.year - 1, 1), 1, 1), date(min(day.year + 1, 9999), 12, 31)


def due(start: date, period: Period | str, roll: Roll | str = Roll.NONE, holidays: Holidays = ()) -> DueSteps:
    """The last day of a period that begins at an event, with the steps to it."""
    span = Period(period)
    rolls = Roll(roll)
    days: tuple[int, ...] = ()
    if rolls is not Roll.NONE:
        days = _host_days(holidays, *_around(start + span))
    return DueSteps.of(_ombud.due(number_of(start), span.count, span.unit.code, rolls.code, days))


def holiday(day: date, holidays: Holidays = ()) -> Holiday:
    """Why a day is no working day; Holiday.NONE, which is false, for a working day. CalendarError before 1974."""
    return Holiday.of(_ombud.day_holiday(number_of(day), _host_days(holidays, day, day)))


def roll(day: date, roll: Roll | str = Roll.NEXT_WORKING_DAY, holidays: Holidays = ()) -> date:
    """The first working day on or after a day (or, for the previous, on or before it)."""
    return day_of(_ombud.day_roll(number_of(day), Roll(roll).code, _host_days(holidays, *_around(day))))


def easter(year: int) -> date:
    """Easter Sunday of a year, Gregorian.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    return day_of(_ombud.easter(year))


def brussels_day(instant: datetime.datetime | int) -> date:
    """The civil day in Brussels of an instant: a datetime with its time zone, or seconds since 1970 in UTC. From 1996 on.

    >>> brussels_day(datetime.datetime(2026, 2, 8, 23, 30, tzinfo=datetime.timezone.utc))
    datetime.date(2026, 2, 9)
    """
    if isinstance(instant, datetime.datetime):
        if instant.tzinfo is None:
            raise TypeError("an instant needs a time zone: datetime(…, tzinfo=timezone.utc)")
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        instant = (instant - epoch) // datetime.timedelta(seconds=1)
    return day_of(_ombud.brussels_day(instant))


__all__ = ["Holidays", "Period", "DueSteps", "brussels_day", "due", "easter", "holiday", "roll"]
