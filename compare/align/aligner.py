"""From two lists of claims to the pairs that speak of the same matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.compare.align.assignment import assign
from tuireader.compare.align.context import Cell
from tuireader.compare.align.length import is_long
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.align.restate import (
    restated,
    restated_in_long,
    without_echoes,
    without_neighbours,
)
from tuireader.compare.align.scorer import LexicalScorer, Scorer, thresholds
from tuireader.compare.lenses import Lens
from tuireader.compare.memory import Known
from tuireader.compare.model import Claim
from tuireader.compare.progress import Tell, part, silent

# What restates a claim of a pair is a pair from this share of the likelihood that others need: on
# news articles recall falls faster than precision rises above it, on the .gold files both gain.
_FAINT = 0.2


class Alignment(NamedTuple):
    """Two claims taken to speak of the same matter.

    Attributes:
        a: The claim of side A.
        b: The claim of side B.
        score: How likely that is, 0 to 1.
    """

    a: Claim
    b: Claim
    score: float


def align(
    a: Sequence[Claim],
    b: Sequence[Claim],
    lenses: Sequence[Lens],
    scorer: Scorer | None = None,
    *,
    tell: Tell = silent,
    memory: Known | None = None,
) -> tuple[Alignment, ...]:
    """The alignments of two documents, in the order of A and then of B.

    First the one-to-one assignment with the greatest total likelihood; then whatever else is
    likely enough in its own right, and what restates a claim of a pair: one claim may answer
    several.

    Args:
        a: The claims of side A.
        b: The claims of side B.
        lenses: Watch topics; claims of one topic are likelier to be about one matter.
        scorer: How likely two claims are about the same matter; the shipped one if None.
        tell: Told now and then how much is done.
        memory: Of an earlier comparison with these lenses.
    """
    tell(0)
    left, right = profile_both(a, b, lenses, part(tell, 0, 0.4), memory)
    likely = (scorer or LexicalScorer(lenses, part(tell, 0.4, 0.9), memory))(left, right)
    tell(0.9)
    # Equal gains fall the same way when the sides are swapped, if the text that sorts first leads.
    if [claim.text for claim in a] > [claim.text for claim in b]:
        swapped = {cell[::-1]: value for cell, value in likely.items()}
        best = {cell[::-1] for cell in best_of(swapped, thresholds())}
    else:
        best = best_of(likely, thresholds())
    chosen = best | others_of(best, likely, thresholds(), (left, right))
    tell(0.95)
    again = said_again(chosen, likely, (left, right), thresholds()["pair"], memory)
    tell(0.98)
    pairs = without_echoes(chosen | again, left, right)
    return tuple(
        Alignment(a[i], b[j], round(likely.get((i, j), thresholds()["pair"]), 4))
        for i, j in sorted(pairs)
    )


def best_of(likely: Mapping[Cell, float], limits: Mapping[str, float]) -> set[Cell]:
    """The one-to-one assignment with the greatest total likelihood.

    Args:
        likely: Likelihood of each cell, 0 to 1.
        limits: "pair", from which a cell may be assigned.
    """
    least = limits["pair"]
    return set(assign({cell: value - least for cell, value in likely.items() if value > least}))


def others_of(
    best: set[Cell],
    likely: Mapping[Cell, float],
    limits: Mapping[str, float],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
) -> set[Cell]:
    """The cells that are pairs also beside a better one.

    Args:
        best: The assignment.
        likely: Likelihood of each cell, 0 to 1.
        limits: "further", from which a cell is such a pair.
        profiles: The claims of both sides.
    """
    further = {cell for cell, value in likely.items() if value >= limits["further"]} - best
    return without_neighbours(further, best, *profiles)


def said_again(
    chosen: set[Cell],
    likely: Mapping[Cell, float],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
    pair: float,
    memory: Known | None = None,
) -> set[Cell]:
    """The cells that restate a chosen one, as far as they are not unlikely in themselves.

    Args:
        chosen: The pairs so far.
        likely: Likelihood of each cell, 0 to 1.
        profiles: The claims of both sides.
        pair: The likelihood from which any two claims are a pair.
        memory: Of an earlier comparison.
    """
    cells = [cell for cell, value in likely.items() if value >= pair * _FAINT]
    if is_long(*profiles):
        return restated_in_long(chosen, cells, *profiles, memory)
    return restated(chosen, *profiles).intersection(cells)
