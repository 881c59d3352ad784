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

CONTEXT = ("beside", "around")


def contexts(guesses: Mapping[Cell, float], tell: Tell = silent) -> dict[Cell, tuple[float, float]]:
    """For each cell the values of `CONTEXT`, unchanged when rows and columns swap.

    Args:
        guesses: Likelihood of each candidate (index in A, index in B), 0 to 1.
        tell: Told now and then how much is done.
    """
    rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
    cells: dict[int, list[int]] = defaultdict(list)
    for (row, column), guess in sorted(guesses.items()):
        cells[row].append(column)
        if guess > _FAINT:
            rows[row].append((column, min(guess, _SURE)))
    found: dict[Cell, tuple[float, float]] = {}
    for i in told([*cells], tell):
        near = [
            (row - i, column, guess)
            for row in range(i - _REACH, i + _REACH + 1)
            if row != i and row in rows
            for column, guess in rows[row]
        ]
        for j in cells[i]:
            found[i, j] = _neighbours(near, j)
    return found


def _neighbours(near: Sequence[tuple[int, int, float]], j: int) -> tuple[float, float]:
    """The likelihood of the cells right beside a cell, and of those around it by distance.

    Args:
        near: Rows below its own, column and likelihood of what stands in the rows around.
        j: The column of the cell.
    """
    beside: list[float] = []
    around: list[float] = []
    for down, column, guess in near:
        across = column - j
        if across == 0 or not -_REACH <= across <= _REACH:
            continue
        if abs(down) == 1 == abs(across):
            beside.append(guess)
        off = abs(abs(down) - abs(across))
        around.append(guess / (1 + off) / (abs(down) + abs(across)))
    return math.fsum(beside), math.fsum(around)
