"""What the claims of long texts can be met by: the rarest of the words that both texts have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, count

from tuireader.compare.align.profiles import Profile
from tuireader.compare.memory import Known

# So many words of a claim tell; with more of them the true counterpart is met hardly more often.
_TELLING = 6
# Bits of the number of a word. Where two numbers together have at most thirty, Python keeps them in
# one piece, and a tenth less time goes by.
_NARROW, _WIDE = 15, 32


class Telling:
    """What a claim is met by; known by being the same object, as long as nothing of it changes.

    Attributes:
        words: The numbers of its telling words, rarest first.
        length: How many words it has.
        pairs: A number for each two of the telling ones.
    """

    __slots__ = ("length", "pairs", "words")

    def __init__(self, words: tuple[int, ...], length: int, bits: int) -> None:
        self.words = words
        self.length = length
        self.pairs = [rare << bits | other for rare, other in combinations(words, 2)]


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
    bits = _NARROW if max(numbers.values(), default=0) < 1 << _NARROW else _WIDE
    held: Mapping[Profile, Telling] = memory.last(f"tellings of {bits} bits") or {}
    telling = _maker(numbers, held.values(), bits)
    left, right = (
        [
            held[profile]
            if profile in held and changed.isdisjoint(profile.words or _whole(profile))
            else telling(profile)
            for profile in profiles
        ]
        for profiles in (a, b)
    )
    memory.keep("numbers", numbers)
    memory.keep(f"tellings of {bits} bits", dict(zip((*a, *b), (*left, *right), strict=True)))
    return left, right


def _maker(
    numbers: Mapping[str, int], held: Iterable[Telling], bits: int
) -> Callable[[Profile], Telling]:
    """What makes the telling of a claim.

    Args:
        numbers: Word that both texts have -> its number, the rarest first.
        held: Those of an earlier comparison; they are used again for claims that are met by the
            same.
        bits: How many the number of a word may have.
    """
    ranks = {word: rank for rank, word in enumerate(numbers)}
    by_rank = [*numbers.values()]
    known = {(each.words, each.length): each for each in held}

    def telling(profile: Profile) -> Telling:
        own = profile.words or _whole(profile)
        rarest = sorted([ranks[word] for word in own if word in ranks])[:_TELLING]
        words = tuple([by_rank[rank] for rank in rarest])
        if known and (before := known.get((words, len(own)))):
            return before
        return Telling(words, len(own), bits)

    return telling


def _ranked(a: Iterable[Profile], b: Iterable[Profile]) -> list[str]:
    """The words of both texts, the rarest first."""
    weights: dict[str, float] = {}
    for profile in a:
        weights.update(profile.words or _whole(profile))
    both = weights.keys() & set().union(*[profile.words or _whole(profile) for profile in b])
    return sorted(sorted(both), key=weights.__getitem__, reverse=True)


def _whole(profile: Profile) -> Mapping[str, float]:
    """What stands for the words of a claim that has none: its wording."""
    return {f"={profile.verbatim}": 1.0}
