"""The claims of a sentence that makes several: coordinated clauses, relative and participial tails.

What is said and who says it stay together: "police said" is never a claim of its own. Nothing is
cut inside a quotation or a bracket, nor through a facet.
"""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.claims.segments.frames import SHORTEST, Frame, frame_of
from tuireader.compare.claims.segments.joints import cuts_at, joints_of, unmarked
from tuireader.compare.claims.segments.quotations import closed_spans
from tuireader.compare.claims.segments.words import Words, words_of
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import FacetKind, Value

_QUOTING = frozenset("“”„«»()[]\"‘'")
_JOINING = ",;:—–-"


def split_clauses(text: str, sentence: Span, facets: Sequence[Facet[Value]]) -> list[Span]:
    """The clauses of `sentence` that make a claim each, in order; mostly the one sentence itself.

    Spans are disjoint and lie inside the sentence; between them stand only white space and joining
    punctuation. Each has at least four words and a verb. `facets` are those of the sentence:
    figures and dates decide whether a relative clause or a participle says something of its own.
    """
    words = words_of(text, sentence.start, sentence.end)
    joints = _outside(text, sentence, words, joints_of(words), facets)
    if not joints:
        return [sentence]
    frame = frame_of(
        words,
        [facet.span for facet in facets if facet.kind is FacetKind.QUANTITY],
        [facet.span for facet in facets if facet.kind is FacetKind.DATE],
    )
    cuts = _cuts(frame, joints)
    edges = [_edge(text, words, cut) for cut in cuts]
    starts = [sentence.start, *(start for _, start in edges)]
    ends = [*(end for end, _ in edges), sentence.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _outside(
    text: str, sentence: Span, words: Words, joints: list[int], facets: Sequence[Facet[Value]]
) -> list[int]:
    """The joints that lie in no quotation, no bracket and no facet."""
    if not joints:
        return joints
    barred = [facet.span for facet in facets]
    if not _QUOTING.isdisjoint(sentence.of(text)):
        barred += closed_spans(text, sentence.start, sentence.end)
    if not barred:
        return joints
    edges = ((index, *_edge(text, words, index)) for index in joints)
    return [
        index
        for index, end, start in edges
        if not any(span.start < start and end < span.end for span in barred)
    ]


def _cuts(frame: Frame, joints: Sequence[int]) -> list[int]:
    """The words at which a new clause begins, the first word of the sentence aside."""
    cuts: list[int] = []
    opened, count = 0, len(frame.words.folded)
    allowed = frozenset(joints)
    for index in joints:
        if index <= opened:
            continue
        if index in frame.breaks:
            cut = cuts_at(frame, opened, index)
        else:
            cut = index if unmarked(frame, opened, index) else None
        if cut is not None and cut in allowed and count - cut >= SHORTEST:
            cuts.append(cut)
            opened = cut
    return cuts


def _edge(text: str, words: Words, index: int) -> tuple[int, int]:
    """Where the clause before word `index` ends and the one from it on begins.

    Closing signs belong to the clause before, opening signs to the one behind.
    """
    end, start = words.ends[index - 1], words.starts[index]
    before, _, _ = text[end:start].partition(" ")
    behind = text[end:start].rpartition(" ")[2] if " " in text[end:start] else ""
    return end + len(before.rstrip(_JOINING)), start - len(behind.lstrip(_JOINING))
