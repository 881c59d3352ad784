"""Dates of the same matter: the same day, or days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules.timing import meet
from tuireader.compare.model import Facet, Finding, FindingKind, Relation
from tuireader.compare.values import Bound, Moment

Date = Facet[Moment]

_CLOSE_WORDING = 0.5
_OPEN = frozenset({Bound.BEFORE, Bound.AFTER, Bound.SINCE, Bound.UNTIL})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Shared dates agree; the only date of each side conflicts where the two cannot meet."""
    left, right = evidence.a.of(Moment), evidence.b.of(Moment)
    swapped = [(a, b) for a in left for b in right if _swapped(evidence, a, b)]
    for a, b in swapped:
        reason = "another date in the same wording"
        yield evidence.finding(FindingKind.DATE, Relation.CONFLICT, a.span, b.span, reason)
    shared = [(a, b) for a in left for b in right if meet(a.value, b.value)]
    for a, b in shared:
        yield evidence.finding(FindingKind.DATE, Relation.AGREE, a.span, b.span, "the same time")
    if shared or swapped or len(left) != 1 or len(right) != 1:
        return
    if _apart(left[0].value, right[0].value) and _same_slot(evidence):
        reason = "the dates cannot both be right"
        yield evidence.finding(
            FindingKind.DATE, Relation.CONFLICT, left[0].span, right[0].span, reason
        )


def _swapped(evidence: Evidence, a: Date, b: Date) -> bool:
    """Whether the sides differ just in these two dates, of one grain, that are not the same."""
    if a.value.grain != b.value.grain or meet(a.value, b.value):
        return False
    return any(
        any(a.span.contains(word.span) for word in edit.a)
        and any(b.span.contains(word.span) for word in edit.b)
        for edit in evidence.edits
    )


def _same_slot(evidence: Evidence) -> bool:
    """Whether the two dates date the same thing: nothing else tells the claims apart."""
    return bool(evidence.edits) or evidence.closeness >= _CLOSE_WORDING


def _apart(a: Moment, b: Moment) -> bool:
    """Whether the two cannot be the same time, whatever their bounds allow."""
    if a.zone and b.zone and a.zone != b.zone:
        return False
    if a.clock and b.clock:
        return a.clock[0] > b.clock[1] or b.clock[0] > a.clock[1]
    if not (a.first and a.last and b.first and b.last) or {a.bound, b.bound} & _OPEN:
        return False
    return a.first > b.last or b.first > a.last
