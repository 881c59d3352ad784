"""Figures of the same matter: equal, nearly so, or apart.

Comparable first: the same unit and role, the same thing counted, the same day of counting.
The intervals are those of `docs/definitions.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules.comparable import (
    as_exact,
    comparable,
    counted_alike,
    meet,
    one_slot,
    said_in_one_unit,
    same_size,
    senses,
)
from tuireader.compare.judge.rules.reckoning import each_and_all, excepted, reckoned
from tuireader.compare.judge.rules.timing import counted_on_other_days
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.values import Polarity, Quantity

Figure = Facet[Quantity]

_RIGHT_BEFORE = 12  # characters between a negation and its figure: "not that of 60,000"


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each figure of A that has a rival in B."""
    summed = list(reckoned(evidence))
    for a, b, reason in summed:
        yield evidence.finding(FindingKind.QUANTITY, Relation.AGREE, a.span, b.span, reason)
    told = {id(figure.value) for a, b, _ in summed for figure in (a, b)}
    left, right = (
        [
            figure
            for figure in claim.of(Quantity)
            if id(figure.value) not in told and not excepted(claim, figure)
        ]
        for claim in (evidence.a, evidence.b)
    )
    for a, b in _matches(evidence, left, right):
        relation, reason = _judge(evidence, a, b)
        yield evidence.finding(FindingKind.QUANTITY, relation, a.span, b.span, reason)


def _matches(
    evidence: Evidence, left: list[Figure], right: list[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Comparable figures, those that agree first, each figure once.

    Where a figure of some unit agrees, the others of that unit are rivals only if both sides say
    that they count the same.
    """
    pairs = [(a, b) for a in left for b in right if comparable(evidence, a.value, b.value)]
    pairs.sort(key=lambda pair: (-_likeness(*pair), _order(evidence, *pair)))
    used: set[int] = set()
    settled: set[str] = set()
    for a, b in pairs:
        if id(a) in used or id(b) in used:
            continue
        if meet(a.value, b.value):
            settled.add(a.value.unit)
        elif _settled(evidence, settled, a, b):
            continue
        used |= {id(a), id(b)}
        yield a, b


def _settled(evidence: Evidence, settled: set[str], a: Figure, b: Figure) -> bool:
    """Whether a figure of this unit agrees already, and nothing makes rivals of these two."""
    if a.value.unit not in settled or _in_one_place(evidence, a, b):
        return False
    return not counted_alike(a.value, b.value)


def _likeness(a: Figure, b: Figure) -> float:
    """How alike two figures are: matching ones first, then those that count the same."""
    counted = len(senses(a.value) & senses(b.value))
    return 10 * meet(a.value, b.value) + 5 * (a.value.stated == b.value.stated) + counted


def _order(evidence: Evidence, a: Figure, b: Figure) -> tuple[int, int]:
    """A tie is broken by place, the same from either side."""
    at_a, at_b = a.span.start - evidence.a.span.start, b.span.start - evidence.b.span.start
    return at_a + at_b, abs(at_a - at_b)


def _judge(evidence: Evidence, a: Figure, b: Figure) -> tuple[Relation, str]:
    met = meet(a.value, b.value)
    if met and _denied(evidence.a, a) != _denied(evidence.b, b):
        return Relation.CONFLICT, "one side denies the figure"
    other_days = counted_on_other_days(evidence)
    if _in_one_place(evidence, a, b) and _stated_apart(a.value, b.value) and not other_days:
        return Relation.CONFLICT, "another figure in the same wording"
    if met or same_size(a.value, b.value):
        if as_exact(a.value, b.value) or not met:
            return Relation.AGREE, "the same figure"
        return Relation.DIVERGE, "one figure is less exact than the other"
    return _judge_apart(evidence, a.value, b.value)


def _judge_apart(evidence: Evidence, a: Quantity, b: Quantity) -> tuple[Relation, str]:
    """Figures that cannot be the same: rivals, if they count the same at the same time."""
    if counted_on_other_days(evidence):
        return Relation.DIVERGE, "counted at different times"
    if each_and_all(evidence):
        return Relation.DIVERGE, "for each on one side, in all on the other"
    if not one_slot(evidence, a, b):
        return Relation.DIVERGE, "other figures, perhaps of another scope"
    return Relation.CONFLICT, "the figures cannot both be right"


def _denied(claim: Claim, figure: Figure) -> bool:
    """Whether a negation stands right before a figure: "not the 60,000 of whom they boast"."""
    return any(
        0 <= figure.span.start - negation.span.end <= _RIGHT_BEFORE
        for negation in claim.of(Polarity)
    )


def _in_one_place(evidence: Evidence, a: Figure, b: Figure) -> bool:
    """Whether the two figures are what the sides differ in, all around being worded alike."""
    return any(
        edit.a
        and edit.b
        and a.span.overlaps(Span(edit.a[0].span.start, edit.a[-1].span.end))
        and b.span.overlaps(Span(edit.b[0].span.start, edit.b[-1].span.end))
        for edit in evidence.edits
    )


def _stated_apart(a: Quantity, b: Quantity) -> bool:
    """Whether the same kind of bound or approximation is put to another number."""
    return (
        a.exactness is b.exactness
        and a.unit == b.unit
        and a.stated != b.stated
        and said_in_one_unit(a, b)
    )
