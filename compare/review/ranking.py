"""Counterparts for a claim, as the aligner sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.compare.align import LexicalScorer
from tuireader.compare.align.profiles import profile_both
from tuireader.compare.lenses import Lens
from tuireader.compare.model import Claim, Side


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A claim of the other side.

    Attributes:
        claim: The claim.
        score: How likely the two speak of the same matter, 0 to 1.
    """

    claim: Claim
    score: float


class Ranking:
    """The aligner's likelihoods for all claims of two texts, worked out once."""

    def __init__(
        self, claims: tuple[tuple[Claim, ...], tuple[Claim, ...]], lenses: Sequence[Lens]
    ) -> None:
        self.claims = claims
        likely = LexicalScorer(lenses)(*profile_both(*claims, lenses))
        self._found: dict[str, list[Suggestion]] = {}
        for (i, j), score in likely.items():
            for claim, other in ((claims[0][i], claims[1][j]), (claims[1][j], claims[0][i])):
                self._found.setdefault(claim.id, []).append(Suggestion(other, round(score, 4)))
        for found in self._found.values():
            found.sort(key=lambda suggestion: (-suggestion.score, suggestion.claim.span))

    def of(self, claim: Claim) -> tuple[Suggestion, ...]:
        """All claims of the other side, the likeliest first; unscored ones in reading order."""
        found = self._found.get(claim.id, [])
        scored = {suggestion.claim.id for suggestion in found}
        others = self.claims[Side(claim.id[0]) is Side.A]
        rest = (Suggestion(other, 0.0) for other in others if other.id not in scored)
        return (*found, *rest)
