"""Dates of the same matter: the same day, or days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.rules.timing import meet
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation
from tuireader.compare.values import Bound, Moment, Polarity, Quantity

Date = Facet[Moment]

_CLOSE_WORDING = 0.5
_BEFORE_DATE = 24  # characters between "not" and "before the spring"
_OPEN = frozenset({Bound.BEFORE, Bound.AFTER, Bound.SINCE, Bound.UNTIL})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Shared dates agree; the only date of each side conflicts where the two cannot meet."""
    left, right = evidence.a.of(Moment), evidence.b.of(Moment)
    yield from _not_before(evidence)
    swapped = [(a, b) for a in left for b in right if _swapped(evidence, a, b)]
    for a, b in swapped:
        reason = "another date in the same wording"
        yield evidence.finding(FindingKind.DATE, Relation.CONFLICT, a.span, b.span, reason)
    shared = [(a, b) for a in left for b in right if meet(a.value, b.value)]
    for a, b in shared:
        yield evidence.finding(FindingKind.DATE, Relation.AGREE, a.span, b.span, "the same time")
    if shared or swapped or len(left) != 1 or len(right) != 1:
        return
    if _tallies(evidence, left[0], right[0]):
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
    if _tallies(evidence, a, b):
        return False
    return any(
        any(a.span.contains(word.span) for word in edit.a)
        and any(b.span.contains(word.span) for word in edit.b)
        for edit in evidence.edits
    )


def _tallies(evidence: Evidence, a: Date, b: Date) -> bool:
    """Whether the two date two tallies of a count that goes on, not one thing."""
    if not (a.value.bound is b.value.bound is Bound.BY):
        return False
    left, right = evidence.a.of(Quantity), evidence.b.of(Quantity)
    return bool(left and right) and {f.value.stated for f in left}.isdisjoint(
        f.value.stated for f in right
    )


def _not_before(evidence: Evidence) -> Iterator[Finding]:
    """A conflict where one side dates to a day what the other says will not come so soon."""
    if not evidence.sure and not evidence.edits:
        return
    for seen, mirrored in both_ways(evidence):
        for bound in seen.a.of(Moment):
            if bound.value.bound is not Bound.BEFORE or not _negated(seen.a, bound):
                continue
            for day in seen.b.of(Moment):
                if not _earlier(day.value, bound.value):
                    continue
                a, b = (day, bound) if mirrored else (bound, day)
                reason = "not so soon on one side"
                yield evidence.finding(FindingKind.DATE, Relation.CONFLICT, a.span, b.span, reason)


def _negated(claim: Claim, date: Date) -> bool:
    """Whether a negation stands before a date with nothing but a verb and its like between."""
    return any(
        0 <= date.span.start - negation.span.end <= _BEFORE_DATE for negation in claim.of(Polarity)
    )


def _earlier(day: Moment, bound: Moment) -> bool:
    """Whether a plain date lies wholly before the first day that a bound allows."""
    if day.bound not in (Bound.ON, Bound.BY) or day.last is None or bound.first is None:
        return False
    return day.last < bound.first


def _same_slot(evidence: Evidence) -> bool:
    """Whether the two dates date the same thing: nothing else tells the claims apart."""
    return bool(evidence.edits) or evidence.closeness >= _CLOSE_WORDING


def _apart(a: Moment, b: Moment) -> bool:
    """Whether the two cannot be the same time, whatever their bounds allow."""
    if a.zone and b.zone and a.zone != b.zone:
        return not meet(a, b)
    if a.clock and b.clock:
        return a.clock[0] > b.clock[1] or b.clock[0] > a.clock[1]
    if not (a.first and a.last and b.first and b.last) or {a.bound, b.bound} & _OPEN:
        return False
    return a.first > b.last or b.first > a.last
