"""Which claims speak of the same matter: candidates, score, assignment."""

from tuireader.compare.align.aligner import Alignment, align
from tuireader.compare.align.scorer import LexicalScorer, Scorer

__all__ = ["Alignment", "LexicalScorer", "Scorer", "align"]
