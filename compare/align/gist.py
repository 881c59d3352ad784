"""What the words of a claim alone tell: their stems, and what these may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from sys import intern
from typing import NamedTuple

from tuireader.compare.lexicon.concepts import concepts
from tuireader.compare.lexicon.fields import fields_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.ready import compiled

_ORDINALS = frozenset(map(stem, "first second third fourth fifth sixth seventh eighth".split()))
_ORDINAL_REACH = 5  # content words behind an ordinal that it may count
_WORD = compiled(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_LANDMARKS: frozenset[tuple[str, str]] = frozenset()


class Gist(NamedTuple):
    """What a wording tells wherever it stands.

    Attributes:
        folded: The stems of its content words in text order, for rapidfuzz.
        words: The same stems, each once.
        senses: Stem -> the concepts that it may stand for; no entry where there is none.
        fields: "/" and each field of life that its words touch.
        landmarks: "first talks" as ("first", stem or concept of "talks"), for a few words behind.
    """

    folded: str
    words: tuple[str, ...]
    senses: Mapping[str, tuple[str, ...]]
    fields: tuple[str, ...]
    landmarks: frozenset[tuple[str, str]]


def gist_of(text: str) -> Gist:
    """The gist of a text."""
    stems = content_stems(text)
    senses = {word: found for word, found in zip(stems, concepts(stems), strict=True) if found}
    return Gist(
        " ".join(stems),
        tuple(dict.fromkeys(stems)),
        senses,
        marked("/", [field for word in stems for field in fields_of(word)]),
        frozenset(_landmarks(stems, senses)) or _NO_LANDMARKS,
    )


def content_stems(text: str) -> list[str]:
    """The stems of the content words of a text, in order, with repetitions."""
    return [stem(word) for word in _WORD.findall(text) if word.casefold() not in STOPWORDS]


def marked(mark: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words with a mark before each, once; one string for all claims that have it."""
    return tuple([intern(mark + word) for word in dict.fromkeys(words)])


def _landmarks(
    stems: Sequence[str], senses: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """What each ordinal may count: the stems and concepts of the words behind it."""
    for index, word in enumerate(stems):
        if word in _ORDINALS:
            for counted in stems[index + 1 : index + 1 + _ORDINAL_REACH]:
                yield from ((word, sense) for sense in (counted, *senses.get(counted, ())))
