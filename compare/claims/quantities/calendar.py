"""Numbers that are dates, years and times of day."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.labels import CROWDS
from tuireader.compare.claims.quantities.numbers import SMALL, Shape
from tuireader.compare.claims.quantities.phrases import STOPS
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import DASHES, Tokens
from tuireader.compare.claims.quantities.units import COUNT

_TAILS: Final = words("refusals", "label_tails")
_MONTHS: Final = words("refusals", "months")
_WEEKDAYS: Final = words("refusals", "weekdays")
_YEAR_HERALDS: Final = words("refusals", "year_heralds")
_CLOCK_UNITS: Final = words("refusals", "clock_units")
_QUANTIFIERS: Final = words("cues", "refusals", "quantifiers")
_CLOCK_HERALDS: Final = words("cues", "refusals", "before_clock")
_DAY_PARTS: Final = words("cues", "refusals", "day_parts")
_AND: Final = DASHES | {"and", "or", "to", "&"}
_SPACED_TAILS: Final = (["a", ".", "m"], ["p", ".", "m"])
_HYPHENED_TAILS: Final = (["-", "am"], ["-", "pm"])
_TONIGHT: Final = frozenset(["on", "tonight", "tomorrow", "sharp"])
_LAST_DAY: Final = 31
_LAST_HOUR: Final = 24
_NOON: Final = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_OLD_YEAR: Final = 1000


def ago(tokens: Tokens, figure: Figure) -> bool:
    """ "Twelve years ago" is a date."""
    return figure.unit.name == "day" and tokens.folded[figure.end] == "ago"


def date(tokens: Tokens, figure: Figure) -> bool:
    """ "July 21", "8 April", "June 2018", "11/03/2018", "2018-03-11", "July 21-23"."""
    if figure.unit is not COUNT or figure.number.shape is not Shape.PLAIN:
        return False
    start, value = figure.start, figure.number.value
    before = start - 2 if tokens.folded[start - 1] in {".", ","} else start - 1
    if value >= _FIRST_YEAR and tokens.folded[before].isdecimal() and _month(tokens, before - 1):
        return value <= _LAST_YEAR  # "July 11 2013"
    if _month(tokens, before) and not tokens.ends_sentence(start - 1):
        if _FIRST_YEAR <= value <= _LAST_YEAR:
            return True
        return value <= _LAST_DAY and tokens.folded[figure.end] not in CROWDS
    return value <= _LAST_DAY and (_before_month(tokens, figure.end) or _second_day(tokens, figure))


def _month(tokens: Tokens, at: int) -> bool:
    return tokens.folded[at] in _MONTHS and tokens.capital(at)


def _before_month(tokens: Tokens, end: int) -> bool:
    """ "8 April", "21 of July", the first day of "21-23 July"."""
    if tokens.folded[end] in _AND and tokens.folded[end + 1].isdecimal():
        end += 2
    return _month(tokens, end) or (tokens.folded[end] == "of" and _month(tokens, end + 1))


def _second_day(tokens: Tokens, figure: Figure) -> bool:
    """The second day of "July 21-23"; the day in "Monday 21"."""
    folded, start = tokens.folded, figure.start
    if folded[start - 1] in _WEEKDAYS:
        return folded[figure.end] in {"", ".", ","}
    if folded[start - 1] not in _AND or folded[figure.end] in CROWDS:
        return False
    month = start - 4 if folded[start - 3] == "." else start - 3
    return folded[start - 2].isdecimal() and _month(tokens, month)


def year(tokens: Tokens, figure: Figure) -> bool:
    """A bare year: "in 2013", "the 2013 deal", "2019-20"."""
    if figure.unit is not COUNT or figure.number.shape is not Shape.PLAIN:
        return False
    raw, start = tokens.raw(figure.number.start), figure.start
    if not raw.isdecimal():
        return False
    if tokens.glued(start) and tokens.folded[start - 1] in DASHES | {"/"} and len(raw) in {2, 4}:
        other = tokens.raw(start - 2)
        if len(other) == 4 and other.isdecimal() and _FIRST_YEAR <= int(other) <= _LAST_YEAR:
            return True
    return len(raw) == 4 and _alone(tokens, figure)


def _alone(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number of four digits counts nothing that stands beside it."""
    folded, end = tokens.folded, figure.end
    before, follower = folded[figure.start - 1], folded[end]
    if not _FIRST_YEAR <= figure.number.value <= _LAST_YEAR:
        follows = follower.isalpha() and follower not in STOPS
        dated = before in {"in", "since", "of", "circa"} and not follows
        return _OLD_YEAR <= figure.number.value <= _LAST_YEAR and dated
    if before in _QUANTIFIERS and before not in _YEAR_HERALDS:
        return False
    if follower in CROWDS:
        return before in {"in", "since", "by"}
    plural = follower.endswith("s") and follower not in STOPS and follower.isalpha()
    return before in _YEAR_HERALDS or not plural or tokens.capital(end)


