"""Periods made of other periods: a part, a range, a day counted from one, one inside a year."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import NamedTuple

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.distances import normal_form
from tuireader.compare.claims.dates.periods import Annual, Context, Period, Tense


class Shifted(NamedTuple):
    """ "Two days after March 3", "the eve of Christmas"."""

    inner: Period
    unit: str
    number: float

    @property
    def grain(self) -> str:
        """The unit of the distance."""
        return "day" if self.unit == "hour" else self.unit

    @property
    def relative(self) -> str:
        """The distance and what it is counted from."""
        inner = self.inner.relative
        return f"{normal_form(self.unit, self.number)}/{inner}" if inner else ""

    def resolve(self, context: Context) -> Days | None:
        """From the near edge of the inner period."""
        days = self.inner.resolve(context)
        if days is None:
            return None
        day = calendar.add(days[self.number > 0], self.unit, self.number)
        return calendar.around(day, self.unit, self.number)


def _slice(days: Days, low: float, high: float) -> Days:
    """A share of the days, at least one of them."""
    first, last = days
    length = (last - first).days + 1
    low_day = min(int(length * low), length - 1)
    high_day = max(ceil(round(length * high, 6)), low_day + 1)
    return first + dt.timedelta(low_day), first + dt.timedelta(high_day - 1)


_SHARES = {
    "early": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "start": (0, 1 / 6),
    "end": (5 / 6, 1),
    "half:1": (0, 1 / 2),
    "half:2": (1 / 2, 1),
    "quarter:1": (0, 1 / 4),
    "quarter:2": (1 / 4, 1 / 2),
    "quarter:3": (1 / 2, 3 / 4),
    "quarter:4": (3 / 4, 1),
}


class Part(NamedTuple):
    """A part of a period: early, mid, late, start, end, a half, a quarter, so far, the rest.

    Attributes:
        which: A key of the table of shares, "elapsed" ("earlier this month") or "rest".
        inner: The whole.
        exact: A deadline at the start or end is its first or last day ("by the end of May").
    """

    which: str
    inner: Period
    exact: bool = False

    @property
    def grain(self) -> str:
        """Of the whole, but "quarter" and "half" of a year."""
        name = self.which.partition(":")[0]
        return name if name in ("half", "quarter") else self.inner.grain

    @property
    def relative(self) -> str:
        """The part, then the whole."""
        inner = self.inner.relative
        return f"{self.which}/{inner}" if inner else ""

    def resolve(self, context: Context) -> Days | None:
        """The share of the whole's days; of one year whole months."""
        days = self.inner.resolve(context)
        if days is None:
            return None
        if self.which in ("elapsed", "rest"):
            return self._about_anchor(days, context.anchor)
        if self.exact and self.which in ("start", "end"):
            edge = days[self.which == "end"]
            return edge, edge
        low, high = _SHARES[self.which]
        if self.inner.grain == "year" and days[0].year == days[1].year:
            begin, close = round(12 * low), round(12 * high)
            return calendar.of_months(days[0].year, begin + 1, close - begin)
        if self.inner.grain == "decade":
            year = days[0].year
            return dt.date(year + int(10 * low), 1, 1), dt.date(year + ceil(10 * high) - 1, 12, 31)
        return _slice(days, low, high)

    def _about_anchor(self, days: Days, anchor: dt.date | None) -> Days | None:
        if anchor is None or not days[0] <= anchor <= days[1]:
            return days
        return (days[0], anchor) if self.which == "elapsed" else (anchor, days[1])


class Nth(NamedTuple):
    """ "The third Monday of February", "the first week of May", "the week of April 5".

    Attributes:
        number: 1 to 5, -1 for the last, 0 for the week that holds the inner day.
        weekday: 0 for Monday to 6, None for a week.
        inner: The whole.
    """

    number: int
    weekday: int | None
    inner: Period

    @property
    def grain(self) -> str:
        """A day or a week."""
        return "week" if self.weekday is None else "day"

    @property
    def relative(self) -> str:
        """Number, what is counted and the whole."""
        inner = self.inner.relative
        unit = "week" if self.weekday is None else f"weekday{self.weekday}"
        return f"{unit}:{self.number}/{inner}" if inner else ""

    def resolve(self, context: Context) -> Days | None:
        """The day, or seven days counted from the first or the last of the whole."""
        days = self.inner.resolve(context)
        if days is None:
            return None
        if self.weekday is not None:
            return calendar.nth_weekday(days, self.weekday, self.number)
        if self.number == 0:
            return calendar.of_week(days[0])
        if self.number < 0:
            return max(days[0], days[1] - dt.timedelta(6)), days[1]
        first = days[0] + dt.timedelta(7 * (self.number - 1))
        return (first, min(first + dt.timedelta(6), days[1])) if first <= days[1] else None


class Range(NamedTuple):
    """ "From March 3 to March 5": from the first day of one to the last day of the other."""

    begin: Period
    close: Period

    @property
    def grain(self) -> str:
        """Of the close."""
        return self.close.grain

    @property
    def relative(self) -> str:
        """Both, where either is relative."""
        begin, close = self.begin.relative, self.close.relative
        # The year of one end is as good as that of both.
        if (isinstance(self.begin, Annual) and not close) or (
            isinstance(self.close, Annual) and not begin
        ):
            return ""
        return f"{begin}..{close}" if begin or close else ""

    def resolve(self, context: Context) -> Days | None:
        """A begin that comes round every year is the latest before the close."""
        close = self.close.resolve(context)
        if isinstance(self.close, Annual) and not self.begin.relative:
            begin = self.begin.resolve(context)
            if begin is not None:
                close = self.close.resolve(Context(begin[1], Tense.FUTURE))
        if close is None:
            return None
        begin_context = context
        if isinstance(self.begin, Annual):
            begin_context = Context(close[1], Tense.PAST)
        begin = self.begin.resolve(begin_context)
        return (begin[0], close[1]) if begin else None


class InYear(NamedTuple):
    """A yearly period in a year that is itself relative: "in March of last year"."""

    annual: Annual
    year: Period

    @property
    def grain(self) -> str:
        """Of the yearly period."""
        return self.annual.grain

    @property
    def relative(self) -> str:
        """The yearly period, then the year."""
        return f"{self.annual.name}/{self.year.relative}"

    def resolve(self, context: Context) -> Days | None:
        """The occurrence in that year."""
        days = self.year.resolve(context)
        return self.annual.in_year(days[0].year) if days else None
