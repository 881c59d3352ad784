"""A text that says a thing twice, in its headline and its lead, has both of them paired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tuireader.compare.align.candidates import nearest
from tuireader.compare.align.context import Cell
from tuireader.compare.align.features import senses
from tuireader.compare.align.profiles import Profile

# Likeness (`features.senses`) from which two claims of one text are taken to restate each other,
# and from which such a claim also pairs with the other's counterpart. Chosen on the ECB+ article
# pairs, where headlines repeat leads: F1 0.67 with them, 0.51 without; the .gold files, which
# repeat little, lose 0.02.
_TWINS = 0.16
_COUNTERPARTS = 0.20


def restated(chosen: Iterable[Cell], a: Sequence[Profile], b: Sequence[Profile]) -> set[Cell]:
    """The pairs that follow from the chosen ones, these included."""
    twins_a, twins_b = _twins(a), _twins(b)
    found = set(chosen)
    for row, column in sorted(found):
        found.update(
            (i, j)
            for i in (row, *twins_a[row])
            for j in (column, *twins_b[column])
            if senses(a[i], b[j]) >= _COUNTERPARTS
        )
    return found


def without_echoes(cells: Iterable[Cell], a: Sequence[Profile], b: Sequence[Profile]) -> set[Cell]:
    """The cells without those between two claims that both texts have word for word.

    Each of the two answers its own copy; that they are also like each other is a repetition within
    the texts and says nothing between them.
    """
    found = set(cells)
    copies = {(i, j) for i, j in found if a[i].verbatim == b[j].verbatim}
    rows, columns = {i for i, _ in copies}, {j for _, j in copies}
    return copies | {(i, j) for i, j in found if i not in rows or j not in columns}


def _twins(profiles: Sequence[Profile]) -> dict[int, list[int]]:
    """For each claim those of the same text that say much the same."""
    twins: dict[int, list[int]] = defaultdict(list)
    for index, others in enumerate(nearest(profiles, profiles)):
        for other in others:
            if other != index and senses(profiles[index], profiles[other]) >= _TWINS:
                twins[index].append(other)
    return twins
