"""Periods inside periods: "the end of August", "mid-January", "the third Monday of February"."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tuireader.compare.claims.dates import counted, days, feasts, openers, shifts, spans, years
from tuireader.compare.claims.dates.distances import Distance
from tuireader.compare.claims.dates.numbers import ordinal
from tuireader.compare.claims.dates.parts import Nth, Part, Shifted
from tuireader.compare.claims.dates.periods import Weekly
from tuireader.compare.claims.dates.reading import Clock, Reading
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import DASHES, PARTS_OF_DAY

_EARLY = {"early": "early", "mid": "mid", "late": "late", "middle": "mid"}
_ENDS = {"end": "end", "close": "end", "start": "start", "beginning": "start", "middle": "mid"}
_ENDS |= {"outset": "start", "rest": "rest", "remainder": "rest"}
# First and last minute of "early Tuesday", "late on Monday", "mid-Friday".
_DAY_PARTS = {"early": (0, 599), "mid": (600, 959), "late": (1020, 1440)}
# "The start of the week after the second Monday of next month" has three periods inside.
_NESTING = 4


def _whole_period(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """What stands after "the end of": any period, and "the year" for this year."""
    article = tokens.words[index] == "the"
    at = index + article
    word = tokens.words[at]
    if word in openers.WHOLES and (article or index != at):
        unit = "decade" if word == "decade" else word
        return Reading(at + 1, Distance(unit, 0, calendric=True))
    return period(tokens, index, depth + 1)


def _early(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "Mid-January", "early 2020", "late on Monday", "early in the third quarter"."""
    which = _EARLY.get(tokens.words[index])
    if which is None:
        return None
    at = index + 1
    at += tokens.words[at] in (*DASHES, "in", "on")
    article = at + (tokens.words[at] in ("the", "this") and tokens.words[at] == "the")
    inner = (shifts.shifted(tokens, at) if tokens.words[at] == "this" else None) or (
        _nested(tokens, article, depth + 1) or _core(tokens, article)
    )
    if inner is None or inner.period is None:
        return None
    return _part_of(which, inner)


def _part_of(which: str, inner: Reading) -> Reading:
    """A part of a period; of one day it is a time."""
    if inner.period is None or inner.period.grain != "day":
        return Reading(inner.end, Part(which, inner.period) if inner.period else None, inner.clock)
    if inner.clock is not None or which not in _DAY_PARTS:
        return inner
    return Reading(inner.end, inner.period, Clock(*_DAY_PARTS[which], coarse=True))


