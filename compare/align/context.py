"""The discourse prior: two texts on one event tell much of it in the same order.

From a first guess at every candidate, how well each fits the guesses around it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from tuireader.compare.progress import Tell, silent, told

Cell = tuple[int, int]
Rows = Mapping[int, list[tuple[int, float]]]

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
    for (row, column), guess in sorted(guesses.items()):
        if guess > _FAINT:
            rows[row].append((column, min(guess, _SURE)))
    return {(i, j): _neighbours(rows, i, j) for i, j in told([*guesses], tell)}


def _neighbours(rows: Rows, i: int, j: int) -> tuple[float, float]:
    """The likelihood of the cells right beside a cell, and of those around it by distance."""
    beside: list[float] = []
    around: list[float] = []
    for row in range(i - _REACH, i + _REACH + 1):
        if row == i:
            continue
        for column, guess in rows.get(row, ()):
            down, across = row - i, column - j
            if across == 0 or abs(across) > _REACH:
                continue
            if abs(down) == 1 == abs(across):
                beside.append(guess)
            off = abs(abs(down) - abs(across))
            around.append(guess / (1 + off) / (abs(down) + abs(across)))
    return math.fsum(beside), math.fsum(around)
