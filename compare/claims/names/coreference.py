"""Pronouns and noun phrases that plainly stand for a name of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.compare.claims.names.describe import reference_nouns
from tuireader.compare.claims.names.fold import Bearer
from tuireader.compare.claims.names.lexicon import words
from tuireader.compare.claims.names.mentions import Mention, word_after
from tuireader.compare.lexicon.countries import CountrySense
from tuireader.compare.model import Span
from tuireader.compare.progress import Tell, silent, told
from tuireader.compare.ready import compiled
from tuireader.compare.values import NameType

_REFERENCE = compiled(
    r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?|[Tt]hey|[Tt]heir|them|[Ii]t"
    r"|[Tt]he ([A-Za-z][a-z-]*(?: [a-z-]+){0,2}))\b"
)
_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_SUBJECT = frozenset({"he", "she"})
_OBJECT = frozenset({"him", "them"})
# How many names back a reference reaches: what keeps one endless paragraph linear.
_REACH = 50
_STOPS = '.;:?!)"”'


class _Sighting(NamedTuple):
    """A mention of a bearer, by name or by reference, with the sentence it stands in."""

    start: int
    sentence: int
    bearer: Bearer
    plural: bool


def find_references(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    placed: Sequence[tuple[Mention, Bearer]],
    tell: Tell = silent,
) -> list[tuple[Span, Bearer]]:
    """Where a pronoun or "the …" stands for a bearer, with the bearer; only the sure ones.

    A pronoun takes a person of its own paragraph, else of the one before; where two fit, the one
    that opens the last sentence with a person in it. A noun phrase takes the only bearer that
    carries the noun, or the only one of this paragraph and the one before. `tell` is told now and
    then how much is done.
    """
    reader = _Reader(text, sentences, paragraphs, placed)
    return list(reader.read(tell))


class _Reader:
    """One pass over the sentences, with what has been seen so far."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        paragraphs: Sequence[Span],
        placed: Sequence[tuple[Mention, Bearer]],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._paragraphs = list(_paragraph_of(text, sentences, paragraphs))
        self._placed = placed
        self._starts = [mention.start for mention, _ in placed]
        self._next = 0
        self._here: list[_Sighting] = []
        self._above: list[_Sighting] = []
        self._by_noun: dict[str, dict[Bearer, None]] = {}

    def read(self, tell: Tell) -> Iterator[tuple[Span, Bearer]]:
        """The references of all sentences, each with what bears it."""
        for index, sentence in enumerate(told(self._sentences, tell)):
            if index and self._paragraphs[index] != self._paragraphs[index - 1]:
                self._above, self._here = self._here, []
            for match in _REFERENCE.finditer(self._text, sentence.start, sentence.end):
                self._see(match.start(), index)
                found = self._resolve(match, index)
                if found is not None:
                    span, bearer = found
                    plural = bool(self._here) and self._here[-1].plural
                    self._here.append(_Sighting(span.start, index, bearer, plural))
                    yield found
            self._see(sentence.end, index)

    def _see(self, end: int, sentence: int) -> None:
        """Take in the names before `end`."""
        while self._next < len(self._placed) and self._starts[self._next] < end:
            mention, bearer = self._placed[self._next]
            plural = _is_plural(mention)
            self._here.append(_Sighting(mention.start, sentence, bearer, plural))
            for noun in bearer.nouns:
                self._by_noun.setdefault(noun, {})[bearer] = None
            self._next += 1

    def _resolve(self, match: re.Match[str], sentence: int) -> tuple[Span, Bearer] | None:
        if match[1] is not None:
            return self._noun_phrase(match)
        if self._is_named(*match.span()):
            return None
        pronoun = match[0].casefold()
        if pronoun in _GENDER:
            bearer = self._person(pronoun, match.start(), sentence)
        else:
            bearer = self._said_it(match.end()) if pronoun == "it" else self._several()
        return (Span(*match.span()), bearer) if bearer else None

    def _person(self, pronoun: str, start: int, sentence: int) -> Bearer | None:
        gender = _GENDER[pronoun]
        clause = self._text.rfind(";", self._sentences[sentence].start, start)
        for seen in (self._here, self._above):
            fitting = [
                sighting
                for sighting in seen[-_REACH:]
                if sighting.bearer.is_surely_person
                and sighting.bearer.gender in {"", gender}
                and not (pronoun in _OBJECT and sighting.sentence == sentence)
            ]
            fitting = [s for s in fitting if s.start > clause] or fitting
            if not fitting:
                continue
            last = fitting[-1].sentence
            near = [sighting.bearer for sighting in fitting if sighting.sentence == last]
            if len(set(near)) == 1:
                return near[0]
            subject = pronoun in _SUBJECT and last != sentence
            sure = near[0].gender or not any(bearer.gender for bearer in near)
            return near[0] if subject and sure else None
        return None

    def _said_it(self, end: int) -> Bearer | None:
        """The last organisation, for "it said"."""
        if word_after(self._text, end) not in words("speech"):
            return None
        for seen in (self._here, self._above):
            bodies = [s.bearer for s in seen[-_REACH:] if s.bearer.type is NameType.ORGANISATION]
            if bodies:
                return bodies[-1]
        return None

    def _several(self) -> Bearer | None:
        """For "they" the last name of the paragraph, if it is a plural: "the Rangers"."""
        last = self._here[-1] if self._here else None
        return last.bearer if last is not None and last.plural else None

    def _noun_phrase(self, match: re.Match[str]) -> tuple[Span, Bearer] | None:
        parts = match[1].split(" ")
        for count in range(len(parts), 0, -1):
            noun = " ".join(parts[:count]).casefold()
            if noun not in reference_nouns():
                continue
            end = match.start(1) + len(noun)
            if not self._stands_alone(end) or self._is_named(match.start(), end):
                return None
            bearer = self._carrier(noun)
            return (Span(match.start(), end), bearer) if bearer else None
        return None

    def _carrier(self, noun: str) -> Bearer | None:
        bearers = self._by_noun.get(noun, {})
        if len(bearers) == 1:
            return next(iter(bearers))
        seen = (*self._above[-_REACH:], *self._here[-_REACH:])
        near = {s.bearer: None for s in seen if s.bearer in bearers}
        return next(iter(near)) if len(near) == 1 else None

    def _stands_alone(self, end: int) -> bool:
        """Whether the phrase ends here, and no name in apposition follows."""
        after = self._text[end : end + 3]
        if not after or after[0] in _STOPS or after[:2] in {"'s", "’s"}:
            return True
        if after[0] == ",":
            return not after[2:3].isupper()
        following = word_after(self._text, end)
        if after[1:2].isupper():
            return False
        if following in words("reference_after") or following in words("speech"):
            return True
        if following.endswith("s"):
            later = word_after(self._text, end + 1 + len(following))
            return later in words("object_after") or later[:1].isdigit()
        return following.endswith(("ed", "ly"))

    def _is_named(self, start: int, end: int) -> bool:
        """Whether a name stands there already."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._placed[last][0].end > start


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


def _is_plural(mention: Mention) -> bool:
    """Whether one word names several: "the Rangers", "the Americans"."""
    word = mention.words[-1]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    person = mention.type is NameType.PERSON or mention.company
    return plural and len(mention.words) == 1 and not person and not _is_country(mention)


def _is_country(mention: Mention) -> bool:
    return mention.place is not None and mention.place.sense is not CountrySense.DEMONYM
