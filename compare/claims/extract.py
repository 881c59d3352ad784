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
from tuireader.compare.claims.rejoinders import with_rejoinders
from tuireader.compare.claims.sentences import find_sentences
from tuireader.compare.claims.status import find_status
from tuireader.compare.memory import Memory, NoMemory
from tuireader.compare.model import Block, Claim, Document, Facet, Paragraph, Span, moved
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.values import Name, Value

_SILENT = frozenset({Block.HEADING, Block.BOILERPLATE})


def extract_claims(
    document: Document, tell: Tell = silent, memory: Memory | None = None
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
    known = memory or NoMemory()
    key = (document.side, document.text, document.paragraphs, document.dateline, document.date)
    return known.recall(key, _claims, document, tell, known)


def _claims(document: Document, tell: Tell, memory: Memory) -> tuple[Claim, ...]:
    places = list(_sentences(document))
    sentences = [sentence for _, sentence in places]
    paragraphs = [paragraph.span for paragraph in document.paragraphs]
    names = find_names(document.text, sentences, paragraphs, part(tell, 0, 0.3), memory)
    claims: list[Claim] = []
    first = 0
    for paragraph, sentence in told(places, part(tell, 0.3, 1)):
        start = sentence.start
        while first < len(names) and names[first].span.end <= start:
            first += 1
        last = first
        while last < len(names) and names[last].span.start < sentence.end:
            last += 1
        text = sentence.of(document.text)
        inside = names[first:last]
        bears = [(name.span.start - start, name.span.end - start, name.value) for name in inside]
        key = ("sentence", text, document.date, *bears)
        for clause, facets in memory.recall(key, _read, text, inside, start, document.date):
            span = Span(clause.start + start, clause.end + start)
            identity = f"{document.side.value}{len(claims) + 1}"
            said = moved(facets, start)
            claims.append(Claim(identity, span, clause.of(text), said, sentence, paragraph))
    return tuple(claims)


def _read(
    text: str, names: Sequence[Facet[Name]], start: int, anchor: dt.date | None
) -> list[tuple[Span, tuple[Facet[Value], ...]]]:
    """The clauses of a sentence with their facets; places count from its beginning.

    Args:
        text: The sentence.
        names: Its names, placed in the document.
        start: Where it begins there.
        anchor: The day that relative dates start from.
    """
    sentence = Span(0, len(text))
    facets = _facets(text, sentence, moved(names, -start), anchor)
    return [
        (clause, tuple([facet for facet in facets if clause.contains(facet.span)]))
        for clause in split_clauses(text, sentence, facets)
    ]


def _sentences(document: Document) -> Iterator[tuple[int, Span]]:
    """Each sentence with the index of its paragraph."""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.block in _SILENT or _names_columns(document, paragraph):
            continue
        start, end = paragraph.span.start, paragraph.span.end
        if document.dateline and paragraph.span.contains(document.dateline.span):
            start = document.dateline.span.end
        sentences = find_sentences(document.text, start, end)
        for sentence in with_rejoinders(document.text, sentences):
            yield index, sentence


def _names_columns(document: Document, paragraph: Paragraph) -> bool:
    """Whether a row of a table states nothing itself, as the one with the names of its columns."""
    text = paragraph.span.of(document.text)
    return paragraph.block is Block.TABLE and not any(map(str.isdigit, text))


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
