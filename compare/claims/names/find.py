"""The names of a document: read sentence by sentence, folded over the whole of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from tuireader.compare.claims.names.coreference import resolve_references
from tuireader.compare.claims.names.describe import describe, nouns_beside
from tuireader.compare.claims.names.fold import Bearer, Register, Sighting
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.claims.names.reading import Reading, read_sentence
from tuireader.compare.memory import Known
from tuireader.compare.model import Facet, Span
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.values import Name, NameType


def find_names(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span] = (),
    tell: Tell = silent,
    memory: Known | None = None,
) -> list[Facet[Name]]:
    """The names of a document, and what plainly refers to one, in the order of their places.

    A title before a name is not part of its span, a possessive neither. Adjectives and people of a
    country count as its name, with type OTHER; its government's seat and its capital, where the
    government is meant, have type ORGANISATION and the country's key; a capital where the city is
    meant has the city's key (`country_of` tells its country).

    Args:
        text: The document.
        sentences: The sentences to search, in order.
        paragraphs: How far a pronoun reaches; where none are given, a line break between two
            sentences ends a paragraph.
        tell: Told now and then how much is done.
        memory: Of an earlier comparison.
    """
    known = memory or Known()
    readings = [
        read_sentence(text, sentence, known) for sentence in told(sentences, part(tell, 0, 0.6))
    ]
    placed = _fold(text, readings, part(tell, 0.6, 0.8))
    describe(placed)
    tell(0.8)
    numbers = list(_paragraph_of(text, sentences, paragraphs))
    referred = list(resolve_references(readings, numbers, placed, part(tell, 0.8, 1)))
    return _facets(placed, referred)


def _facets(
    placed: Sequence[tuple[Mention, Sighting]], referred: Sequence[Sighting]
) -> list[Facet[Name]]:
    """The facets of all names and references, in the order of their places."""
    bearers = {sighting.bearer for _, sighting in placed}
    names = {bearer: Name(bearer.name_key(), bearer.type) for bearer in bearers}
    facets = []
    for mention, (start, end, _, bearer) in placed:
        name = names[bearer]
        # Of a known place what it is here, of any other what its bearer is.
        if mention.place is not None and mention.type is not bearer.type:
            name = Name(name.key, mention.type)
        facets.append(Facet(Span(start, end), name))
    for start, end, _, bearer in referred:
        name = names[bearer]
        facets.append(Facet(Span(start, end), Name(name.key, name.type, by_reference=True)))
    return sorted(facets, key=lambda facet: facet.span.start)


def _fold(text: str, readings: Sequence[Reading], tell: Tell) -> list[tuple[Mention, Sighting]]:
    """Each mention that names something, with its place and bearer."""
    register = Register()
    names = {m.words for reading in readings for m in reading.mentions if not m.loose}
    mentions = [
        (index, reading.first, _opened(text, reading.first, found, names) if found.loose else found)
        for index, reading in enumerate(readings)
        for found in reading.mentions
    ]
    entered = [register.enter(mention) for _, _, mention in told(mentions, part(tell, 0, 0.5))]
    both = [*zip(mentions, entered, strict=True)]
    placed: list[tuple[Mention, Sighting]] = []
    for (sentence, first, mention), known in told(both, part(tell, 0.5, 1)):
        whole = known or "-" not in mention.words[0]
        for piece in [mention] if whole else _halves(text, first, mention, register):
            start, end = first + piece.start, first + piece.end
            bearer = known or _in_brackets(text, start, piece, placed) or register.place(piece)
            if bearer is None:
                continue
            if piece.acronym and known is None:
                register.alias(piece, bearer)
            bearer.seen = start
            placed.append((piece, Sighting(start, end, sentence, bearer)))
    return placed


def _opened(text: str, first: int, mention: Mention, names: Container[tuple[str, ...]]) -> Mention:
    """The mention without its first word, if that one only opens the sentence."""
    if mention.words in names or mention.words[1:] not in names:
        return mention
    start = text.index(" ", first + mention.start) + 1
    return mention._replace(
        start=start - first,
        words=mention.words[1:],
        type=NameType.OTHER,
        sure=False,
        beside=nouns_beside(text, start, first + mention.end),
    )


def _in_brackets(
    text: str, start: int, mention: Mention, placed: Sequence[tuple[Mention, Sighting]]
) -> Bearer | None:
    """The bearer whose acronym is given in brackets: "Islamic State (IS)"."""
    if not placed or not mention.acronym:
        return None
    _, end, _, bearer = placed[-1][1]
    if text[end:start] not in {" (", ' ("', " (the "} or len(bearer.words) < 2:
        return None
    letters = iter("".join(bearer.words))
    return bearer if all(letter in letters for letter in mention.words[0]) else None


def _halves(text: str, first: int, mention: Mention, register: Register) -> list[Mention]:
    """A "Orrin-Tarek" of two known names as two mentions, any other as it is."""
    word = mention.words[0]
    head, mark, tail = word.partition("-")
    if not mark or not (register.knows(head) and register.knows(tail)):
        return [mention]
    middle = text.find("-", first + mention.start, first + mention.end) - first
    if middle < mention.start:
        return [mention]
    return [
        Mention(start, end, (half,), beside=nouns_beside(text, first + start, first + end))
        for start, end, half in (
            (mention.start, middle, head),
            (middle + 1, mention.end, tail),
        )
    ]


def _paragraph_of(
    text: str, sentences: Sequence[Span], paragraphs: Sequence[Span]
) -> Iterator[int]:
    """The number of the paragraph that each sentence stands in."""
    starts = [paragraph.start for paragraph in paragraphs]
    number = 0
    for index, sentence in enumerate(sentences):
        if starts:
            yield bisect_left(starts, sentence.start + 1)
            continue
        if index and "\n" in text[sentences[index - 1].end : sentence.start]:
            number += 1
        yield number
