"""How far two or more raters agree, beyond what chance would give.

Cohen's kappa after Cohen (1960), weighted after Cohen (1968); Krippendorff's alpha after his
"Computing Krippendorff's Alpha-Reliability" (2011). Where a figure is not defined it is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

C = TypeVar("C", bound=Hashable)
Distance = Callable[[int, int], float]


class Weights(StrEnum):
    """How much the distance of two ordered categories counts in kappa."""

    NONE = "none"  # any two that are not the same are equally far apart
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure, or why there is none.

    Attributes:
        value: 1 for full agreement, 0 for what chance would give, below 0 for less; None where it
            is not defined.
        units: How many units it rests on.
        undefined: Why there is no value, "" where there is one.
    """

    value: float | None
    units: int
    undefined: str = ""


def confusion(pairs: Iterable[tuple[C, C]], categories: Sequence[C]) -> tuple[tuple[int, ...], ...]:
    """How often the first rater said each category (a row each) and the second each (columns)."""
    counts = Counter(pairs)
    return tuple(tuple(counts[row, column] for column in categories) for row in categories)


def share_agreed(pairs: Sequence[tuple[C, C]]) -> Figure:
    """The share of units that both raters put into one category, 0 to 1."""
    if not pairs:
        return Figure(None, 0, "no unit was rated by both")
    return Figure(sum(a == b for a, b in pairs) / len(pairs), len(pairs))


def kappa(
    pairs: Sequence[tuple[C, C]], categories: Sequence[C], weights: Weights = Weights.NONE
) -> Figure:
    """Cohen's kappa of two raters.

    Args:
        pairs: What each said of every unit that both rated.
        categories: All that can be said; in their order, for weights.
        weights: How much the distance of two categories counts.
    """
    if not pairs:
        return Figure(None, 0, "no unit was rated by both")
    table = confusion(pairs, categories)
    rows, columns = (
        [sum(row) for row in table],
        [sum(column) for column in zip(*table, strict=True)],
    )
    size = range(len(categories))
    distance = _disagreement(weights)
    found = sum(distance(i, j) * table[i][j] for i in size for j in size)
    expected = sum(distance(i, j) * rows[i] * columns[j] for i in size for j in size) / len(pairs)
    if not expected:
        return Figure(None, len(pairs), "both used one category only")
    return Figure(1 - found / expected, len(pairs))


def _disagreement(weights: Weights) -> Distance:
    match weights:
        case Weights.NONE:
            return lambda i, j: float(i != j)
        case Weights.LINEAR:
            return lambda i, j: float(abs(i - j))
        case Weights.QUADRATIC:
            return lambda i, j: float((i - j) ** 2)


def alpha(
    units: Iterable[Sequence[C | None]], categories: Sequence[C], *, ordinal: bool = False
) -> Figure:
    """Krippendorff's alpha of any number of raters, some of whom may not have rated a unit.

    Args:
        units: What each rater said of a unit; None, and a shorter row, is a missing rating.
        categories: All that can be said; in their order, for the ordinal measure.
        ordinal: Whether a step between neighbours counts less than one across; by the ranks that
            the ratings take up between the two.
    """
    coincidences: dict[tuple[int, int], float] = {}
    places: Mapping[C, int] = {category: place for place, category in enumerate(categories)}
    count = 0
    for unit in units:
        values = [places[value] for value in unit if value is not None]
        if len(values) < 2:
            continue
        count += 1
        counts = Counter(values)
        for c, k in ((c, k) for c in counts for k in counts):
            together = counts[c] * (counts[k] - (c == k)) / (len(values) - 1)
            coincidences[c, k] = coincidences.get((c, k), 0.0) + together
    if not count:
        return Figure(None, 0, "no unit was rated by two")
    size = range(len(categories))
    totals = [sum(coincidences.get((c, k), 0.0) for k in size) for c in size]
    distance = _ranks(totals) if ordinal else _disagreement(Weights.NONE)
    found = sum(distance(c, k) * value for (c, k), value in coincidences.items())
    expected = sum(distance(c, k) * totals[c] * totals[k] for c in size for k in size)
    if not expected:
        return Figure(None, count, "all ratings are in one category")
    return Figure(1 - (sum(totals) - 1) * found / expected, count)


def _ranks(totals: Sequence[float]) -> Distance:
    """The ordinal metric: squared, the ratings between two categories and half of both."""

    def distance(c: int, k: int) -> float:
        low, high = min(c, k), max(c, k)
        between = sum(totals[low : high + 1]) - (totals[c] + totals[k]) / 2
        return 0.0 if c == k else between**2

    return distance
