"""Why it came about: both sides give a cause, not the same one, or one side denies the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled

# What stands behind one of these is the cause of what stands before it; "is due to open" has none.
_CAUSED_BY = compiled(
    r"\b(?:because(?: of)?|(?<!is )(?<!are )(?<!was )(?<!were )due to"
    r"|due to(?= (?:an?|the|its|his|her|their|this|that|poor|bad|heavy|high|low|lack)\b)"
    r"|owing to|thanks to|as a result of|caused by|triggered by"
    r"|brought about by|sparked by|the result of|blam(?:e|es|ed|ing)(?: it| this| that)?(?: on)?"
    r"|died? (?:of|from)|put (?:it|this|that) down to|traced (?:it |this )?to"
    r"|stemm(?:ed|ing) from|for(?= (?:\w+ ){1,2}reasons\b)"
    r"|(?:resign|fin|suspend|dismiss|oust|criticis|criticiz|protest)(?:e?d|s|ing)? over"
    r"|(?:sacked|quit|stepp?(?:ed|s|ing)? down) over)\b",
    re.IGNORECASE,
)
# What stands before one of these is the cause.
_CAUSES = compiled(
    r"\b(?:(?:caused|triggered|sparked|brought about)(?! by)|causes|led to|leads to|resulted in"
    r"|(?:is|was|were|are) (?:to blame|responsible) for)\b",
    re.IGNORECASE,
)
# What stands before one of these is said not to be the cause.
_NO_CAUSE = compiled(
    r"\b(?:(?:played|had|plays|has) no (?:part|role|share|hand) in"
    r"|(?:had|has|have) nothing to do with|(?:did|does|do) not cause"
    r"|(?:is|was|were|are) not (?:the cause of|to blame for|responsible for|behind))\b",
    re.IGNORECASE,
)
_REACH = 6  # content words beside the cue that name the cause


def find(evidence: Evidence) -> Iterator[Finding]:
    """A shared cause agrees; another diverges, an event may have two; a denied one conflicts."""
    a = _cause(evidence.a, evidence.words_a)
    b = _cause(evidence.b, evidence.words_b)
    if a and b:
        same = any(left.means(right) for left in a for right in b)
        relation = Relation.AGREE if same else Relation.DIVERGE
        reason = "the same cause" if same else "another cause"
        yield evidence.finding(FindingKind.CAUSE, relation, _cover(a), _cover(b), reason)
    for seen, mirrored in both_ways(evidence):
        denied = _beside(_NO_CAUSE, seen.a, seen.words_a, behind=False)
        given = _cause(seen.b, seen.words_b)
        if not any(left.means(right) for left in denied for right in given):
            continue
        here, there = (given, denied) if mirrored else (denied, given)
        reason = "a cause on one side, none on the other"
        yield evidence.finding(
            FindingKind.CAUSE, Relation.CONFLICT, _cover(here), _cover(there), reason
        )


def _cause(claim: Claim, words: Sequence[Word]) -> list[Word]:
    """The content words that name the cause a claim gives; none where it gives none."""
    return _beside(_CAUSED_BY, claim, words, behind=True) or _beside(
        _CAUSES, claim, words, behind=False
    )


def _beside(
    cue: re.Pattern[str], claim: Claim, words: Sequence[Word], *, behind: bool
) -> list[Word]:
    """The content words right behind a cue of the claim, or right before it."""
    match = cue.search(claim.text)
    if match is None:
        return []
    start, end = (claim.span.start + place for place in match.span())
    if behind:
        return [word for word in words if word.content and word.span.start >= end][:_REACH]
    return [word for word in words if word.content and word.span.end <= start][-_REACH:]


def _cover(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
