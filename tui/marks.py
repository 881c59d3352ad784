"""What a pane must mark in its text: claims, their relation, and the words findings rest on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Relation, Side, Span


class Mark(NamedTuple):
    """One claim as it is shown.

    Attributes:
        claim: The claim.
        pairs: The pairs that hold it, gravest first; empty for a claim without a counterpart.
        evidence: The words inside the claim that findings rest on, in order, not overlapping.
    """

    claim: Claim
    pairs: tuple[Pair, ...] = ()
    evidence: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Place of the claim."""
        return self.claim.span

    @property
    def relation(self) -> Relation | None:
        """The gravest relation of its pairs, None without a counterpart."""
        return self.pairs[0].relation if self.pairs else None

    @property
    def gravity(self) -> int:
        """-1 without a counterpart, else the relation's."""
        return self.pairs[0].relation.gravity if self.pairs else -1

    def ink(self, suffix: str = "") -> str:
        """Name of the ink that its relation is written in: "conflict-claim", "unmatched"."""
        return f"{self.relation or 'unmatched'}{suffix}"


class SideMarks:
    """The marks of one side, by place; each is made when it is asked for.

    Args:
        side: Which side.
        claims: Its claims.
        pairs: The pairs of the comparison.
    """

    def __init__(
        self, side: Side, claims: tuple[Claim, ...] = (), pairs: tuple[Pair, ...] = ()
    ) -> None:
        self._side = side
        self.claims = tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end)))
        self._pairs: dict[str, tuple[Pair, ...]] = {}
        for pair in sorted(pairs, key=lambda pair: -pair.relation.gravity):
            for identity in pair.claims(side):
                self._pairs[identity] = (*self._pairs.get(identity, ()), pair)
        self._starts = [claim.span.start for claim in self.claims]
        # Claims may overlap (a clause inside a sentence), so the reach is the furthest end so far.
        self._reach = list(accumulate((claim.span.end for claim in self.claims), max))

    @classmethod
    def of(cls, comparison: Comparison, side: Side) -> SideMarks:
        """The marks that a comparison gives one side."""
        return cls(side, comparison.claims_of(side), comparison.pairs)

    def touching(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that share a character with the range, in order."""
        first = bisect_right(self._reach, start)
        for claim in self.claims[first : bisect_right(self._starts, end - 1)]:
            if claim.span.end > start:
                yield self.mark(claim)

    def at(self, place: int) -> Mark | None:
        """The innermost mark that holds a place, or None."""
        return min(self.touching(place, place + 1), key=lambda mark: len(mark.span), default=None)

    def mark(self, claim: Claim) -> Mark:
        """The mark of one claim."""
        pairs = self.pairs(claim)
        return Mark(claim, pairs, _evidence(claim, pairs, self._side) if pairs else ())

    def pairs(self, claim: Claim) -> tuple[Pair, ...]:
        """The pairs that hold a claim, gravest first."""
        return self._pairs.get(claim.id, ())


def finding_span(finding: Finding, side: Side) -> Span:
    """Where on one side a finding rests."""
    return finding.a if side is Side.A else finding.b


def _evidence(claim: Claim, pairs: tuple[Pair, ...], side: Side) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted({finding_span(each, side) for pair in pairs for each in pair.findings}):
        start, end = max(span.start, claim.span.start), min(span.end, claim.span.end)
        # A finding about the whole claim has no words to point out.
        if start >= end or end - start >= len(claim.span) - 1:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
