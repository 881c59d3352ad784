"""Which pairs of claims are worth scoring: those that share something, and their neighbours.

In short texts everything that shares a word with a claim is looked at. In long ones that would be
most of the text, so there the search is narrower, by a rule that goes by the lengths alone and is
the same from either side: see `Index.nearest` and `docs/alignment.md`.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tuireader.compare.align.context import Cell
from tuireader.compare.align.profiles import Profile
from tuireader.compare.progress import Tell, part, silent, told

# A text of more claims than this is long.
LONG = 500
# Of each claim this many counterparts are scored; the right one is nearly always among them.
_BEST = 12
# In a long text chance finds likenesses everywhere; the right one is among fewer still.
_BEST_IN_LONG = 4
# Two accounts go on in the same order for a while, so what stands this near to a likely pair is
# scored even where no word is shared.
_NEAR = 2
# In a long text only around a likely pair that has another one this near on its way.
_COMPANY = 3
# A long search ends when what is left of a claim's weight cannot bring a new counterpart to this
# share of the whole, or of the best one found.
_LEAST = 0.3
_RIVAL = 0.8
# What then has less than this share of the best one's weight is no rival.
_FAINT = 0.4


class Index:
    """The claims of one text by what they can be found by."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        postings: dict[str, list[int]] = {}
        for index, profile in enumerate(profiles):
            for key in profile.keys:
                if key in postings:
                    postings[key].append(index)
                else:
                    postings[key] = [index]
        self._postings = postings
        self._profiles = profiles

    def all_near(self, query: Profile) -> list[int]:
        """The claims that share the most weight with the query, best first."""
        shared: dict[int, float] = defaultdict(float)
        for key, weight in query.keys.items():
            for other in self._postings.get(key, ()):
                shared[other] += weight
        return _top(shared, _BEST)

    def nearest(self, query: Profile) -> list[int]:
        """The claims that share the most weight with the query, best first, found by its rare keys.

        The rarest keys are read first. What has not been met by the time when the keys left hold
        too little of the query's weight, or less than most of what the best one has, is not looked
        for any more: common words find too many, and rarely the right ones.
        """
        postings, keys = self._postings, query.keys
        ranked = sorted([(len(postings[key]), key) for key in keys if key in postings])
        left = sum([keys[key] for _, key in ranked])
        bound = _LEAST * sum(keys.values())
        shared: dict[int, float] = {}
        has = shared.get
        best = 0.0
        read = 0
        for _, key in ranked:
            if left < bound or left < _RIVAL * best:
                break
            weight = keys[key]
            for other in postings[key]:
                shared[other] = known = has(other, 0.0) + weight
                if known > best:  # noqa: PLR1730 - the innermost loop of all
                    best = known
            left -= weight
            read += 1
        if not shared:
            return []
        met = _top(shared, 2 * _BEST_IN_LONG, _FAINT * best)
        # Of those met, the common words decide after all.
        rest = [key for _, key in ranked[read:]]
        full = {other: shared[other] + self._weight(other, rest, keys) for other in met}
        return _top(full, _BEST_IN_LONG)

    def _weight(self, place: int, wanted: Sequence[str], weights: Mapping[str, float]) -> float:
        """The weight of those of some keys that a claim has."""
        has = self._profiles[place].keys
        total = 0.0
        for key in wanted:
            if key in has:
                total += weights[key]
        return total


def _top(shared: Mapping[int, float], count: int, least: float = 0.0) -> list[int]:
    """The claims of most weight, of equal ones the first; none below `least`."""
    ranked = [(-weight, other) for other, weight in shared.items() if weight >= least]
    if len(ranked) > count:
        ranked = heapq.nsmallest(count, ranked)
    else:
        ranked.sort()
    return [other for _, other in ranked]


def nearest(
    queries: Sequence[Profile], others: Sequence[Profile], tell: Tell = silent
) -> list[list[int]]:
    """For each query the indices of the others that share the most weight with it, best first.

    Args:
        queries: The claims of one text.
        others: The claims of the other.
        tell: Told now and then how much is done.
    """
    index = Index(others)
    find = index.nearest if is_long(queries, others) else index.all_near
    return [find(query) for query in told(queries, tell)]


def is_long(a: Sequence[Profile], b: Sequence[Profile]) -> bool:
    """Whether the search in these two is narrower."""
    return max(len(a), len(b)) > LONG


def find_candidates(a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent) -> list[Cell]:
    """Pairs of indices into `a` and `b`, sorted; the same pairs when the sides are swapped."""
    from_a, from_b = nearest(a, b, part(tell, 0, 0.5)), nearest(b, a, part(tell, 0.5, 1))
    found = {(i, j) for i, others in enumerate(from_a) for j in others}
    found |= {(i, j) for j, others in enumerate(from_b) for i in others}
    mutual = [
        (i, others[0]) for i, others in enumerate(from_a) if others and from_b[others[0]][:1] == [i]
    ]
    if is_long(a, b):
        mutual = _in_company(mutual)
    steps = range(-_NEAR, _NEAR + 1)
    found |= {
        (i + down, j + across)
        for i, j in mutual
        for down in steps
        for across in steps
        if 0 <= i + down < len(a) and 0 <= j + across < len(b)
    }
    return sorted(found)


def _in_company(mutual: Sequence[Cell]) -> list[Cell]:
    """The couples that have another one near them in both texts."""
    column = dict(mutual)
    steps = [step for step in range(-_COMPANY, _COMPANY + 1) if step]
    return [
        (i, j)
        for i, j in mutual
        if any(i + s in column and 0 < abs(column[i + s] - j) <= _COMPANY for s in steps)
    ]
