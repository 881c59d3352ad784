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
_AROUND = [down for down in range(-_REACH, _REACH + 1) if down]
_NO_ONE = (0.0, 0.0)

CONTEXT = ("beside", "around")


def contexts(guesses: Mapping[Cell, float], tell: Tell = silent) -> list[tuple[float, float]]:
    """For each cell in turn the values of `CONTEXT`, unchanged when rows and columns swap.

    Args:
        guesses: Likelihood of each candidate (index in A, index in B), 0 to 1.
        tell: Told now and then how much is done.
    """
    rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (row, column), guess in guesses.items():
        if guess > _FAINT:
            rows[row].append((column, min(guess, _SURE)))
    near: dict[int, list[tuple[int, int, float]]] = {}
    found: list[tuple[float, float]] = []
    for i, j in told([*guesses], tell):
        if i not in near:
            near[i] = [
                (down, column, guess)
                for down in _AROUND
                if i + down in rows
                for column, guess in rows[i + down]
            ]
        found.append(_neighbours(near[i], j))
    return found


def _neighbours(near: Sequence[tuple[int, int, float]], j: int) -> tuple[float, float]:
    """The likelihood of the cells right beside a cell, and of those around it by distance.

    Args:
        near: Rows below its own, column and likelihood of what stands in the rows around.
        j: The column of the cell.
    """
    reached = [
        (abs(down), abs(column - j), guess)
        for down, column, guess in near
        if -_REACH <= column - j <= _REACH and column != j
    ]
    if not reached:
        return _NO_ONE
    beside = [guess for down, across, guess in reached if down == across == 1]
    around = [guess / (1 + abs(down - across)) / (down + across) for down, across, guess in reached]
    return math.fsum(beside), math.fsum(around)
