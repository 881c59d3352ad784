"""A stretch of text as tokens: words in lower case, numbers, times, marks, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.compare.claims.dates.words import (
    ALL_MONTHS,
    HOURS_OF_DAY,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from tuireader.compare.ready import compiled

# How far beyond the last token the grammar may look.
_MARGIN = 12

# Over text in lower case with plain apostrophes.
_TOKEN = compiled(
    r"""
    [jfmasondtw][a-z]{2,4}\.                        # Sept., Tues., also any such word at an end
  | [ap]\.\ ?m\b\.? | o'clock
  | [qh][1-4](?!\w)
  | [^\W\d_]+
  | \d{4}-\d{1,2}-\d{1,2}(?!\d)                     # 2021-04-14
  | \d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)               # 14/04/2021, 14.04.2021
  | 9/11(?![\d/])
  | \d{1,2}:\d{2}(?::\d\d)?(?!\d)                   # 9:40, 9:40:00
  | \d{1,2}\.\d{2}(?=\s?[ap]\.?m\b)                 # 9.40 pm
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?%?                  # 2,500
  | \d+\.\d+%?
  | \d+(?:st|nd|rd|th|%)(?!\w)
  | \d{3}0s(?!\w)                                   # 1990s
  | \d+(?=[ap]m\b)                                  # 9pm
  | \w+
  | '(?:\d0s|\d\d|s|ll|re|ve|d)(?!\w)               # '90s, '57, year's
  | [$€£¥₹\#]\ ?\d[\d,.]*                           # no date has a currency sign
  | \n\s*\n
  | [^\w\s]
    """,
    re.VERBOSE,
)

_CANDIDATE = compiled(r"[a-z]+|\d{4}(?:s(?![a-z]))?(?!\d)|\d:\d\d|/\d|'\d\ds?")
_ABBREVIATIONS = frozenset(
    word for word in (*ALL_MONTHS, *WEEKDAY_ABBREVIATIONS) if word[-1] == "."
)
_SIGNALS = frozenset(
    {*ALL_MONTHS, *WEEKDAYS, *(word.rstrip(".") for word in WEEKDAY_ABBREVIATIONS)}
    | {*UNITS, *SEASONS, *PARTS_OF_DAY, *HOURS_OF_DAY}
    | {
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "overnight",
        "weekend",
        "ago",
        "am",
        "pm",
        "twenty",
        "past",
    }
    | {"m", "clock", "half", "year", "eve", "christmas", "halloween", "easter", "epiphany"}
    | {"thanksgiving", "juneteenth", "th", "st", "nd", "rd"}
    | {str(year) for year in range(1100, 2200)}
    | {f"{decade}s" for decade in range(1100, 2200, 10)}
    | {f"'{year:02}{tail}" for year in range(100) for tail in ("", "s")}
    | {"q", "h"}
    | {f"{digit}:{minute:02}" for digit in range(10) for minute in range(60)}
    | {f"/{digit}" for digit in range(10)}
)


def fold(text: str) -> str:
    """The text in lower case with plain apostrophes, every code point in its old place."""
    folded = text.lower().replace("’", "'").replace("‘", "'")
    if len(folded) == len(text):
        return folded
    # A few letters have two code points in lower case.
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def promising(folded: str) -> bool:
    """Whether folded text has a word or number that a date could be built on; quick."""
    return not _SIGNALS.isdisjoint(_CANDIDATE.findall(folded))


class Tokens(NamedTuple):
    """The tokens of a stretch; the lists are padded with "" so that looking ahead needs no guard.

    Attributes:
        text: The whole text that the places count in.
        words: Each token in lower case, typographic apostrophes made plain.
        starts: First code point of each token.
        ends: One past the last.
        length: How many tokens there are without the padding.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    length: int

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter; False beyond the ends."""
        return 0 <= index < self.length and self.text[self.starts[index]].isupper()

    def before(self, index: int, back: int = 1) -> str:
        """The word `back` tokens before `index`, or ""."""
        return self.words[index - back] if index >= back else ""

    def gap(self, index: int) -> bool:
        """Whether white space, or the end, stands between this token and the one before it."""
        if not 0 < index < self.length:
            return True
        return self.ends[index - 1] < self.starts[index]


def tokenise(text: str, start: int, folded: str) -> Tokens:
    """The tokens of a stretch of `text` that begins at `start` and is given folded."""
    spans = [match.span() for match in _TOKEN.finditer(folded)]
    words = [folded[first:last] for first, last in spans]
    starts = [start + first for first, _ in spans]
    ends = [start + last for _, last in spans]
    for index, word in enumerate(words):
        closed = word[-1] == "." and len(word) > 3 and "." not in word[:-1]
        if closed and word not in _ABBREVIATIONS:
            words[index] = word[:-1]
            ends[index] -= 1
    padded = (*words, *[""] * _MARGIN)
    return Tokens(text, padded, tuple(starts), tuple(ends), len(words))
