"""The discourse prior: two texts on one event tell much of it in the same order.

From a first guess at every candidate, how well each fits the guesses around it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tuireader.compare.progress import Tell, silent, told

Cell = tuple[int, int]

_REACH = 3  # claims to either side that are looked at
_SURE = 0.95  # no single neighbour counts for more than this
_FAINT = 0.1  # guesses below are not looked at
_AROUND = [step for step in range(-_REACH, _REACH + 1) if step]
_NO_ONE = (0.0, 0.0)

CONTEXT = ("beside", "around")


def contexts(
    cells: Sequence[Cell], guesses: Sequence[float], tell: Tell = silent
) -> list[tuple[float, float]]:
    """For each cell in turn the values of `CONTEXT`, unchanged when rows and columns swap.

    Args:
        cells: The candidates (index in A, index in B).
        guesses: The likelihood of each of them, 0 to 1.
        tell: Told now and then how much is done.
    """
    rows: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for (row, column), guess in zip(cells, guesses, strict=True):
        columns[row].append(column)
        if guess > _FAINT:
            rows[row].append((column, min(guess, _SURE)))
    reach = {row: {c + d for c, _ in there for d in _AROUND} for row, there in rows.items()}
    found: dict[Cell, tuple[float, float]] = {}
    for i, own in told([*columns.items()], tell):
        for there in [reach[i + d] for d in _AROUND if i + d in reach]:
            for j in there.intersection(own):
                found[i, j] = _neighbours(rows, i, j)
    return [found.get(cell, _NO_ONE) for cell in cells]


def _neighbours(
    rows: Mapping[int, Sequence[tuple[int, float]]], i: int, j: int
) -> tuple[float, float]:
    """The likelihood of the cells right beside a cell, and of those around it by distance.

    Args:
        rows: Column and likelihood of the likely cells of each row that has any.
        i: The row of the cell.
        j: Its column.
    """
    reached = [
        (abs(down), abs(column - j), guess)
        for down in _AROUND
        for column, guess in rows.get(i + down, ())
        if -_REACH <= column - j <= _REACH and column != j
    ]
    beside = [guess for down, across, guess in reached if down == across == 1]
    around = [guess / (1 + abs(down - across)) / (down + across) for down, across, guess in reached]
    return math.fsum(beside), math.fsum(around)
