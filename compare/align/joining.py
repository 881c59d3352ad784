"""The likely counterparts of every claim in long texts: a similarity join over pairs of rare words.

A claim is entered under each pair of its telling words: the rarest ones among those that both texts
have. Two claims that share two of them meet under that pair, and no list of a common word is ever
walked through, so that the time grows with the length of the texts and hardly faster. That only the
rarest words of both need to be looked at is prefix filtering (Chaudhuri, Ganti and Kaushik, 2006).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from tuireader.compare.align.profiles import Profile
from tuireader.compare.progress import Tell, part, told

# So many words of a claim tell; with more of them the true counterpart is met hardly more often.
_TELLING = 6
# A pair of words under which so many couples of claims meet is a phrase of the whole text.
_CROWD = 400
# Of each claim this many counterparts are scored; the right one is nearly always among them. With
# 4 a quarter more are, more of them right, and F1 on news articles strung together is the same.
_BEST = 3
# A claim that meets fewer is held against so many that share its rarest word.
_FEW = 3


class _Side(NamedTuple):
    """The claims of one text.

    Attributes:
        words: The numbers of the telling words of each, rarest first.
        pairs: A number for each two of them.
        shortest: The indices of all, the shortest claim first.
    """

    words: list[list[int]]
    pairs: list[list[int]]
    shortest: list[int]


_Postings = dict[int, list[int]]


def join(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell
) -> tuple[list[list[int]], list[list[int]]]:
    """For each claim of A the likeliest of B, best first, and for each B those of A.

    Swapping the texts swaps the two lists.

    Args:
        a: The claims of A.
        b: The claims of B.
        tell: Told now and then how much is done.
    """
    numbers = _numbers(a, b)
    tell(0.1)
    left, right = (_side(profiles, numbers) for profiles in (a, b))
    tell(0.3)
    here, there = _meetings(left, right)
    tell(0.5)
    return (
        _best(left, right, there, part(tell, 0.5, 0.75)),
        _best(right, left, here, part(tell, 0.75, 1)),
    )


def _numbers(a: Iterable[Profile], b: Iterable[Profile]) -> dict[str, int]:
    """The words of both texts, numbered from the rarest on."""
    weights: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for profiles, known in zip((a, b), weights, strict=True):
        for profile in profiles:
            known.update(_words(profile))
    here, there = weights
    ranked = sorted([(-here[word], word) for word in here.keys() & there.keys()])
    return {word: number for number, (_, word) in enumerate(ranked)}


def _words(profile: Profile) -> Mapping[str, float]:
    """The words of a claim; without any, its whole wording."""
    return profile.words or {f"={profile.verbatim}": 1.0}


def _side(profiles: Sequence[Profile], numbers: Mapping[str, int]) -> _Side:
    words = [
        sorted([numbers[word] for word in _words(profile) if word in numbers])[:_TELLING]
        for profile in profiles
    ]
    size = len(numbers)
    pairs = [[rare * size + other for rare, other in combinations(own, 2)] for own in words]
    lengths = [profile.weight for profile in profiles]
    return _Side(words, pairs, sorted(range(len(profiles)), key=lengths.__getitem__))


def _meetings(left: _Side, right: _Side) -> tuple[_Postings, _Postings]:
    """The claims of each side under the pairs of words that some of both have, but for crowds."""
    here = _postings(left.pairs, left.shortest, set(chain.from_iterable(right.pairs)))
    there = _postings(right.pairs, right.shortest, here)
    for pair in [pair for pair in here if len(here[pair]) * len(there[pair]) > _CROWD]:
        del here[pair], there[pair]
    return here, there


def _best(side: _Side, other: _Side, there: _Postings, tell: Tell) -> list[list[int]]:
    """Of the other text the claims that share the most pairs with each, best first.

    Of those that share equally many, the ones under the rarer words and the shorter ones come
    first. Where a claim meets few, some that share its rarest word are taken too.
    """
    best: list[list[int]] = []
    for pairs in told(side.pairs, tell):
        met: dict[int, int] = {}
        for pair in pairs:
            for claim in there[pair] if pair in there else ():
                if claim in met:
                    met[claim] += 1
                else:
                    met[claim] = 1
        best.append(sorted(met, key=met.__getitem__, reverse=True)[:_BEST])
    lonely = [
        (found, words) for found, words in zip(best, side.words, strict=True) if len(found) < _FEW
    ]
    wanted = set(chain.from_iterable([words for _, words in lonely]))
    singles = _postings(other.words, other.shortest, wanted)
    for found, words in lonely:
        alike = next((singles[word] for word in words if word in singles), [])
        found += [claim for claim in alike[:_FEW] if claim not in found]
    return best


def _postings(
    entries: Sequence[Sequence[int]], order: Iterable[int], wanted: Container[int]
) -> _Postings:
    """Where each of the wanted keys is entered, in some order of the entries."""
    postings: _Postings = {}
    for place in order:
        for key in entries[place]:
            if key in wanted:
                if key in postings:
                    postings[key].append(place)
                else:
                    postings[key] = [place]
    return postings
