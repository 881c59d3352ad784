"""The claims of one side of a pair as they stand in the text, and the words that matter in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Relation, Side, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Claims that follow each other, in one piece with what stands between them.

    Attributes:
        span: Place in the document.
        marks: Disjoint places inside `span` in reading order, each with the gravest relation
            that rests on it. Where they would be a whole claim there are none: that would show
            nothing.
    """

    span: Span
    marks: tuple[tuple[Span, Relation], ...]

    def parts(self, text: str) -> list[tuple[str, Relation | None]]:
        """The characters of the passage in order, the marked ones with their relation."""
        parts: list[tuple[str, Relation | None]] = []
        position = self.span.start
        for place, relation in self.marks:
            parts.append((text[position : place.start], None))
            parts.append((place.of(text), relation))
            position = place.end
        parts.append((text[position : self.span.end], None))
        return [(words, relation) for words, relation in parts if words]


def passages(
    comparison: Comparison, pair: Pair, side: Side, findings: Iterable[Finding] | None = None
) -> tuple[Passage, ...]:
    """What a pair says on one side, the whole words under its findings marked.

    Args:
        comparison: Where the claims and the text are.
        pair: The pair.
        side: The side.
        findings: Only these mark words, if given.
    """
    text = comparison.document(side).text
    claims = [comparison.claim(identity) for identity in pair.claims(side)]
    marks = _marks(text, pair.findings if findings is None else findings, side, claims)
    return tuple(Passage(piece, tuple(_inside(marks, piece))) for piece in _joined(text, claims))


def _joined(text: str, claims: Iterable[Claim]) -> list[Span]:
    """The claims' places, those with nothing but blanks and punctuation between them as one."""
    pieces: list[Span] = []
    for span in sorted(claim.span for claim in claims):
        if pieces and not any(c.isalnum() for c in text[pieces[-1].end : span.start]):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return pieces


def _inside(marks: Iterable[tuple[Span, Relation]], piece: Span) -> Iterable[tuple[Span, Relation]]:
    """The marks cut to the piece."""
    for place, relation in marks:
        cut = Span(max(place.start, piece.start), min(place.end, piece.end))
        if cut.start < cut.end:
            yield cut, relation


def _marks(
    text: str, findings: Iterable[Finding], side: Side, claims: Sequence[Claim]
) -> list[tuple[Span, Relation]]:
    """Disjoint places in reading order, each with the gravest relation that rests on it."""
    taken: list[tuple[Span, Relation]] = []
    for finding in sorted(findings, key=lambda finding: -finding.relation.gravity):
        place = _whole_words(text, finding.a if side is Side.A else finding.b)
        if not place or any(_covers(text, place, claim.span) for claim in claims):
            continue
        if not any(place.overlaps(other) for other, _ in taken):
            taken.append((place, finding.relation))
    return sorted(taken)


def _covers(text: str, place: Span, claim: Span) -> bool:
    """Whether nothing of a claim but punctuation lies outside `place`."""
    outside = text[claim.start : max(place.start, claim.start)] + text[place.end : claim.end]
    return place.overlaps(claim) and not any(map(str.isalnum, outside))


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    # The last point of "p.m." or "U.S." is a part of the word.
    if text[end : end + 1] == "." and text[max(end - 2, start) : end - 1] == ".":
        end += 1
    return Span(start, end)
