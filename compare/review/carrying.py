"""Which claims of a changed text are those of the old one, by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tuireader.compare.model import Claim
from tuireader.compare.values import Attribution, Certainty, Name, Polarity, Status, Value

ALIKE = 90.0
"""Likeness from which two claims may be one that was reworded: rapidfuzz's `ratio`, 0 to 100.

At 90 one letter in ten may have come or gone: a mended typing error, another title before a name.
"""


@dataclass(frozen=True, slots=True)
class Matching:
    """Where the claims of an old text are in a new one.

    Attributes:
        same: Id of an old claim -> id of the new one with exactly its words.
        reworded: Id of an old claim -> id of the one new claim that is nearly its words, at the
            same place among its neighbours, and says the same by all its facets.
    """

    same: Mapping[str, str]
    reworded: Mapping[str, str]

    def find(self, identities: Sequence[str]) -> tuple[str, ...] | None:
        """The new ids of these claims; None if one is gone."""
        found = [self.same.get(key) or self.reworded.get(key) for key in identities]
        return tuple(key for key in found if key) if all(found) else None


def match(old: Sequence[Claim], new: Sequence[Claim]) -> Matching:
    """Find the claims of one side again, in reading order of both texts."""
    same = _same(old, new)
    return Matching(same, _reworded(old, new, same))


def _same(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    """Equal words in equal order first; then what has moved, where there is only one of it."""
    before, after = [_words(claim) for claim in old], [_words(claim) for claim in new]
    found = {
        old[block.a + step].id: new[block.b + step].id
        for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    once = {words for words, count in Counter(before).items() if count == 1}
    once &= {words for words, count in Counter(after).items() if count == 1}
    places = {words: claim.id for words, claim in zip(after, new, strict=True)}
    for words, claim in zip(before, old, strict=True):
        if words in once:
            found.setdefault(claim.id, places[words])
    return found


def _reworded(
    old: Sequence[Claim], new: Sequence[Claim], same: Mapping[str, str]
) -> dict[str, str]:
    taken = {*same.values()}
    free = [(place, claim) for place, claim in enumerate(new) if claim.id not in taken]
    lost = [(place, claim) for place, claim in enumerate(old) if claim.id not in same]
    like: dict[int, list[int]] = {
        place: [
            other
            for other, candidate in free
            if fuzz.ratio(_words(claim), _words(candidate), score_cutoff=ALIKE)
        ]
        for place, claim in lost
    }
    wanted = Counter(other for others in like.values() for other in others)
    places = {claim.id: place for place, claim in enumerate(new)}
    anchors = [places[same[claim.id]] if claim.id in same else None for claim in old]
    found: dict[str, str] = {}
    for place, claim in lost:
        if len(like[place]) != 1 or wanted[like[place][0]] != 1:
            continue
        (other,) = like[place]
        if _between(anchors, place, other) and _facts(claim) == _facts(new[other]):
            found[claim.id] = new[other].id
            anchors[place] = other
    return found


def _between(anchors: Sequence[int | None], place: int, other: int) -> bool:
    """Whether a new place lies between those of the nearest old neighbours that were found."""
    before = next((at for at in reversed(anchors[:place]) if at is not None), -1)
    behind = next((at for at in anchors[place + 1 :] if at is not None), None)
    return before < other and (behind is None or other < behind)


def _words(claim: Claim) -> str:
    return " ".join(claim.text.split())


def _facts(claim: Claim) -> list[object]:
    """What may not change in a claim for a ruling on it to stand, without the words for it."""
    return [_fact(facet.value) for facet in claim.facets]


def _fact(value: Value) -> object:
    match value:
        case Polarity():
            return value.kind, value.stance
        case Certainty():
            return value.kind, value.likelihood
        case Status():
            return value.kind, value.phase
        case Attribution():
            return value.kind, value.source
        case Name():
            return value.kind, value.key
        case _:
            return value
