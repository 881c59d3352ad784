"""The names of a document: found sentence by sentence, folded over the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from tuireader.compare.claims.names.coreference import find_references
from tuireader.compare.claims.names.describe import describe
from tuireader.compare.claims.names.fold import Bearer, Register
from tuireader.compare.claims.names.lexicon import words
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.claims.names.pieces import read_run
from tuireader.compare.claims.names.scan import find_runs
from tuireader.compare.memory import Memory, NoMemory
from tuireader.compare.model import Facet, Span
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.ready import compiled
from tuireader.compare.values import Name, NameType

_WORD = compiled(r"[^\W\d_]{4,}")
_NUMBER = compiled(r" (\d{1,3})(?![\w.,:%]*\d|[%\w])")
_ORDINAL = compiled(r"\b(\d{1,3}(?:st|nd|rd|th)) $")
_FULL_STOPS = frozenset('.!?"”;,')
_HEADLINE_SHARE = 0.75
_HEADLINE_WORDS = 4
# So much of the text around a sentence is looked at for what its names are.
_AROUND = 80


def find_names(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span] = (),
    tell: Tell = silent,
    memory: Memory | None = None,
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
    known = memory or NoMemory()
    mentions: list[Mention] = []
    for sentence in told(sentences, part(tell, 0, 0.6)):
        first = max(sentence.start - _AROUND, 0)
        start, end = sentence.start - first, sentence.end - first
        window = text[first : sentence.end + _AROUND]
        read = known.recall(("names", window, start, end), _mentions, window, Span(start, end))
        mentions += [mention.moved(first) for mention in read]
    tell(0.6)
    placed = _fold(text, mentions, part(tell, 0.6, 0.75))
    for mention, bearer in told(placed, part(tell, 0.75, 0.8)):
        describe(text, mention, bearer)
    keys = {bearer: bearer.name_key() for _, bearer in placed}
    facets = [
        Facet(Span(mention.start, mention.end), Name(keys[bearer], _type(mention, bearer)))
        for mention, bearer in placed
    ]
    tell(0.8)
    facets += [
        Facet(span, Name(keys[bearer], bearer.type, by_reference=True))
        for span, bearer in find_references(text, sentences, paragraphs, placed, part(tell, 0.8, 1))
    ]
    return sorted(facets, key=lambda facet: facet.span)


def _type(mention: Mention, bearer: Bearer) -> NameType:
    """The type of one mention: of a known place what it is here, else the bearer's."""
    return mention.type if mention.place is not None else bearer.type


def _mentions(text: str, sentence: Span) -> list[Mention]:
    """The names of one sentence of a text."""
    runs = list(find_runs(text, sentence.start, sentence.end))
    if len(runs) > 0 and sentence.of(text).isupper():
        for token in chain.from_iterable(runs):
            token.capitals = False
    headline = bool(runs) and _is_headline(text, sentence)
    found: list[Mention] = []
    for run in runs:
        before = found[-1] if found else None
        for mention in read_run(text, run, before, headline=headline):
            _take_number(text, mention, sentence)
            found.append(mention)
    return found


def _take_number(text: str, mention: Mention, sentence: Span) -> None:
    """Make the number part of "Highway 61", "Section 9" and "117th Street"."""
    if not mention.common or mention.acronym:
        return
    if mention.tentative and mention.words[0] not in words("numbered"):
        return
    if number := _ORDINAL.search(text, max(mention.start - 6, sentence.start), mention.start):
        mention.start = number.start()
        mention.words = (number[1], *mention.words)
        mention.common = mention.tentative = False
    elif number := _NUMBER.match(text, mention.end, sentence.end):
        mention.end = number.end()
        mention.words = (*mention.words, number[1])
        mention.common = mention.tentative = False


def _is_headline(text: str, sentence: Span) -> bool:
    """Whether the sentence is written in capitals, so that capitals tell nothing."""
    if text[sentence.end - 1 : sentence.end] in _FULL_STOPS:
        return False
    long = _WORD.findall(text, sentence.start, sentence.end)
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * len(long)


def _fold(text: str, mentions: list[Mention], tell: Tell) -> list[tuple[Mention, Bearer]]:
    """Each mention that names something, with its bearer."""
    register = Register()
    names = {mention.words for mention in mentions if not mention.loose}
    for mention in mentions:
        if mention.loose and mention.words not in names and mention.words[1:] in names:
            mention.start = text.index(" ", mention.start) + 1
            mention.words = mention.words[1:]
            mention.type, mention.sure = NameType.OTHER, False
    entered = [register.enter(mention) for mention in told(mentions, part(tell, 0, 0.5))]
    placed: list[tuple[Mention, Bearer]] = []
    both = [*zip(mentions, entered, strict=True)]
    for mention, known in told(both, part(tell, 0.5, 1)):
        for piece in [mention] if known else _halves(text, mention, register):
            bearer = known or _in_brackets(text, piece, placed) or register.place(piece)
            if bearer is None:
                continue
            if piece.acronym and known is None:
                register.alias(piece, bearer)
            bearer.seen = piece.start
            placed.append((piece, bearer))
    return placed


def _in_brackets(
    text: str, mention: Mention, placed: list[tuple[Mention, Bearer]]
) -> Bearer | None:
    """The bearer whose acronym is given in brackets: "Islamic State (IS)"."""
    if not placed or not mention.acronym:
        return None
    last, bearer = placed[-1]
    if text[last.end : mention.start] not in {" (", ' ("', " (the "} or len(bearer.words) < 2:
        return None
    letters = iter("".join(bearer.words))
    return bearer if all(letter in letters for letter in mention.words[0]) else None


def _halves(text: str, mention: Mention, register: Register) -> list[Mention]:
    """A "Orrin-Tarek" of two known names as two mentions, any other as it is."""
    word = mention.words[0]
    head, mark, tail = word.partition("-")
    if not mark or not (register.knows(head) and register.knows(tail)):
        return [mention]
    middle = text.find("-", mention.start, mention.end)
    if middle < 0:
        return [mention]
    return [
        Mention(mention.start, middle, (head,)),
        Mention(middle + 1, mention.end, (tail,)),
    ]
