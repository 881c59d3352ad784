"""Which pairs of claims are worth scoring: those that share something, and their neighbours."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from tuireader.compare.align.context import Cell
from tuireader.compare.align.profiles import Profile

# Of each claim this many counterparts are scored; the right one is nearly always among them.
_BEST = 12
# Two accounts go on in the same order for a while, so what stands this near to a likely pair is
# scored even where no word is shared.
_NEAR = 2


def find_candidates(a: Sequence[Profile], b: Sequence[Profile]) -> list[Cell]:
    """Pairs of indices into `a` and `b`, sorted; the same pairs when the sides are swapped."""
    from_a, from_b = nearest(a, b), nearest(b, a)
    found = {(i, j) for i, others in enumerate(from_a) for j in others}
    found |= {(i, j) for j, others in enumerate(from_b) for i in others}
    mutual = [
        (i, others[0]) for i, others in enumerate(from_a) if others and from_b[others[0]][:1] == [i]
    ]
    steps = range(-_NEAR, _NEAR + 1)
    found |= {
        (i + down, j + across)
        for i, j in mutual
        for down in steps
        for across in steps
        if 0 <= i + down < len(a) and 0 <= j + across < len(b)
    }
    return sorted(found)


def nearest(queries: Sequence[Profile], others: Sequence[Profile]) -> list[list[int]]:
    """For each query the indices of the others that share the most weight with it, best first."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(others):
        for key in profile.keys:
            postings[key].append(index)
    found: list[list[int]] = []
    for profile in queries:
        shared: dict[int, float] = defaultdict(float)
        for key, weight in profile.keys.items():
            for other in postings.get(key, ()):
                shared[other] += weight
        best = heapq.nlargest(_BEST, shared.items(), key=lambda item: (item[1], -item[0]))
        found.append([other for other, _ in best])
    return found
