"""Which pairs of claims are worth scoring: those that share something, and their neighbours.

In short texts everything that shares a word with a claim is looked at. In long ones that would be
most of the text, so there the search is narrower (`joining.py`), by a rule that goes by the lengths
alone and is the same from either side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.compare.align.context import Cell
from tuireader.compare.align.length import is_long
from tuireader.compare.align.profiles import Profile
from tuireader.compare.memory import Known
from tuireader.compare.progress import Tell, part, silent, told

# Of each claim this many counterparts are scored; the right one is nearly always among them. With
# 12 nothing more is paired rightly on the .gold files and on ECB+; with 7 recall begins to fall.
_BEST = 9
# Two accounts go on in the same order for a while, so what stands this near to a likely pair is
# scored even where no word is shared.
_NEAR = 2
# In a long text only around a likely pair that has another one this near on its way.
_COMPANY = 3


class Index:
    """The claims of one text by what they can be found by.

    Attributes:
        keys: What each claim can be found by, with weights.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.keys = [keys_of(profile) for profile in profiles]
        postings: dict[str, list[int]] = {}
        for index, keys in enumerate(self.keys):
            for key in keys:
                if key in postings:
                    postings[key].append(index)
                else:
                    postings[key] = [index]
        self._postings = postings

    def nearest(self, keys: Mapping[str, float]) -> list[int]:
        """The claims that share the most weight with these keys, best first."""
        shared = [0.0] * len(self.keys)
        for key, weight in keys.items():
            for other in self._postings.get(key, ()):
                shared[other] += weight
        best = sorted(range(len(shared)), key=shared.__getitem__, reverse=True)[:_BEST]
        return [other for other in best if shared[other]]


def keys_of(profile: Profile) -> Mapping[str, float]:
    """What a claim can be found by, each with its weight."""
    keys = dict(profile.words) or {f"={profile.verbatim}": 1.0}
    keys.update(profile.names)
    for concept in sorted(profile.concepts):
        keys[f"~{concept}"] = 1.0
    for each in profile.quantities:
        for number in each.stated:
            keys[f"#{number:g}"] = 2.0
    keys.update((f"^{topic}", 1.0) for topic, phase in profile.topics.items() if phase)
    return keys


def nearest(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent
) -> tuple[list[list[int]], list[list[int]]]:
    """For each claim of A those of B that share the most weight, best first; for B those of A.

    Args:
        a: The claims of A.
        b: The claims of B.
        tell: Told now and then how much is done.
    """
    here, there = Index(a), Index(b)
    return (
        [there.nearest(keys) for keys in told(here.keys, part(tell, 0, 0.5))],
        [here.nearest(keys) for keys in told(there.keys, part(tell, 0.5, 1))],
    )


def find_candidates(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent, memory: Known | None = None
) -> list[Cell]:
    """Pairs of indices into `a` and `b`, sorted; the same pairs when the sides are swapped."""
    if is_long(a, b):
        from tuireader.compare.align.joining import join  # noqa: PLC0415 - short texts do without

        from_a, from_b = join(a, b, tell, memory)
    else:
        from_a, from_b = nearest(a, b, tell)
    rows = [set(others) for others in from_a]
    for j, others in enumerate(from_b):
        for i in others:
            rows[i].add(j)
    mutual = [
        (i, others[0]) for i, others in enumerate(from_a) if others and from_b[others[0]][:1] == [i]
    ]
    if is_long(a, b):
        mutual = _in_company(mutual)
    for i, j in mutual:
        near = range(max(j - _NEAR, 0), min(j + _NEAR + 1, len(b)))
        for row in rows[max(i - _NEAR, 0) : i + _NEAR + 1]:
            row.update(near)
    return [(i, j) for i, row in enumerate(rows) for j in sorted(row)]


def _in_company(mutual: Sequence[Cell]) -> list[Cell]:
    """The couples that have another one near them in both texts."""
    column = dict(mutual)
    steps = [step for step in range(-_COMPANY, _COMPANY + 1) if step]
    return [
        (i, j)
        for i, j in mutual
        if any(i + s in column and 0 < abs(column[i + s] - j) <= _COMPANY for s in steps)
    ]
