"""The way through the pairs of a comparison: which comes next, seen from one side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.tui.linking import first_place

ANY = frozenset(Relation)
DIFFERENCES = frozenset({Relation.DIVERGE, Relation.CONFLICT})
CONFLICTS = frozenset({Relation.CONFLICT})


class Tour:
    """The pairs in the reading order of each side."""

    def __init__(self, comparison: Comparison) -> None:
        self._stops: dict[Side, list[tuple[int, Pair]]] = {
            side: sorted(
                ((first_place(comparison, pair, side), pair) for pair in comparison.pairs),
                key=lambda stop: stop[0],
            )
            for side in Side
        }
        self._numbers = {
            side: {pair.id: number for number, (_, pair) in enumerate(stops, 1)}
            for side, stops in self._stops.items()
        }

    def __len__(self) -> int:
        return len(self._stops[Side.A])

    def number(self, pair: Pair, side: Side) -> int:
        """Which pair of the side this is, from 1."""
        return self._numbers[side][pair.id]

    def after(
        self,
        side: Side,
        place: int,
        relations: frozenset[Relation] = ANY,
        current: Pair | None = None,
    ) -> Pair | None:
        """The next pair of such a relation: after `current`, else from `place` on."""
        stops = self._stops[side]
        start = (
            self.number(current, side)
            if current
            else bisect_left(stops, place, key=lambda stop: stop[0])
        )
        return next(
            (pair for _, pair in islice(stops, start, None) if pair.relation in relations), None
        )

    def before(
        self,
        side: Side,
        place: int,
        relations: frozenset[Relation] = ANY,
        current: Pair | None = None,
    ) -> Pair | None:
        """The pair of such a relation before `current`, else the last that begins by `place`."""
        stops = self._stops[side]
        end = (
            self.number(current, side) - 1
            if current
            else bisect_right(stops, place, key=lambda stop: stop[0])
        )
        return next((pair for _, pair in reversed(stops[:end]) if pair.relation in relations), None)
