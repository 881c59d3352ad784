"""Which part of a comparison is listed: by relation, by topic, with or without unmatched claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuireader.compare.model import Claim, Comparison, Pair, Relation, Side
from tuireader.compare.report.standing import NO_RULINGS, standing
from tuireader.compare.review.ruling import Ruling


class Selection(NamedTuple):
    """What a report lists. Counts in a summary are always those of the whole comparison.

    Attributes:
        relations: Pairs with one of these are listed: as a reviewer ruled, else as the machine
            found, also where the ruling is no relation.
        unmatched: Whether claims without a counterpart are listed.
        topic: Only pairs of this lens are listed, and no unmatched claims, which belong to none;
            "" for all.
    """

    relations: frozenset[Relation] = frozenset(Relation)
    unmatched: bool = True
    topic: str = ""

    def pairs(
        self, comparison: Comparison, rulings: Mapping[str, Ruling] = NO_RULINGS
    ) -> tuple[Pair, ...]:
        """The listed pairs, in the order of the comparison."""
        return tuple(
            pair
            for pair in comparison.pairs
            if standing(pair, rulings).relation in self.relations and self.topic in ("", pair.topic)
        )

    def only(self, comparison: Comparison, side: Side) -> tuple[Claim, ...]:
        """The listed claims of one side that have no counterpart."""
        return comparison.only(side) if self.unmatched and not self.topic else ()

    def differs(self, comparison: Comparison) -> bool:
        """Whether a listed pair diverges or conflicts: what the exit code tells."""
        return any(pair.relation is not Relation.AGREE for pair in self.pairs(comparison))

    @property
    def partial(self) -> bool:
        """Whether anything of a comparison is left out."""
        return self != Selection()


EVERYTHING = Selection()
