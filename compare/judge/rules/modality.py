"""In what sense a thing is said: done or only attempted, a duty or advice, so or only supposed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tuireader.compare.claims.segments.grammar import is_finite
from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Certainty, Likelihood, Moment, Quantity

_ATTEMPT = compiled(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?"
    r"|want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|vow(?:s|ed|ing)?|threaten(?:s|ed|ing)?"
    r"|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?|intend(?:s|ed|ing)?) to\s+",
    re.IGNORECASE,
)
_AHEAD = compiled(
    r"\b(?:will|(?:plans?|planned|planning|due|set|expects?|expected|scheduled|slated|about|going"
    r"|prepar(?:es|ed|ing)|agreed|decided|ordered|wants?|is|are|was|were) to)\s+(?:be\s+)?",
    re.IGNORECASE,
)
_DUTY = compiled(
    r"\b(?:must|ha(?:s|ve|d) to|(?:is|are|was|were) (?:required|obliged|bound|ordered) to)\b",
    re.IGNORECASE,
)
_ADVICE = compiled(
    r"\b(?:should|ought to|(?:is|are|was|were) (?:advised|encouraged|urged|asked|invited) to)\b",
    re.IGNORECASE,
)
_SUPPOSED = compiled(
    r"\b(?:would|could|might) (?:not )?have\s+(?=[^.;]*\b(?:if|had|unless|without|but for)\b)",
    re.IGNORECASE,
)
_HAVE = frozenset("has have had 've 's".split())
_IN_PART = frozenset("some many most several few half part parts partly partially first".split())
_WAS = frozenset(("was", "were"))
_BE = frozenset(("is", "are", "be", "being", *_WAS))


def find(evidence: Evidence) -> Iterator[Finding]:
    """A finding where the two sides say the same thing in another sense."""
    for seen, mirrored in both_ways(evidence):
        found = _attempted(seen) or _supposed(seen) or _advised(seen) or _ahead(seen)
        if found is None:
            continue
        relation, here, there, reason = found
        a, b = (there, here) if mirrored else (here, there)
        yield evidence.finding(FindingKind.CERTAINTY, relation, a, b, reason)


Found = tuple[Relation, Span, Span, str]


def _attempted(seen: Evidence) -> Found | None:
    """What B tells as done is only tried, wanted or promised in A."""
    done = _told_behind(_ATTEMPT, seen)
    if done is None or _ATTEMPT.search(seen.b.text) or _open(seen.b):
        return None
    cue, word = done
    return Relation.DIVERGE, cue, word.span, "tried or promised on one side, done on the other"


def _supposed(seen: Evidence) -> Found | None:
    """What B tells as done would have come about, in A, had things been otherwise."""
    done = _told_behind(_SUPPOSED, seen)
    if done is None or _SUPPOSED.search(seen.b.text) or _open(seen.b):
        return None
    cue, word = done
    return Relation.CONFLICT, cue, word.span, "only supposed on one side, so on the other"


def _ahead(seen: Evidence) -> Found | None:
    """What B tells as done is only to come in A."""
    done = _told_behind(_AHEAD, seen)
    if done is None or _AHEAD.search(seen.b.text) or _open(seen.b):
        return None
    cue, word = done
    index = next(place for place, other in enumerate(seen.words_b) if other is word)
    if not _is_past(seen, index, passive=seen.quote(seen.a, cue).endswith("be")):
        return None
    if not seen.days_apart and _done_before(seen, index):
        return Relation.CONFLICT, cue, word.span, "to come on one side, done already on the other"
    return Relation.DIVERGE, cue, word.span, "to come on one side, done on the other"


def _is_past(seen: Evidence, verb: int, *, passive: bool) -> bool:
    """Whether a verb of B, which A has too, tells what is done: "has left", "left", "was shut".

    Args:
        seen: The claims.
        verb: Which of B's words.
        passive: Whether it is in the passive in A.
    """
    helpers = {other.text.casefold() for other in seen.words_b[max(verb - 3, 0) : verb]}
    if not helpers.isdisjoint(_HAVE):
        return True
    if not helpers.isdisjoint(_BE):
        return passive and not helpers.isdisjoint(_WAS)
    folded = [word.text.casefold() for word in seen.words_b]
    base = {word.text.casefold() for word in seen.words_a}
    told = folded[verb]
    return told not in base and not told.endswith("s") and is_finite(folded, verb)


def _done_before(seen: Evidence, verb: int) -> bool:
    """Whether B says that all of it was done before either text: "already", "since May"."""
    figures = [{figure.value.stated for figure in c.of(Quantity)} for c in (seen.a, seen.b)]
    if figures[0] != figures[1] or any(w.text.casefold() in _IN_PART for w in seen.words_b):
        return False
    if any(word.text.casefold() == "already" for word in seen.words_b[max(verb - 3, 0) : verb]):
        return True
    behind = seen.words_b[verb + 1 : verb + 3]
    return any(
        one.text.casefold() == "since" and facet.span.contains(other.span)
        for one, other in pairwise(behind)
        for facet in seen.b.of(Moment)
    )


def _advised(seen: Evidence) -> Found | None:
    """What must be done by B is only advised in A, in the same wording."""
    advice, duty = _ADVICE.search(seen.a.text), _DUTY.search(seen.b.text)
    if advice is None or duty is None or not seen.edits:
        return None
    here, there = _place(seen.a, advice), _place(seen.b, duty)
    return Relation.DIVERGE, here, there, "advice on one side, a duty on the other"


def _told_behind(cue: re.Pattern[str], seen: Evidence) -> tuple[Span, Word] | None:
    """The cue in A and the word of B that says what the verb right behind the cue does."""
    match = cue.search(seen.a.text)
    if match is None:
        return None
    end = seen.a.span.start + match.end()
    verb = next((word for word in seen.words_a if word.span.start >= end), None)
    told = [right for left, right in seen.shared if left is verb]
    return (_place(seen.a, match), told[0]) if told else None


def _open(claim: Claim) -> bool:
    """Whether a claim itself leaves open that it came about."""
    sure = {Likelihood.CERTAIN, Likelihood.REPORTED}
    return any(facet.value.likelihood not in sure for facet in claim.of(Certainty))


def _place(claim: Claim, match: re.Match[str]) -> Span:
    words = match[0].rstrip()
    start = claim.span.start + match.start()
    return Span(start, start + len(words))
