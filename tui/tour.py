"""The way through the pairs of a comparison: which comes next, seen from one side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.tui.linking import first_place

ANY = frozenset(Relation)
DIFFERENCES = frozenset({Relation.DIVERGE, Relation.CONFLICT})
CONFLICTS = frozenset({Relation.CONFLICT})
KINDS = {"any": ANY, "conflict": CONFLICTS, "difference": DIFFERENCES}


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
        self._topical = {side: _by_topic(stops) for side, stops in self._stops.items()}
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

    def along_topics(
        self, side: Side, place: int, current: Pair | None, *, forward: bool
    ) -> Pair | None:
        """The next or last pair on the way through one topic after the other.

        Args:
            side: Which text is read.
            place: Where to begin without a pair.
            current: From here; a pair without a topic leads to the nearest that has one.
            forward: On or back.
        """
        way = self._topical[side]
        if current and current.topic:
            number = way.index(current) + (1 if forward else -1)
            return way[number] if 0 <= number < len(way) else None
        seek = self.after if forward else self.before
        found = seek(side, place, ANY, current)
        while found and not found.topic:
            found = seek(side, place, ANY, found)
        return found


def _by_topic(stops: list[tuple[int, Pair]]) -> list[Pair]:
    """The pairs that have a topic, topics in the order of their first pairs."""
    topics: dict[str, list[Pair]] = {}
    for _, pair in stops:
        if pair.topic:
            topics.setdefault(pair.topic, []).append(pair)
    return [pair for pairs in topics.values() for pair in pairs]
