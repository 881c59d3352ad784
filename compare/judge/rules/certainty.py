"""How sure each side is: may against will, likely against flat assertion."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.model import Finding, FindingKind, Relation
from tuireader.compare.values import Certainty, Likelihood

_HEDGED = frozenset(
    {Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.REPORTED, Likelihood.UNLIKELY}
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """A divergence where one side hedges what the other says flatly."""
    for seen, mirrored in both_ways(evidence):
        hedges = [f for f in seen.a.of(Certainty) if f.value.likelihood in _HEDGED]
        if not hedges or any(f.value.likelihood in _HEDGED for f in seen.b.of(Certainty)):
            continue
        a, b = (seen.b.span, hedges[0].span) if mirrored else (hedges[0].span, seen.b.span)
        reason = f"{hedges[0].value.likelihood} on one side, flat on the other"
        yield evidence.finding(FindingKind.CERTAINTY, Relation.DIVERGE, a, b, reason)
