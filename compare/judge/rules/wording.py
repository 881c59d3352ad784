"""What is left when no rule finds a difference: the same said in other words, or much more said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.rules.comparable import meet
from tuireader.compare.judge.rules.timing import on_other_days
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span
from tuireader.compare.values import Attribution, Moment, Name, Polarity, Quantity

# So many content words of one side alone, beyond those of the other, say more than the other.
_MORE = 9
# And so many, where one side says all that the other does.
_ADDED = 3
# Below this share of met words, and without a figure or a date that agrees, nothing shows that the
# two say the same.
_CLOSE = 0.3
_HALF = 0.5
_FACTS = frozenset({FindingKind.QUANTITY, FindingKind.DATE, FindingKind.STATUS})
_ONE_STATEMENT = 5  # content words of a claim that says one thing only
_TELLING = frozenset({"say"})  # the concept of "said", "told", "according to"
_EVER = frozenset({"ever", "never", "before"})
_MORE_SO = frozenset(
    "more less so as such better worse greater bigger larger higher longer".split()
)
_STATED = (Attribution, Moment, Quantity)
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
    alike = evidence.closeness >= _CLOSE and _shares_matter(evidence)
    if not (alike or evidence.worded_the_same or same_facts):
        yield evidence.finding(FindingKind.WORDING, Relation.DIVERGE, a, b, "told differently")
    elif abs(len(extra_a) - len(extra_b)) < (_MORE if extra_a and extra_b else _ADDED):
        if apart := _apart(evidence, findings, (extra_a, extra_b), same_facts=same_facts):
            kind, left, right, reason = apart
            yield evidence.finding(kind, Relation.DIVERGE, left, right, reason)
        elif not same_facts:
            reason = "the same in other words"
            yield evidence.finding(FindingKind.WORDING, Relation.AGREE, a, b, reason)
    elif len(extra_a) > len(extra_b):
        reason = "A says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, _cover(extra_a), b, reason)
    else:
        reason = "B says more about it"
        yield evidence.finding(FindingKind.ADDITION, Relation.DIVERGE, a, _cover(extra_b), reason)


def _apart(
    evidence: Evidence,
    findings: Sequence[Finding],
    extra: tuple[Sequence[Word], Sequence[Word]],
    *,
    same_facts: bool,
) -> tuple[FindingKind, Span, Span, str] | None:
    """Kind, places and reason of what keeps two claims of alike wording apart; None if nothing."""
    if not same_facts and (figures := _other_figures(evidence)):
        return FindingKind.WORDING, *figures, "each gives a figure of its own"
    if denied := _denied_by_one(evidence, findings):
        return FindingKind.WORDING, *denied, "one side says that something is not so"
    return None if same_facts else _apart_in_matter(evidence, findings, extra)


def _apart_in_matter(
    evidence: Evidence,
    findings: Sequence[Finding],
    extra: tuple[Sequence[Word], Sequence[Word]],
) -> tuple[FindingKind, Span, Span, str] | None:
    """The same of claims that share no fact."""
    if on_other_days(evidence):
        return FindingKind.WORDING, evidence.a.span, evidence.b.span, "told of different times"
    if figure := _figure_of_one(evidence):
        return FindingKind.ADDITION, *figure, "only one side gives a figure"
    if not findings and (replaced := _replaced(evidence, *extra)):
        return FindingKind.WORDING, *replaced, "another word in the same place"
    return None


def _shares_matter(evidence: Evidence) -> bool:
    """Whether the claims share a word beside names and what tells who says it."""
    left, right = ([facet.span for facet in claim.of(Name)] for claim in (evidence.a, evidence.b))
    return any(
        _TELLING.isdisjoint(one.concepts)
        and not any(span.overlaps(one.span) for span in left)
        and not any(span.overlaps(other.span) for span in right)
        for one, other in evidence.shared
    )


def _replaced(
    evidence: Evidence, extra_a: Sequence[Word], extra_b: Sequence[Word]
) -> tuple[Span, Span] | None:
    """Two words in one place of the same wording, of which nothing shows that they say the same.

    Figures, dates and who tells it are left to their own rules.
    """
    stated = [
        {facet.span for facet in claim.facets if isinstance(facet.value, _STATED)}
        for claim in (evidence.a, evidence.b)
    ]
    for edit in evidence.edits:
        left, right = (
            [word for word in words if word in extra]
            for words, extra in ((edit.a, extra_a), (edit.b, extra_b))
        )
        if len(left) == len(right) == 1 and not any(
            span.overlaps(word.span)
            for word, spans in zip((*left, *right), stated, strict=True)
            for span in spans
        ):
            return left[0].span, right[0].span
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


def _figure_of_one(evidence: Evidence) -> tuple[Span, Span] | None:
    """A figure of the one side that gives any, and the other, where they share less than half."""
    left, right = evidence.a.of(Quantity), evidence.b.of(Quantity)
    if evidence.closeness >= _HALF or bool(left) == bool(right):
        return None
    return (left[0].span, evidence.b.span) if left else (evidence.a.span, right[0].span)


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
