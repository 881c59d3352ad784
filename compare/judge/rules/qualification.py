"""A turn that one side adds and the other does not: "but …", "though …", "only …".

Both can be true, yet a reader comes away with something different.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span

# Conjunctions and adverbs that set what follows against what a reader would expect, or narrow it.
_TURNS = frozenset(
    "but yet though although however merely only even nevertheless nonetheless despite "
    "whereas unless provided if except albeit supposedly so-called".split()
)

# "All but two", "nothing but praise": no turn, an exception.
_EXCEPT = frozenset("all any anything anyone nothing nobody none every everything everyone".split())


def find(evidence: Evidence) -> Iterator[Finding]:
    """A divergence where exactly one side turns against what both say."""
    for seen, mirrored in both_ways(evidence):
        turns = _turns(seen.words_a)
        if not turns or _turns(seen.words_b):
            continue
        turn = Span(turns[0].span.start, seen.a.span.end)
        a, b = (seen.b.span, turn) if mirrored else (turn, seen.b.span)
        reason = f"only {'B' if mirrored else 'A'} qualifies it: {seen.quote(seen.a, turn)}"
        yield Finding(FindingKind.ADDITION, Relation.DIVERGE, a, b, reason)


def _turns(words: tuple[Word, ...]) -> list[Word]:
    before = ("", *(word.text.casefold() for word in words))
    # "Yet" turns at the head of a claim; inside it is "not yet", "yet to come", "the worst yet".
    return [
        word
        for word, last in zip(words, before, strict=False)
        if word.text.casefold() in _TURNS
        and not (word.text == "but" and last in _EXCEPT)
        and not (word.text == "yet" and last)
    ]
