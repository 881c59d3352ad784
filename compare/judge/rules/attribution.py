"""Who says it: a claim that one side keeps at a distance and the other makes its own."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.model import Finding, FindingKind, Relation
from tuireader.compare.values import Attribution, Mode


def find(evidence: Evidence) -> Iterator[Finding]:
    """A divergence where one side only reports as claimed what the other asserts itself.

    Routine attribution ("police said") against none is no finding.
    """
    for seen, mirrored in both_ways(evidence):
        claimed = [f for f in seen.a.of(Attribution) if f.value.mode is Mode.CLAIMED]
        if not claimed or seen.b.of(Attribution):
            continue
        a, b = (seen.b.span, claimed[0].span) if mirrored else (claimed[0].span, seen.b.span)
        yield evidence.finding(
            FindingKind.ATTRIBUTION,
            Relation.DIVERGE,
            a,
            b,
            "claimed on one side, asserted on the other",
        )
