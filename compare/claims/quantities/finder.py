"""The quantities of a stretch of text, with their places."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from tuireader.compare.claims.quantities.bounds import Bound, bound_of, interval
from tuireader.compare.claims.quantities.counted import (
    Before,
    counted_by,
    counted_by_age,
    counted_by_vote,
)
from tuireader.compare.claims.quantities.figures import Figure, figure_of
from tuireader.compare.claims.quantities.numbers import Number, Shape
from tuireader.compare.claims.quantities.pairs import Bond, Reading, as_ratio, read
from tuireader.compare.claims.quantities.reading import SEEDS, number_at
from tuireader.compare.claims.quantities.refusals import refused
from tuireader.compare.claims.quantities.roles import is_age, role_of
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens, tokenise
from tuireader.compare.claims.quantities.units import YEAR
from tuireader.compare.model import Facet, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Exactness, Quantity, Role

_DIGITS_KEPT: Final = 9  # after the point, in canonical units: below that is conversion dust
_RANGE_OPENERS: Final = frozenset(["between", "from"])
_SIGNS: Final = frozenset("0123456789¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_DIGIT: Final = compiled(r"[0-9¼-¾⅐-⅞]")
_WORD: Final = compiled(r"[a-z]+")


def find_quantities(
    text: str, start: int = 0, end: int | None = None, *, taken: Sequence[Span] = ()
) -> list[Facet[Quantity]]:
    """Find the quantities in `text[start:end]`, in order, not overlapping.

    The place of a quantity holds its number, unit, currency and the words that bound it ("more
    than", "or so"), not the noun that it counts. `counted` is made as `counted.py` describes;
    a rate ends it with "/day" or the like. A change has `Role.INCREMENT` and no sign: "fell 2%"
    and "rose 2%" differ in their verbs. Factors that are said in a word ("twice", "doubled") have
    the unit "times" and no stated number.

    Args:
        text: The whole text; places count from its beginning.
        start: First character to look at; nothing before it is read.
        end: Character after the last to look at; None for the end of the text.
        taken: Places already known to be dates or times; their numbers are not quantities.
    """
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop) and SEEDS.isdisjoint(
        _WORD.findall(text[start:stop].lower())
    ):
        return []
    tokens = tokenise(text, start, stop)
    return list(_find(tokens, taken))


def _find(tokens: Tokens, taken: Sequence[Span]) -> Iterator[Facet[Quantity]]:
    before = Before()
    done = skipped = 0
    for at in [i for i, word in enumerate(tokens.folded) if word in SEEDS or word[:1] in _SIGNS]:
        number = number_at(tokens, at) if at >= skipped else None
        if number is None:
            continue
        skipped = number.end
        reading = None if _is_taken(tokens, number, taken) else _reading_of(tokens, number, taken)
        if reading is None or reading.start < done:
            continue
        if tokens.ended_between(done, reading.start):
            before = Before()
        facets, done = _facets(tokens, reading, done, before)
        before = Before(facets[-1].value.counted, done, facets[-1].value.unit)
        skipped = done
        yield from facets


def _reading_of(tokens: Tokens, number: Number, taken: Sequence[Span]) -> Reading | None:
    """The quantity that a number is the heart of, or None where it counts nothing."""
    figure = figure_of(tokens, number)
    if is_age(tokens, figure):
        return Reading(figure if figure.unit.name else figure._replace(unit=YEAR), None, Bond.AGE)
    shared = as_ratio(tokens, figure)
    if not shared and refused(tokens, figure):
        return None
    reading = Reading(shared) if shared else read(tokens, figure)
    if reading.second and _is_taken(tokens, reading.second.number, taken):
        return Reading(figure)
    return reading


def _is_taken(tokens: Tokens, number: Number, taken: Sequence[Span]) -> bool:
    place = Span(tokens.starts[number.start], tokens.ends[number.end - 1])
    return any(place.overlaps(span) for span in taken)


def _facets(
    tokens: Tokens, reading: Reading, done: int, before: Before
) -> tuple[list[Facet[Quantity]], int]:
    """The facets of a reading, and the token after the last."""
    whole = reading.first
    if reading.second:
        whole = reading.second._replace(start=reading.start)
    bound = bound_of(tokens, whole)
    start, end = max(min(bound.start, reading.start), done), bound.end
    if reading.bond is Bond.AGE:
        end = _end_of_age(tokens, end)
        counted = counted_by_age(tokens, whole, start, end)
        value = _value(whole, bound._replace(strict=True), counted, Role.AGE)
        return [_facet(tokens, start, end, value)], end
    counted = counted_by(tokens, whole, start, end, before)
    if reading.second is None:
        value = _value(whole, bound, counted, role_of(tokens, whole, bound))
        return [_facet(tokens, start, end, value)], end
    if reading.bond is Bond.SCORE:
        return _sides(tokens, reading.first, reading.second, counted), reading.end
    if tokens.folded[start - 1] in _RANGE_OPENERS and start > done:
        start -= 1
    value = _range_value(reading.first, reading.second, counted, role_of(tokens, whole, bound))
    return [_facet(tokens, start, end, value)], end


def _facet(tokens: Tokens, start: int, end: int, value: Quantity) -> Facet[Quantity]:
    return Facet(Span(tokens.starts[start], tokens.ends[end - 1]), value)


def _sides(
    tokens: Tokens, first: Figure, second: Figure, counted: tuple[str, ...]
) -> list[Facet[Quantity]]:
    """The two facets of a score, in the order of the text."""
    counted = counted_by_vote(tokens, first, second) or counted
    exact = Bound(None, 0, 0, strict=True)
    return [
        _facet(tokens, side.start, side.end, _value(side, exact, counted, Role.SCORE))
        for side in (first, second)
    ]


def _end_of_age(tokens: Tokens, end: int) -> int:
    """The token after an age, "-old" included."""
    old = end + 1 if tokens.folded[end] in HYPHENS else end
    return old + 1 if tokens.folded[old] in {"old", "olds"} else end


def _value(figure: Figure, bound: Bound, counted: tuple[str, ...], role: Role) -> Quantity:
    """The value of one figure."""
    low, high, exactness = interval(figure, bound)
    open_ended = figure.number.shape in {Shape.VAGUE, Shape.MULTIPLE}
    stated = () if open_ended else (_tidy(figure.stated),)
    return Quantity(_tidy(low), _tidy(high), exactness, figure.unit.name, counted, stated, role)


def _range_value(first: Figure, second: Figure, counted: tuple[str, ...], role: Role) -> Quantity:
    """The value of a range, from the low end of the first to the high end of the second."""
    low = first.canonical(first.number.value)[0]
    high = second.canonical(second.number.value)[1]
    stated = (_tidy(first.stated), _tidy(second.stated))
    return Quantity(
        _tidy(low), _tidy(high), Exactness.RANGE, second.unit.name, counted, stated, role
    )


def _tidy(value: float) -> float:
    """The value without conversion dust."""
    return round(float(value), _DIGITS_KEPT) if math.isfinite(value) else value
