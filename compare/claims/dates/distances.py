"""Periods that are counted from the anchor, or from the date named before."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.periods import Context, Tense


def normal_form(unit: str, count: float) -> str:
    """Unit and count so that 14 days are 2 weeks, 18 months a year and a half."""
    if unit == "hour" and count % 24 == 0:
        unit, count = "day", count / 24
    if unit == "day" and count and count % 7 == 0:
        unit, count = "week", count / 7
    if unit == "month" and count and count % 12 == 0:
        unit, count = "year", count / 12
    if count % 1 and unit == "year":
        unit, count = "month", count * 12
    return f"{unit}:{count:g}"


class Distance(NamedTuple):
    """So many units from the anchor.

    Attributes:
        unit: Of the calendar.
        number: Negative for the past.
        calendric: True for "last week" (the whole week), False for "a week ago".
        ahead: Holds only in a clause that looks ahead: "in three months".
        exact: True for a deadline: "within 30 days".
    """

    unit: str
    number: float
    calendric: bool = False
    ahead: bool = False
    exact: bool = False

    @property
    def grain(self) -> str:
        """The unit."""
        return "day" if self.unit == "hour" else self.unit

    @property
    def relative(self) -> str:
        """As "month:3"."""
        return normal_form(self.unit, self.number)

    def resolve(self, context: Context) -> Days | None:
        """The calendar unit, or the counted day with its blur."""
        if context.anchor is None or (self.ahead and context.tense is not Tense.FUTURE):
            return None
        day = calendar.add(context.anchor, self.unit, self.number)
        if self.exact:
            return day, day
        if self.calendric:
            return calendar.whole(day, self.unit)
        first, last = calendar.around(day, self.unit, self.number)
        return (first, min(last, context.anchor)) if self.number < 0 else (first, last)


# How many units "a few days ago" or "weeks ago" may be.
_FEW = {"hour": (0, 24), "day": (2, 6), "week": (2, 8), "month": (2, 11), "year": (2, 30)}


class Vague(NamedTuple):
    """ "A few days ago", "weeks ago", "in the coming months"."""

    unit: str
    sign: int

    @property
    def grain(self) -> str:
        """The unit."""
        return self.unit

    @property
    def relative(self) -> str:
        """As "day:-few"."""
        return f"{self.unit}:{'-' if self.sign < 0 else ''}few"

    def resolve(self, context: Context) -> Days | None:
        """The widest that the words allow."""
        if context.anchor is None:
            return None
        near, far = (
            calendar.add(context.anchor, self.unit, self.sign * count) for count in _FEW[self.unit]
        )
        return (far, near) if self.sign < 0 else (near, far)


class Stretch(NamedTuple):
    """ "The past two years" (negative), "the next three weeks": up to the anchor or on from it."""

    unit: str
    number: float

    @property
    def grain(self) -> str:
        """The unit."""
        return "day" if self.unit == "hour" else self.unit

    @property
    def relative(self) -> str:
        """As "past:year:2"."""
        side = "past" if self.number < 0 else "coming"
        return f"{side}:{normal_form(self.unit, abs(self.number))}"

    def resolve(self, context: Context) -> Days | None:
        """All days between."""
        if context.anchor is None:
            return None
        far = calendar.add(context.anchor, self.unit, self.number)
        return (far, context.anchor) if self.number < 0 else (context.anchor, far)


class Then(NamedTuple):
    """ "A week earlier", "the following day": counted from the date named before.

    Without such a date, a year or month earlier is counted from the anchor, as figures are
    ("up 5% from a year earlier"); the rest stays unresolved.
    """

    unit: str
    number: float

    @property
    def grain(self) -> str:
        """The unit."""
        return "day" if self.unit == "hour" else self.unit

    @property
    def _from_anchor(self) -> bool:
        return self.number < 0 and self.unit in ("month", "year")

    @property
    def relative(self) -> str:
        """As "then:day:1"; a year earlier is "year:-1", the same as a year ago."""
        form = normal_form(self.unit, self.number)
        return form if self._from_anchor else f"then:{form}"

    def resolve(self, context: Context) -> Days | None:
        """Counted from the prior date."""
        if context.prior is None:
            if not self._from_anchor or context.anchor is None:
                return None
            day = calendar.add(context.anchor, self.unit, self.number)
            return calendar.around(day, self.unit, self.number)
        base = context.prior[self.number > 0]
        if self.number == 0:
            return calendar.whole(base, self.unit) if self.unit != "day" else context.prior
        return calendar.around(calendar.add(base, self.unit, self.number), self.unit, self.number)