def _end_of(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "(The) end of August", "(by the) close of the year"; "year's end", "year-end"."""
    words = tokens.words
    which = _ENDS.get(words[index])
    if which and words[index + 1] == "of":
        inner = _whole_period(tokens, index + 2, depth)
        if inner is None and words[index + 2] in openers.WHOLES:
            inner = Reading(index + 3, Distance(words[index + 2], 0, calendric=True))
        return _part_of(which, inner) if inner and inner.period else None
    if words[index] in openers.WHOLES and words[index + 1] in ("'s", *DASHES):
        which = _ENDS.get(words[index + 2])
        if which and words[index + 2] in ("end", "start", "close"):
            unit = Distance(words[index], 0, calendric=True)
            return Reading(index + 3, Part(which, unit))
    return None


def _nth_of(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "Third Monday of February", "last week of April", "second half of the year"."""
    words = tokens.words
    number = ordinal(tokens, index) or ((index + 1, -1) if words[index] == "last" else None)
    if number is None or number[1] > 5:
        return None
    at, count = number
    weekday = days.weekday_number(tokens, at)
    what = words[at]
    if words[at + 1] not in ("of", "in") or (
        weekday is None and what not in ("week", "half", "quarter")
    ):
        return None
    inner = _whole_period(tokens, at + 2, depth)
    if inner is None or inner.period is None or inner.period.grain in ("day", "week"):
        return None
    if weekday is not None or what == "week":
        return Reading(inner.end, Nth(count, weekday, inner.period))
    key = f"{what}:{count if count > 0 else 2 if what == 'half' else 4}"
    fits = count <= (2 if what == "half" else 4) and inner.period.grain != "quarter"
    return Reading(inner.end, Part(key, inner.period)) if fits else None


def _week_of(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "(The) week of April 5"."""
    if tokens.words[index : index + 2] != ("week", "of"):
        return None
    inner = period(tokens, index + 2, depth + 1)
    if inner is None or inner.period is None or inner.period.grain != "day":
        return None
    return Reading(inner.end, Nth(0, None, inner.period))


def _eve_or_part(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "Evening of Feb. 19", "early hours of Sunday", "eve of May 1"."""
    words = tokens.words
    at = index + (words[index] in ("early", "late", "small", "very"))
    part = PARTS_OF_DAY.get(words[at])
    hours = words[at] in ("hours", "minutes") and at > index
    if words[at + 1] != "of" or not (part or hours or words[at] == "eve"):
        return None
    inner = period(tokens, at + 2, depth + 1)
    if inner is None or inner.period is None or inner.period.grain != "day":
        return None
    if words[at] == "eve":
        return Reading(inner.end, Shifted(inner.period, "day", -1))
    if hours:
        return Reading(
            inner.end,
            inner.period,
            Clock(*_DAY_PARTS["late" if words[index] == "late" else "early"], coarse=True),
        )
    return Reading(inner.end, inner.period, Clock(*part, coarse=True) if part else None)


def _away_from(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """ "Two days after March 3", "the week before Christmas", "the day after Christmas"."""
    found = counted.amount(tokens, index)
    if found is None and tokens.words[index] in ("day", "week", "month", "year"):
        found = counted.Amount(index + 1, tokens.words[index], 1)
    if found is None or tokens.words[found.end] not in ("after", "before", "from", "following"):
        return None
    inner = period(tokens, found.end + 1, depth + 1)
    if inner is None or inner.period is None or inner.period.grain not in ("day", "weekend"):
        return None
    shifted = counted.counted_from(found, tokens.words[found.end], inner.period)
    return Reading(inner.end, shifted) if shifted else None


Production = Callable[[Tokens, int], Reading | None]
Opens = Callable[[str], bool]

_CORES: tuple[tuple[Production, Opens], ...] = (
    (feasts.feast, feasts.FEASTS.__contains__),
    (days.numeric_date, openers.digital),
    (days.month_day, openers.month_like),
    (days.day_month, openers.ordinal_like),
    (days.weekday, openers.weekday_like),
    (spans.month, openers.month_like),
    (spans.season, openers.season_like),
    (spans.year_share, openers.ordinal_like),
    (years.decade, lambda word: openers.digital(word) or openers.ordinal_like(word)),
    (years.bare_year, openers.digital),
    (years.named_year, frozenset({"fiscal", "financial", "year"}).__contains__),
    (shifts.beside_today, shifts.NEAR_WORDS.__contains__),
    (counted.stretch, counted.STRETCH_SIGNS.__contains__),
    (shifts.shifted, shifts.SHIFTS.__contains__),
    (shifts.narrated, shifts.NARRATED_WORDS.__contains__),
    (shifts.about_now, shifts.ABOUT_NOW_WORDS.__contains__),
    (counted.distance, openers.amount_like),
)
_NESTS: tuple[tuple[Callable[[Tokens, int, int], Reading | None], Opens], ...] = (
    (_end_of, (_ENDS.keys() | openers.WHOLES).__contains__),
    (_nth_of, openers.ordinal_like),
    (_week_of, "week".__eq__),
    (_eve_or_part, openers.parted),
    (_early, openers.parted),
    (_away_from, lambda word: openers.amount_like(word) or word in openers.WHOLES),
)


@lru_cache(maxsize=8192)
def _cores(word: str) -> tuple[Production, ...]:
    return tuple(production for production, opens in _CORES if opens(word))


@lru_cache(maxsize=8192)
def _nests(word: str) -> tuple[Callable[[Tokens, int, int], Reading | None], ...]:
    return tuple(production for production, opens in _NESTS if opens(word))


def opens_period(word: str) -> bool:
    """Whether a period without an article can begin with the word."""
    return bool(_cores(word) or _nests(word))


def _core(tokens: Tokens, index: int) -> Reading | None:
    """A date without an article, a part or a range."""
    for production in _cores(tokens.words[index]):
        reading = production(tokens, index)
        if reading is not None:
            return reading
    return None


def _nested(tokens: Tokens, index: int, depth: int) -> Reading | None:
    """The productions that hold a period inside; `index` past the article."""
    if depth > _NESTING:
        return None
    for production in _nests(tokens.words[index]):
        reading = production(tokens, index, depth)
        if reading is not None:
            return reading
    return None


def period(tokens: Tokens, index: int, depth: int = 0) -> Reading | None:
    """Days, with or without an article and parts."""
    if tokens.words[index] != "the":
        return _nested(tokens, index, depth) or _core(tokens, index)
    at = index + 1
    return (
        shifts.beyond_today(tokens, at)
        or _nested(tokens, at, depth)
        or _core(tokens, at)
        or days.day_of_month(tokens, at)
        or _weekend(tokens, at)
    )


def _weekend(tokens: Tokens, index: int) -> Reading | None:
    if tokens.words[index] != "weekend":
        return None
    return Reading(index + 1, Weekly("weekend", 5, 2))
