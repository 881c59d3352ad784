"""From a document to its claims: sentences, their facets, clauses, each facet in its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

from tuireader.compare.claims.attribution import find_attributions
from tuireader.compare.claims.certainty import find_certainty
from tuireader.compare.claims.clauses import split_clauses
from tuireader.compare.claims.dates import find_dates
from tuireader.compare.claims.names import find_names
from tuireader.compare.claims.polarity import find_polarity
from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.claims.sentences import find_sentences
from tuireader.compare.claims.status import find_status
from tuireader.compare.model import Block, Claim, Document, Facet, Span
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.values import Name, Value

_SILENT = frozenset({Block.HEADING, Block.BOILERPLATE})


def extract_claims(document: Document, tell: Tell = silent) -> tuple[Claim, ...]:
    """The claims of a document, in reading order.

    A headline asserts like any sentence; headings inside the text, boilerplate and the dateline
    make no claims.

    Args:
        document: The document.
        tell: Told now and then how much is done.
    """
    places = list(_sentences(document))
    sentences = [sentence for _, sentence in places]
    names = find_names(
        document.text, sentences, [p.span for p in document.paragraphs], part(tell, 0, 0.3)
    )
    claims: list[Claim] = []
    first = 0
    for paragraph, sentence in told(places, part(tell, 0.3, 1)):
        while first < len(names) and names[first].span.end <= sentence.start:
            first += 1
        last = first
        while last < len(names) and names[last].span.start < sentence.end:
            last += 1
        facets = _facets(document.text, sentence, names[first:last], document.date)
        for clause in split_clauses(document.text, sentence, facets):
            inside = tuple(facet for facet in facets if clause.contains(facet.span))
            identity = f"{document.side.value}{len(claims) + 1}"
            text = clause.of(document.text)
            claims.append(Claim(identity, clause, text, inside, sentence, paragraph))
    return tuple(claims)


def _sentences(document: Document) -> Iterator[tuple[int, Span]]:
    """Each sentence with the index of its paragraph."""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.block in _SILENT:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        if document.dateline and paragraph.span.contains(document.dateline.span):
            start = document.dateline.span.end
        for sentence in find_sentences(document.text, start, end):
            yield index, sentence


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
