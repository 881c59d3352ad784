"""Times of day in words: "half past two", "twenty to ten", "six o'clock", "in the evening"."""

from __future__ import annotations

from tuireader.compare.claims.dates.numbers import cardinal
from tuireader.compare.claims.dates.reading import Clock, TimeOfDay
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import (
    APPROXIMATORS,
    HOURS_OF_DAY,
    NUMBERS,
    PARTS_OF_DAY,
    WEEKDAYS,
)

TIME_LEADS = frozenset(
    {"at", "by", "before", "after", "since", "until", "till", "from", "around", "to", "about"}
    | {"toward", "towards", "and", "of", "on", "between"}
)
# What may follow a spoken time without an hour mark; a noun would make "ten to twelve" a count.
CLOSERS = frozenset(
    {"", ".", ",", ";", ")", "on", "in", "when", "that", "this", "yesterday", "last", "and", "at"}
    | {"—", "–", "”", '"', "when", "as", "but", "local", "before", "after", "tonight", "the"}
)


def part_phrase(tokens: Tokens, index: int) -> TimeOfDay | None:
    """ "In the evening", "at night", "during the morning"."""
    words = tokens.words
    if words[index] == "at" and words[index + 1] == "night":
        return index + 2, Clock(*PARTS_OF_DAY["night"], coarse=True)
    if words[index] in ("in", "during") and words[index + 1] == "the":
        at = index + 2 + (words[index + 2] in ("early", "late"))
        part = PARTS_OF_DAY.get(words[at])
        if part:
            return at + 1, Clock(*part, coarse=True)
    return None


def part_of_day(tokens: Tokens, index: int) -> TimeOfDay | None:
    """A bare part of the day as it follows a weekday: "(Monday) night", "(Friday) noon"."""
    word = tokens.words[index]
    part = PARTS_OF_DAY.get(word) or HOURS_OF_DAY.get(word)
    if part is None or tokens.capital(index):
        return None
    return index + 1, Clock(*part, coarse=word not in ("noon", "midnight"))


def spoken(tokens: Tokens, index: int) -> TimeOfDay | None:
    """ "Six o'clock", "half past two", "a quarter to four", "twenty to ten", "two in the morning".

    The half of the day stays open.
    """
    words = tokens.words
    at = index + (words[index] in ("a", "the"))
    if (words[at], words[at + 1]) == ("half", "past"):
        hour = hour_word(tokens, at + 2)
        return said(hour, 30) if hour else None
    if words[at] == "quarter":
        return _quarter(tokens, index, at)
    number = cardinal(tokens, index)
    return _counted(tokens, index, number) if number else None


def _quarter(tokens: Tokens, index: int, at: int) -> TimeOfDay | None:
    link = tokens.words[at + 1]
    hour = hour_word(tokens, at + 2) if link in ("to", "past", "before", "after", "of") else None
    if hour is None or not (at > index or _in_company(tokens, index, hour[0])):
        return None
    return said(hour, 15 if link in ("past", "after") else -15)


def _counted(tokens: Tokens, index: int, number: tuple[int, int]) -> TimeOfDay | None:
    """A time that begins with a number of hours or of minutes."""
    words = tokens.words
    end, value = number
    if words[end] == "o'clock" and 1 <= value <= 12:
        return said((end + 1, value), 0)
    marked = words[end] == "minutes"
    end += marked
    if words[end] in ("to", "past") and value < 30 and not words[index][0].isdigit():
        hour = hour_word(tokens, end + 1)
        if hour and (marked or _in_company(tokens, index, hour[0])):
            return said(hour, value if words[end] == "past" else -value)
    if 1 <= value <= 12 and not marked and part_phrase(tokens, end):
        return said((end, value), 0)
    return None


def _in_company(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the words around make it a time: "ten to twelve people" is a count."""
    before = tokens.before(index)
    leads = before in TIME_LEADS or before in ("was", "is", "than") or before in APPROXIMATORS
    closes = tokens.words[end] in CLOSERS or tokens.words[end] in WEEKDAYS
    return leads and closes


def hour_word(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """An hour of twelve, with or without "o'clock": one past it, and the hour."""
    word = tokens.words[index]
    value = NUMBERS.get(word) or (int(word) if word.isascii() and word.isdigit() else 0)
    if not 1 <= value <= 12:
        return None
    return index + 1 + (tokens.words[index + 1] == "o'clock"), value


def said(hour: tuple[int, int], minutes: int) -> TimeOfDay:
    """A time so many minutes from an hour that `hour_word` gave."""
    moment = (hour[1] * 60 + minutes) % (12 * 60)
    return hour[0], Clock(moment, moment, twelve=True)
