"""Keeps two panes side by side at what speaks of the same matter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tuireader.compare.model import Comparison, Pair, Side

if TYPE_CHECKING:
    from tuireader.tui.widgets.pane import Pane


def first_place(comparison: Comparison, pair: Pair, side: Side) -> int:
    """Where a pair begins on one side."""
    return comparison.claim(pair.claims(side)[0]).span.start


def anchors(comparison: Comparison) -> list[tuple[int, int]]:
    """The longest chain of pairs that stand in the same order on both sides, as places.

    Pairs that cross it (a matter told early here and late there) would tear the linked scrolling.
    """
    places = sorted(
        {
            (first_place(comparison, pair, Side.A), first_place(comparison, pair, Side.B))
            for pair in comparison.pairs
        },
        key=lambda place: (place[0], -place[1]),
    )
    # Patience sorting: the last place on side B of the best chain of each length.
    ends: list[int] = []
    chain_end: list[int] = []
    before: list[int] = []
    for number, (_, b) in enumerate(places):
        length = bisect_left(ends, b)
        before.append(chain_end[length - 1] if length else -1)
        if length == len(ends):
            ends.append(b)
            chain_end.append(number)
        else:
            ends[length] = b
            chain_end[length] = number
    chain: list[tuple[int, int]] = []
    number = chain_end[-1] if chain_end else -1
    while number >= 0:
        chain.append(places[number])
        number = before[number]
    return chain[::-1]


class LinkedScroll:
    """Owns the link between two panes: whichever moves leads, the other follows in the same frame.

    Attributes:
        enabled: Whether the panes are linked.
    """

    def __init__(self, a: Pane, b: Pane) -> None:
        self.enabled = True
        self._panes = (a, b)
        self._leading = False
        self._anchors: list[tuple[int, int]] = []

    def learn(self, anchors: list[tuple[int, int]]) -> None:
        """Follow these places that belong together from now on."""
        self._anchors = anchors

    def follow(self, leader: Pane) -> None:
        """Bring the other pane to where the leader is; nothing while it is being brought."""
        if self._leading or not self.enabled:
            return
        other = self.other(leader)
        height = max(leader.size.height, 1)
        span = max(leader.index.total - height, 1)
        # The line that is matched wanders down the window, so that both ends meet both ends.
        row = leader.top + height * min(leader.top / span, 1)
        target = self._match(leader, other, row)
        share = target / max(other.index.total, 1)
        self._lead(other, target - share * other.size.height)

    def level(self, leader: Pane, place: int, counterpart: int) -> None:
        """Bring a place of the other pane level with a place of the leader."""
        other = self.other(leader)
        offset = leader.row_of(place) - leader.top
        row = other.row_of(counterpart)
        self._lead(other, row - min(max(offset, 0), max(other.size.height - 1, 0)))

    def still(self, pane: Pane, place: int, *, centre: bool) -> None:
        """Bring a place of one pane into view without moving the other."""
        before, self._leading = self._leading, True
        try:
            pane.show(place, centre=centre)
        finally:
            self._leading = before

    def put(self, pane: Pane, anchor: tuple[int, int]) -> None:
        """Show these words at the top of one pane without moving the other."""
        place, gap = anchor
        self._lead(pane, pane.row_of(place) - gap)

    def other(self, pane: Pane) -> Pane:
        """The partner of a pane."""
        return self._panes[pane is self._panes[0]]

    def _lead(self, other: Pane, top: float) -> None:
        before, self._leading = self._leading, True
        try:
            other.scroll_to_row(top)
        finally:
            self._leading = before

    def _match(self, leader: Pane, other: Pane, row: float) -> float:
        """The row of the other pane that belongs to a row of the leader, between two anchors."""
        forth = leader is self._panes[0]
        points = [(0.0, 0.0)]
        found = leader.index.row(min(int(row), leader.index.total - 1))
        place = found.start if found else 0
        after = bisect_right(self._anchors, place, key=lambda anchor: anchor[not forth])
        near = self._anchors[max(after - 1, 0) : after + 1]
        points += [
            (leader.index.guess(anchor[not forth]), other.index.guess(anchor[forth]))
            for anchor in near
        ]
        points.append((float(leader.index.total), float(other.index.total)))
        (x0, y0), (x1, y1) = (0.0, 0.0), points[-1]
        for x, y in points:
            if x <= row:
                x0, y0 = x, y
            else:
                x1, y1 = x, y
                break
        return y0 + (y1 - y0) * (row - x0) / max(x1 - x0, 1e-9)
