"""The likely counterparts of every claim in long texts: a similarity join over pairs of rare words.

A claim is entered under each pair of its telling words: the rarest ones, as many as hold nearly all
of its weight. Two claims that share two of them meet under that pair, and no list of a common word
is ever walked through, so that the time grows with the length of the texts and hardly faster. That
only the telling words of both need to be looked at is prefix filtering (Chaudhuri, Ganti and
Kaushik, 2006).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.compare.align.profiles import Profile
from tuireader.compare.progress import Tell, part, told

# Words that hold the last share of a claim's weight tell nothing; nor does a word beyond so many.
_LEAST = 0.15
_MOST = 9
# A pair of words that so many claims share is a phrase of the whole text.
_CROWD = 20
# Of each claim this many counterparts are scored; the right one is nearly always among them.
_BEST = 4
# Of what a claim has met so many wait to be ranked.
_WAITING = 16
# A claim that meets fewer is held against so many that share its rarest word.
_FEW = 3
# Weights are counted in whole steps so that their sums are the same in any order.
_STEPS = 64

Ranked = list[tuple[float, int]]


class _Side(NamedTuple):
    """The claims of one text.

    Attributes:
        words: The numbers of the telling words of each, rarest first.
        weights: The weight of each with all its words, in steps.
    """

    words: list[tuple[int, ...]]
    weights: list[int]


def join(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell
) -> tuple[list[list[int]], list[list[int]]]:
    """For each claim of A the likeliest of B, best first, and for each of B those of A.

    Swapping the texts swaps the two lists.

    Args:
        a: The claims of A.
        b: The claims of B.
        tell: Told now and then how much is done.
    """
    numbers: dict[str, int] = {}
    weights: list[int] = []
    left, right = (_side(profiles, numbers, weights) for profiles in (a, b))
    tell(0.2)
    rows, columns = _met(left, right, weights, part(tell, 0.2, 0.9))
    return _best(rows, left.words, right.words), _best(columns, right.words, left.words)


def _side(profiles: Sequence[Profile], numbers: dict[str, int], weights: list[int]) -> _Side:
    """The claims of one text; words that are new get the next numbers, and their weights noted."""
    words: list[tuple[int, ...]] = []
    for profile in profiles:
        telling = []
        for word, weight in _telling(profile):
            number = numbers.setdefault(word, len(numbers))
            if number == len(weights):
                weights.append(round(_STEPS * weight))
            telling.append(number)
        words.append(tuple(telling))
    return _Side(words, [1 + round(_STEPS * profile.weight) for profile in profiles])


def _telling(profile: Profile) -> list[tuple[str, float]]:
    """The rarest words of a claim, most of its weight; without any, its whole wording."""
    if not profile.words:
        return [(f"={profile.verbatim}", 1.0)]
    ranked = sorted([(-weight, word) for word, weight in profile.words.items()])[:_MOST]
    left, bound = profile.weight, _LEAST * profile.weight
    telling: list[tuple[str, float]] = []
    for rank, word in ranked:
        if left < bound:
            break
        left += rank
        telling.append((word, -rank))
    return telling


def _met(
    left: _Side, right: _Side, weights: Sequence[int], tell: Tell
) -> tuple[list[Ranked], list[Ranked]]:
    """For each claim the likeliest that share two telling words with it, and how they rank."""
    size = len(weights)
    there = _postings(_pairs(words, size) for words in right.words)
    tell(0.2)
    here = _postings(
        [pair for pair in _pairs(words, size) if pair in there] for words in left.words
    )
    tell(0.4)
    shared: list[dict[int, int]] = [{} for _ in left.words]
    for pair in told([*here], part(tell, 0.4, 0.8)):
        rows, columns = here[pair], there[pair]
        if len(rows) <= _CROWD and len(columns) <= _CROWD:
            low, high = divmod(pair, size)
            weight = weights[low] * weights[high]
            for row in rows:
                met = shared[row]
                for column in columns:
                    met[column] = met.get(column, 0) + weight
    return _ranked(shared, left.weights, right.weights)


def _ranked(
    shared: Sequence[Mapping[int, int]], left: Sequence[int], right: Sequence[int]
) -> tuple[list[Ranked], list[Ranked]]:
    """The best of each row and of each column, by what two claims share of what both weigh."""
    of_row: list[Ranked] = []
    of_column: list[Ranked] = [[] for _ in right]
    for row, met in enumerate(shared):
        whole = left[row]
        ranked = [(-weight / (whole + right[column]), column) for column, weight in met.items()]
        for rank, column in ranked:
            _note(of_column[column], (rank, row))
        ranked.sort()
        of_row.append(ranked[:_BEST])
    return of_row, of_column


def _note(found: Ranked, one: tuple[float, int]) -> None:
    """Take one in; of many only the best stay."""
    found.append(one)
    if len(found) > _WAITING:
        found.sort()
        del found[_BEST:]


def _pairs(words: Sequence[int], size: int) -> list[int]:
    """A number for each two of some words, given how many words there are."""
    return [low * size + high for low, high in combinations(sorted(words), 2)]


def _best(
    met: Sequence[Ranked], words: Sequence[Sequence[int]], others: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Of what each claim met the likeliest; where it met few, some that share its rarest word too.

    Args:
        met: Of whatever each claim met, how it ranks, least first, and its index.
        words: The telling words of each, rarest first.
        others: Those of each claim of the other text.
    """
    postings = _postings(others)
    best: list[list[int]] = []
    for ranked, own in zip(met, words, strict=True):
        found = [other for _, other in sorted(ranked)[:_BEST]]
        if len(found) < _FEW:
            there = next((postings[word] for word in own if word in postings), [])
            found += [other for other in there[:_FEW] if other not in found]
        best.append(found)
    return best


def _postings(entries: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    """Where each key is entered, in order."""
    postings: dict[int, list[int]] = {}
    for place, keys in enumerate(entries):
        for key in keys:
            if key in postings:
                postings[key].append(place)
            else:
                postings[key] = [place]
    return postings
