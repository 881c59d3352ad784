"""What a candidate is among all the others: how near the best, how far into the story.

Both follow from one likeness of each candidate. They can be told only when all of these are known.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from tuireader.compare.align.context import Cell

AMONG = ("standing", "place")


def among(
    cells: Sequence[Cell], likeness: Sequence[float], height: int, width: int
) -> list[tuple[float, float]]:
    """For each cell in turn the values of `AMONG`, unchanged when rows and columns swap.

    "standing" is how near its likeness comes to the best that either claim finds. "place" is how
    near the two stand in what both texts tell: what has no counterpart hardly counts, so that a
    paragraph about something else moves nothing.

    Args:
        cells: The candidates (index in A, index in B).
        likeness: Of each of them, 0 to 1.
        height: Number of claims in A.
        width: Number of claims in B.
    """
    best_of_row, best_of_column = [0.0] * height, [0.0] * width
    for (i, j), value in zip(cells, likeness, strict=True):
        best_of_row[i] = max(best_of_row[i], value)
        best_of_column[j] = max(best_of_column[j], value)
    told_a, told_b = _told(best_of_row), _told(best_of_column)
    return [
        (
            value * value / best if (best := best_of_row[i] * best_of_column[j]) else 0.0,
            1 - abs(told_a[i] - told_b[j]),
        )
        for (i, j), value in zip(cells, likeness, strict=True)
    ]


def _told(best: Sequence[float]) -> list[float]:
    """How much of the matter that both texts share has been told by the middle of each claim."""
    whole = math.fsum(best) or 1.0
    return [(behind - own / 2) / whole for behind, own in zip(accumulate(best), best, strict=True)]