def clock(tokens: Tokens, figure: Figure) -> bool:
    """ "9:30", "9.30 a.m.", "0900 GMT", "at 9 on Monday"."""
    folded, start, end = tokens.folded, figure.start, figure.end
    if _colon(tokens, start, end) or folded[end] in _TAILS:
        return True
    if folded[end : end + 3] in _SPACED_TAILS or folded[end : end + 2] in _HYPHENED_TAILS:
        return True
    if figure.unit is not COUNT:  # "0900 hours"
        raw = tokens.raw(figure.number.start)
        return raw.isdecimal() and len(raw) == 4 and raw[0] == "0"
    if figure.number.value > _LAST_HOUR or figure.number.shape is not Shape.PLAIN:
        return False
    at_hour = folded[start - 1] == "at" and folded[end] in _TONIGHT
    return at_hour or _day_part(tokens, end) or folded[end] == "past"


def _colon(tokens: Tokens, start: int, end: int) -> bool:
    folded = tokens.folded
    if folded[end] == ":" and tokens.glued(end) and folded[end + 1][:1].isdecimal():
        return tokens.glued(end + 1)
    return folded[start - 1] == ":" and tokens.glued(start) and folded[start - 2][:1].isdecimal()


def _day_part(tokens: Tokens, at: int) -> bool:
    folded = tokens.folded
    if folded[at : at + 2] == ["in", "the"]:
        return folded[at + 2] in _DAY_PARTS
    return folded[at : at + 2] == ["at", "night"]


def clock_in_words(tokens: Tokens, figure: Figure) -> bool:
    """ "six o'clock", "half past one", "twenty to nine", "two in the morning", "since two"."""
    folded, start, end = tokens.folded, figure.start, figure.end
    if folded[end] in _TAILS or _past(tokens, figure):
        return True
    if figure.number.shape is not Shape.PLAIN:
        return False
    to_hour = folded[end] == "to" and folded[end + 1] in SMALL
    if figure.unit is not COUNT:  # "five minutes to ten"
        return to_hour and folded[end - 1] == "minutes"
    if figure.number.value <= _NOON and (_day_part(tokens, end) or _since(tokens, figure)):
        return True
    if folded[start - 1] == "to" and folded[start - 2] in {"quarter", "minutes"}:
        return True
    return (to_hour and _minutes(tokens, end - 1)) or (
        folded[start - 1] == "to" and _minutes(tokens, start - 2)
    )


def _past(tokens: Tokens, figure: Figure) -> bool:
    """Either number of "ten past six"; the hour of "half past one"."""
    folded, start, end = tokens.folded, figure.start, figure.end
    if folded[end] == "past":
        return folded[end + 1] in SMALL
    return folded[start - 1] == "past" and folded[start - 2] in _CLOCK_UNITS | {"minutes"}


def _since(tokens: Tokens, figure: Figure) -> bool:
    follower = tokens.folded[figure.end]
    alone = follower in STOPS or not follower.isalpha()
    return alone and tokens.folded[figure.start - 1] == "since"


def _minutes(tokens: Tokens, at: int) -> bool:
    """Whether the minutes of "at twenty to ten" stand at a token."""
    return tokens.folded[at] in _CLOCK_UNITS and tokens.folded[at - 1] in _CLOCK_HERALDS
