"""Times of day: "9:40 p.m.", "1100 GMT", "noon", "shortly after 4 a.m."."""

from __future__ import annotations

from tuireader.compare.claims.dates.numbers import year_number
from tuireader.compare.claims.dates.openers import SHORTLY
from tuireader.compare.claims.dates.reading import MIDNIGHT, Clock, TimeOfDay
from tuireader.compare.claims.dates.spoken import CLOSERS, TIME_LEADS, hour_word, said, spoken
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import (
    APPROXIMATORS,
    HOURS_OF_DAY,
    WEEKDAYS,
    ZONE_WORDS,
    ZONES,
)

_BLURS = {"after": (-1, 30), "past": (-1, 30), "before": (30, -1), "to": (30, -1)}


def _zone(tokens: Tokens, index: int) -> tuple[int, str]:
    """A zone after a time, if there is one, and one past it."""
    word = tokens.words[index]
    if word == "local" and tokens.words[index + 1] == "time":
        return index + 2, ""
    if word in ZONES and tokens.text[tokens.starts[index] : tokens.ends[index]].isupper():
        return index + 1, ZONES[word]
    if word in ZONE_WORDS and tokens.capital(index):
        after = index + 1
        while tokens.words[after] in ("standard", "daylight", "mean", "summer"):
            after += 1
        if tokens.words[after] == "time":
            return after + 1, ZONE_WORDS[word]
        return (after, ZONE_WORDS[word]) if after == index + 1 else (index, "")
    return index, ""


def _half_of_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """An "a.m." or "p.m.": one past it, and 0 or 12."""
    word = tokens.words[index].replace(" ", "")
    if word in ("am", "a.m.", "a.m"):
        return index + 1, 0
    return (index + 1, 12) if word in ("pm", "p.m.", "p.m") else None


def _clock(hour: int, minute: int, half: int | None, zone: str = "") -> Clock | None:
    """The clock, or None where hour or minute is out of range."""
    if minute > 59 or hour > 24 or (half is not None and not 1 <= hour <= 12):
        return None
    if half is not None:
        moment = (hour % 12 + half) * 60 + minute
        return Clock(moment, moment, zone)
    twelve = 1 <= hour <= 12 and not zone
    moment = (hour % 12 if twelve else hour) * 60 + minute
    return Clock(moment, moment, zone, twelve=twelve) if moment <= MIDNIGHT else None


def _digital(tokens: Tokens, index: int) -> TimeOfDay | None:
    """ "9:40 p.m.", "21:40", "9 p.m. ET", "1100 GMT", "0900 hours"."""
    word = tokens.words[index]
    digits = word.replace(".", ":").split(":")
    if not all(part.isascii() and part.isdigit() for part in digits):
        return None
    if len(word) == 4 and len(digits) == 1:
        return _military(tokens, index)
    if len(digits[0]) > 2:
        return None
    half = _half_of_day(tokens, index + 1)
    end, zone = _zone(tokens, half[0] if half else index + 1)
    if half is None and (":" not in word or (not zone and not _clock_company(tokens, index))):
        return None
    minute = int(digits[1]) if len(digits) > 1 else 0
    clock = _clock(int(digits[0]), minute, half[1] if half else None, zone)
    if clock and word.startswith("0"):
        clock = clock._replace(twelve=False)
    return (end, clock) if clock else None


def _military(tokens: Tokens, index: int) -> TimeOfDay | None:
    """ "1100 GMT", "0900 hours"."""
    word = tokens.words[index]
    end, zone = _zone(tokens, index + 1)
    end += not zone and tokens.words[end] in ("hours", "hrs")
    clock = _clock(int(word[:2]), int(word[2:]), None, zone)
    return (end, clock._replace(twelve=False)) if clock and end > index + 1 else None


def _clock_company(tokens: Tokens, index: int) -> bool:
    """Whether a bare "2:35" stands where a time stands, not a result."""
    before, following = tokens.before(index), tokens.words[index + 1]
    dated = year_number(before) is not None or following in WEEKDAYS
    return dated or before in TIME_LEADS or following in ("on", "in")


def _named(tokens: Tokens, index: int) -> TimeOfDay | None:
    """ "Noon", "midnight"; "dawn" and its like only after a preposition or before a day."""
    word = tokens.words[index]
    hours = HOURS_OF_DAY.get(word)
    if hours is None or (tokens.capital(index) and index > 0):
        return None
    before = tokens.before(index)
    if word not in ("noon", "midnight", "midday") and before not in TIME_LEADS:
        return None
    first, last = hours
    if word == "midnight" and before in ("after", "since", "from", "past"):
        first = last = 0
    end, zone = _zone(tokens, index + 1)
    return end, Clock(first, last, zone, coarse=first != last)


def exact_time(tokens: Tokens, index: int) -> TimeOfDay | None:
    """A time without words of approximation."""
    return _digital(tokens, index) or spoken(tokens, index) or _named(tokens, index)


def time_of_day(tokens: Tokens, index: int) -> TimeOfDay | None:
    """A time with its approximation: "about 4 a.m." ±15 minutes, "shortly after" half an hour."""
    words = tokens.words
    word = words[index]
    if word in APPROXIMATORS:
        found = exact_time(tokens, index + 1)
        return _blurred(found, *APPROXIMATORS[word]) if found else None
    at = index + (word in ("a", "very")) + (words[index + (word == "a")] in ("few", "couple"))
    if words[at] in SHORTLY and words[at + 1] in _BLURS:
        found = exact_time(tokens, at + 2) or _bare_hour(tokens, at + 2)
        return _blurred(found, *_BLURS[words[at + 1]]) if found else None
    return exact_time(tokens, index)


def _bare_hour(tokens: Tokens, index: int) -> TimeOfDay | None:
    """The hour of "a few minutes past four"."""
    hour = hour_word(tokens, index)
    return said(hour, 0) if hour and tokens.words[hour[0]] in CLOSERS else None


def _blurred(found: TimeOfDay, before: int, after: int) -> TimeOfDay:
    end, clock = found
    return end, clock._replace(first=clock.first - before, last=clock.last + after)
