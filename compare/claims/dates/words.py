"""The tables of date words, read once from the TOML files beside this module."""

from __future__ import annotations

from typing import Any

from tuireader.compare import ready
from tuireader.compare.values import Bound


def read_table(name: str) -> dict[str, Any]:
    """A table of this package, by file name."""
    return ready.table(__name__, name)


_TABLE = read_table("words.toml")

MONTHS: dict[str, int] = _TABLE["months"]
MONTH_ABBREVIATIONS: dict[str, int] = _TABLE["month_abbreviations"]
ALL_MONTHS = MONTHS | MONTH_ABBREVIATIONS | {f"{k}.": v for k, v in MONTH_ABBREVIATIONS.items()}
WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    f"{word}.": number for word, number in _TABLE["weekday_abbreviations"].items()
}
UNITS: dict[str, tuple[str, int]] = {
    word: (unit, count) for word, (unit, count) in _TABLE["units"].items()
}
NUMBERS: dict[str, int] = _TABLE["numbers"]
ORDINALS: dict[str, int] = _TABLE["ordinals"]
SEASONS: dict[str, tuple[int, int, int, int]] = {
    word: (days[0], days[1], days[2], days[3]) for word, days in _TABLE["seasons"].items()
}
PARTS_OF_DAY: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in _TABLE["parts_of_day"].items()
}
HOURS_OF_DAY: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in _TABLE["hours_of_day"].items()
}
ZONES: dict[str, str] = _TABLE["zones"]
ZONE_WORDS: dict[str, str] = _TABLE["zone_words"]
BOUNDS: dict[str, Bound] = {word: Bound(name) for word, name in _TABLE["bounds"].items()}
APPROXIMATORS: dict[str, tuple[int, int]] = {
    word: (before, after) for word, (before, after) in _TABLE["approximators"].items()
}
DISTANCE_OPENERS = frozenset(_TABLE["distance_openers"]["words"])
FUTURE = frozenset(_TABLE["future"]["words"])
AUXILIARIES = frozenset(_TABLE["future"]["auxiliaries"])
CONTROLS = frozenset(_TABLE["future"]["controls"])
PAST = frozenset(_TABLE["past"]["words"])
NOT_PAST = frozenset(_TABLE["past"]["others"])

WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Months whose name is also a common word or a person's name, and so need a company.
DOUBTFUL_MONTHS = frozenset({"march", "april", "may", "june", "august"})
DASHES = frozenset("-–—‐‑")
