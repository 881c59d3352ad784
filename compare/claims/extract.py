"""From a document to its claims: sentences, their facets, clauses, each facet in its clause."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from tuireader.compare.claims.attribution import find_attributions
from tuireader.compare.claims.certainty import find_certainty
from tuireader.compare.claims.clauses import split_clauses
from tuireader.compare.claims.dates import find_dates
from tuireader.compare.claims.names import find_names
from tuireader.compare.claims.polarity import find_polarity
from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.claims.rejoinders import with_rejoinders
from tuireader.compare.claims.sentences import find_sentences
from tuireader.compare.claims.status import find_status
from tuireader.compare.memory import Known
from tuireader.compare.model import Block, Claim, Document, Facet, Paragraph, Side, Span, moved
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.values import Name, Value

_SILENT = frozenset({Block.HEADING, Block.BOILERPLATE})


def extract_claims(
    document: Document, tell: Tell = silent, memory: Known | None = None
) -> tuple[Claim, ...]:
    """The claims of a document, in reading order.

    A headline asserts like any sentence; headings inside the text, boilerplate and the dateline
    make no claims. What a sentence states depends on its own words, the names of the document and
    its date alone.

    Args:
        document: The document.
        tell: Told now and then how much is done.
        memory: Of an earlier comparison.
    """
    known = memory or Known()
    name = f"claims of {document.side}"
    source = (document.text, document.paragraphs, document.dateline, document.date)
    before, claims = known.last(name) or (None, ())
    if before != source:
        claims = _claims(document, tell, known)
    known.keep(name, (source, claims))
    return claims


def _claims(document: Document, tell: Tell, memory: Known) -> tuple[Claim, ...]:
    text = document.text
    places = _sentences(document, memory)
    sentences = [sentence for _, sentence in places]
    paragraphs = [paragraph.span for paragraph in document.paragraphs]
    names = find_names(text, sentences, paragraphs, part(tell, 0, 0.3), memory)
    starts = [name.span.start for name in names]
    claims: list[Claim] = []
    last = 0
    for paragraph, sentence in told(places, part(tell, 0.3, 1)):
        start = sentence.start
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, sentence.end, first)
        inside = names[first:last]
        own = sentence.of(text)
        bears = [
            (span.start - start, span.end - start, name.key, name.type, name.by_reference)
            for span, name in [(facet.span, facet.value) for facet in inside]
        ]
        key = (own, document.date, *bears)
        stated = memory.recall(key, _read, own, inside, start, document.date)
        number = len(claims) + 1
        here = (document.side, number, start, paragraph, stated)
        claims += memory.recall(here, _placed, stated, document.side, number, sentence, paragraph)
    return tuple(claims)


class _Stated:
    """What a sentence states wherever it stands; each equals itself alone, so that it is a key.

    Attributes:
        clauses: With their facets and words; places count from the beginning of the sentence.
    """

    __slots__ = ("clauses",)

    def __init__(self, clauses: Sequence[tuple[Span, tuple[Facet[Value], ...], str]]) -> None:
        self.clauses = clauses


def _placed(
    stated: _Stated, side: Side, number: int, sentence: Span, paragraph: int
) -> list[Claim]:
    """The claims of a sentence where it stands.

    Args:
        stated: What it states.
        side: That of the document.
        number: Of the first claim.
        sentence: Its place.
        paragraph: Index of its paragraph.
    """
    start = sentence.start
    return [
        Claim(
            f"{side}{number}",
            Span(clause.start + start, clause.end + start),
            text,
            moved(facets, start),
            sentence,
            paragraph,
        )
        for number, (clause, facets, text) in enumerate(stated.clauses, number)
    ]


def _read(text: str, names: Sequence[Facet[Name]], start: int, anchor: dt.date | None) -> _Stated:
    """What a sentence states.

    Args:
        text: The sentence.
        names: Its names, placed in the document.
        start: Where it begins there.
        anchor: The day that relative dates start from.
    """
    sentence = Span(0, len(text))
    facets = _facets(text, sentence, moved(names, -start), anchor)
    return _Stated(
        [
            (
                clause,
                tuple([facet for facet in facets if clause.contains(facet.span)]),
                clause.of(text),
            )
            for clause in split_clauses(text, sentence, facets)
        ]
    )


def _sentences(document: Document, memory: Known) -> list[tuple[int, Span]]:
    """Each sentence with the index of its paragraph."""
    places: list[tuple[int, Span]] = []
    opening = document.dateline.span if document.dateline else None
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.block in _SILENT or _names_columns(document, paragraph):
            continue
        start = paragraph.span.start
        if opening and paragraph.span.contains(opening):
            start = opening.end
        text = document.text[start : paragraph.span.end]
        found = memory.recall(text, _sentences_of, text)
        places += [(index, Span(start + first, start + end)) for first, end in found]
    return places


def _sentences_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end in it."""
    found = with_rejoinders(text, find_sentences(text))
    return [(sentence.start, sentence.end) for sentence in found]


def _names_columns(document: Document, paragraph: Paragraph) -> bool:
    """Whether a row of a table states nothing itself, as the one with the names of its columns."""
    if paragraph.block is not Block.TABLE:
        return False
    return not any(map(str.isdigit, paragraph.span.of(document.text)))


def _facets(
    text: str, sentence: Span, names: Sequence[Facet[Name]], anchor: dt.date | None
) -> tuple[Facet[Value], ...]:
    """Everything that one sentence states, in the order of the places."""
    start, end = sentence.start, sentence.end
    moments = find_dates(text, start, end, anchor=anchor)
    found: chain[Facet[Value]] = chain(
        moments,
        find_quantities(text, start, end, taken=[facet.span for facet in moments]),
        names,
        find_polarity(text, start, end),
        find_certainty(text, start, end),
        find_status(text, start, end),
        find_attributions(text, start, end, names=names),
    )
    return tuple(sorted(found, key=lambda facet: (facet.span, facet.kind)))
