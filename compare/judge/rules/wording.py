"""What is left when no rule finds a difference: the same said in other words, or much more said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.rules.comparable import meet
from tuireader.compare.judge.rules.timing import on_other_days
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span
from tuireader.compare.values import Polarity, Quantity

# So many content words of one side alone, beyond those of the other, say more than the other.
_MORE = 9
# And so many, where one side says all that the other does.
_ADDED = 3
# Below this share of met words, and without a figure or a date that agrees, nothing shows that the
# two say the same.
_CLOSE = 0.3
_FACTS = frozenset({FindingKind.QUANTITY, FindingKind.DATE, FindingKind.STATUS})
_ONE_STATEMENT = 5  # content words of a claim that says one thing only
_EVER = frozenset({"ever", "never", "before"})
_MORE_SO = frozenset(
    "more less so as such better worse greater bigger larger higher longer".split()
)
# Findings that say how a negation stands to what the other side asserts.
_TURNING = frozenset({FindingKind.POLARITY, FindingKind.ANTONYM})


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
    elif abs(len(extra_a) - len(extra_b)) < (_MORE if extra_a and extra_b else _ADDED):
        if not same_facts and (figures := _other_figures(evidence)):
            reason = "each gives a figure of its own"
            yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, *figures, reason)
        elif apart := _denied_by_one(evidence, findings):
            reason = "one side says that something is not so"
            yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, *apart, reason)
        elif not same_facts and (opposed := _opposed(evidence, extra_a, extra_b)):
            reason = "opposites, with little said besides on both sides"
            yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, *opposed, reason)
        elif not same_facts and on_other_days(evidence):
            reason = "told of different times"
            yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, a, b, reason)
        elif not same_facts:
            reason = "the same in other words"
            yield evidence.finding(FindingKind.WORDING, Relation.AGREE, a, b, reason)
    elif len(extra_a) > len(extra_b):
        reason = "A says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, _cover(extra_a), b, reason)
    else:
        reason = "B says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, a, _cover(extra_b), reason)


def _opposed(
    evidence: Evidence, extra_a: Sequence[Word], extra_b: Sequence[Word]
) -> tuple[Span, Span] | None:
    """The first opposites that meet nothing else; the rule for them wants more words in common."""
    for left, right in evidence.opposites:
        if left in extra_a and right in extra_b:
            return left.span, right.span
    return None


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


def _denied_by_one(evidence: Evidence, findings: Sequence[Finding]) -> tuple[Span, Span] | None:
    """A negation of one side, and the other, which denies nothing.

    The negation reaches what both speak of, or is the whole point of a short claim.
    None where a rule has accounted for the negation ("did not survive" and "died"), and where it
    only tells how great a thing is ("no bridge was ever longer").
    """
    if any(finding.kind in _TURNING for finding in findings):
        return None
    for seen, mirrored in both_ways(evidence):
        if seen.b.of(Polarity) or _unsurpassed(seen.words_a):
            continue
        met = {left.stem for left, _ in seen.shared}
        for negation in seen.a.of(Polarity):
            short = sum(word.content for word in seen.words_a) <= _ONE_STATEMENT
            if short or not met.isdisjoint(negation.value.scope):
                here, there = negation.span, seen.b.span
                return (there, here) if mirrored else (here, there)
    return None


def _unsurpassed(words: Sequence[Word]) -> bool:
    """Whether a claim says that nothing was ever more so."""
    said = {word.text.casefold() for word in words}
    return not (said.isdisjoint(_EVER) or said.isdisjoint(_MORE_SO))


def _cover(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
