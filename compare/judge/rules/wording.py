"""What is left when no rule finds a difference: the same said in other words, or much more said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules.comparable import meet
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span
from tuireader.compare.values import Quantity

# So many content words of one side alone, beyond those of the other, say more than the other.
_MORE = 9
# Below this share of met words, and without a figure or a date that agrees, nothing shows that the
# two say the same.
_CLOSE = 0.3
_FACTS = frozenset({FindingKind.QUANTITY, FindingKind.DATE, FindingKind.STATUS})


def find(evidence: Evidence, findings: Sequence[Finding]) -> Iterator[Finding]:
    """One finding on the wording as a whole, where the other rules found no difference."""
    met_a = {id(left) for left, _ in evidence.shared}
    met_b = {id(right) for _, right in evidence.shared}
    extra_a = [w for w in evidence.words_a if w.content and id(w) not in met_a]
    extra_b = [w for w in evidence.words_b if w.content and id(w) not in met_b]
    a, b = evidence.a.span, evidence.b.span
    same_facts = any(finding.kind in _FACTS for finding in findings)
    if evidence.closeness < _CLOSE and not (evidence.worded_the_same or same_facts):
        yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, a, b, "told differently")
    elif abs(len(extra_a) - len(extra_b)) < _MORE:
        if not same_facts and (figures := _other_figures(evidence)):
            reason = "each gives a figure of its own"
            yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, *figures, reason)
        elif not same_facts:
            reason = "the same in other words"
            yield evidence.finding(FindingKind.WORDING, Relation.AGREE, a, b, reason)
    elif len(extra_a) > len(extra_b):
        reason = "A says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, _cover(extra_a), b, reason)
    else:
        reason = "B says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, a, _cover(extra_b), reason)


def _other_figures(evidence: Evidence) -> tuple[Span, Span] | None:
    """The first figures of both sides, where both give some of one unit and none of them meet."""
    left, right = evidence.a.of(Quantity), evidence.b.of(Quantity)
    rivals = [(a, b) for a in left for b in right if a.value.unit == b.value.unit]
    if not rivals or any(meet(a.value, b.value) for a, b in rivals):
        return None
    # The nearest to the start, the same from either side.
    a, b = min(
        rivals,
        key=lambda pair: (
            pair[0].span.start - evidence.a.span.start + pair[1].span.start - evidence.b.span.start,
            pair[0].value.unit,
        ),
    )
    return a.span, b.span


def _cover(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
