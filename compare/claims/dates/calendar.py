"""Arithmetic on days: the week, month or season around a day, steps of months, thirds of a year.

Everything raises OverflowError or ValueError where the calendar of `datetime` ends (years 1
to 9999); `periods.resolve` is the one place that catches them.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from tuireader.compare.claims.dates.words import SEASONS

Days = tuple[dt.date, dt.date]

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_YEARS = {"decade": 10, "century": 100}
_HALF = {"day": 0, "hour": 1, "week": 3, "month": 15, "quarter": 46, "half": 91, "year": 183}
_HALF |= {"decade": 1826, "century": 18262}


def of_year(year: int) -> Days:
    """The first and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def of_months(year: int, month: int, count: int = 1) -> Days:
    """The first and last day of `count` months from a month on; the count stays inside the year."""
    last = month + count - 1
    return dt.date(year, month, 1), dt.date(year, last, monthrange(year, last)[1])


def of_week(day: dt.date) -> Days:
    """The Monday and Sunday of the week that holds the day."""
    monday = day - dt.timedelta(day.weekday())
    return monday, monday + dt.timedelta(6)


def of_season(name: str, year: int) -> Days:
    """The days of a season that begins in the year."""
    month, day, last_month, last_day = SEASONS[name]
    return dt.date(year, month, day), dt.date(year + (last_month < month), last_month, last_day)


def nth_weekday(days: Days, weekday: int, number: int) -> Days | None:
    """The weekday (0 is Monday) that is the `number`th inside the days, -1 for the last."""
    first, last = days
    if number > 0:
        day = first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        day = last - dt.timedelta((last.weekday() - weekday) % 7)
    return (day, day) if first <= day <= last else None


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * shift) // 433
    month = (h + shift - 7 * m + 90) // 25
    return dt.date(year, month, (h + shift - 7 * m + 33 * month + 19) % 32)


def add(day: dt.date, unit: str, count: float) -> dt.date:
    """The day `count` units on; 31 January and a month is the last of February."""
    if unit in _MONTHS:
        months = day.year * 12 + day.month - 1 + round(_MONTHS[unit] * count)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if unit == "hour":
        return day + dt.timedelta(round(count / 24))
    return day + dt.timedelta(round(count * (7 if unit == "week" else 1)))


def whole(day: dt.date, unit: str) -> Days:
    """The calendar unit that holds the day; a week begins on Monday."""
    if unit == "week":
        return of_week(day)
    if unit in _YEARS:
        first = max(day.year // _YEARS[unit] * _YEARS[unit], 1)
        return dt.date(first, 1, 1), dt.date(first // 10 * 10 + _YEARS[unit] - 1, 12, 31)
    if unit in _MONTHS:
        length = _MONTHS[unit]
        return of_months(day.year, (day.month - 1) // length * length + 1, length)
    return day, day


def around(day: dt.date, unit: str, count: float = 1) -> Days:
    """The days that "two months ago" may mean: half a unit either way of the counted day.

    Of many units a tenth of the distance, since nobody counts far years to the half.
    """
    reach = max(_HALF[unit], round(abs(count) * _HALF[unit] / 5)) if unit != "day" else 0
    return day - dt.timedelta(reach), day + dt.timedelta(reach)
