"""Figures of the same matter: equal, nearly so, or apart.

Comparable first: the same unit and role, the same thing counted, the same day of counting.
The intervals are those of `docs/definitions.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules import timing
from tuireader.compare.lexicon.concepts import concepts_of
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.values import Exactness, Name, Polarity, Quantity, Role

Figure = Facet[Quantity]

_CLOSE_WORDING = 0.5  # of the shorter claim, where nothing says what is counted
_SAME_SIZE = 0.12  # two bounds or approximations this near each other tell the same
_SURE = 0.6  # of the alignment
_SAME_SLOT = 0.25  # of the shorter claim, where something says what is counted
_RIGHT_BEFORE = 12  # characters between a negation and its figure: "not that of 60,000"
_LARGE = 10_000  # figures of this size are not the same by chance
_LOOSE = frozenset({Exactness.VAGUE})
_BOUNDS = frozenset({Exactness.AT_LEAST, Exactness.MORE_THAN, Exactness.UP_TO, Exactness.LESS_THAN})


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each figure of A that has a rival in B."""
    left, right = list(evidence.a.of(Quantity)), list(evidence.b.of(Quantity))
    for a, b in _matches(evidence, left, right):
        relation, reason = _judge(evidence, a, b)
        yield evidence.finding(FindingKind.QUANTITY, relation, a.span, b.span, reason)


def _matches(
    evidence: Evidence, left: list[Figure], right: list[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Comparable figures, those that agree first, each figure once."""
    pairs = [(a, b) for a in left for b in right if _comparable(evidence, a.value, b.value)]
    pairs.sort(key=lambda pair: (-_likeness(*pair), _order(evidence, *pair)))
    used: set[int] = set()
    for a, b in pairs:
        if id(a) in used or id(b) in used:
            continue
        used |= {id(a), id(b)}
        yield a, b


def _comparable(evidence: Evidence, a: Quantity, b: Quantity) -> bool:
    """Whether the two measure the same thing."""
    if a.role != b.role:
        return False
    if a.unit != b.unit:
        return _meet(a, b) and _unit_left_out(a, b)
    if a.role is Role.INCREMENT and not evidence.edits:
        return False
    counted = _counted_alike(a, b)
    if counted is not None:
        return counted
    return _meet(a, b) or evidence.closeness >= _CLOSE_WORDING or bool(evidence.edits)


def _unit_left_out(a: Quantity, b: Quantity) -> bool:
    """Whether one side gives a large sum without its unit: "$312 million", "312 million"."""
    bare, full = (a, b) if a.unit == "" else (b, a)
    return bare.unit == "" and full.high >= _LARGE


def _counted_alike(a: Quantity, b: Quantity) -> bool | None:
    """Whether the same is counted; None where one of the two does not say."""
    if not a.counted or not b.counted:
        return None
    senses_a, senses_b = _senses(a), _senses(b)
    fates_a, fates_b = senses_a & _FATES, senses_b & _FATES
    if fates_a != fates_b and fates_a and fates_b:
        return False
    return not senses_a.isdisjoint(senses_b)


def _senses(quantity: Quantity) -> set[str]:
    return {sense for word in quantity.counted for sense in (word, *concepts_of(word))}


# What befell people: two figures with different fates never count the same.
_FATES = frozenset(
    sense
    for word in ("kill", "injure", "missing", "arrest", "rescue", "displace", "infect")
    for sense in (word, *concepts_of(word))
)


def _meet(a: Quantity, b: Quantity) -> bool:
    return a.low <= b.high and b.low <= a.high


def _likeness(a: Figure, b: Figure) -> float:
    """How alike two figures are: matching ones first, then those that count the same."""
    counted = len(_senses(a.value) & _senses(b.value))
    return 10 * _meet(a.value, b.value) + 5 * (a.value.stated == b.value.stated) + counted


def _order(evidence: Evidence, a: Figure, b: Figure) -> tuple[int, int]:
    """A tie is broken by place, the same from either side."""
    at_a, at_b = a.span.start - evidence.a.span.start, b.span.start - evidence.b.span.start
    return at_a + at_b, abs(at_a - at_b)


def _judge(evidence: Evidence, a: Figure, b: Figure) -> tuple[Relation, str]:
    if _meet(a.value, b.value) and _denied(evidence.a, a) != _denied(evidence.b, b):
        return Relation.CONFLICT, "one side denies the figure"
    if _in_one_place(evidence, a, b) and _stated_apart(a.value, b.value):
        return Relation.CONFLICT, "another figure in the same wording"
    if _meet(a.value, b.value) and not _as_exact(a.value, b.value):
        return Relation.DIVERGE, "one figure is less exact than the other"
    if _meet(a.value, b.value) or _same_size(a.value, b.value):
        return Relation.AGREE, "the same figure"
    if timing.counted_on_other_days(evidence):
        return Relation.DIVERGE, "counted at different times"
    if not _one_slot(evidence, a.value, b.value):
        return Relation.DIVERGE, "other figures, perhaps of another scope"
    return Relation.CONFLICT, "the figures cannot both be right"


def _one_slot(evidence: Evidence, a: Quantity, b: Quantity) -> bool:
    """Whether two figures that count the same kind of thing surely count the same things.

    The claims surely speak of one matter, or both tell what befell the people counted, or they are
    worded alike and not about different names.
    """
    if evidence.score >= _SURE:
        return True
    names_a, names_b = (
        {evidence.key(f.value) for f in claim.of(Name)} for claim in (evidence.a, evidence.b)
    )
    if names_a and names_b and names_a.isdisjoint(names_b) and not evidence.edits:
        return False
    same_fate = bool(_senses(a) & _senses(b) & _FATES)
    return same_fate or bool(evidence.edits) or evidence.closeness >= _SAME_SLOT


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
    return a.exactness is b.exactness and a.unit == b.unit and a.stated != b.stated


def _as_exact(a: Quantity, b: Quantity) -> bool:
    """Whether two figures that meet tell a reader the same."""
    if a.exactness is b.exactness or a.stated == b.stated != ():
        return True
    if _LOOSE & {a.exactness, b.exactness}:
        return False
    if _BOUNDS & {a.exactness, b.exactness}:
        return _same_size(a, b)
    return True


def _same_size(a: Quantity, b: Quantity) -> bool:
    """Whether two figures lie so near each other that one is the other, rounded."""
    if not a.stated or not b.stated or not {a.exactness, b.exactness} - {Exactness.EXACT}:
        return False
    left, right = _middle(a), _middle(b)
    return abs(left - right) <= _SAME_SIZE * max(abs(left), abs(right))


def _middle(quantity: Quantity) -> float:
    """A representative value, finite also for a bound."""
    low, high = quantity.low, quantity.high
    if low == float("-inf"):
        return high
    return low if high == float("inf") else (low + high) / 2
