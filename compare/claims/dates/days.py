"""Days by number or weekday: "July 26, 2021", "26 July", "2021-04-14", "Monday", "the 17th"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.distances import Distance
from tuireader.compare.claims.dates.numbers import ordinal
from tuireader.compare.claims.dates.parts import Nth
from tuireader.compare.claims.dates.periods import Annual, DayOfMonth, Fixed, Shift, Weekly
from tuireader.compare.claims.dates.reading import Reading
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import (
    ALL_MONTHS,
    DASHES,
    DOUBTFUL_MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from tuireader.compare.claims.dates.years import completed

# Weekdays inside a fixed name are no days of the week.
_NAMED_WEEKDAY = frozenset(
    {"black", "bloody", "super", "cyber", "every", "each", "most", "many", "a"}
)
_BEFORE_DAY = frozenset({"on", "by", "until", "till", "before", "since", "from", "after"})
_AFTER_DAY = frozenset({"at", "and", "when", "in", "as", "the", "to"})
_PAPERS = frozenset({"times", "telegraph", "mirror", "mail", "express", "herald"})


def _day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day of the month as "6", "6th" or "sixth"."""
    word = tokens.words[index]
    if len(word) <= 2 and word.isascii() and word.isdigit() and 1 <= int(word) <= 31:
        return index + 1, int(word)
    found = ordinal(tokens, index)
    return found if found and 1 <= found[1] <= 31 else None


def month_beside(tokens: Tokens, index: int) -> int | None:
    """A month's number beside a day or a year; doubtful names need their capital."""
    word = tokens.words[index]
    month = ALL_MONTHS.get(word)
    if month is None or ((word in DOUBTFUL_MONTHS or len(word) < 5) and not tokens.capital(index)):
        return None
    return month


def _in_year(month: int, first: int, last: int) -> Callable[[int], Days | None]:
    def days(year: int) -> Days | None:
        """The stretch in a year; None where the month is shorter."""
        _, end = calendar.of_months(year, month)
        if last > end.day:
            return None
        return dt.date(year, month, first), dt.date(year, month, last)

    return days


def _annual(month: int, first: int, last: int) -> Annual | None:
    """The days of a month as a yearly period; None where the month is too short."""
    days = _in_year(month, first, last)
    if days(2000) is None:
        return None
    tail = f"-{last:02}" if last != first else ""
    return Annual(f"calendar:{month:02}-{first:02}{tail}", "day", days)


def _second_day(
    tokens: Tokens, index: int, first: int, joiners: tuple[str, ...]
) -> tuple[int, int]:
    """The later day of "3-5" or "3 to 5", or the first again."""
    if tokens.words[index] in DASHES or tokens.words[index] in joiners:
        found = _day_number(tokens, index + 1)
        if found and found[1] > first and month_beside(tokens, found[0]) is None:
            return found
    return index, first


def month_day(tokens: Tokens, index: int) -> Reading | None:
    """ "July 26, 2021", "Sept. 11", "March 3-5", "July the fourth"."""
    month = month_beside(tokens, index)
    if month is None:
        return None
    at = index + 1 + (tokens.words[index + 1] == "the")
    day = _day_number(tokens, at)
    if day is None:
        return None
    between = ("and",) if tokens.before(index) == "between" else ()
    end, last = _second_day(tokens, day[0], day[1], ("to", "through", *between))
    annual = _annual(month, day[1], last)
    if annual is None:
        return None
    if tokens.words[end] in ("of", "in"):
        return Reading(end, annual)
    dated = completed(tokens, end, annual)
    # "In April 12 people died" is a month and a count, unless a year follows.
    return None if tokens.before(index) == "in" and dated.end == end else dated


def day_month(tokens: Tokens, index: int) -> Reading | None:
    """ "26 July 2021", "the fifteenth of June", "3-5 March", "3 and 5 March" after "between"."""
    day = _day_number(tokens, index)
    if day is None:
        return None
    end, last = day
    joiners = ("to", "and") if tokens.before(index) in ("between", "from") else ("to",)
    if tokens.words[end] in DASHES or tokens.words[end] in joiners:
        second = _day_number(tokens, end + 1)
        if second and second[1] > day[1]:
            end, last = second
    end += tokens.words[end] == "of"
    month = month_beside(tokens, end)
    if month is None:
        return None
    annual = _annual(month, day[1], last)
    return completed(tokens, end + 1, annual) if annual else None


