"""What one sentence tells of names by itself; a document's names are made up of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from tuireader.compare.claims.names.describe import nouns_beside
from tuireader.compare.claims.names.lexicon import words
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.claims.names.pieces import read_run
from tuireader.compare.claims.names.references import Reference, references_in
from tuireader.compare.claims.names.scan import find_runs
from tuireader.compare.memory import Known
from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_WORD = compiled(r"[^\W\d_]{4,}")
_NUMBER = compiled(r" (\d{1,3})(?![\w.,:%]*\d|[%\w])")
_ORDINAL = compiled(r"\b(\d{1,3}(?:st|nd|rd|th)) $")
_FULL_STOPS = frozenset('.!?"”;,')
_HEADLINE_SHARE = 0.75
_HEADLINE_WORDS = 4
# So much of the text around a sentence is looked at for what its names are.
_AROUND = 80


class Reading(NamedTuple):
    """The names of a sentence and what may refer to one.

    Attributes:
        first: Where in the document the places of the others count from.
        mentions: In the order of their places.
        references: In the order of their places.
    """

    first: int
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]


def read_sentence(text: str, sentence: Span, memory: Known) -> Reading:
    """Read a sentence of a document, with no more of the text than can tell of its names."""
    first = max(sentence.start - _AROUND, 0)
    start, end = sentence.start - first, sentence.end - first
    window = text[first : sentence.end + _AROUND]
    read = memory.recall((window, start, end), _read, window, Span(start, end))
    return Reading(first, *read)


def _read(text: str, sentence: Span) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    return tuple(_mentions(text, sentence)), tuple(references_in(text, sentence))


def _mentions(text: str, sentence: Span) -> Iterator[Mention]:
    """The names of one sentence of a text."""
    runs = list(find_runs(text, sentence.start, sentence.end))
    if len(runs) > 0 and sentence.of(text).isupper():
        for token in chain.from_iterable(runs):
            token.capitals = False
    headline = bool(runs) and _is_headline(text, sentence)
    before: Mention | None = None
    for run in runs:
        for mention in read_run(text, run, before, headline=headline):
            before = _with_number(text, mention, sentence)
            lead = before.lead if before.lead >= 0 else before.start
            yield before._replace(beside=nouns_beside(text, lead, before.end))


def _with_number(text: str, mention: Mention, sentence: Span) -> Mention:
    """The mention with the number that is part of it: "Highway 61", "117th Street"."""
    if not mention.common or mention.acronym:
        return mention
    if mention.tentative and mention.words[0] not in words("numbered"):
        return mention
    start, end, name = mention.start, mention.end, mention.words
    if number := _ORDINAL.search(text, max(start - 6, sentence.start), start):
        start, name = number.start(), (number[1], *name)
    elif number := _NUMBER.match(text, end, sentence.end):
        end, name = number.end(), (*name, number[1])
    else:
        return mention
    return mention._replace(start=start, end=end, words=name, common=False, tentative=False)


def _is_headline(text: str, sentence: Span) -> bool:
    """Whether the sentence is written in capitals, so that capitals tell nothing."""
    if text[sentence.end - 1 : sentence.end] in _FULL_STOPS:
        return False
    long = _WORD.findall(text, sentence.start, sentence.end)
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * len(long)
