"""Pairs that one clear sign vouches for, though the rest of the two sentences differs.

Either a lens gives the two claims phases that cannot both hold: what a reader watches for must not
be missed. Or the one is the other, word for word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.compare.align.context import Cell
from tuireader.compare.align.profiles import Profile
from tuireader.compare.lenses import Lens

# How many false pairs one missed contradiction in a watched matter is worth: a choice of what this
# program is for, not a figure that any text gave. The learned threshold weighs the two alike.
_PRICE_OF_A_MISS = 2.0


def vouched(
    likely: Mapping[Cell, float],
    a: Sequence[Profile],
    b: Sequence[Profile],
    lenses: Sequence[Lens],
    pair: float,
) -> set[Cell]:
    """The cells to take as pairs besides those that the whole of their words makes likely.

    Args:
        likely: Likelihood of each cell, 0 to 1.
        a: The claims of side A.
        b: The claims of side B.
        lenses: Watch topics.
        pair: The likelihood from which any two claims are a pair.
    """
    odds = pair / (1 - pair) / _PRICE_OF_A_MISS
    faintest = odds / (1 + odds)
    watched = {
        (i, j): value
        for (i, j), value in likely.items()
        if value >= faintest and _contradict(a[i], b[j], lenses)
    }
    repeated = {
        (i, j): value
        for (i, j), value in likely.items()
        if a[i].folded == b[j].folded and a[i].verbatim == b[j].verbatim
    }
    return _best(watched) | _best(repeated)


def _best(marked: Mapping[Cell, float]) -> set[Cell]:
    """Of each claim the likeliest of the cells that bear a sign."""
    best_of_row: dict[int, float] = {}
    best_of_column: dict[int, float] = {}
    for (row, column), value in marked.items():
        best_of_row[row] = max(best_of_row.get(row, 0.0), value)
        best_of_column[column] = max(best_of_column.get(column, 0.0), value)
    return {
        (row, column)
        for (row, column), value in marked.items()
        if value in (best_of_row[row], best_of_column[column])
    }


def _contradict(a: Profile, b: Profile, lenses: Sequence[Lens]) -> bool:
    if not (a.topics and b.topics):
        return False
    return any(
        lens.contradicts(a.topics[lens.id], b.topics[lens.id])
        for lens in lenses
        if a.topics.get(lens.id) and b.topics.get(lens.id)
    )