def numeric_date(tokens: Tokens, index: int) -> Reading | None:
    """ "2021-04-14", "14/04/2021"; where day and month could change places, both are covered."""
    word = tokens.words[index]
    if len(word) < 8 or not word[0].isdigit():
        return None
    parts = word.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    orders = [numbers]
    if len(parts[0]) != 4:
        day, month, year = numbers
        orders = [[year, month, day]] + ([[year, day, month]] if "." not in word else [])
    dates = sorted(_valid(orders))
    return Reading(index + 1, Fixed(dates[0], dates[-1])) if dates else None


def _valid(orders: list[list[int]]) -> list[dt.date]:
    dates = []
    for year, month, day in orders:
        if 1 <= month <= 12 and 1 <= day <= 31 and year >= 1:
            last = calendar.of_months(year, month)[1]
            dates.extend([last.replace(day=day)] if day <= last.day else [])
    return dates


def weekday_number(tokens: Tokens, index: int) -> int | None:
    """A weekday in full, or abbreviated with a full stop beside a number or a month."""
    word = tokens.words[index]
    if word in WEEKDAYS:
        return WEEKDAYS[word] if tokens.capital(index) else None
    if word not in WEEKDAY_ABBREVIATIONS or not tokens.capital(index):
        return None
    after = index + 1 + (tokens.words[index + 1] == ",")
    beside = tokens.words[after][:1].isdigit() or tokens.words[after] in ALL_MONTHS
    return WEEKDAY_ABBREVIATIONS[word] if beside else None


def weekday(tokens: Tokens, index: int, shift: Shift | None = None) -> Reading | None:
    """ "Monday", "Monday, July 26"."""
    number = weekday_number(tokens, index)
    if number is None:
        return None
    if shift is None and tokens.before(index) in _NAMED_WEEKDAY:
        return None
    following = tokens.words[index + 1]
    if following == "prayers" or (following in _PAPERS and tokens.capital(index + 1)):
        return None
    after = index + 1 + (tokens.words[index + 1] == ",")
    after += tokens.words[after] == "the"
    day = month_day(tokens, after) or day_month(tokens, after) or numeric_date(tokens, after)
    if day is None:
        bare = Reading(index + 1, Weekly(WEEKDAY_NAMES[number], number, shift=shift))
        return _in_week(tokens, index + 1, number) or bare
    if isinstance(day.period, Annual):
        annual = day.period
        return Reading(day.end, Annual(annual.name, "day", annual.in_year, weekday=number))
    return day


def _in_week(tokens: Tokens, index: int, number: int) -> Reading | None:
    """The weekday of a week that follows it: "(Tuesday) of last week", "(Friday) next week"."""
    at = index + (tokens.words[index] == "of")
    step = {"last": -1, "this": 0, "next": 1}.get(tokens.words[at])
    if step is None or tokens.words[at + 1] != "week":
        return None
    return Reading(at + 2, Nth(1, number, Distance("week", step, calendric=True)))


def day_of_month(tokens: Tokens, index: int) -> Reading | None:
    """ "(On) the 17th", "the ninth of next month": `index` is at the number, after the article."""
    number = ordinal(tokens, index)
    if number is None or not 1 <= number[1] <= 31:
        return None
    end, day = number
    following = tokens.words[end]
    if following == "of":
        return _of_month(tokens, end + 1, day)
    closed = not following.isalpha() or following in _AFTER_DAY
    led = tokens.before(index, 2) in _BEFORE_DAY and tokens.words[index][0].isdigit()
    return Reading(end, DayOfMonth(day)) if led and closed and following not in DASHES else None


def _of_month(tokens: Tokens, index: int, day: int) -> Reading | None:
    """The month of "the ninth of next month"; "of the month" leaves open which."""
    words = tokens.words
    if words[index : index + 2] == ("the", "month"):
        return Reading(index + 2, DayOfMonth(day))
    at = index + (words[index] == "the")
    step = {"next": 1, "this": 0, "last": -1, "coming": 1}.get(words[at])
    if step is None or words[at + 1] != "month":
        return None
    return Reading(at + 2, DayOfMonth(day, step))
