"""How likely two claims are about the same matter: a logistic model in two steps.

The first step looks at the two claims alone, the second also at what the first says of their
neighbours. The weights stand in `weights.toml`, with the command that learned them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from typing import Protocol

from tuireader.compare import ready
from tuireader.compare.align.among import AMONG, among
from tuireader.compare.align.candidates import find_candidates
from tuireader.compare.align.context import CONTEXT, Cell, contexts
from tuireader.compare.align.features import FEATURES
from tuireader.compare.align.profiles import Profile
from tuireader.compare.align.watch import vouched
from tuireader.compare.lenses import Lens
from tuireader.compare.memory import Memory, NoMemory
from tuireader.compare.progress import Tell, part, silent, told

FIRST = (*FEATURES, *AMONG)
SECOND = ("guess", *CONTEXT)

_FEATURES = tuple(FEATURES.values())
_SENSES = FIRST.index("senses")


class Scorer(Protocol):
    """The seam for another similarity, such as one over sentence embeddings."""

    def __call__(self, a: Sequence[Profile], b: Sequence[Profile]) -> Mapping[Cell, float]:
        """How likely the claims of `a[i]` and `b[j]` speak of the same matter, 0 to 1, by (i, j).

        A pair that is left out counts as 0. Swapping the sides must give the same values.
        """


class LexicalScorer:
    """The scorer that tuireader ships: words, names, figures, dates, topics and discourse.

    Args:
        lenses: Watch topics; claims of one topic are likelier to be about one matter.
        tell: Told now and then how much is done.
        memory: Of an earlier comparison with these lenses.
    """

    def __init__(
        self, lenses: Sequence[Lens], tell: Tell = silent, memory: Memory | None = None
    ) -> None:
        self._lenses = lenses
        self._tell = tell
        self._memory = memory

    def __call__(self, a: Sequence[Profile], b: Sequence[Profile]) -> dict[Cell, float]:
        """Likelihood of every candidate."""
        weights = _weights()
        # Neither table outlives its step: in long texts they are the largest there are.
        first = part(self._tell, 0, 0.8)
        guesses = likelihoods(weights["first"], FIRST, measure(a, b, first, self._memory))
        second = part(self._tell, 0.85, 0.95)
        likely = likelihoods(weights["second"], SECOND, extend(guesses, second))
        self._tell(1)
        signs = vouched(likely, a, b, self._lenses, thresholds()["pair"])
        return likely | {cell: max(likely[cell], thresholds()["further"]) for cell in signs}


def measure(
    a: Sequence[Profile],
    b: Sequence[Profile],
    tell: Tell = silent,
    memory: Memory | None = None,
) -> dict[Cell, list[float]]:
    """The values of `FIRST` for every candidate."""
    recall = (memory or NoMemory()).recall
    candidates = find_candidates(a, b, part(tell, 0, 0.5))
    alone = {
        (i, j): recall((a[i], b[j]), _features, a[i], b[j])
        for i, j in told(candidates, part(tell, 0.5, 1))
    }
    tell(1)
    found = among({cell: row[_SENSES] for cell, row in alone.items()}, len(a), len(b))
    tell(1)
    return {cell: [*alone.pop(cell), *found.pop(cell)] for cell in candidates}


def _features(a: Profile, b: Profile) -> tuple[float, ...]:
    """The values of `FEATURES` for two claims."""
    return tuple([feature(a, b) for feature in _FEATURES])


def extend(guesses: Mapping[Cell, float], tell: Tell = silent) -> dict[Cell, list[float]]:
    """The values of `SECOND`: the first guess in log odds, and the context."""
    context = contexts(guesses, tell)
    return {cell: [_log_odds(guess), *context[cell]] for cell, guess in guesses.items()}


def logistic(weights: Mapping[str, float], names: Sequence[str], row: Sequence[float]) -> float:
    """The likelihood that a row of feature values stands for."""
    return likelihoods(weights, names, {(0, 0): row})[0, 0]


def likelihoods(
    weights: Mapping[str, float], names: Sequence[str], rows: Mapping[Cell, Sequence[float]]
) -> dict[Cell, float]:
    """The likelihood that each row of feature values stands for."""
    bias, factors = weights["bias"], [weights.get(name, 0.0) for name in names]
    totals = {cell: bias + math.fsum(map(mul, factors, row)) for cell, row in rows.items()}
    return {
        cell: 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) for cell, total in totals.items()
    }


def _log_odds(guess: float) -> float:
    bounded = max(1e-4, min(1 - 1e-4, guess))
    return math.log(bounded / (1 - bounded))


def thresholds() -> dict[str, float]:
    """From which likelihood claims are a pair: as the best of both, and beside a better one."""
    return _weights()["thresholds"]


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The learned weights: step -> feature -> weight."""
    return ready.table(__name__, "weights.toml")
