"""Which claims speak of the same matter: candidates, score, assignment."""

from tuireader.compare.align.aligner import Alignment, align
from tuireader.compare.align.scorer import Scorer, lexical_scorer

__all__ = ["Alignment", "Scorer", "align", "lexical_scorer"]
