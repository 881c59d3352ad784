"""Parts of a whole: "two-thirds", "half of", "a quarter of a billion", "nine in ten"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.numbers import SCALES, SMALL, Number, Shape
from tuireader.compare.claims.quantities.tables import table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens

_DENOMINATORS: Final[dict[str, int]] = table("numbers")["denominators"]
_PLURALS: Final = {f"{word}s": parts for word, parts in _DENOMINATORS.items()} | {"halves": 2}
_STOPS: Final = words("counted", "stops") | frozenset(["", ".", ",", ";", ":", ")", "?", "!", "—"])
_COMPARED: Final = words("cues", "fractions", "compared")
_WHOLE: Final = words("cues", "fractions", "whole")
_HERALDS: Final = words("cues", "fractions", "before_share")
_CALENDAR: Final = words("cues", "fractions", "which_half")
_MAGNITUDES: Final = SCALES | {"dozen": 12.0, "hundred": 100.0}


def fraction(tokens: Tokens, at: int) -> Number | None:
    """The fraction whose upper half is the small number at a token: "three-quarters"."""
    folded = tokens.folded
    above = SMALL.get(folded[at])
    if above is None:
        above = int(folded[at]) if folded[at] in {"1", "2", "3", "4", "5", "7", "9"} else 0
    dashed = folded[at + 1] in HYPHENS and tokens.glued(at + 1)
    below = at + 2 if dashed else at + 1
    parts = _DENOMINATORS.get(folded[below]) if above == 1 else _PLURALS.get(folded[below])
    if parts is None and dashed:
        parts = _DENOMINATORS.get(folded[below])  # "three-quarter"
    if not parts or not 0 < above < parts:
        return None
    if above == 1 and not dashed and folded[below + 1] not in _STOPS:
        return None
    return _of_scale(tokens, _share(at, below + 1, above, parts))


def article_fraction(tokens: Tokens, at: int) -> Number | None:
    """ "a third of", "by a quarter": a lone denominator at a token, after its article."""
    folded = tokens.folded
    if folded[at - 1] not in {"a", "an"} or folded[at] == "half":
        return None
    number = _share(at - 1, at + 1, 1, _DENOMINATORS[folded[at]])
    follower = folded[at + 1]
    if follower in _MAGNITUDES or follower == "of":
        return _of_scale(tokens, number)
    if follower in _COMPARED or (folded[at - 2] in _HERALDS and follower in _STOPS):
        return number
    measured = follower in HYPHENS or follower in {"point", "mile", "percentage", "inch"}
    return number if measured and folded[at] == "quarter" else None


def half(tokens: Tokens, at: int) -> Number | None:
    """The amount that "half" at a token says: of something, of a scale, of a unit."""
    folded = tokens.folded
    if folded[at - 1] in _CALENDAR or folded[at + 1] == "past" or folded[at - 1] in HYPHENS:
        return None
    after = at + 1
    if folded[after] in HYPHENS and tokens.glued(after):
        after += 1
    first = at - 1 if folded[at - 1] in {"a", "one"} else at
    number = _share(first, at + 1, 1, 2)
    scaled = _of_scale(tokens, number)
    if scaled is not number or folded[after] in {"hour", "mile", "point", "percentage", "century"}:
        return scaled
    if after > at + 1 or folded[at - 1] == "the":
        return None
    if folded[after] in _WHOLE or (folded[at - 1] in _HERALDS and folded[after] in _STOPS):
        return number
    return None


def _share(start: int, end: int, above: int, below: int) -> Number:
    value = above / below
    return Number(start, end, value, value, Shape.SHARE, parts=below)


def _of_scale(tokens: Tokens, number: Number) -> Number:
    """ "half a million", "a quarter of a billion", "half-dozen": the fraction of a magnitude."""
    folded, after = tokens.folded, number.end
    if folded[after] in HYPHENS and tokens.glued(after):
        after += 1
    elif folded[after] == "of" and folded[after + 1] == "a":
        after += 2
    elif folded[after] == "a":
        after += 1
    factor = _MAGNITUDES.get(folded[after])
    if factor is None:
        return number
    value = number.value * factor
    shape = Shape.LOOSE if factor == 12 else Shape.SCALED
    return number._replace(end=after + 1, value=value, step=value, shape=shape, parts=0)


def ratio(first: Number, second: Number | None, joined_by: str) -> Number | None:
    """The share that "9 out of 10" or "one in five" says; None where the words say two amounts.

    Args:
        first: The number before.
        second: The number after the joining words.
        joined_by: "out of", "in" or "of"; a noun may have stood before them.
    """
    if second is None or not 0 < first.value < second.value:
        return None
    if not float(second.value).is_integer() or Shape.SHARE in {first.shape, second.shape}:
        return None
    known = second.value in {3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500}
    if not (joined_by == "out of" or known or second.value % 1000 == 0):
        return None
    share = _share(first.start, second.end, 1, 1)
    value = first.value / second.value
    return share._replace(value=value, step=value, parts=int(second.value))
