"""The two texts of an HTML report: every claim a link to its pair, the decisive words in marks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from tuireader.compare.model import Block, Claim, Comparison, Document, Pair, Side, Span
from tuireader.compare.report.about import facts
from tuireader.compare.report.cells import printable
from tuireader.compare.report.passages import passages
from tuireader.compare.report.signs import UNICODE
from tuireader.compare.report.standing import standing
from tuireader.compare.review.model import Ruling


@dataclass(frozen=True)
class Marked:
    """What is to be drawn into one text.

    Attributes:
        pairs: By the id of a claim, its listed pairs, the gravest first.
        words: By the id of a claim, the places in it that the verdicts of pairs rest on.
        only: Ids of the claims that are listed as without a counterpart.
    """

    pairs: Mapping[str, Sequence[Pair]]
    words: Mapping[str, Sequence[tuple[Span, Pair]]]
    only: frozenset[str]


def safe(text: str) -> str:
    """Text for an element or an attribute, with its line breaks and without control characters."""
    return escape("\n".join(map(printable, text.split("\n"))), quote=True)


def marked(
    comparison: Comparison,
    side: Side,
    pairs: Sequence[Pair],
    only: Sequence[Claim],
    rulings: Mapping[str, Ruling],
) -> Marked:
    """Gather what is to be drawn into the text of one side."""
    of_claim: dict[str, list[Pair]] = defaultdict(list)
    words: dict[str, list[tuple[Span, Pair]]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: standing(pair, rulings).rank):
        places = [mark for piece in passages(comparison, pair, side) for mark, _ in piece.marks]
        for identity in pair.claims(side):
            of_claim[identity].append(pair)
            span = comparison.claim(identity).span
            words[identity] += [(place, pair) for place in places if place.overlaps(span)]
    return Marked(of_claim, words, frozenset(claim.id for claim in only))


def text_section(
    comparison: Comparison, side: Side, drawn: Marked, rulings: Mapping[str, Ruling]
) -> str:
    """One of the two texts, with what is known of it above."""
    document = comparison.document(side)
    claims = comparison.claims_of(side)
    parts = [
        f'<section class="text" id="text-{side.value}" aria-label="{side.name}" tabindex="0">',
        _about(document, len(claims)),
    ]
    starts = [claim.span.start for claim in claims]
    page = None
    for number, paragraph in enumerate(document.paragraphs, 1):
        if document.page(paragraph.span.start) != page:
            page = document.page(paragraph.span.start)
            parts.append(f'<p class="page">page {page}</p>')
        inside = claims[
            bisect_left(starts, paragraph.span.start) : bisect_left(starts, paragraph.span.end)
        ]
        body = "".join(_paragraph(document, paragraph.span, inside, drawn, rulings))
        tag = "h3" if paragraph.block in (Block.TITLE, Block.HEADING) else "p"
        parts.append(
            f'<{tag} class="block {paragraph.block.value}" data-number="{number}" dir="auto">'
            f"{body}</{tag}>"
        )
    return "\n".join([*parts, "</section>"])


def _about(document: Document, claims: int) -> str:
    opening = document.paragraphs[0].span.of(document.text) if document.paragraphs else ""
    known = [
        f"<bdi>{safe(fact)}</bdi>"
        for name, fact in facts(document)
        if name != "pages" and fact != opening
    ]
    known.append(f"{claims} claim{'' if claims == 1 else 's'}")
    return (
        f'<div class="about"><h2><span class="side">{document.side.name}</span> '
        f"<bdi>{safe(document.source)}</bdi></h2>"
        f'<p class="facts">{" · ".join(known)}</p></div>'
    )


def _paragraph(
    document: Document,
    paragraph: Span,
    claims: Sequence[Claim],
    drawn: Marked,
    rulings: Mapping[str, Ruling],
) -> Iterator[str]:
    """The paragraph's characters, each once, whatever the claims overlap."""
    position = paragraph.start
    for claim in claims:
        place = Span(max(claim.span.start, position), min(claim.span.end, paragraph.end))
        if place.start >= place.end:
            continue
        yield safe(document.text[position : place.start])
        yield _claim(document, claim, place, drawn, rulings)
        position = place.end
    yield safe(document.text[position : paragraph.end])


def _claim(
    document: Document, claim: Claim, place: Span, drawn: Marked, rulings: Mapping[str, Ruling]
) -> str:
    pairs = drawn.pairs.get(claim.id, ())
    words = "".join(_words(document, place, drawn.words.get(claim.id, ())))
    if pairs:
        label = standing(pairs[0], rulings).label
        ids = " ".join(pair.id for pair in pairs)
        return (
            f'<a class="claim {label.value}" id="{claim.id}" href="#{pairs[0].id}"'
            f' data-pairs="{ids}"><span class="sign" aria-hidden="true">{UNICODE.label[label]}'
            f'</span><span class="unseen">{label.value}: </span>{words}'
            f'<sup class="ref"> {ids}</sup></a>'
        )
    if claim.id in drawn.only:
        return (
            f'<a class="claim only" id="{claim.id}" href="#only-{claim.id}"'
            f' data-pairs="only-{claim.id}">{words}</a>'
        )
    return words


def _words(document: Document, place: Span, words: Sequence[tuple[Span, Pair]]) -> Iterator[str]:
    """The claim's characters, cut wherever a mark begins or ends."""
    cuts = {place.start, place.end}
    for span, _ in words:
        cuts |= {max(span.start, place.start), min(span.end, place.end)}
    for start, end in pairwise(sorted(cuts)):
        ids = " ".join(pair.id for span, pair in words if span.contains(Span(start, end)))
        characters = safe(document.text[start:end])
        yield f'<mark data-pairs="{ids}">{characters}</mark>' if ids else characters
