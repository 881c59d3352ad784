"""Pronouns and noun phrases that plainly stand for a name of the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tuireader.compare.claims.names.fold import Bearer, Sighting
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.claims.names.reading import Reading
from tuireader.compare.claims.names.references import Reference
from tuireader.compare.lexicon.countries import CountrySense
from tuireader.compare.progress import Tell, told
from tuireader.compare.values import NameType

_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_SUBJECT = frozenset({"he", "she"})
_OBJECT = frozenset({"him", "them"})
_SEVERAL = frozenset({"they", "their", "them"})
# How many names back a reference reaches: what keeps one endless paragraph linear.
_REACH = 50


def resolve_references(
    readings: Sequence[Reading],
    paragraphs: Sequence[int],
    placed: Sequence[tuple[Mention, Sighting]],
    tell: Tell,
) -> Iterator[Sighting]:
    """What a pronoun or "the …" stands for; only the sure ones.

    A pronoun takes a person of its own paragraph, else of the one before; where two fit, the one
    that opens the last sentence with a person in it. A noun phrase takes the only bearer that
    carries the noun, or the only one of this paragraph and the one before.

    Args:
        readings: Of the sentences.
        paragraphs: The number of the paragraph of each sentence.
        placed: The names, in order.
        tell: Told now and then how much is done.
    """
    reader = _Reader(placed)
    before = None
    for index, (reading, paragraph) in enumerate(
        zip(told(readings, tell), paragraphs, strict=True)
    ):
        if paragraph != before:
            reader.turn()
            before = paragraph
        yield from reader.read(index, reading)


class _Reader:
    """One pass over the sentences, with what has been seen so far."""

    def __init__(self, placed: Sequence[tuple[Mention, Sighting]]) -> None:
        self._placed = placed
        self._starts = [sighting.start for _, sighting in placed]
        self._next = 0
        self._here: list[Sighting] = []
        self._above: list[Sighting] = []
        # The last name of this paragraph.
        self._last: Mention | None = None
        self._by_noun: dict[str, dict[Bearer, None]] = {}

    def turn(self) -> None:
        """Go on to the next paragraph."""
        self._above, self._here, self._last = self._here, [], None

    def read(self, index: int, reading: Reading) -> Iterator[Sighting]:
        """The references of the next sentence."""
        for reference in reading.references:
            start, end = reading.first + reference.start, reading.first + reference.end
            self._see(bisect_left(self._starts, start, self._next))
            if self._is_named(start, end):
                continue
            bearer = self._resolve(reference, index, reading.first)
            if bearer is not None:
                found = Sighting(start, end, index, bearer)
                self._here.append(found)
                yield found
        last = self._next
        while last < len(self._placed) and self._placed[last][1].sentence == index:
            last += 1
        self._see(last)

    def _see(self, end: int) -> None:
        """Take in the names before that number."""
        for mention, sighting in self._placed[self._next : end]:
            self._here.append(sighting)
            self._last = mention
            for noun in sighting.bearer.nouns:
                self._by_noun.setdefault(noun, {})[sighting.bearer] = None
        self._next = end

    def _resolve(self, reference: Reference, sentence: int, first: int) -> Bearer | None:
        if reference.word in _GENDER:
            clause = reference.clause + first if reference.clause >= 0 else -1
            return self._person(reference.word, clause, sentence)
        if reference.word == "it":
            return self._body()
        return self._several() if reference.word in _SEVERAL else self._carrier(reference.word)

    def _person(self, pronoun: str, clause: int, sentence: int) -> Bearer | None:
        gender = _GENDER[pronoun]
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

    def _body(self) -> Bearer | None:
        """The last organisation, for "it said"."""
        for seen in (self._here, self._above):
            bodies = [s.bearer for s in seen[-_REACH:] if s.bearer.type is NameType.ORGANISATION]
            if bodies:
                return bodies[-1]
        return None

    def _several(self) -> Bearer | None:
        """For "they" the last name of the paragraph, if it is a plural: "the Rangers"."""
        plural = self._last is not None and _is_plural(self._last)
        return self._here[-1].bearer if plural else None

    def _carrier(self, noun: str) -> Bearer | None:
        bearers = self._by_noun.get(noun, {})
        if len(bearers) == 1:
            return next(iter(bearers))
        seen = (*self._above[-_REACH:], *self._here[-_REACH:])
        near = {s.bearer: None for s in seen if s.bearer in bearers}
        return next(iter(near)) if len(near) == 1 else None

    def _is_named(self, start: int, end: int) -> bool:
        """Whether a name stands there already."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._placed[last][1].end > start


def _is_plural(mention: Mention) -> bool:
    """Whether one word names several: "the Rangers", "the Americans"."""
    word = mention.words[-1]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    person = mention.type is NameType.PERSON or mention.company
    return plural and len(mention.words) == 1 and not person and not _is_country(mention)


def _is_country(mention: Mention) -> bool:
    return mention.place is not None and mention.place.sense is not CountrySense.DEMONYM
