"""Negation and denial: one side says that it is so, the other that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.lexicon.concepts import concepts_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import (
    Attribution,
    Certainty,
    Likelihood,
    Moment,
    Polarity,
    Quantity,
    Stance,
)

# Not to say a thing is not to say that it isn't so.
_SILENT = frozenset(
    map(stem, "say mention name comment discuss disclose elaborate know specify".split())
)
# Nor is not to tell it, where the other side does not speak of the telling but only says who tells.
_UNTOLD = frozenset(map(stem, "tell reveal show".split()))
# To say neither that it is so nor that it isn't.
_LEFT_OPEN = compiled(
    r"\b(?:(?:neither|not|n['’]t) (?:confirm|den)\w* (?:n?or|and) (?:confirm|den)\w*"
    r"|(?:declin|refus)\w+ to (?:confirm|deny|comment|say))\b",
    re.IGNORECASE,
)
# Not all of it, perhaps some of it.
_PARTIAL = frozenset(
    f"not {word}" for word in "all every everyone everybody always necessarily".split()
)
_PART = frozenset("some many most several half part partly mostly largely sometimes often".split())
# This share of the words that a negation reaches the other side must assert.
_REACHED = 0.5


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each negation of one side whose reach the other side speaks of."""
    told: set[tuple[Span, Span]] = set()
    for seen, mirrored in both_ways(evidence):
        for negation in seen.a.of(Polarity):
            reached = _reached(seen, negation)
            if reached is None:
                continue
            relation, there, reason = _judge(seen, negation, reached)
            a, b = (there, negation.span) if mirrored else (negation.span, there)
            if (a, b) not in told:  # two negations that meet are found from either side
                told.add((a, b))
                yield evidence.finding(FindingKind.POLARITY, relation, a, b, reason)
        if open_ := _left_open(seen):
            a, b = (seen.b.span, open_) if mirrored else (open_, seen.b.span)
            reason = "one side leaves it open"
            yield evidence.finding(FindingKind.CERTAINTY, Relation.DIVERGE, a, b, reason)


def _left_open(evidence: Evidence) -> Span | None:
    """Where A says neither that it is so nor that it isn't, and B does not."""
    match = _LEFT_OPEN.search(evidence.a.text)
    if match is None or _LEFT_OPEN.search(evidence.b.text):
        return None
    start = evidence.a.span.start
    return Span(start + match.start(), start + match.end())


def _reached(evidence: Evidence, negation: Facet[Polarity]) -> list[Word] | None:
    """The words of B that a negation of A reaches, in order; None where it misses the point.

    The point is the first word in reach, what is said not to be so; a bare likeness of meaning
    there needs a second word beside it.
    """
    scope = _scope(evidence, negation)
    if scope and _untold(evidence, scope[0]):
        scope = scope[1:]  # what is not said, of which the other side may speak
    met = [_counterpart(evidence, word) for word in scope]
    found = [word for word in met if word is not None]
    if not met or met[0] is None:
        return None
    if len(found) / len(scope) < _REACHED and not _taken_back(evidence, negation):
        return None
    if met[0].stem != scope[0] and len(found) < 2:
        return None
    return sorted(set(found), key=lambda word: word.span)


def _taken_back(evidence: Evidence, negation: Facet[Polarity]) -> bool:
    """Whether B has the same cue, but negated itself: "ruled it out", "did not rule it out"."""
    cue = {stem(word) for word in negation.value.cue.split() if word not in STOPWORDS}
    said = {word.stem for word in evidence.words_b}
    return bool(cue) and cue <= said and not evidence.b.of(Polarity)


def _scope(evidence: Evidence, negation: Facet[Polarity]) -> tuple[str, ...]:
    """What a negation of A reaches, or what stands before one that reaches nothing behind it.

    "Peaceful it was not."
    """
    if negation.value.scope or negation.value.stance is Stance.DENIED:
        return negation.value.scope
    if any(word.span.start >= negation.span.end for word in evidence.words_a):
        return ()
    words = [w for w in evidence.words_a if w.content and w.span.end <= negation.span.start]
    return tuple(word.stem for word in words[-2:])


def _counterpart(evidence: Evidence, word: str) -> Word | None:
    """The word of B that says the same as a stem of A, if there is one."""
    content = [other for other in evidence.words_b if other.content]
    senses = set(concepts_of(word))
    alike = (other for other in content if senses & set(other.concepts))
    return next((other for other in content if other.stem == word), next(alike, None))


def _untold(evidence: Evidence, word: str) -> bool:
    """Whether A says with this word that it is not told, and B does not speak of the telling."""
    told = _counterpart(evidence, word)
    if told is None:
        return word in _SILENT
    tellers = [facet.span for facet in evidence.b.of(Attribution)]
    return word in _UNTOLD and any(span.overlaps(told.span) for span in tellers)


def _expected(claim: Claim) -> bool:
    """Whether a claim speaks of what is still to come, be it likely or not."""
    ahead = (Likelihood.EXPECTED, Likelihood.LIKELY, Likelihood.UNLIKELY)
    return any(facet.value.likelihood in ahead for facet in claim.of(Certainty))


def _judge(
    evidence: Evidence, negation: Facet[Polarity], reached: list[Word]
) -> tuple[Relation, Span, str]:
    """The relation, the place in B that it rests on, and the reason."""
    stems = {word.stem for word in reached}
    for other in evidence.b.of(Polarity):
        if not stems.isdisjoint(_scope(evidence.mirrored, other)):
            if _partial(negation) != _partial(other):
                return Relation.DIVERGE, other.span, "not all on one side, none on the other"
            return Relation.AGREE, other.span, "both say that it is not so"
    place = _place(evidence.b, reached)
    if (compatible := _compatible(evidence, negation)) is not None:
        return Relation.DIVERGE, place, compatible
    if negation.value.stance is Stance.DENIED:
        return Relation.CONFLICT, place, "one side denies what the other asserts"
    return Relation.CONFLICT, place, "one side says so, the other that it is not"


def _compatible(evidence: Evidence, negation: Facet[Polarity]) -> str | None:
    """Why a negation of A and what it reaches in B can both be true; None where they cannot."""
    if _partial(negation) and any(w.text.casefold() in _PART for w in evidence.words_b):
        return "not all on one side, a part on the other"
    if any(_LEFT_OPEN.search(claim.text) for claim in (evidence.a, evidence.b)):
        return "one side leaves it open"
    scope = negation.value.scope
    if scope and (scope[0] in _SILENT or _untold(evidence, scope[0])):
        return "one side does not say what the other does"
    if _expected(evidence.b) and not _expected(evidence.a):
        return "to come on one side, not so yet on the other"
    return None


def _partial(negation: Facet[Polarity]) -> bool:
    """Whether a negation leaves room for some: "not all", "not every"."""
    return negation.value.cue in _PARTIAL


def _place(claim: Claim, words: list[Word]) -> Span:
    """From the first to the last of some words, with the whole of each figure and date there."""
    stretch = Span(words[0].span.start, words[-1].span.end)
    spans = [stretch] + [
        facet.span
        for facet in claim.facets
        if isinstance(facet.value, Quantity | Moment) and facet.span.overlaps(stretch)
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
