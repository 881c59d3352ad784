"""A number with its currency or unit: the smallest piece of text that is a quantity."""

from __future__ import annotations

from typing import Final, NamedTuple

from tuireader.compare.claims.quantities import money
from tuireader.compare.claims.quantities.numbers import Number, Shape, magnify
from tuireader.compare.claims.quantities.reading import number_after
from tuireader.compare.claims.quantities.tables import Phrases, table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import (
    COUNT,
    PART,
    POINT,
    TIMES,
    Unit,
    smaller,
    unit_at,
)

BEHIND: Final = Phrases(
    {phrase: kind for kind, listed in table("bounds")["after"].items() for phrase in listed}
)
_MINUS: Final = frozenset(["minus", "negative"])
_SIGNS: Final = HYPHENS | {"−", "–"}
_RATE_TALK: Final = words("cues", "figures", "rates")
_REACH: Final = 25
# After "100m" these make it metres; anything else leaves millions.
_METRES: Final = words("cues", "figures", "metres")
_COUNTING: Final = words("counted", "stops") - _METRES


class Figure(NamedTuple):
    """A number and what it is measured in.

    Attributes:
        start: First token, sign and currency included.
        end: Token after the last, unit included.
        number: The number, negative where a minus stands before it.
        unit: Unit as said.
        rest: Smaller parts: the months of "two years and four months".
    """

    start: int
    end: int
    number: Number
    unit: Unit = COUNT
    rest: tuple[tuple[float, Unit], ...] = ()

    @property
    def stated(self) -> float:
        """The number as it is said, its smaller parts as a fraction of the first unit."""
        parts = sum(value * unit.high / self.unit.high for value, unit in self.rest)
        return self.number.value + parts

    def canonical(self, value: float) -> tuple[float, float]:
        """The interval in the canonical unit for a value of this unit, smaller parts added."""
        low, high = self.unit.convert(value)
        for amount, unit in self.rest:
            more = unit.convert(amount)
            low, high = low + more[0], high + more[1]
        return low, high


def figure_of(tokens: Tokens, number: Number) -> Figure:
    """The figure that a number is the heart of."""
    start = number.start
    unit, end = COUNT, number.end
    currency = money.before(tokens, start)
    if number.suffix:
        number = _decide_suffix(tokens, number, money_before=currency is not None)
        end = number.end
    if currency:
        unit, start = currency
        named = money.after(tokens, end, number)
        if named and named[0].low == 1:
            end = named[1]
    else:
        number, unit, end = _attach(tokens, number)
    figure = _compound(tokens, Figure(start, end, number, unit))
    return _signed(tokens, figure)


def _decide_suffix(tokens: Tokens, number: Number, *, money_before: bool) -> Number:
    """Take "m", "b" or "t" against the digits as a magnitude where the context allows it."""
    follower = tokens.folded[number.end + 1]
    if money_before or money.after(tokens, number.end + 1, magnify(number)):
        return magnify(number)
    if number.suffix == "m" and tokens.raw(number.end) == "m" and follower not in _METRES:
        return magnify(number)
    if number.suffix == "b" and tokens.raw(number.end) == "b" and follower not in _COUNTING:
        return magnify(number)
    return number


def _attach(tokens: Tokens, number: Number) -> tuple[Number, Unit, int]:
    """The unit after a number that has no currency before it."""
    folded, end = tokens.folded, number.end
    if number.shape is Shape.MULTIPLE:
        return number, TIMES, end
    if number.shape is Shape.SHARE or number.step == 0.5:
        part = _part_of_unit(tokens, number)
        if part:
            return number._replace(shape=Shape.PLAIN, parts=0), *part
    if number.shape is Shape.SHARE:
        return number, PART, end
    if folded[end] == "of" and number.shape is Shape.VAGUE:
        named = money.after(tokens, end + 1, number) or unit_at(tokens, end + 1, digits=False)
    else:
        after = _after_bound(tokens, end)
        named = money.after(tokens, after, number) or unit_at(
            tokens, after, digits=number.digits and after == end
        )
    if named:
        return number, *named
    return number, COUNT, end


def _after_bound(tokens: Tokens, end: int) -> int:
    """The token after words that bound a number before its unit: "20-odd miles"."""
    bound = BEHIND.starting(tokens.folded, end)
    return end + bound[0] if bound and tokens.folded[end] != "+" else end


def _part_of_unit(tokens: Tokens, number: Number) -> tuple[Unit, int] | None:
    """The unit that a fraction is of: "half an hour", "a quarter point"."""
    folded, at = tokens.folded, number.end
    if folded[at] == "of":
        at += 1
        if folded[at] not in {"a", "an", "one"}:
            return None
    if folded[at] in {"a", "an", "one"}:
        at += 1
    hyphen = folded[at] in HYPHENS
    point = at + 1 if hyphen else at
    if folded[point] in {"point", "points"} and number.shape is Shape.SHARE:
        rate = number.parts in {2, 4} and (
            folded[number.end] != "of" or _about_rates(tokens, point)
        )
        return (POINT, point + 1) if rate else (COUNT, number.end)
    return unit_at(tokens, at, digits=False) or money.after(tokens, at, number)


def _about_rates(tokens: Tokens, at: int) -> bool:
    near = tokens.before(at, _REACH) + tokens.after(at, _REACH)
    return not _RATE_TALK.isdisjoint(near)


def _compound(tokens: Tokens, figure: Figure) -> Figure:
    """Add smaller units ("and four months") and a half ("a year and a half")."""
    if not figure.unit.measured or figure.number.shape is not Shape.PLAIN:
        return figure
    folded, at = tokens.folded, figure.end
    joined = at + 1 if folded[at] in {"and", ","} else at
    if folded[at] == "and" and folded[joined] == "a" and folded[joined + 1] in {"half", "quarter"}:
        share = 0.5 if folded[joined + 1] == "half" else 0.25
        number = figure.number._replace(value=figure.number.value + share, step=share)
        return figure._replace(end=joined + 2, number=number)
    part = number_after(tokens, joined)
    if part is None or part.shape is not Shape.PLAIN:
        return figure
    unit = smaller(tokens, part.end, figure.unit)
    if unit is None:
        return figure
    return figure._replace(end=unit[1], rest=((part.value, unit[0]),))


def _signed(tokens: Tokens, figure: Figure) -> Figure:
    """The figure made negative where a minus stands before it."""
    folded, sign = tokens.folded, figure.start - 1
    glued = folded[sign] in _SIGNS and tokens.glued(figure.start) and not tokens.glued(sign)
    if not (folded[sign] in _MINUS or (glued and figure.number.digits)):
        return figure
    number = figure.number._replace(value=-figure.number.value)
    return figure._replace(start=sign, number=number)
