"""How a vote went: unanimous on one side, with votes against on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Quantity, Role

_AS_ONE = compiled(
    r"\b(?:unanimous(?:ly)?|without (?:a )?dissent|with no votes? against)\b", re.IGNORECASE
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """A conflict where one side has all agree and the other counts votes against."""
    for seen, mirrored in both_ways(evidence):
        match, split = _AS_ONE.search(seen.a.text), _split(seen.b)
        if match is None or split is None:
            continue
        start = seen.a.span.start
        here = Span(start + match.start(), start + match.end())
        a, b = (split, here) if mirrored else (here, split)
        reason = "unanimous on one side, with votes against on the other"
        yield evidence.finding(FindingKind.QUANTITY, Relation.CONFLICT, a, b, reason)


def _split(claim: Claim) -> Span | None:
    """The place of "six to three", where the fewer votes are some."""
    votes = [f for f in claim.of(Quantity) if f.value.role is Role.SCORE and f.value.counted]
    for one, other in pairwise(votes):
        if min(one.value.low, other.value.low) > 0:
            return Span(one.span.start, other.span.end)
    return None
