"""The likely counterparts of every claim in long texts: a similarity join over pairs of rare words.

A claim is entered under each pair of its telling words: the rarest ones among those that both texts
have. Two claims that share two of them meet under that pair, and no list of a common word is ever
walked through, so that the time grows with the length of the texts and hardly faster. That only the
rarest words of both need to be looked at is prefix filtering (Chaudhuri, Ganti and Kaushik, 2006).

After a change most claims stand under pairs that nobody has come to or left; what they met holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tuireader.compare.align.postings import postings
from tuireader.compare.align.profiles import Profile
from tuireader.compare.align.tellings import Telling, tellings
from tuireader.compare.memory import Known
from tuireader.compare.progress import Tell, part, silent, told

# A pair of words that so many couples of claims share is a phrase of the whole texts.
_CROWD = 400
# Of each claim this many counterparts are scored; the right one is nearly always among them. With
# 4 a quarter more are, more of them right, and F1 on news articles strung together is the same.
_BEST = 3
# A claim that meets fewer is held against so many that share its rarest word.
_FEW = 3

_Entries = Sequence[Sequence[int]]
_Postings = dict[int, list[int]]
_Rows = Mapping[int, list[int]]
_Both = tuple[list[list[int]], list[list[int]]]


class _Joined(NamedTuple):
    """What two texts were, and what the claims of each met in the other."""

    claims: tuple[Sequence[Telling], Sequence[Telling]]
    met: _Both


def join(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent, memory: Known | None = None
) -> _Both:
    """For each claim of A the likeliest of B, best first, and for each of B those of A.

    Swapping the texts swaps the two lists.

    Args:
        a: The claims of A.
        b: The claims of B.
        tell: Told now and then how much is done.
        memory: Of an earlier comparison.
    """
    known = memory or Known()
    left, right = tellings(a, b, known)
    tell(0.3)
    still = _still(known.last("join"), left, right)
    shortest = _shortest(left), _shortest(right)
    pairs = _common(left, right, still)
    here, there = _without_crowds(*map(postings, pairs, shortest))
    tell(0.5)
    met = (
        _best(pairs[0], there, still[0], part(tell, 0.5, 0.75)),
        _best(pairs[1], here, still[1], part(tell, 0.75, 1)),
    )
    known.keep("join", _Joined((left, right), met))
    return (
        _with_company(met[0], left, right, shortest[1]),
        _with_company(met[1], right, left, shortest[0]),
    )


def _still(
    before: _Joined | None, left: Sequence[Telling], right: Sequence[Telling]
) -> tuple[_Rows, _Rows]:
    """What those claims meet that stand under no pair that any claim has come to or left."""
    if before is None:
        return {}, {}
    touched: set[int] = set()
    moves: list[dict[int, int]] = []
    for old, new in zip(before.claims, (left, right), strict=True):
        changed = {claim for claim, _ in Counter(old).items() ^ Counter(new).items()}
        touched.update(chain.from_iterable([claim.pairs for claim in changed]))
        were, are = (
            [place for place, claim in enumerate(claims) if claim not in changed]
            for claims in (old, new)
        )
        if [old[place] for place in were] != [new[place] for place in are]:
            return {}, {}  # in another order; of equally likely ones the first counts
        moves.append(dict(zip(were, are, strict=True)))
    a, b = moves
    return (
        _moved(before.met[0], a, b, [touched.isdisjoint(claim.pairs) for claim in left]),
        _moved(before.met[1], b, a, [touched.isdisjoint(claim.pairs) for claim in right]),
    )


def _moved(
    met: Sequence[list[int]], own: Mapping[int, int], other: Mapping[int, int], holds: list[bool]
) -> _Rows:
    """The rows that hold, by their new places and with the new places of what they met."""
    return {new: [other[place] for place in met[old]] for old, new in own.items() if holds[new]}


def _shortest(claims: Sequence[Telling]) -> list[int]:
    """The places of all claims, the shortest claim first."""
    lengths = [claim.length for claim in claims]
    return sorted(range(len(claims)), key=lengths.__getitem__)


def _common(
    left: Sequence[Telling], right: Sequence[Telling], still: tuple[_Rows, _Rows]
) -> tuple[_Entries, _Entries]:
    """Of the pairs of words of each claim those that some claim of the other text has.

    Pairs that only claims have that meet what they met before are left out.
    """
    wanted = _pairs(right, still[1])
    if any(still):
        wanted |= _pairs(left, still[0])
    here = [[*filter(wanted.__contains__, claim.pairs)] for claim in left]
    known = set().union(*here)
    return here, [[*filter(known.__contains__, claim.pairs)] for claim in right]


def _without_crowds(here: _Postings, there: _Postings) -> tuple[_Postings, _Postings]:
    """The claims of each text under the pairs of words that they share, but for crowds."""
    for pair in [pair for pair, met in there.items() if len(here[pair]) * len(met) > _CROWD]:
        del here[pair], there[pair]
    return here, there


def _pairs(claims: Iterable[Telling], still: Container[int]) -> set[int]:
    """The pairs of words of all claims but some places."""
    return set().union(*[claim.pairs for place, claim in enumerate(claims) if place not in still])


def _best(entries: _Entries, there: _Postings, still: _Rows, tell: Tell) -> list[list[int]]:
    """Of the other text the claims that share the most pairs with each, best first.

    Of those that share equally many, the ones under the rarer words and the shorter ones come
    first.
    """
    best: list[list[int]] = []
    for place, pairs in enumerate(told(entries, tell)):
        if place in still:
            best.append(still[place])
            continue
        met: dict[int, int] = {}
        for pair in pairs:
            for other in there.get(pair, ()):
                if other in met:
                    met[other] += 1
                else:
                    met[other] = 1
        best.append(sorted(met, key=met.__getitem__, reverse=True)[:_BEST])
    return best


def _with_company(
    met: Sequence[list[int]],
    claims: Sequence[Telling],
    others: Sequence[Telling],
    shortest: Iterable[int],
) -> list[list[int]]:
    """What each claim met; where that is little, with some that share its rarest word."""
    best = [*met]
    lonely = [place for place, found in enumerate(met) if len(found) < _FEW]
    wanted = set(chain.from_iterable([claims[place].words for place in lonely]))
    rare = [[*filter(wanted.__contains__, other.words)] for other in others]
    singles = postings(rare, shortest)
    for place in lonely:
        alike = next((singles[word] for word in claims[place].words if word in singles), [])
        best[place] = met[place] + [other for other in alike[:_FEW] if other not in met[place]]
    return best
