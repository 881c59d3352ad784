"""From two lists of claims to the pairs that speak of the same matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuireader.compare.align.assignment import assign
from tuireader.compare.align.context import Cell
from tuireader.compare.align.scorer import Scorer, thresholds
from tuireader.compare.model import Claim


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims taken to speak of the same matter.

    Attributes:
        a: The claim of side A.
        b: The claim of side B.
        score: How likely that is, 0 to 1.
    """

    a: Claim
    b: Claim
    score: float


def align(a: Sequence[Claim], b: Sequence[Claim], scorer: Scorer) -> tuple[Alignment, ...]:
    """The alignments of two documents, in the order of A and then of B.

    First the one-to-one assignment with the greatest total likelihood, then whatever else is
    likely enough in its own right: one claim may answer several.
    """
    likely = scorer(a, b)
    # Equal gains fall the same way when the sides are swapped, if the text that sorts first leads.
    if [claim.text for claim in a] > [claim.text for claim in b]:
        chosen = {
            cell[::-1]
            for cell in choose({cell[::-1]: value for cell, value in likely.items()}, thresholds())
        }
    else:
        chosen = choose(likely, thresholds())
    return tuple(Alignment(a[i], b[j], round(likely[i, j], 4)) for i, j in sorted(chosen))


def choose(likely: Mapping[Cell, float], limits: Mapping[str, float]) -> set[Cell]:
    """The cells that are pairs.

    Args:
        likely: Likelihood of each cell, 0 to 1.
        limits: "pair", from which a cell may be assigned, and "further", from which it is a pair
            also beside a better one; "alone" is the same for a claim that would else have none.
    """
    chosen = set(assign({cell: value - limits["pair"] for cell, value in likely.items()}))
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    return chosen | {
        (row, column)
        for (row, column), value in likely.items()
        if value >= limits["further"]
        or (value >= limits["alone"] and (row not in rows or column not in columns))
    }
