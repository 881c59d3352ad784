"""How far a review is and how long the rest will take."""

from __future__ import annotations

import datetime as dt
from collections import deque
from dataclasses import dataclass

PAUSE = 180.0
"""Seconds between two steps from which the reviewer was away: that time is not counted."""

_RECENT = 50  # steps that the pace is taken from


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a review stands.

    Attributes:
        decided: Pairs with a label.
        total: All pairs.
        seconds: That a decision takes, pauses left out, over the last 50; None before the second.
        worked: Seconds at work since the first event, pauses left out.
    """

    decided: int
    total: int
    seconds: float | None
    worked: float

    @property
    def left(self) -> int:
        """Pairs without a label."""
        return self.total - self.decided

    @property
    def per_hour(self) -> float | None:
        """Decisions an hour at this pace."""
        return 3600 / self.seconds if self.seconds else None

    @property
    def time_left(self) -> float | None:
        """Seconds that the rest takes at this pace; None while there is no pace."""
        return None if self.seconds is None else self.seconds * self.left


class Pace:
    """The times between steps, counted as they are made."""

    def __init__(self) -> None:
        self.worked = 0.0
        self._last: dt.datetime | None = None
        self._spent = 0.0
        self._gaps: deque[float] = deque(maxlen=_RECENT)

    def note(self, time: dt.datetime, *, decision: bool) -> None:
        """Count a step; the time of notes and flags belongs to the decision that follows them."""
        gap = (time - self._last).total_seconds() if self._last else PAUSE
        self._last = time
        away = not 0 <= gap < PAUSE
        if not away:
            self.worked += gap
            self._spent += gap
        if decision and (self._spent or not away):
            self._gaps.append(self._spent)
            self._spent = 0.0

    @property
    def seconds(self) -> float | None:
        """That a step with a decision takes on average."""
        return sum(self._gaps) / len(self._gaps) if self._gaps else None
