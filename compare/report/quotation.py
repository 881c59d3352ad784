"""The claims of one side of a pair as they stand in the text, the decisive words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Relation, Side, Span
from tuireader.compare.report.ink import INK, MARKED, PLAIN, Run
from tuireader.compare.review.model import Label

PLAIN_MARK = "*"


def quotation(
    comparison: Comparison, pair: Pair, side: Side, *, colour: bool, ellipsis: str
) -> list[Run]:
    """What a pair says on one side.

    Claims that follow each other are quoted in one piece with what stands between them; others
    are joined by an ellipsis. In colour the whole words under each finding are marked in its ink.
    Without colour those under the gravest findings, on which the verdict rests, stand between
    asterisks. Where they are the whole claim they are not marked: that would show nothing.
    """
    text = comparison.document(side).text
    claims = [comparison.claim(identity) for identity in pair.claims(side)]
    findings = [f for f in pair.findings if colour or f.relation is pair.relation]
    marks = _marks(text, findings, side, claims)
    runs: list[Run] = []
    for piece in _pieces(text, claims):
        if runs:
            runs.append(Run(f" {ellipsis} "))
        runs.extend(_inked(text, piece, marks, colour=colour))
    return runs


def _pieces(text: str, claims: Iterable[Claim]) -> list[Span]:
    """The claims' places, those with nothing but blanks and punctuation between them as one."""
    pieces: list[Span] = []
    for span in sorted(claim.span for claim in claims):
        if pieces and not any(c.isalnum() for c in text[pieces[-1].end : span.start]):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return pieces


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
    return Span(start, end)


def _inked(
    text: str, piece: Span, marks: Iterable[tuple[Span, Relation]], *, colour: bool
) -> list[Run]:
    runs: list[Run] = []
    position = piece.start
    for place, relation in marks:
        start, end = max(place.start, position), min(place.end, piece.end)
        if start >= end:
            continue
        runs.append(Run(text[position:start]))
        words = text[start:end]
        if colour:
            runs.append(Run(words, f"{MARKED};{INK[Label(relation)]}"))
        else:
            runs.append(Run(f"{PLAIN_MARK}{words}{PLAIN_MARK}", PLAIN))
        position = end
    runs.append(Run(text[position : piece.end]))
    return runs
