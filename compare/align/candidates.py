"""Which pairs of claims are worth scoring: those that share something, and their neighbours.

In short texts everything that shares a word with a claim is looked at. In long ones that would be
most of the text, so there the search is narrower (`joining.py`), by a rule that goes by the lengths
alone and is the same from either side.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tuireader.compare.align.context import Cell
from tuireader.compare.align.joining import join
from tuireader.compare.align.length import is_long
from tuireader.compare.align.profiles import Profile
from tuireader.compare.progress import Tell, part, silent, told

# Of each claim this many counterparts are scored; the right one is nearly always among them.
_BEST = 12
# Two accounts go on in the same order for a while, so what stands this near to a likely pair is
# scored even where no word is shared.
_NEAR = 2
# In a long text only around a likely pair that has another one this near on its way.
_COMPANY = 3


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


def _top(shared: Mapping[int, float], count: int) -> list[int]:
    """The claims of most weight, of equal ones the first."""
    ranked = [(-weight, other) for other, weight in shared.items()]
    return [other for _, other in heapq.nsmallest(count, ranked)]


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
    return [index.all_near(query) for query in told(queries, tell)]


def find_candidates(a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent) -> list[Cell]:
    """Pairs of indices into `a` and `b`, sorted; the same pairs when the sides are swapped."""
    if is_long(a, b):
        from_a, from_b = join(a, b, tell)
    else:
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
