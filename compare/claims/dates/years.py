"""Years, decades and centuries, and the year that completes a month, a season or a quarter."""

from __future__ import annotations

import datetime as dt

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.distances import Distance
from tuireader.compare.claims.dates.numbers import ordinal, year_number
from tuireader.compare.claims.dates.parts import InYear
from tuireader.compare.claims.dates.periods import Annual, Fixed
from tuireader.compare.claims.dates.reading import Reading
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import DASHES

# After these a number of four digits is a year unless a plural noun makes it a count.
_BEFORE_YEAR = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "before",
        "after",
        "during",
        "of",
        "late",
        "early",
    }
    | {"mid", "circa", "through", "throughout", "between", "the", "a", "an", "'s", "his", "her"}
    | {"its", "their", "our", "year", "summer", "spring", "winter", "autumn", "fall", "fiscal"}
    | {"pre", "post", "end", "than", "to", "with", "for", "as", "back", "around", "over", "versus"}
    | {"(", "following", "christmas", "season"}
)
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def counts_something(tokens: Tokens, index: int, year: int) -> bool:
    """Whether a plural noun after a round number makes it a count: "in 2000 cases"."""
    following = tokens.words[index + 1]
    if following in ("people", "men", "women", "troops", "per", "percent", "and"):
        return following != "and" and year % 100 == 0
    plural = following.isalpha() and following.endswith("s") and not tokens.capital(index + 1)
    return plural and year % 100 == 0 and following not in ("was", "is", "has", "as", "its", "his")


def _glued(tokens: Tokens, index: int) -> bool:
    """Whether the number is stuck to other characters: "F-2000", "2000-strong", "/2000"."""
    words = tokens.words
    left = words[index - 1] if index and not tokens.gap(index) else ""
    if left and left not in "(\"'“‘-–—" and left != "[":
        return True
    if left in DASHES and tokens.before(index, 2) not in ("mid", "late", "early", "pre", "post"):
        return not (tokens.before(index, 2).isdigit() or tokens.before(index, 2) == "end")
    right = words[index + 1] if not tokens.gap(index + 1) else ""
    return right in DASHES and words[index + 2].isalpha() and not tokens.gap(index + 2)


def bare_year(tokens: Tokens, index: int) -> Reading | None:
    """A year, or two years as a range: "in 2013", "1999-2004", "2020-21", "the 2015 deal"."""
    word = tokens.words[index]
    if len(word) == 3 and word[0] == "'" and word[1:].isascii() and word[1:].isdigit():
        return _short_year(tokens, index, int(word[1:]))
    year = year_number(word)
    if year is None or _glued(tokens, index) or counts_something(tokens, index, year):
        return None
    before = tokens.before(index)
    chained = before in ("and", "or", ",", "versus") and year_number(tokens.before(index, 2))
    # A sentence may open with a year; a plain number there would be written out.
    opening = index == 0 and tokens.words[1] in (
        "was",
        "is",
        "saw",
        "has",
        "had",
        "will",
        "brought",
    )
    dashed = before in DASHES and year_number(tokens.before(index, 2))
    if before in _BEFORE_YEAR or before in DASHES or chained or opening or dashed:
        return _year_range(tokens, index, year) or one_year(index + 1, year)
    return _year_range(tokens, index, year)


def one_year(end: int, year: int) -> Reading:
    """The days of a year."""
    return Reading(end, Fixed(*calendar.of_year(year), "year"))


def _year_range(tokens: Tokens, index: int, year: int) -> Reading | None:
    words = tokens.words
    if words[index + 1] not in DASHES and words[index + 1] != "/":
        return None
    tail = words[index + 2]
    close = year_number(tail)
    if close is None and len(tail) == 2 and tail.isascii() and tail.isdigit():
        close = year // 100 * 100 + int(tail)
    if close is None or not year < close or tokens.gap(index + 1) != tokens.gap(index + 2):
        return None
    days = dt.date(year, 1, 1), dt.date(close, 12, 31)
    return Reading(index + 3, Fixed(*days, "year"))


def _short_year(tokens: Tokens, index: int, number: int) -> Reading | None:
    """ "In '57": the last century from 30 on, this one below."""
    if tokens.before(index) not in _BEFORE_YEAR or tokens.before(index) in ("the", "'s"):
        return None
    return one_year(index + 1, number + (1900 if number >= 30 else 2000))


def decade(tokens: Tokens, index: int) -> Reading | None:
    """ "1990s", "'90s"; "21st century", "nineteenth century"."""
    word = tokens.words[index]
    if len(word) == 5 and word.endswith("0s") and (year := year_number(word[:4])):
        return _ten_years(index + 1, year)
    if len(word) == 4 and word[0] == "'" and word.endswith("0s"):
        return _ten_years(index + 1, (1900 if word[1] > "2" else 2000) + int(word[1]) * 10)
    number = ordinal(tokens, index)
    if number is None or not 1 <= number[1] <= 22:
        return None
    at = number[0] + (tokens.words[number[0]] in DASHES)
    if tokens.words[at] != "century":
        return None
    first = max((number[1] - 1) * 100, 1)
    days = dt.date(first, 1, 1), dt.date(first // 100 * 100 + 99, 12, 31)
    return Reading(at + 1, Fixed(*days, "century"))


def _ten_years(end: int, year: int) -> Reading:
    return Reading(end, Fixed(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "decade"))


def completed(tokens: Tokens, index: int, annual: Annual) -> Reading:
    """A yearly period with the year that follows it: "(March) 2022", "of last year", ", 2021"."""
    words = tokens.words
    at = index + (words[index] in (",", "of", "in"))
    if words[at] == "the" and words[at + 1] == "year":
        at += 1
    year = year_number(words[at])
    if year is None and words[at][:1] == "'" and len(words[at]) == 3 and words[at][1:].isdigit():
        year = 1900 + int(words[at][1:]) if int(words[at][1:]) >= 30 else 2000 + int(words[at][1:])
    if year and not counts_something(tokens, at, year) and (words[index] != "in" or at > index):
        fixed = annual.fixed(year)
        return Reading(at + 1, fixed) if fixed else Reading(index, annual)
    if words[index] != ",":
        shift = _SHIFTS.get(words[at])
        if shift is not None and words[at + 1] == "year":
            return Reading(at + 2, InYear(annual, Distance("year", shift, calendric=True)))
    return Reading(index, annual)


def fiscal_words(tokens: Tokens, index: int) -> int:
    """One past an opening "the year", "fiscal", "fiscal year" or "financial year" before a year."""
    at = index + (tokens.words[index] in ("fiscal", "financial"))
    return at + (tokens.words[at] == "year")


def named_year(tokens: Tokens, index: int) -> Reading | None:
    """ "Fiscal 2021", "the year 2020", "financial year 2020-21"."""
    at = fiscal_words(tokens, index)
    return bare_year(tokens, at) if at > index and year_number(tokens.words[at]) else None
