"""Civil days and periods: `datetime` alone, no arithmetic shared with the library."""

import calendar
import datetime
import re

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
ONE_DAY = datetime.timedelta(days=1)


class OutOfRange(Exception):
    """A day before year 1 or after year 9999."""


def day(text):
    """The day that `2026-02-02` names."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("not a day: " + text)
    return datetime.date.fromisoformat(text)


def period(text):
    """The period that `P3M` names, as (number, unit)."""
    found = re.fullmatch(r"P(\d{1,4})([DWMY])", text)
    if not found:
        raise ValueError("not a period: " + text)
    return int(found.group(1)), found.group(2)


def comparable(span):
    """The period in days or in months, and which of both: others cannot be compared."""
    number, unit = span
    return {"D": (number, "days"), "W": (7 * number, "days"), "M": (number, "months"), "Y": (12 * number, "months")}[unit]


def plus(start, span, sign=1):
    """The last day of a period whose first day is the one after `start`; with sign -1, backward."""
    number, kind = comparable(span)
    try:
        if kind == "days":
            return start + datetime.timedelta(days=sign * number)
        months = start.year * 12 + start.month - 1 + sign * number
        year, month = months // 12, months % 12 + 1
        return day_of_year(year, month, start.day)
    except OverflowError:
        raise OutOfRange() from None


def day_of_year(year, month, number):
    """The day of a year that is named, or the month's last."""
    if not 1 <= year <= 9999:
        raise OutOfRange()
    return datetime.date(year, month, min(number, calendar.monthrange(year, month)[1]))


def easter(year):
    """Easter Sunday of the Gregorian calendar (the computation of Butcher and Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    total = h + m - 7 * n + 114
    return datetime.date(year, total // 31, total % 31 + 1)


def holidays(year):
    """The ten Belgian legal holidays."""
    sunday = easter(year)
    moving = [sunday + datetime.timedelta(days=after) for after in (1, 39, 50)]
    fixed = [datetime.date(year, month, number)
             for month, number in ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))]
    return set(moving + fixed)


def rolled(last, roll, extra):
    """The day itself or the nearest working day; None where the calendar is not known."""
    if roll == "none":
        return last
    step = ONE_DAY if roll == "next_working_day" else -ONE_DAY
    while True:
        if last.year < 1974:
            return None
        if last.weekday() < 5 and last not in holidays(last.year) and last not in extra:
            return last
        try:
            last += step
        except OverflowError:
            raise OutOfRange() from None
