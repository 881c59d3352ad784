"""The discourse prior: two texts on one event tell much of it in the same order.

From a first guess at every candidate, how well each fits the guesses around it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

Cell = tuple[int, int]
Rows = Mapping[int, list[tuple[int, float]]]

_REACH = 4  # claims to either side that are looked at
_SURE = 0.95  # no single neighbour counts for more than this
_FAINT = 0.1  # guesses below are not looked at
# What a neighbour so many claims away counts for.
_FADING = {away: math.exp(-abs(away) / 2) for away in range(-_REACH, _REACH + 1) if away}
_ASTRAY = 10.0  # claims off the expected place at which a cell is simply elsewhere

CONTEXT = ("beside", "around", "course")


def contexts(guesses: Mapping[Cell, float], height: int, width: int) -> dict[Cell, list[float]]:
    """For each cell the values of `CONTEXT`, unchanged when rows and columns swap.

    Args:
        guesses: Likelihood of each candidate (index in A, index in B), 0 to 1.
        height: Number of claims in A.
        width: Number of claims in B.
    """
    rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
    columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (row, column), guess in sorted(guesses.items()):
        if guess > _FAINT:
            rows[row].append((column, min(guess, _SURE)))
            columns[column].append((row, min(guess, _SURE)))
    slope = width / height if height else 1.0
    return {
        (i, j): [
            *_neighbours(rows, i, j),
            1 - (_astray(rows, i, j, slope) + _astray(columns, j, i, 1 / slope)) / 2,
        ]
        for i, j in guesses
    }


def _neighbours(rows: Rows, i: int, j: int) -> tuple[float, float]:
    """The likelihood of the cells right beside a cell, and of those around it by distance."""
    beside: list[float] = []
    around: list[float] = []
    for row in range(i - 3, i + 4):
        if row == i:
            continue
        for column, guess in rows.get(row, ()):
            down, across = row - i, column - j
            if across == 0 or abs(across) > 3:
                continue
            if abs(down) == 1 == abs(across):
                beside.append(guess)
            off = abs(abs(down) - abs(across))
            around.append(guess / (1 + off) / (abs(down) + abs(across)))
    return math.fsum(beside), math.fsum(around)


def _astray(rows: Rows, i: int, j: int, slope: float) -> float:
    """How far a cell lies from where the sure pairs of nearby rows point: 0 near, 1 far."""
    off: list[float] = []
    weights: list[float] = []
    for away, fading in _FADING.items():
        for column, guess in rows.get(i + away, ()):
            across = column - j
            if across == 0:
                continue
            weight = guess * fading
            distance = abs(across - away * slope)
            off.append(weight * (min(_ASTRAY, distance)) / _ASTRAY)
            weights.append(weight)
    return math.fsum(off) / math.fsum(weights) if weights else 0.5
