"""What the claims of long texts can be met by: the rarest of the words that both texts have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, count

from tuireader.compare.align.profiles import Profile
from tuireader.compare.memory import Known

# So many words of a claim tell; with more of them the true counterpart is met hardly more often.
_TELLING = 6
_WIDEST = 32  # bits that the number of a word may have


@dataclass(eq=False, slots=True)
class Telling:
    """What a claim is met by; known by being the same object, as long as nothing of it changes.

    Attributes:
        words: The numbers of its telling words, rarest first.
        length: How many words it has.
        pairs: A number for each two of the telling ones.
    """

    words: tuple[int, ...]
    length: int
    pairs: list[int]


def tellings(
    a: Sequence[Profile], b: Sequence[Profile], memory: Known
) -> tuple[list[Telling], list[Telling]]:
    """The claims of both texts, in their order.

    A word keeps its number from one comparison to the next; the numbers say nothing else.
    """
    ranked = _ranked(a, b)
    before: Mapping[str, int] = memory.last("numbers") or {}
    free = count(max(before.values(), default=-1) + 1)
    numbers = {word: before[word] if word in before else next(free) for word in ranked}
    changed = before.keys() ^ numbers.keys()
    held: Mapping[Profile, Telling] = memory.last("tellings") or {}
    make = _Maker(numbers, held.values())
    left, right = (
        [
            held[profile]
            if profile in held and changed.isdisjoint(profile.words or _whole(profile))
            else make.telling(profile)
            for profile in profiles
        ]
        for profiles in (a, b)
    )
    memory.keep("numbers", numbers)
    memory.keep("tellings", dict(zip((*a, *b), (*left, *right), strict=True)))
    return left, right


class _Maker:
    """Makes tellings.

    Args:
        numbers: Word that both texts have -> its number, the rarest first.
        held: Those of an earlier comparison; they are used again for claims that are met by the
            same.
    """

    def __init__(self, numbers: Mapping[str, int], held: Iterable[Telling]) -> None:
        self._ranks = {word: rank for rank, word in enumerate(numbers)}
        self._numbers = [*numbers.values()]
        self._held = {(each.words, each.length): each for each in held}

    def telling(self, profile: Profile) -> Telling:
        """The telling of a claim."""
        ranks, numbers = self._ranks, self._numbers
        own = profile.words or _whole(profile)
        rarest = sorted([ranks[word] for word in own if word in ranks])[:_TELLING]
        words = tuple([numbers[rank] for rank in rarest])
        if self._held and (held := self._held.get((words, len(own)))):
            return held
        pairs = [rare << _WIDEST | other for rare, other in combinations(words, 2)]
        return Telling(words, len(own), pairs)


def _ranked(a: Iterable[Profile], b: Iterable[Profile]) -> list[str]:
    """The words of both texts, the rarest first."""
    weights: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for profiles, known in zip((a, b), weights, strict=True):
        for profile in profiles:
            known.update(profile.words or _whole(profile))
    here, there = weights
    return [word for _, word in sorted((-here[word], word) for word in here.keys() & there.keys())]


def _whole(profile: Profile) -> Mapping[str, float]:
    """What stands for the words of a claim that has none: its wording."""
    return {f"={profile.verbatim}": 1.0}
