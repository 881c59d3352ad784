"""Two figures that are said together: ranges, scores and ratios."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from tuireader.compare.claims.quantities.figures import Figure, figure_of
from tuireader.compare.claims.quantities.fractions import ratio
from tuireader.compare.claims.quantities.numbers import Number, Shape
from tuireader.compare.claims.quantities.reading import number_after
from tuireader.compare.claims.quantities.refusals import refused
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import DASHES, HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import COUNT, PART

_CUES: Final = words("roles", "score", "cues")
_CHANGES: Final = words("roles", "change", "verbs") | words("roles", "change", "nouns")
_STOPS: Final = words("counted", "stops") | frozenset(["", ".", ",", ";", ":", ")", "?", "!", "—"])
_KILLING: Final = words("counted", "senses", "killed") | words("counted", "senses", "injured")
_DENOMINATORS: Final = frozenset([3, 4, 5, 8, 10, 12, 20, 100, 1000])
_HIGHEST_SCORE: Final = 1000
_LONGEST_NOUN: Final = 2
_REACH_BACK: Final = 8
_REACH_ON: Final = 5


class Bond(StrEnum):
    """What a figure is apart from an amount, or what two figures make together."""

    NONE = "none"
    RANGE = "range"
    SCORE = "score"
    AGE = "age"


class Reading(NamedTuple):
    """One figure, or two with the bond between them; tokens from `start` to `end`."""

    first: Figure
    second: Figure | None = None
    bond: Bond = Bond.NONE

    @property
    def start(self) -> int:
        """First token."""
        return self.first.start

    @property
    def end(self) -> int:
        """Token after the last."""
        return (self.second or self.first).end


def read(tokens: Tokens, figure: Figure) -> Reading:
    """The figure with what is said together with it, if anything is."""
    for reader in (_dashed, _joined, _voted):
        found = reader(tokens, figure)
        if found:
            return found
    return Reading(figure)


def _figure_after(tokens: Tokens, at: int) -> Figure | None:
    """The figure that begins at a token, a currency sign before its number allowed."""
    for first in (at, at + 1, at + 2):
        number = number_after(tokens, first)
        if number and number.shape not in {Shape.MULTIPLE, Shape.VAGUE}:
            figure = figure_of(tokens, number)
            return figure if figure.start == at and not refused(tokens, figure) else None
    return None


def as_ratio(tokens: Tokens, figure: Figure) -> Figure | None:
    """ "9 out of 10", "one in five", "seven voters in ten" as a share."""
    folded, number = tokens.folded, figure.number
    if figure.unit is not COUNT or number.shape is not Shape.PLAIN:
        return None
    noun = 0
    while noun <= _LONGEST_NOUN and folded[number.end + noun] not in {"in", "out", "of"}:
        if not folded[number.end + noun].isalpha():
            return None
        noun += 1
    at = number.end + noun
    joined_by = "out of" if folded[at : at + 2] == ["out", "of"] else folded[at]
    at += 2 if joined_by == "out of" else 1
    every = folded[at] == "every"
    if joined_by not in {"in", "out of"} and not (joined_by == "of" and every):
        return None
    second = number_after(tokens, at + 1 if every else at)
    share = ratio(number, second, joined_by)
    if share is None or (joined_by == "in" and not every and _counts(tokens, share, number, noun)):
        return None
    return Figure(figure.start, share.end, share, PART)


def _counts(tokens: Tokens, share: Number, upper: Number, noun: int) -> bool:
    """Whether "N in M" counts N things in M places, rather than giving a share."""
    second = figure_of(tokens, share._replace(start=share.end, shape=Shape.PLAIN))
    if second.unit is not COUNT or (share.parts not in _DENOMINATORS and share.parts < 1000):
        return True
    if tokens.folded[upper.start - 1] in _KILLING or (upper.value >= 10 and share.parts < 100):
        return True
    return noun > 0 and tokens.folded[share.end] not in _STOPS


def _dashed(tokens: Tokens, first: Figure) -> Reading | None:
    """ "30-40", "5-2", "$2-3 million"."""
    folded, at = tokens.folded, first.end
    if folded[at] not in DASHES or first.number.shape not in {Shape.PLAIN, Shape.SCALED}:
        return None
    spaced = not tokens.glued(at)
    if spaced != (not tokens.glued(at + 1)) or (spaced and folded[at] == "—"):
        return None
    second = _figure_after(tokens, at + 1)
    if second is None or (folded[second.end] in DASHES and tokens.raw(second.end + 1).isdecimal()):
        return None
    second = second._replace(number=second.number._replace(value=abs(second.number.value)))
    if _is_score(tokens, first, second):
        return Reading(first, second, Bond.SCORE)
    return None if spaced and first.unit is COUNT else _range(first, second)


def _joined(tokens: Tokens, first: Figure) -> Reading | None:
    """ "between 30 and 40", "from 3 percent to 8 percent", "five- to nine-week", "two or three"."""
    folded, at = tokens.folded, first.end
    if folded[at] in HYPHENS and tokens.glued(at):
        at += 1
    word = folded[at]
    if word not in {"to", "and", "or"} or first.number.shape not in {Shape.PLAIN, Shape.SCALED}:
        return None
    herald = _herald(tokens, first)
    at += 1
    if folded[at] in HYPHENS and tokens.glued(at):
        at += 1
    second = _figure_after(tokens, at)
    if second is None or (word == "and" and herald != "between"):
        return None
    if herald == "from" and not _CHANGES.isdisjoint(tokens.before(first.start, _REACH_BACK)):
        return None
    if word == "to" and not herald and _is_score(tokens, first, second):
        return Reading(first, second, Bond.SCORE)
    if word == "or" and (first.unit is not COUNT or second.number.value > first.number.value + 2):
        return None
    return _range(first, second)


def _herald(tokens: Tokens, first: Figure) -> str:
    """The word that opens a range before its first figure, or ""."""
    for word in tokens.before(first.start, 3):
        if word in {"between", "from"}:
            return word
        if word not in {"about", "some", "around", "roughly", "an", "estimated"}:
            break
    return ""


def _voted(tokens: Tokens, first: Figure) -> Reading | None:
    """ "41 votes to 36", "by five votes to four"."""
    folded, at = tokens.folded, first.end
    if first.unit is not COUNT or folded[at] not in {"vote", "votes", "goals", "points", "sets"}:
        return None
    if folded[at + 1] not in {"to", "against"}:
        return None
    second = _figure_after(tokens, at + 2)
    if second is None or second.unit is not COUNT:
        return None
    return Reading(first, second, Bond.SCORE)


def _is_score(tokens: Tokens, first: Figure, second: Figure) -> bool:
    """Whether two bare numbers are the two sides of a score or a vote."""
    if first.unit is not COUNT or second.unit is not COUNT:
        return False
    values = (first.number.value, second.number.value)
    if max(values) >= _HIGHEST_SCORE or not all(float(value).is_integer() for value in values):
        return False
    bracketed = tokens.folded[first.start - 1] == "(" and tokens.folded[second.end] in {")", ","}
    if values[0] >= values[1] or bracketed:
        return True
    near = tokens.before(first.start, _REACH_BACK) + tokens.after(second.end, _REACH_ON)
    return not _CUES.isdisjoint(near)


def _range(first: Figure, second: Figure) -> Reading | None:
    """The range from one figure to the other, unit and magnitude shared; None if it falls."""
    if Shape.SHARE in {first.number.shape, second.number.shape} and first.unit != second.unit:
        return None
    if first.unit is COUNT or second.unit is COUNT:
        unit = second.unit if first.unit is COUNT else first.unit
        first, second = first._replace(unit=unit), second._replace(unit=unit)
    if first.unit.name != second.unit.name:
        return None
    first = first._replace(number=_same_scale(first.number, second.number))
    if first.canonical(first.number.value)[0] >= second.canonical(second.number.value)[1]:
        return None
    return Reading(first, second, Bond.RANGE)


def _same_scale(first: Number, second: Number) -> Number:
    """The first number, with the magnitude that is said once, behind the second."""
    scaled = first.value * second.scale
    if first.scale == 1 and second.scale > 1 and scaled < second.value:
        return first._replace(value=scaled, step=first.step * second.scale, shape=Shape.SCALED)
    return first
