"""Hyphens at the ends of lines: those that only broke a word go, those that belong to it stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tuireader.compare.documents.pdf.words import Line
from tuireader.compare.lexicon.commonness import rarity
from tuireader.compare.lexicon.concepts import concepts_of
from tuireader.compare.lexicon.fields import fields_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS

_BEFORE = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)-$")
_AFTER = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First parts that English sets apart with a hyphen, and that no break of a longer word leaves.
_PARTS = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety half well self non mid vice cross"
    " counter pro anti ultra all two three five six eight nine".split()
)
_SHORTEST = 4


@dataclass(frozen=True)
class Vocabulary:
    """The words that a document itself uses inside its lines.

    Attributes:
        words: Without hyphens.
        compounds: With hyphens.
    """

    words: frozenset[str]
    compounds: frozenset[str]

    def keeps_hyphen(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of `line` belongs to the word that goes on below.

        It does before a capital or a figure, after a figure, in a compound that the document
        writes with one elsewhere, and between two whole words that make none together.
        """
        before, after = _BEFORE.search(line), _AFTER.match(following)
        if before is None or after is None or not after[0][0].islower():
            return True
        if line[: before.start()].endswith("-"):
            return True  # "cat-and-|mouse"
        left, right = before[1].casefold(), after[0].casefold()
        if f"{left}-{right}" in self.compounds:
            return True
        if left + right in self.words or _is_english(left + right):
            return False
        if left in _PARTS:
            return True
        return self._is_word(left) and self._is_word(right)

    def _is_word(self, word: str) -> bool:
        if len(word) < _SHORTEST or word in STOPWORDS:
            return False
        return word in self.words or _is_english(word)


def vocabulary_of(lines: Iterable[Line]) -> Vocabulary:
    """The words inside the lines; those at their ends and beginnings may be broken ones."""
    words: set[str] = set()
    compounds: set[str] = set()
    broken = False
    for line in lines:
        tokens = _TOKEN.findall(line.text.casefold())
        inside = tokens[broken:]
        broken = line.text.endswith("-")
        for token in inside[: len(inside) - broken]:
            (compounds if "-" in token else words).add(token)
            words.update(token.split("-") if "-" in token else ())
    return Vocabulary(frozenset(words), frozenset(compounds))


@lru_cache(maxsize=4096)
def _is_english(word: str) -> bool:
    root = stem(word)
    return rarity(root) < 1 or bool(concepts_of(root)) or bool(fields_of(root))
