"""Whether two figures measure the same thing: the same unit, role, matter and slot."""

from __future__ import annotations

import math

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.lexicon.concepts import concepts_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.values import Exactness, Name, Quantity, Role

_CLOSE_WORDING = 0.5  # of the shorter claim, where nothing says what is counted
_SAME_SLOT = 0.25  # of the shorter claim, where something says what is counted
_SAME_SIZE = 0.12  # two bounds or approximations this near each other tell the same
_SAME_FACTOR = 0.05  # less than any two units of length, weight or area are apart
_LARGE = 10_000  # figures of this size are not the same by chance
_CONTRARY = (
    {Exactness.MORE_THAN, Exactness.LESS_THAN},
    {Exactness.AT_LEAST, Exactness.LESS_THAN},
    {Exactness.MORE_THAN, Exactness.UP_TO},
)
_BOUNDS = frozenset({Exactness.AT_LEAST, Exactness.MORE_THAN, Exactness.UP_TO, Exactness.LESS_THAN})
# Nouns that name the very thing a share measures, of which one event has one.
_MEASURES = frozenset(
    map(stem, "turnout inflation unemployment joblessness growth margin approval rate".split())
)
# What befell people: two figures with different fates never count the same.
_FATES = frozenset(
    sense
    for word in map(stem, ("killed", "injured", "missing", "arrested", "rescued", "infected"))
    for sense in (word, *concepts_of(word))
)


def comparable(evidence: Evidence, a: Quantity, b: Quantity) -> bool:
    """Whether the two measure the same thing."""
    if a.role != b.role:
        return False
    if a.unit != b.unit:
        return meet(a, b) and _unit_left_out(a, b)
    if a.role is Role.INCREMENT and not evidence.edits:
        return False
    counted = counted_alike(a, b)
    if counted is not None:
        return counted
    if a.unit and evidence.sure:
        return True
    close = evidence.closeness >= _CLOSE_WORDING and bool(a.unit or evidence.sure)
    return meet(a, b) or close or bool(evidence.edits)


def _unit_left_out(a: Quantity, b: Quantity) -> bool:
    """Whether one side gives a large sum without its unit: "$312 million", "312 million"."""
    bare, full = (a, b) if a.unit == "" else (b, a)
    return bare.unit == "" and full.high >= _LARGE


def counted_alike(a: Quantity, b: Quantity) -> bool | None:
    """Whether the same is counted; None where one of the two does not say."""
    if not a.counted or not b.counted:
        return None
    senses_a, senses_b = senses(a), senses(b)
    fates_a, fates_b = senses_a & _FATES, senses_b & _FATES
    if fates_a != fates_b and fates_a and fates_b:
        return False
    return not senses_a.isdisjoint(senses_b)


def senses(quantity: Quantity) -> set[str]:
    """What is counted, as stems and concepts."""
    return {sense for word in quantity.counted for sense in (word, *concepts_of(word))}


def meet(a: Quantity, b: Quantity) -> bool:
    """Whether the two intervals overlap."""
    return a.low <= b.high and b.low <= a.high


def one_slot(evidence: Evidence, a: Quantity, b: Quantity) -> bool:
    """Whether two figures that count the same kind of thing surely count the same things.

    The claims surely speak of one matter, or both tell what befell the people counted, or they are
    worded alike and not about different names.
    """
    if evidence.sure:
        return True
    names_a, names_b = (
        {evidence.key(f.value) for f in claim.of(Name)} for claim in (evidence.a, evidence.b)
    )
    if names_a and names_b and names_a.isdisjoint(names_b) and not evidence.edits:
        return False
    same_fate = bool(senses(a) & senses(b) & _FATES)
    one_measure = bool(set(a.counted) & set(b.counted) & _MEASURES)
    return same_fate or one_measure or bool(evidence.edits) or evidence.closeness >= _SAME_SLOT


def as_exact(a: Quantity, b: Quantity) -> bool:
    """Whether two figures that meet tell a reader the same."""
    both = {a.exactness, b.exactness}
    if len(both) == 1:
        return True
    # "At least twelve" leaves open what "twelve" does not.
    if both in _CONTRARY or (Exactness.AT_LEAST in both and not both <= _BOUNDS):
        return False
    if a.stated == b.stated != ():
        return True
    if Exactness.VAGUE in both:
        return False
    if _BOUNDS & both:
        return same_size(a, b)
    return True


def same_size(a: Quantity, b: Quantity) -> bool:
    """Whether two figures lie so near each other that one is the other, rounded."""
    if not a.stated or not b.stated or not {a.exactness, b.exactness} - {Exactness.EXACT}:
        return False
    left, right = _middle(a), _middle(b)
    return abs(left - right) <= _SAME_SIZE * max(abs(left), abs(right))


def said_in_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one unit were both said in it, not one in miles and one in km."""
    return math.isclose(_factor(a), _factor(b), rel_tol=_SAME_FACTOR)


def _factor(quantity: Quantity) -> float:
    """What was multiplied to convert the figure; 1 where nothing was, or where none is stated."""
    said = math.fsum(quantity.stated) / max(len(quantity.stated), 1)
    return _middle(quantity) / said if said else 1.0


def _middle(quantity: Quantity) -> float:
    """A representative value, finite also for a bound."""
    low, high = quantity.low, quantity.high
    if low == float("-inf"):
        return high
    return low if high == float("inf") else (low + high) / 2
