"""How likely two claims are about the same matter: a logistic model in two steps.

The first step looks at the two claims alone, the second also at what the first says of their
neighbours. The weights stand in `weights.toml`, with the command that learned them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple, Protocol

from tuireader.compare import ready
from tuireader.compare.align.among import AMONG, among
from tuireader.compare.align.candidates import find_candidates
from tuireader.compare.align.context import CONTEXT, Cell, contexts
from tuireader.compare.align.features import FEATURES
from tuireader.compare.align.profiles import Profile
from tuireader.compare.align.watch import vouched
from tuireader.compare.lenses import Lens
from tuireader.compare.memory import Known
from tuireader.compare.progress import Tell, part, silent, told

_ALONE = tuple(FEATURES)
FIRST = (*_ALONE, *AMONG)
SECOND = ("guess", *CONTEXT)

_FEATURES = tuple(FEATURES.values())
_SENSES = FIRST.index("senses")
_SUREST = math.log(9_999)


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
        self, lenses: Sequence[Lens], tell: Tell = silent, memory: Known | None = None
    ) -> None:
        self._lenses = lenses
        self._tell = tell
        self._memory = memory

    def __call__(self, a: Sequence[Profile], b: Sequence[Profile]) -> dict[Cell, float]:
        """Likelihood of every candidate."""
        cells, odds = self._first(a, b)
        self._tell(0.85)
        context = contexts(cells, [*map(likelihood, odds)], part(self._tell, 0.85, 0.95))
        bias, guess, beside, around = _of_step("second", SECOND)
        values = [
            likelihood(bias + guess * bounded(each) + beside * right + around * far)
            for each, (right, far) in zip(odds, context, strict=True)
        ]
        likely = dict(zip(cells, values, strict=True))
        self._tell(1)
        signs = vouched(likely, a, b, self._lenses, thresholds()["pair"])
        return likely | {cell: max(likely[cell], thresholds()["further"]) for cell in signs}

    def _first(self, a: Sequence[Profile], b: Sequence[Profile]) -> tuple[list[Cell], list[float]]:
        """Every candidate, and the log odds of each after the first step."""
        cells = find_candidates(a, b, part(self._tell, 0, 0.4), self._memory)
        couples = ((a[i], b[j]) for i, j in told(cells, part(self._tell, 0.4, 0.8)))
        alone = (self._memory or Known()).recall_all(couples, _alone)
        bias, standing, place = _of_step("first", AMONG)
        among_all = among(cells, [likeness for likeness, _ in alone], len(a), len(b))
        return cells, [
            bias + odds + standing * near + place * together
            for (_, odds), (near, together) in zip(alone, among_all, strict=True)
        ]


class _Alone(NamedTuple):
    """What two claims tell by themselves.

    Attributes:
        likeness: Their `features.senses`.
        odds: What `FEATURES` adds to the log odds of the first step.
    """

    likeness: float
    odds: float


def _alone(a: Profile, b: Profile) -> _Alone:
    row = features(a, b)
    _, *factors = _of_step("first", _ALONE)
    return _Alone(row[_SENSES], math.fsum(map(mul, factors, row)))


def features(a: Profile, b: Profile) -> tuple[float, ...]:
    """The values of `FEATURES` for two claims."""
    return tuple([feature(a, b) for feature in _FEATURES])


def likelihood(odds: float) -> float:
    """The likelihood, 0 to 1, for log odds."""
    return 1 / (1 + math.exp(-odds))


def bounded(odds: float) -> float:
    """The log odds of a first guess, none surer than one in ten thousand."""
    return odds if -_SUREST < odds < _SUREST else math.copysign(_SUREST, odds)


def thresholds() -> dict[str, float]:
    """From which likelihood claims are a pair: as the best of both, and beside a better one."""
    return _weights()["thresholds"]


@cache
def _of_step(step: str, names: tuple[str, ...]) -> tuple[float, ...]:
    """The bias of a step, and the weights of some of its features."""
    weights = _weights()[step]
    return (weights["bias"], *[weights[name] for name in names])


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The learned weights: step -> feature -> weight."""
    return ready.table(__name__, "weights.toml")
