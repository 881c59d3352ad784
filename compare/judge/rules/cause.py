"""Why it came about: both sides give a cause, and it is not the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled

# What stands behind one of these is the cause of what stands before it; "is due to open" has none.
_CAUSE = compiled(
    r"\b(?:because(?: of)?|(?<!is )(?<!are )(?<!was )(?<!were )due to"
    r"|due to(?= (?:an?|the|its|his|her|their|this|that|poor|bad|heavy|high|low|lack)\b)"
    r"|owing to|thanks to|as a result of|caused by|triggered by"
    r"|brought about by|sparked by|the result of|blam(?:e|es|ed|ing)(?: it| this| that)?(?: on)?"
    r"|put (?:it|this|that) down to|traced (?:it |this )?to|stemm(?:ed|ing) from)\b",
    re.IGNORECASE,
)
_REACH = 6  # content words behind the cue that name the cause


def find(evidence: Evidence) -> Iterator[Finding]:
    """A shared cause agrees, another one diverges: an event may have two."""
    a = _cause(evidence.a, evidence.words_a)
    b = _cause(evidence.b, evidence.words_b)
    if not a or not b:
        return
    same = any(left.means(right) for left in a for right in b)
    relation = Relation.AGREE if same else Relation.DIVERGE
    reason = "the same cause" if same else "another cause"
    yield evidence.finding(FindingKind.CAUSE, relation, _cover(a), _cover(b), reason)


def _cause(claim: Claim, words: Sequence[Word]) -> list[Word]:
    """The content words that name the cause a claim gives; none where it gives none."""
    cue = _CAUSE.search(claim.text)
    if cue is None:
        return []
    start = claim.span.start + cue.end()
    return [word for word in words if word.content and word.span.start >= start][:_REACH]


def _cover(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
