"""Words that exclude each other, said of the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules import timing
from tuireader.compare.judge.rules.reckoning import reckoned
from tuireader.compare.judge.wording import Word
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Claim, Finding, FindingKind, Relation
from tuireader.compare.values import Name, Polarity

_CLOSE_WORDING = 0.3  # one content word of three
# Verbs for one deal from either end: what one side buys of the other the other sells to it.
_CONVERSE = tuple(
    {stem(here), stem(there)}
    for here, there in (
        ("buy", "sell"),
        ("bought", "sold"),
        ("lend", "borrow"),
        ("lent", "borrowed"),
        ("win", "lose"),
        ("won", "lost"),
        ("give", "receive"),
        ("gave", "received"),
        ("import", "export"),
        ("rent", "let"),
    )
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each word of A that has its opposite in B, where the rest is shared."""
    if not evidence.edits and evidence.closeness < _CLOSE_WORDING:
        return
    if any(True for _ in reckoned(evidence)):
        return  # nine live of the 24 of whom fifteen died
    met = {id(word) for pair in evidence.shared for word in pair}
    for left, right in evidence.opposites:
        if id(left) not in met and id(right) not in met:
            relation, reason = _judge(evidence, left, right)
            yield evidence.finding(FindingKind.ANTONYM, relation, left.span, right.span, reason)


def _judge(evidence: Evidence, left: Word, right: Word) -> tuple[Relation, str]:
    if timing.other_times(evidence):
        return Relation.DIVERGE, "opposites, of different times"
    if {left.stem, right.stem} in _CONVERSE and _turned_round(evidence):
        return Relation.AGREE, "one deal, told from both ends"
    if _negated(evidence.a, left) != _negated(evidence.b, right):
        return Relation.AGREE, "the same, said by its opposite"
    return Relation.CONFLICT, "opposites"


def _turned_round(evidence: Evidence) -> bool:
    """Whether the first two names that both sides bear stand in another order on each."""
    left, right = (
        list(dict.fromkeys(evidence.key(facet.value) for facet in claim.of(Name)))
        for claim in (evidence.a, evidence.b)
    )
    both_a = [key for key in left if key in right]
    both_b = [key for key in right if key in left]
    return len(both_a) >= 2 and both_a[:2] == both_b[1::-1]


def _negated(claim: Claim, word: Word) -> bool:
    return any(word.stem in facet.value.scope for facet in claim.of(Polarity))
