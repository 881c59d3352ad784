"""How exactly a number is meant, and the interval that follows."""

from __future__ import annotations

import math
from functools import cache
from typing import Final, NamedTuple

from tuireader.compare.claims.quantities.figures import BEHIND, Figure
from tuireader.compare.claims.quantities.numbers import Shape
from tuireader.compare.claims.quantities.tables import Phrases, table, words
from tuireader.compare.claims.quantities.tokens import Tokens
from tuireader.compare.values import Exactness

_FILLERS: Final = words("cues", "bounds", "fillers")
_MOST_FILLERS: Final = 3
# "over three decades" is a bound after these only; else it means "during".
_OVER: Final = words("cues", "bounds", "over")
_ABOUT: Final = 0.1
_LOOSE: Final = 0.125
_SHARE_SLACK: Final = 4.0  # points
_ROUND_FROM: Final = 100


class Bound(NamedTuple):
    """Words that bound a number.

    Attributes:
        exactness: What they make of it; None where they leave it as it is.
        start: First token of the words before.
        end: Token after the words behind.
        close: Whether a one-sided bound stays within a tenth ("just over").
        strict: Whether the words insist on the exact number ("exactly 500").
    """

    exactness: Exactness | None
    start: int
    end: int
    close: bool = False
    strict: bool = False


@cache
def _phrases() -> Phrases:
    entries = table("bounds")["before"].items()
    return Phrases({phrase: kind for kind, listed in entries for phrase in listed})


def bound_of(tokens: Tokens, figure: Figure) -> Bound:
    """The bound that the words around a figure put on it."""
    kind, start = _before(tokens, figure)
    end = figure.end
    behind = BEHIND.starting(tokens.folded, end)
    if behind and (tokens.folded[end] != "+" or tokens.glued(end)):
        end += behind[0]
    elif figure.end > figure.number.end:  # "20-odd miles"
        behind = BEHIND.starting(tokens.folded, figure.number.end)
    if behind and kind in {"", "exact"}:
        kind = behind[1]
    if kind in {"", "exact"}:
        return Bound(None, start, end, strict=kind == "exact")
    if kind == "just over":
        return Bound(Exactness.MORE_THAN, start, end, close=True)
    return Bound(Exactness(kind), start, end)


def _before(tokens: Tokens, figure: Figure) -> tuple[str, int]:
    """Kind and first token of the nearest bounding phrase before a figure."""
    at = figure.start - 1
    strict = ""
    first = figure.start
    for _ in range(_MOST_FILLERS):
        match = _phrases().ending(tokens.folded, at)
        if match and not _misread(tokens, figure, at, match[1]):
            length, kind = match
            at -= length
            first = at + 1
            if kind != "exact":
                return kind, first
            strict = "exact" if tokens.folded[first] in {"exactly", "precisely"} else strict
        elif tokens.folded[at] in _FILLERS:
            at -= 1
        else:
            break
    return strict, first if strict else figure.start


def _misread(tokens: Tokens, figure: Figure, at: int, kind: str) -> bool:
    """Whether a bounding word is something else here."""
    word, before = tokens.folded[at], tokens.folded[at - 1]
    if word == "over" and before in words("bounds", "particles", "over"):
        return True
    if word == "over" and kind == "more than" and figure.unit.name == "day":
        return before not in _OVER
    if word in {"near", "above", "below"} and figure.unit.name == "km":
        return word == "near"
    if word == "within" and figure.unit.name not in {"day", "km"}:
        return True
    if kind == "up to" and word == "to" and before == "up":
        return tokens.folded[at - 2] in {"adds", "added", "adding", "speeded", "sped"}
    return kind == "exact" and word == "all" and before == "at"


def interval(figure: Figure, bound: Bound) -> tuple[float, float, Exactness]:
    """Low and high in the canonical unit, and how exactly the figure is meant."""
    number, exactness = figure.number, bound.exactness
    low, high = figure.canonical(number.value)
    if number.shape is Shape.VAGUE:
        return low, figure.canonical(number.high)[1], Exactness.VAGUE
    if exactness is None:
        return _unbounded(figure, bound)
    slack = abs(high) * _ABOUT
    floor = -math.inf if high < 0 or figure.unit.name == "celsius" else 0.0
    top = high + slack if bound.close else math.inf
    ends = {
        Exactness.ABOUT: (low - slack, high + slack),
        Exactness.NEARLY: (low - abs(low) * _ABOUT, high),
        Exactness.AT_LEAST: (low, math.inf),
        Exactness.MORE_THAN: (low, top),
    }.get(exactness, (floor, high))
    return *ends, exactness


def _unbounded(figure: Figure, bound: Bound) -> tuple[float, float, Exactness]:
    """The interval of a figure that no word bounds: exact, rounded or loose."""
    number = figure.number
    if number.shape is Shape.LOOSE and not bound.strict:
        slack = max(1.0, abs(number.value) * _LOOSE)
        top = number.high or number.value + slack
        least = number.value if number.high else number.value - slack
        return figure.canonical(least)[0], figure.canonical(top)[1], Exactness.ROUNDED
    if number.shape is Shape.SHARE and not bound.strict:
        low, high = figure.canonical(number.value)
        slack = min(_SHARE_SLACK, 50 / number.parts)
        return max(low - slack, 0.0), high + slack, Exactness.ROUNDED
    place = 0.0 if bound.strict else _round_place(figure)
    if place:
        below, above = place / 2, place / 2 - min(1.0, place / 100)
    elif figure.unit.measured and not bound.strict:
        below = _half_last_place(figure)
        above = below * 0.99  # half open, so that 5 km and 6 km do not touch
    else:
        below = above = 0.0
    low = figure.canonical(number.value - below)[0]
    high = figure.canonical(number.value + above)[1]
    return low, high, Exactness.ROUNDED if place else Exactness.EXACT


def _half_last_place(figure: Figure) -> float:
    """How far a measure may be off, in its first unit: half of the last place, at most a tenth."""
    if figure.rest:
        return 0.5 * figure.rest[-1][1].low / figure.unit.low
    return min(figure.number.step / 2, abs(figure.number.value) * _ABOUT)


def _round_place(figure: Figure) -> float:
    """The last non-zero place of a round number; 0 where the number is not round.

    Round is what ends in two zeros at least, or is said with a magnitude word; percentages and
    factors are never round.
    """
    number = figure.number
    if figure.unit.name in {"%", "pp", "times"} or number.shape not in {Shape.PLAIN, Shape.SCALED}:
        return 0.0
    value = abs(number.value)
    if number.shape is Shape.SCALED and (number.step < 1 or value < _ROUND_FROM):
        return 0.0
    if not math.isfinite(value) or not float(number.step).is_integer() or value < _ROUND_FROM:
        return 0.0
    place = 1
    whole = int(value)
    if whole != value:
        return 0.0
    while whole % 10 == 0:
        whole //= 10
        place *= 10
    return float(max(place, 0)) if place >= _ROUND_FROM else 0.0
