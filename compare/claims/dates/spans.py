"""Months, seasons, quarters and halves: "in March", "autumn 2020", "Q1 2021"."""

from __future__ import annotations

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.days import month_beside
from tuireader.compare.claims.dates.numbers import ordinal, year_number
from tuireader.compare.claims.dates.periods import Annual, Shift
from tuireader.compare.claims.dates.reading import Reading
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import (
    ALL_MONTHS,
    DASHES,
    DOUBTFUL_MONTHS,
    MONTH_ABBREVIATIONS,
    SEASONS,
)
from tuireader.compare.claims.dates.years import completed

# After these a doubtful name is a month, whatever follows.
_MONTH_LEADS = frozenset(
    {"in", "since", "until", "till", "during", "through", "throughout", "last", "next", "this"}
    | {"late", "early", "mid", "previous", "coming", "past"}
)
# After these only where no second capital makes it a person's name.
_WEAK_LEADS = frozenset({"by", "from", "of", "for", "before", "after", "the", "on", "around"})
_JOINERS = frozenset({"and", "or", "to", "until", "through", "till", *DASHES})
_MARCH_LINKS = frozenset({"on", "for", "against", "through", "to"})
_SEASON_LEADS = frozenset(
    {"in", "by", "since", "until", "till", "last", "this", "next", "late", "early", "mid", "during"}
    | {"before", "after", "of", "through", "coming", "previous", "over"}
)


def _doubtful_month(tokens: Tokens, index: int) -> bool:
    """Whether May, March, April, June or August is the month here."""
    if not tokens.capital(index):
        return False
    before, following = tokens.before(index), tokens.words[index + 1]
    lead = tokens.before(index, 2) if before in DASHES else before
    year = index + 1 + (following in ("of", ","))
    if lead in _MONTH_LEADS or year_number(tokens.words[year]):
        return True
    if following in _JOINERS and _sure_month(tokens, index + 2):
        return True
    if before in _JOINERS and tokens.before(index, 2) in ALL_MONTHS:
        return not tokens.capital(index + 1)
    return _weakly_led(tokens, index, lead)


def _weakly_led(tokens: Tokens, index: int, lead: str) -> bool:
    """Whether "by", "of", "the" make a month of it: not of "from May Lee" or "the March on"."""
    following = tokens.words[index + 1]
    if lead not in _WEAK_LEADS or tokens.capital(index + 1):
        return False
    if lead == "the" and not following.isalpha():
        return False
    return following not in _MARCH_LINKS or (tokens.words[index] != "march" and lead != "the")


def _sure_month(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word in ALL_MONTHS and (word not in DOUBTFUL_MONTHS or tokens.capital(index))


def month(tokens: Tokens, index: int, shift: Shift | None = None) -> Reading | None:
    """ "In March 2022", "last August", "January"."""
    word = tokens.words[index]
    number = month_beside(tokens, index)
    if number is None:
        return None
    if word in DOUBTFUL_MONTHS and shift is None and not _doubtful_month(tokens, index):
        return None
    if word in MONTH_ABBREVIATIONS and not year_number(tokens.words[index + 1]):
        return None

    def days(year: int) -> Days:
        return calendar.of_months(year, number)

    return completed(tokens, index + 1, Annual(f"calendar:{number:02}", "month", days, shift))


def season(tokens: Tokens, index: int, shift: Shift | None = None) -> Reading | None:
    """ "Last spring", "in the autumn", "summer 2020", "after midsummer of 2025"."""
    word = tokens.words[index]
    if word not in SEASONS:
        return None
    name = {"fall": "autumn"}.get(word.removesuffix("time"), word.removesuffix("time"))

    def days(year: int) -> Days:
        return calendar.of_season(name, year)

    annual = Annual(f"season:{name}", "season", days, shift)
    reading = completed(tokens, index + 1, annual)
    before = tokens.before(index)
    if before in ("the", *DASHES):
        before = tokens.before(index, 2)
    plain = word in ("midsummer", "midwinter", "springtime", "summertime", "wintertime")
    following = tokens.words[index + 1]
    noun = word in ("fall", "spring") and following in ("of", "from", "to")
    noun = noun or (word == "fall" and tokens.capital(index))
    if reading.end > index + 1 or shift or plain or (before in _SEASON_LEADS and not noun):
        return reading
    return None


def _year_share(name: str, number: int) -> Annual:
    length = 3 if name == "quarter" else 6

    def days(year: int) -> Days:
        return calendar.of_months(year, (number - 1) * length + 1, length)

    return Annual(f"{name}:{number}", name, days)


def year_share(tokens: Tokens, index: int) -> Reading | None:
    """ "Third quarter", "second half of 2025", "first-half (profit)", "Q3 2021"."""
    word = tokens.words[index]
    if len(word) == 2 and word[0] in "qh" and word[1] in "1234":
        share = _year_share("quarter" if word[0] == "q" else "half", int(word[1]))
        reading = completed(tokens, index + 1, share)
        # A bare "H2" is as often a model, a motorway or a gas.
        return reading if word[0] == "q" or reading.end > index + 1 else None
    number = ordinal(tokens, index)
    if number is None or not 1 <= number[1] <= 4:
        return None
    at = number[0] + (tokens.words[number[0]] in DASHES)
    name = tokens.words[at]
    if name == "quarter":
        return completed(tokens, at + 1, _year_share(name, number[1]))
    if name == "half" and number[1] <= 2:
        reading = completed(tokens, at + 1, _year_share(name, number[1]))
        # A bare first half is as often one of a match.
        return reading if reading.end > at + 1 else None
    return None
