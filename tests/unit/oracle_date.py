#!/usr/bin/python3
"""An independent oracle of dates: Python's datetime, and month arithmetic written from the definition.

    /usr/bin/python3 tests/unit/oracle_date.py | BUILD/check_date

Prints TSV, one check a line, and last `end` with the number of checks:

    day       number  YYYY-MM-DD  weekday                     every day of the years 1 to 9999
    add       start   period      result|range  month_end     a deterministic sample, and the edges of the range
    subtract  end     period      result|range  month_end
    brussels  seconds day|range                               around every change of time and every new year
    skip      what    why                                     what this machine cannot tell
"""

import calendar
import random
import sys
from datetime import date, datetime, timedelta, timezone

EPOCH = date(1970, 1, 1).toordinal()
FIRST, LAST = date.min.toordinal() - EPOCH, date.max.toordinal() - EPOCH
SAMPLE = 400_000
FIRST_BRUSSELS = 1996


def number(day):
    return day.toordinal() - EPOCH


def moved(day, count, unit):
    """The day `count` units later and whether the month's last day was taken; None out of range."""
    if unit in "DW":
        try:
            return day + timedelta(days=count * (7 if unit == "W" else 1)), 0
        except OverflowError:
            return None
    months = (day.year * 12 + day.month - 1) + count * (12 if unit == "Y" else 1)
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)), int(day.day > last)


def days():
    day, last = date.min, date.max
    while True:
        yield f"day\t{number(day)}\t{day.isoformat()}\t{day.isoweekday()}"
        if day == last:
            return
        day += timedelta(days=1)


def move(day, count, unit, sign):
    result = moved(day, sign * count, unit)
    text = "range\t0" if result is None else f"{number(result[0])}\t{result[1]}"
    return f"{'add' if sign > 0 else 'subtract'}\t{number(day)}\tP{count}{unit}\t{text}"


def moves():
    rng = random.Random(1996)
    usual = {"D": 100, "W": 60, "M": 40, "Y": 30}
    for i in range(SAMPLE):
        kind = i % 4
        if kind == 0:  # any day, any count
            day = date.fromordinal(rng.randint(FIRST, LAST) + EPOCH)
        elif kind == 1:  # the ends of months
            year, month = rng.randint(1, 9999), rng.randint(1, 12)
            day = date(year, month, rng.randint(28, calendar.monthrange(year, month)[1]))
        elif kind == 2:  # the days of today's law
            day = date.fromordinal(rng.randint(date(1990, 1, 1).toordinal(), date(2060, 12, 31).toordinal()))
        else:  # both ends of the range
            edge = rng.randint(0, 12_000)
            day = date.fromordinal((FIRST + edge if rng.random() < 0.5 else LAST - edge) + EPOCH)
        unit = "DWMY"[i // 4 % 4]
        count = rng.randint(0, 9999 if kind == 0 or i % 32 > 27 else usual[unit])
        for sign in (1, -1):
            yield move(day, count, unit, sign)
    for unit in "DWMY":
        for count in (0, 1, 2, 9998, 9999):
            for day in (date.min, date(1, 1, 31), date(1, 12, 31), date(9999, 1, 1), date(9999, 12, 1), date.max):
                for sign in (1, -1):
                    yield move(day, count, unit, sign)


def brussels():
    try:
        from zoneinfo import ZoneInfo

        zone = ZoneInfo("Europe/Brussels")
    except Exception as reason:  # no zoneinfo, or no data of time zones
        yield f"skip\tbrussels\t{type(reason).__name__}: {reason}"
        return
    epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
    first = int((datetime(FIRST_BRUSSELS, 1, 1, tzinfo=zone) - epoch).total_seconds())
    last = int((datetime(9999, 12, 31, 23, 59, 59, tzinfo=zone) - epoch).total_seconds())
    instants = {first, last, first - 1, last + 1}
    for year in range(FIRST_BRUSSELS, 10000):
        dates = [date(year, 1, 1), date(year, 12, 31)]
        for month in (3, 9, 10):  # summer time ended in September before 1996
            dates += [date(year, month, d) for d in range(22, calendar.monthrange(year, month)[1] + 1)]
        every_hour = year <= 2100 or year % 100 == 0
        for day in dates:
            start = number(day) * 86400
            for hour in range(24) if every_hour else (0, 1, 21, 22, 23):
                for second in (-1, 0):
                    instants.add(start + hour * 3600 + second)
    for seconds in sorted(instants):
        if seconds < first or seconds > last:
            yield f"brussels\t{seconds}\trange"
            continue
        yield f"brussels\t{seconds}\t{number((epoch + timedelta(seconds=seconds)).astimezone(zone).date())}"


def main():
    count = 0
    for source in (days, moves, brussels):
        for line in source():
            sys.stdout.write(line + "\n")
            count += 1
    sys.stdout.write(f"end\t{count}\n")


if __name__ == "__main__":
    main()
