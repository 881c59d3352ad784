"""The grammar's upper floor: ranges, days with their time, bounds."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tuireader.compare.claims.dates.clock import time_of_day
from tuireader.compare.claims.dates.distances import Distance, Then
from tuireader.compare.claims.dates.nested import opens_period, period
from tuireader.compare.claims.dates.numbers import year_number
from tuireader.compare.claims.dates.openers import time_like
from tuireader.compare.claims.dates.parts import Part, Range
from tuireader.compare.claims.dates.periods import Fixed, Period
from tuireader.compare.claims.dates.reading import Clock, Reading, TimeOfDay
from tuireader.compare.claims.dates.spoken import part_of_day, part_phrase
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import BOUNDS, DASHES
from tuireader.compare.claims.dates.years import counts_something, one_year
from tuireader.compare.values import Bound


class Expression(NamedTuple):
    """A whole date expression, from its bound to its last token.

    Attributes:
        end: One past the last token.
        period: The days, None for a bare time of day.
        clock: The time, None for bare days.
        bound: By, before, since, ...
    """

    end: int
    period: Period | None
    clock: Clock | None
    bound: Bound


def _clock_after(tokens: Tokens, index: int) -> TimeOfDay | None:
    """A time that belongs to the day before it: "(Monday) night", "at 11:40 p.m.", ", noon"."""
    part = part_of_day(tokens, index) or part_phrase(tokens, index)
    if part:
        return part
    at = index + (tokens.words[index] == ",")
    return time_of_day(tokens, at + (tokens.words[at] in ("at", "around", "from")))


def _with_time(tokens: Tokens, reading: Reading) -> Reading:
    """A day with the times that follow it."""
    if reading.period is None or reading.period.grain != "day":
        return reading
    end, clock = reading.end, reading.clock
    while following := _clock_after(tokens, end):
        end, clock = following[0], _narrower(clock, following[1])
    return Reading(end, reading.period, clock)


def _narrower(one: Clock | None, other: Clock) -> Clock:
    """Of a part of the day and an hour the hour, put into that part."""
    if one is None:
        return other
    if one.coarse != other.coarse:
        part, hour = (one, other) if one.coarse else (other, one)
        return hour.in_part(part)
    return one


def _timed(tokens: Tokens, index: int) -> Reading | None:
    """A time, with the part of the day and the day that follow it: "9:40 p.m. on Monday"."""
    if not time_like(tokens.words[index]):
        return None
    found = time_of_day(tokens, index) or part_phrase(tokens, index)
    if found is None:
        return None
    end, clock = found
    while part := part_phrase(tokens, end):
        end, clock = part[0], _narrower(clock, part[1])
    close = _clock_range(tokens, end, clock)
    if close:
        end, clock = close
    at = end + (tokens.words[end] == ",")
    at += tokens.words[at] in ("on", "of", "in")
    inner = period(tokens, at)
    if inner and inner.period and inner.period.grain == "day":
        day = _with_time(tokens, inner)
        merged = clock if day.clock is None else _narrower(clock, day.clock)
        return Reading(day.end, day.period, merged)
    return Reading(end, None, clock)


def _clock_range(tokens: Tokens, index: int, first: Clock) -> TimeOfDay | None:
    """The close of "7 a.m. to 9 p.m.": one past it, and the whole stretch."""
    if tokens.words[index] not in ("to", "until", "and", *DASHES):
        return None
    if tokens.words[index] == "and" and "between" not in tokens.words[max(index - 6, 0) : index]:
        return None
    found = time_of_day(tokens, index + 1)
    if found is None or first.twelve or found[1].twelve or found[1].last < first.first:
        return None
    return found[0], first._replace(
        last=found[1].last, zone=found[1].zone or first.zone, coarse=True
    )


def _span_close(tokens: Tokens, index: int, opener: str) -> int:
    """Where the close of a range begins after "to", "and", "until" or a dash, or 0."""
    word = tokens.words[index]
    joined = word in ("to", "until", "till", "through", *DASHES)
    return index + 1 if joined or (word == "and" and opener == "between") else 0


def _ranged(tokens: Tokens, index: int, opener: str) -> Reading | None:
    """ "Between March 3 and March 5", "from 1999 to 2004", "June-August 2020"."""
    begin = period(tokens, index)
    if begin is None or begin.period is None:
        return begin
    begin = _with_time(tokens, begin)
    at = _span_close(tokens, begin.end, opener)
    if not at:
        return begin
    close = _close(tokens, at, begin)
    if close is None or close.period is None or begin.period is None:
        return begin
    if opener not in ("from", "between") and close.period.grain != begin.period.grain:
        return begin
    if _backwards(begin.period, close.period):
        return begin
    return Reading(close.end, Range(begin.period, close.period))


def _close(tokens: Tokens, index: int, begin: Reading) -> Reading | None:
    if isinstance(begin.period, Fixed) and begin.period.grain == "year":
        year = year_number(tokens.words[index])
        if year is not None and not counts_something(tokens, index, year):
            return one_year(index + 1, year)
        return None
    close = period(tokens, index)
    return _with_time(tokens, close) if close else None


def _backwards(begin: Period, close: Period) -> bool:
    return isinstance(begin, Fixed) and isinstance(close, Fixed) and close.last < begin.first


def _bound(tokens: Tokens, index: int) -> tuple[int, Bound]:
    """A word that bounds the date, and one past it."""
    words = tokens.words
    if words[index] in _LONG_BOUND_WORDS:
        for phrase, bound in _LONG_BOUNDS:
            if words[index : index + len(phrase)] == phrase:
                return index + len(phrase), bound
    bound = BOUNDS.get(words[index], Bound.ON)
    return (index, Bound.ON) if bound is Bound.ON else (index + 1, bound)


_LONG_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("no", "later", "than"), Bound.BY),
    (("not", "later", "than"), Bound.BY),
    (("ahead", "of"), Bound.BEFORE),
    (("prior", "to"), Bound.BEFORE),
    (("earlier", "than"), Bound.BEFORE),
    (("later", "than"), Bound.AFTER),
    (("up", "to"), Bound.UNTIL),
    (("starting",), Bound.SINCE),
    (("beginning",), Bound.SINCE),
    (("pre", "-"), Bound.BEFORE),
    (("post", "-"), Bound.AFTER),
)


_LONG_BOUND_WORDS = frozenset(phrase[0] for phrase, _ in _LONG_BOUNDS)


@lru_cache(maxsize=8192)
def opens_expression(word: str) -> bool:
    """Whether a date expression can begin with the word: quick, and never falsely no."""
    bounds = word in BOUNDS or word in _LONG_BOUND_WORDS
    return word == "the" or bounds or time_like(word) or opens_period(word)


def expression(tokens: Tokens, index: int) -> Expression | None:
    """The date expression that begins at the token, or None."""
    at, bound = _bound(tokens, index)
    if at > index:
        at += tokens.words[at] in ("on", "in")
    opener = tokens.words[at - 1] if at > index else tokens.before(index)
    reading = _timed(tokens, at) or _ranged(tokens, at, opener)
    if reading is None:
        return None
    found, clock = reading.period, reading.clock
    if isinstance(found, Range) or (found is None and clock and clock.coarse and opener == "from"):
        bound = Bound.ON
    if isinstance(found, Then) and opener == "from":
        bound = Bound.ON
    if isinstance(found, Part) and bound is not Bound.ON:
        found = found._replace(exact=True)
    if isinstance(found, Distance) and found.exact:
        bound = Bound.BY
    if found is not None and clock is not None and bound in (Bound.BEFORE, Bound.AFTER):
        clock, bound = _beside(clock, bound), Bound.ON
    return Expression(reading.end, found, clock, bound)


def _beside(clock: Clock, bound: Bound) -> Clock:
    """The part of the named day before or after a time: "before dawn on Thursday"."""
    if bound is Bound.BEFORE:
        first = 0 if not clock.twelve or clock.last < 720 else 720
        return clock._replace(first=first, coarse=True)
    return clock._replace(last=1440, twelve=False, coarse=True)
