"""Small numbers in words and digits, as dates and times use them."""

from __future__ import annotations

from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import DASHES, NUMBERS, ORDINALS

_SUFFIXES = ("st", "nd", "rd", "th")


def cardinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A whole number up to 999: one past its end, and the number. "a" and "an" are not numbers."""
    word = tokens.words[index]
    if word.isascii() and word.isdigit():
        return (index + 1, int(word)) if len(word) <= 3 else None
    value = NUMBERS.get(word)
    if value is None:
        return None
    if value >= 20 and tokens.words[index + 1] in DASHES:
        unit = NUMBERS.get(tokens.words[index + 2], 10)
        if unit < 10:
            return index + 3, value + unit
    return index + 1, value


def ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """An ordinal up to 99, "3rd" or "twenty-third": one past its end, and the number."""
    word = tokens.words[index]
    value = ORDINALS.get(word)
    if value is not None:
        return index + 1, value
    if word.endswith(_SUFFIXES) and word[:-2].isascii() and word[:-2].isdigit():
        return (index + 1, int(word[:-2])) if len(word) <= 4 else None
    tens = NUMBERS.get(word, 0)
    if tens >= 20 and tokens.words[index + 1] in DASHES:
        unit = ORDINALS.get(tokens.words[index + 2], 10)
        if unit < 10:
            return index + 3, tens + unit
    return None


def year_number(word: str) -> int | None:
    """A year of four digits, 1100 to 2199; nothing else of four digits is read as one."""
    if len(word) == 4 and word.isascii() and word.isdigit() and 1100 <= int(word) < 2200:
        return int(word)
    return None
