"""Who did it to whom: the same words in the active and in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span

_BE = frozenset("is are was were be been being".split())


def find(evidence: Evidence) -> Iterator[Finding]:
    """A conflict where the passive turns round what the same words say in the active.

    "The council sued the builder", "the council was sued by the builder".
    """
    for seen, mirrored in both_ways(evidence):
        verb = _passive(seen.words_a)
        if verb is None or _passive(seen.words_b) is not None:
            continue
        if [w.stem for w in seen.words_a if w.content] != [
            w.stem for w in seen.words_b if w.content
        ]:
            continue
        active = next((right for left, right in seen.shared if left is verb), None)
        if active is None or verb.span.start == seen.a.span.start:
            continue
        here = _with_its_helpers(seen.words_a, verb)
        a, b = (active.span, here) if mirrored else (here, active.span)
        reason = "one does it on one side and has it done to him on the other"
        yield evidence.finding(FindingKind.ACTOR, Relation.CONFLICT, a, b, reason)


def _passive(words: Sequence[Word]) -> Word | None:
    """The verb of "was beaten by"; None where there is none."""
    for be, verb, by in zip(words, words[1:], words[2:], strict=False):
        if be.text.casefold() in _BE and verb.content and by.text.casefold() == "by":
            return verb
    return None


def _with_its_helpers(words: Sequence[Word], verb: Word) -> Span:
    index = next(place for place, word in enumerate(words) if word is verb)
    return Span(words[index - 1].span.start, words[index + 1].span.end)
