"""Whether two claims speak of the same time, as the rules for figures and states need to know."""

from __future__ import annotations

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.model import Claim
from tuireader.compare.values import Moment


def counted_on_other_days(evidence: Evidence) -> bool:
    """Whether both sides date themselves, by the claim or by the document, and the days differ."""
    left, right = _days(evidence.a), _days(evidence.b)
    if left and right:
        return not any(
            a.first <= b.last and b.first <= a.last
            for a in left
            for b in right
            if a.first and a.last and b.first and b.last
        )
    return evidence.days_apart not in (None, 0)


def _days(claim: Claim) -> list[Moment]:
    """The resolved days that a claim names."""
    return [facet.value for facet in claim.of(Moment) if facet.value.first]
