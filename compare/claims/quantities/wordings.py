"""Number words that count nothing: "no one", "the Group of Seven", "chapter two"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.labels import LABELS, bare
from tuireader.compare.claims.quantities.numbers import ONES, TEENS, TENS, Shape
from tuireader.compare.claims.quantities.phrases import SENSES, STOPS
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import Tokens
from tuireader.compare.claims.quantities.units import COUNT

_ONE_STOPS: Final = words("refusals", "one_stops")
_ONE_HERALDS: Final = words("refusals", "one_heralds")
_NAMED: Final = words("refusals", "named")
_BEFORE_TERM: Final = words("cues", "reading", "before_term")
_SMALL_WORDS: Final = words("cues", "wordings", "small")
_NEAR: Final = 4


def one(tokens: Tokens, figure: Figure) -> bool:
    """ "one" where it counts nothing: "one of", "no one", "one said", "one-sided"."""
    folded, at = tokens.folded, figure.start
    if folded[at : at + 2] == ["one", "day"]:
        return folded[at - 1] not in _BEFORE_TERM
    if figure.end != at + 1 or folded[at] != "one":
        return False
    follower = folded[at + 1]
    if folded[at - 1] in _ONE_HERALDS or not follower.isalpha() or follower in STOPS:
        return True
    participle = follower.endswith("ed") and follower not in SENSES
    return participle or follower in _ONE_STOPS


def name(tokens: Tokens, figure: Figure) -> bool:
    """ "the Group of Seven", "the Big Four", "Seven Network": a capital inside a sentence."""
    first, follower = figure.number.start, figure.end
    if not tokens.capital(first):
        return False
    if tokens.opens_sentence(first):
        return tokens.capital(follower) and tokens.folded[follower] in _NAMED
    return not _headline(tokens, first, figure.end)


def _headline(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the words around are capitalised too, as in a headline."""
    near = [
        tokens.capital(at)
        for at in range(first - _NEAR, end + _NEAR)
        if tokens.raw(at).isalpha() and tokens.folded[at] not in _SMALL_WORDS
    ]
    return len(near) > 2 and all(near)


def label(tokens: Tokens, figure: Figure) -> bool:
    """ "chapter two", "Phase Two", "nineteen eighty-four", "one two three"."""
    if figure.unit is not COUNT or figure.number.shape is not Shape.PLAIN:
        return False
    folded, start, end = tokens.folded, figure.start, figure.end
    if LABELS.ending(folded, start - 1) and bare(tokens, figure):
        return True
    before, after = folded[start - 1], folded[end]
    year = (folded[start] in TEENS and after in TENS) or (folded[start] in TENS and before in TEENS)
    return year or (after in ONES and before in ONES)
