"""What a date expression means before it is known which day the text starts from.

Every period has a `grain`, a `relative` normal form ("" if it needs no anchor) and a `resolve`
that gives its days, or None where the context lacks what it needs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple, Protocol

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days


class Tense(Enum):
    """Where the clause looks; decides which Monday or which July is meant."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


class Shift(Enum):
    """The word before a name that comes round again: last, this or next Monday."""

    LAST = -1
    THIS = 0
    NEXT = 1


class Context(NamedTuple):
    """What an expression is resolved against.

    Attributes:
        anchor: The day the text was written; None if unknown.
        tense: Of the clause.
        prior: The days of the date named before in the same stretch, for "a week earlier".
    """

    anchor: dt.date | None
    tense: Tense = Tense.OPEN
    prior: Days | None = None


class Period(Protocol):
    """An expression that stands for days."""

    @property
    def grain(self) -> str:
        """What was named: "day", "week", "month", ..."""

    @property
    def relative(self) -> str:
        """Normal form, or ""."""

    def resolve(self, context: Context) -> Days | None:
        """The first and last day; may raise where the calendar ends."""


def resolve(period: Period, context: Context) -> Days | None:
    """The days of a period; None too where they fall outside the years 1 to 9999."""
    try:
        days = period.resolve(context)
    except (OverflowError, ValueError):
        return None
    return days if days is not None and days[0] <= days[1] else None


class Fixed(NamedTuple):
    """Days that the text names in full."""

    first: dt.date
    last: dt.date
    grain: str = "day"

    @property
    def relative(self) -> str:
        """Nothing here is relative."""
        return ""

    def resolve(self, context: Context) -> Days:  # noqa: ARG002 - the same in every context
        """The days as named."""
        return self.first, self.last


def choose(
    candidates: list[Days], anchor: dt.date, tense: Tense, shift: Shift | None
) -> Days | None:
    """Of days that come round again, in order, the ones that are meant.

    "Last" has ended before the anchor and "next" begins after it; without either word the past
    tense takes the latest that has begun, the future the earliest that has not ended, and
    an open tense the nearest, where days to come count half as much again: news looks back.
    """
    if shift is Shift.LAST:
        ended = [days for days in candidates if days[1] < anchor]
        return ended[-1] if ended else None
    if shift is Shift.NEXT:
        return next((days for days in candidates if days[0] > anchor), None)
    if tense is Tense.PAST:
        begun = [days for days in candidates if days[0] <= anchor]
        return begun[-1] if begun else None
    if tense is Tense.FUTURE:
        return next((days for days in candidates if days[1] >= anchor), None)

    def distance(days: Days) -> float:
        return max((days[0] - anchor).days * 1.5, (anchor - days[1]).days, 0)

    return min(candidates, key=distance, default=None)


class Annual(NamedTuple):
    """Days that come round every year: a month, July 26, spring, the third quarter, Christmas.

    Attributes:
        name: Tail of the normal form.
        grain: What was named.
        in_year: The days in a year; None in a year that has none (29 February).
        shift: Of "last August".
        weekday: Of "Monday, July 26", where it helps to find the year.
    """

    name: str
    grain: str
    in_year: Callable[[int], Days | None]
    shift: Shift | None = None
    weekday: int | None = None

    @property
    def relative(self) -> str:
        """The name, with its shift."""
        return f"{self.name}:{self.shift.name.lower()}" if self.shift else self.name

    def fixed(self, year: int) -> Fixed | None:
        """The same in a year that the text names."""
        try:
            days = self.in_year(year)
        except ValueError:
            return None
        return Fixed(*days, self.grain) if days else None

    def candidates(self, anchor: dt.date) -> list[Days]:
        """The days in the years about the anchor, in order."""
        reach = 2 if self.weekday is None else 3
        years = range(max(anchor.year - reach, 1), min(anchor.year + reach, 9998) + 1)
        found = [days for days in map(self.in_year, years) if days]
        if not found:
            wider = range(max(anchor.year - 8, 1), min(anchor.year + 8, 9998) + 1)
            found = [days for days in map(self.in_year, wider) if days]
        fitting = [days for days in found if days[0].weekday() == self.weekday]
        return fitting or found

    def resolve(self, context: Context) -> Days | None:
        """The occurrence that the tense and the anchor point to."""
        if context.anchor is None:
            return None
        candidates = self.candidates(context.anchor)
        if self.shift is Shift.THIS:
            return self.in_year(context.anchor.year)
        return choose(candidates, context.anchor, context.tense, self.shift)


class Weekly(NamedTuple):
    """A weekday or the weekend. Without a cue it lies in the past: so news speaks of the week."""

    name: str
    weekday: int
    length: int = 1
    shift: Shift | None = None

    @property
    def grain(self) -> str:
        """A weekend is coarser than a day."""
        return "day" if self.length == 1 else "weekend"

    @property
    def relative(self) -> str:
        """ "Last Monday" is as a rule the bare Monday of a report."""
        ahead = self.shift is Shift.NEXT
        return f"weekday:{self.name}:next" if ahead else f"weekday:{self.name}"

    def resolve(self, context: Context) -> Days | None:
        """The occurrence that the tense and the anchor point to."""
        anchor = context.anchor
        if anchor is None:
            return None
        base = anchor - dt.timedelta((anchor.weekday() - self.weekday) % 7)
        starts = (base + dt.timedelta(7 * step) for step in (-1, 0, 1))
        candidates = [(start, start + dt.timedelta(self.length - 1)) for start in starts]
        tense = context.tense
        if self.shift is Shift.THIS:
            monday, sunday = calendar.of_week(anchor)
            return next((days for days in candidates if monday <= days[0] <= sunday), None)
        return choose(candidates, anchor, Tense.PAST if tense is Tense.OPEN else tense, self.shift)


class DayOfMonth(NamedTuple):
    """ "The 17th", or with `months` "the ninth of next month" (1), "of this month" (0)."""

    day: int
    months: int | None = None

    @property
    def grain(self) -> str:
        """Always a day."""
        return "day"

    @property
    def relative(self) -> str:
        """The number, and the month where it is named."""
        tail = "" if self.months is None else f":month:{self.months}"
        return f"monthday:{self.day}{tail}"

    def _in_months(self, anchor: dt.date, steps: tuple[int, ...]) -> Iterator[Days]:
        for step in steps:
            month = calendar.add(anchor.replace(day=1), "month", step)
            if self.day <= calendar.whole(month, "month")[1].day:
                day = month.replace(day=self.day)
                yield day, day

    def resolve(self, context: Context) -> Days | None:
        """The nearest in the direction of the tense."""
        if context.anchor is None:
            return None
        if self.months is not None:
            return next(self._in_months(context.anchor, (self.months,)), None)
        candidates = list(self._in_months(context.anchor, (-2, -1, 0, 1, 2)))
        return choose(candidates, context.anchor, context.tense, None)
