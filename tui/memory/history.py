"""Places one has been at, to go back to: a way back and forward, and marks with a letter."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tuireader.compare.model import Claim, Pair, Side

BOUND = 200  # places kept each way; the oldest are forgotten


class Place(NamedTuple):
    """Where one is: what both panes show, who has the keys, what is selected.

    Attributes:
        side: The side that has the keys.
        tops: The words at the top of A and of B, as `Pane.leading` tells them.
        subject: The selected pair or claim, or None.
    """

    side: Side
    tops: tuple[tuple[int, int], tuple[int, int]]
    subject: Pair | Claim | None = None


class Places(NamedTuple):
    """All places that are remembered.

    Attributes:
        behind: Those on the way back, the nearest last.
        ahead: Those on the way forward, the nearest last.
        marks: Those that have a letter.
    """

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()
    marks: Mapping[str, Place] = {}


class History:
    """The places left by jumps, as a browser keeps them."""

    def __init__(self) -> None:
        self._behind: deque[Place] = deque(maxlen=BOUND)
        self._ahead: deque[Place] = deque(maxlen=BOUND)

    def leave(self, place: Place) -> None:
        """Remember a place from which one jumps; the way forward ends here."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)

    @property
    def ways(self) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """The places behind and ahead, the nearest last."""
        return tuple(self._behind), tuple(self._ahead)

    def resume(self, behind: Iterable[Place], ahead: Iterable[Place]) -> None:
        """Put the places of an earlier reading before those of this one."""
        self._behind = deque([*behind, *self._behind], maxlen=BOUND)
        if not self._ahead:
            self._ahead.extend(ahead)

    def back(self, here: Place) -> Place | None:
        """The last place that is not `here`, which is remembered for the way forward."""
        return _go(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """The place one came back from."""
        return _go(self._ahead, self._behind, here)

    def carry(self, change: Callable[[Place], Place]) -> None:
        """Put another place in the stead of each."""
        for places in (self._behind, self._ahead):
            kept = [change(place) for place in places]
            places.clear()
            places.extend(kept)


def _go(source: deque[Place], target: deque[Place], here: Place) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None
