"""What speaks for two claims being about the same matter: one small function a feature.

Every feature is symmetric in its two claims and lies between 0 and about 1.
`docs/alignment.md` tells what each is worth.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from rapidfuzz import fuzz

from tuireader.compare.align.profiles import Profile
from tuireader.compare.values import Moment, Quantity

Feature = Callable[[Profile, Profile], float]

# A word that only shares a concept with the other side counts for less than the word itself.
_CONCEPT_SHARE = 0.7


def senses(a: Profile, b: Profile) -> float:
    """Weighted Dice in which a word also meets another word of the same concept."""
    return _ratio(_met(a, b) + _met(b, a), a.weight + b.weight)


def fields(a: Profile, b: Profile) -> float:
    """Weighted Dice of the fields of life that the words touch."""
    there = frozenset(b.fields)
    if there.isdisjoint(a.fields):
        return 0.0
    pairs = zip(a.fields, a.field_weights, strict=True)
    shared = math.fsum([weight for field, weight in pairs if field in there])
    return _ratio(2 * shared, math.fsum(a.field_weights) + math.fsum(b.field_weights))


def spelling(a: Profile, b: Profile) -> float:
    """Words in any order, by the letters they share (rapidfuzz)."""
    return fuzz.token_set_ratio(*sorted((a.folded, b.folded))) / 100


def names(a: Profile, b: Profile) -> float:
    """Weight of the names that both bear, against all they bear."""
    if a.names.keys().isdisjoint(b.names):
        return 0.0
    shared = math.fsum(weight for key, weight in a.names.items() if key in b.names)
    return _ratio(2 * shared, math.fsum(a.names.values()) + math.fsum(b.names.values()))


def strangers(a: Profile, b: Profile) -> float:
    """1 where both bear names and share none."""
    return float(bool(a.names and b.names) and a.names.keys().isdisjoint(b.names))


def figures(a: Profile, b: Profile) -> float:
    """Figures that both state alike, a telling figure more than a small one."""
    if not (a.quantities and b.quantities):
        return 0.0
    same = [
        min(_telling(left), _telling(right))
        for left in a.quantities
        for right in b.quantities
        if left.unit == right.unit and left.low <= right.high and right.low <= left.high
    ]
    return max(same, default=0.0)


def dates(a: Profile, b: Profile) -> float:
    """The share of dates that meet one of the other side, a finer date counting more."""
    if not (a.moments and b.moments):
        return 0.0
    met = [_meet(left, right) for left in a.moments for right in b.moments]
    return max(met, default=0.0)


def anachronism(a: Profile, b: Profile) -> float:
    """1 where both name days and none of them meet."""
    if not (a.moments and b.moments):
        return 0.0
    days = [
        (left, right) for left in a.moments for right in b.moments if left.first and right.first
    ]
    return float(bool(days) and all(_meet(left, right) == 0 for left, right in days))


def phase(a: Profile, b: Profile) -> float:
    """1 where a lens knows the status of its matter on both sides, whichever it is."""
    return float(any(status and b.topics.get(lens) for lens, status in a.topics.items()))


def landmark(a: Profile, b: Profile) -> float:
    """1 where both speak of the first, the second … of one kind of thing, and of one name."""
    return float(not a.landmarks.isdisjoint(b.landmarks) and not a.names.keys().isdisjoint(b.names))


def length(a: Profile, b: Profile) -> float:
    """1 for claims of equal weight, less the more they differ."""
    low, high = sorted((a.weight, b.weight))
    return _ratio(low, high)


FEATURES: Mapping[str, Feature] = {
    feature.__name__: feature
    for feature in (
        senses,
        fields,
        spelling,
        names,
        strangers,
        figures,
        dates,
        anachronism,
        phase,
        landmark,
        length,
    )
}


def _met(a: Profile, b: Profile) -> float:
    """The weight of the words of `a` that meet a word or a concept of `b`."""
    total = 0.0
    words, senses = b.words, a.senses
    concepts = b.concepts if senses else frozenset[str]()
    for word, weight in a.words.items():
        if word in words:
            total += weight
        elif word in senses and not concepts.isdisjoint(senses[word]):
            total += weight * _CONCEPT_SHARE
    return total


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0


def _telling(quantity: Quantity) -> float:
    """How unlikely it is that the figure is the same by chance: 1 for 2,500, less for 2."""
    if not quantity.stated:
        return 0.2
    digits = len(f"{max(quantity.stated):g}".replace(".", "").replace("-", "").strip("0"))
    return min(1.0, (digits + bool(quantity.unit)) / 3)


def _meet(left: Moment, right: Moment) -> float:
    """1 for a shared day or clock time, less for a shared month or year, 0 for none."""
    if left.clock and right.clock:
        if left.clock[0] <= right.clock[1] and right.clock[0] <= left.clock[1]:
            return 1.0
        return 0.0
    if not (left.first and left.last and right.first and right.last):
        return 0.8 if left.relative and left.relative == right.relative else 0.0
    if left.first > right.last or right.first > left.last:
        return 0.0
    days = max((left.last - left.first).days, (right.last - right.first).days)
    return 1.0 if days < 8 else 0.6 if days < 100 else 0.3
