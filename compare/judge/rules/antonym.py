"""Words that exclude each other, said of the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules import timing
from tuireader.compare.judge.wording import Word
from tuireader.compare.lexicon.antonyms import opposed
from tuireader.compare.model import Claim, Finding, FindingKind, Relation
from tuireader.compare.values import Polarity

_CLOSE_WORDING = 0.34


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each word of A that has its opposite in B, where the rest is shared."""
    if not evidence.edits and evidence.closeness < _CLOSE_WORDING:
        return
    met = {id(word) for pair in evidence.shared for word in pair}
    for left in evidence.words_a:
        if not left.content or id(left) in met:
            continue
        for right in evidence.words_b:
            if not right.content or id(right) in met or not opposed(left.stem, right.stem):
                continue
            relation, reason = _judge(evidence, left, right)
            yield evidence.finding(FindingKind.ANTONYM, relation, left.span, right.span, reason)


def _judge(evidence: Evidence, left: Word, right: Word) -> tuple[Relation, str]:
    if timing.other_times(evidence):
        return Relation.DIVERGE, "opposites, of different times"
    if _negated(evidence.a, left) != _negated(evidence.b, right):
        return Relation.AGREE, "the same, said by its opposite"
    return Relation.CONFLICT, "opposites"


def _negated(claim: Claim, word: Word) -> bool:
    return any(word.stem in facet.value.scope for facet in claim.of(Polarity))
