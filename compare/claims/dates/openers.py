"""Which word can open which kind of expression, so that most tokens cost one look-up."""

from __future__ import annotations

from tuireader.compare.claims.dates.words import (
    ALL_MONTHS,
    APPROXIMATORS,
    DISTANCE_OPENERS,
    HOURS_OF_DAY,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

WHOLES = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})
FEW = frozenset({"few", "several", "some", "many", "couple"})
OPENING_PAIRS = frozenset(
    {("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("a", "full")}
    | {("no", "more"), ("just", "over"), ("just", "under"), ("well", "over"), ("a", "good")}
)
SHORTLY = frozenset({"shortly", "just", "soon", "minutes", "moments", "little"})
_AMOUNT_WORDS = (
    frozenset({"a", "an", "one", "half"})
    | FEW
    | DISTANCE_OPENERS
    | {first for first, _ in OPENING_PAIRS}
    | {unit for unit in UNITS if unit.endswith("s")}
)
_TIME_WORDS = (
    frozenset({"a", "the", "half", "quarter", "very", "few", "couple", "in", "at", "during"})
    | SHORTLY
    | APPROXIMATORS.keys()
    | HOURS_OF_DAY.keys()
    | NUMBERS.keys()
)
_PARTED = frozenset({"early", "late", "mid", "middle", "small", "very", "eve", *PARTS_OF_DAY})


def weekday_like(word: str) -> bool:
    """A weekday in full or abbreviated."""
    return word in WEEKDAYS or word in WEEKDAY_ABBREVIATIONS


def month_like(word: str) -> bool:
    """A month in full or abbreviated."""
    return word in ALL_MONTHS


def season_like(word: str) -> bool:
    """A season."""
    return word in SEASONS


def digital(word: str) -> bool:
    """A token that begins with a digit, or a short year."""
    return word[:1].isdigit() or (word[:1] == "'" and word[1:2].isdigit())


def ordinal_like(word: str) -> bool:
    """The first word of an ordinal; also "last", which counts from the end, and "Q3"."""
    quarter = len(word) == 2 and word[0] in "qh" and word[1].isdigit()
    return word in ORDINALS or word[:1].isdigit() or word == "last" or quarter or word in NUMBERS


def amount_like(word: str) -> bool:
    """The first word of an amount of time."""
    return word in _AMOUNT_WORDS or word in NUMBERS or (word.isdigit() and len(word) <= 3)


def parted(word: str) -> bool:
    """The first word of a part of the day or of a longer period."""
    return word in _PARTED


def time_like(word: str) -> bool:
    """The first word of a time of day."""
    return word in _TIME_WORDS or word[:1].isdigit()
