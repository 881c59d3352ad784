"""The one place that knows which word begins which kind of number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tuireader.compare.claims.quantities import fractions, vague
from tuireader.compare.claims.quantities.cardinals import cardinal
from tuireader.compare.claims.quantities.digits import digits, vulgar
from tuireader.compare.claims.quantities.numbers import (
    ONES,
    SCALES,
    TEENS,
    TENS,
    VAGUE,
    Number,
    Shape,
)
from tuireader.compare.claims.quantities.tables import table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens

_ARTICLES: Final = frozenset(["a", "an"])
_TERMS: Final = words("cues", "reading", "terms")
_BEFORE_TERM: Final = words("cues", "reading", "before_term")
_NO_TERM_BEFORE: Final = words("cues", "reading", "after_term")


def _spelled(tokens: Tokens, at: int) -> Number | None:
    return fractions.fraction(tokens, at) or cardinal(tokens, at)


def _scale(tokens: Tokens, at: int) -> Number | None:
    if tokens.folded[at - 1] not in _ARTICLES:
        return None
    return cardinal(tokens, at, article=True)


def _dozen(tokens: Tokens, at: int) -> Number | None:
    if tokens.folded[at - 1] not in _ARTICLES:
        return None
    return Number(at - 1, at + 1, 12, 12, Shape.LOOSE)


def _term(tokens: Tokens, at: int) -> Number | None:
    """ "a year and a half", "within a week": an article that counts one unit."""
    folded = tokens.folded
    if folded[at - 1] not in _ARTICLES:
        return None
    counted = folded[at - 2] in _BEFORE_TERM and folded[at + 1] not in _NO_TERM_BEFORE
    if counted or (folded[at + 1] == "and" and folded[at + 2] in {"a", *ONES, *TEENS, *TENS}):
        return Number(at - 1, at, 1)
    return None


_READERS: Final[dict[str, Callable[[Tokens, int], Number | None]]] = {
    **dict.fromkeys([*ONES, *TEENS, *TENS], _spelled),
    **dict.fromkeys([*SCALES, "hundred"], _scale),
    **dict.fromkeys(table("numbers")["denominators"], fractions.article_fraction),
    **dict.fromkeys([*VAGUE, *table("numbers")["vague_of"]], vague.plural),
    **dict.fromkeys(vague.INDEFINITE, vague.indefinite),
    **dict.fromkeys(vague.MULTIPLES, vague.multiple),
    **dict.fromkeys(_TERMS, _term),
    "half": fractions.half,
    "dozen": _dozen,
    "couple": vague.couple,
}

SEEDS: Final = frozenset(_READERS)


def number_at(tokens: Tokens, at: int) -> Number | None:
    """The number that the word or the digits at a token begin, or None."""
    word = tokens.folded[at]
    reader = _READERS.get(word)
    if reader:
        return reader(tokens, at)
    if word[:1].isdecimal():
        return digits(tokens, at)
    if len(word) == 1 and not word.isascii():
        return vulgar(tokens, at)
    return None


def number_after(tokens: Tokens, at: int) -> Number | None:
    """The number that begins at a token, its article included ("a dozen")."""
    if tokens.folded[at] in _ARTICLES and tokens.folded[at + 1] not in HYPHENS:
        return number_at(tokens, at + 1)
    return number_at(tokens, at)
