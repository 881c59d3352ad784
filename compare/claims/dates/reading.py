"""What the grammar hands up: where an expression ends, its days and its time of day."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.dates.periods import Period

MIDNIGHT = 24 * 60
_HALF_DAY = MIDNIGHT // 2


class Clock(NamedTuple):
    """A time of day.

    Attributes:
        first: First minute after midnight that may be meant; 1440 is the midnight that ends a day.
        last: Last minute.
        zone: Upper case, or "".
        twelve: True where a clock of twelve hours leaves morning or evening open.
        coarse: True for a part of the day ("evening"), False for an hour.
    """

    first: int
    last: int
    zone: str = ""
    twelve: bool = False
    coarse: bool = False

    def in_part(self, part: Clock) -> Clock:
        """The half of the day that "in the evening" points to, if it was open."""
        if not self.twelve:
            return self
        middle = self.first % _HALF_DAY
        night_hours = part.first >= _HALF_DAY + 6 * 60 and middle < 5 * 60
        later = part.first >= _HALF_DAY and not night_hours
        shift = _HALF_DAY if later else 0
        width = self.last - self.first
        return self._replace(first=middle + shift, last=middle + shift + width, twelve=False)

    def minutes(self) -> tuple[int, int]:
        """First and last minute; where the half of the day is open, both halves are covered."""
        last = self.last + _HALF_DAY if self.twelve and self.last < _HALF_DAY else self.last
        first = max(0, min(self.first, MIDNIGHT))
        return first, max(first, min(last, MIDNIGHT))


# One past a time's last token, and the time.
TimeOfDay = tuple[int, Clock]


class Reading(NamedTuple):
    """An expression read: one past its last token, its days, its time; one of both is there."""

    end: int
    period: Period | None
    clock: Clock | None = None
