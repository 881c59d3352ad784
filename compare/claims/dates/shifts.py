"""Dates beside the anchor: "yesterday", "last week", "next Tuesday", "that evening"."""

from __future__ import annotations

from tuireader.compare.claims.dates.days import weekday
from tuireader.compare.claims.dates.distances import Distance, Stretch, Then
from tuireader.compare.claims.dates.feasts import feast
from tuireader.compare.claims.dates.openers import WHOLES
from tuireader.compare.claims.dates.parts import Part
from tuireader.compare.claims.dates.periods import Period, Shift, Weekly
from tuireader.compare.claims.dates.reading import Clock, Reading
from tuireader.compare.claims.dates.spans import month, season
from tuireader.compare.claims.dates.spoken import part_of_day
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import PARTS_OF_DAY, UNITS

SHIFTS = {
    "last": Shift.LAST,
    "past": Shift.LAST,
    "this": Shift.THIS,
    "current": Shift.THIS,
    "next": Shift.NEXT,
    "coming": Shift.NEXT,
    "upcoming": Shift.NEXT,
}
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WHOLE = WHOLES - {"day"}
NEAR_WORDS = frozenset({*_DAYS, "tonight", "overnight"})
NARRATED_WORDS = frozenset({"that", "same", "following", "previous", "preceding", "next", *WHOLES})
ABOUT_NOW_WORDS = frozenset({"so", "earlier", "later", "sometime"})
_NIGHT = Clock(*PARTS_OF_DAY["night"], coarse=True)


def _day(offset: int) -> Period:
    return Distance("day", offset, calendric=True)


def beside_today(tokens: Tokens, index: int) -> Reading | None:
    """ "Today", "yesterday morning", "tonight", "overnight", "the day after tomorrow"."""
    word = tokens.words[index]
    if word in _DAYS:
        if tokens.capital(index) and tokens.capital(index - 1):
            return None  # a newspaper
        part = part_of_day(tokens, index + 1)
        if part:
            return Reading(part[0], _day(_DAYS[word]), part[1])
        return Reading(index + 1, _day(_DAYS[word]))
    if word == "tonight":
        return Reading(index + 1, _day(0), _NIGHT)
    if word == "overnight":
        following = tokens.words[index + 1]
        noun = following.isalpha() and tokens.before(index) in ("an", "the")
        return None if noun else Reading(index + 1, Stretch("day", -1))
    return None


def beyond_today(tokens: Tokens, index: int) -> Reading | None:
    """ "(The) day after tomorrow", "(the) day before yesterday": `index` at "day"."""
    words = tokens.words[index : index + 3]
    if words == ("day", "after", "tomorrow"):
        return Reading(index + 3, _day(2))
    return Reading(index + 3, _day(-2)) if words == ("day", "before", "yesterday") else None


def shifted(tokens: Tokens, index: int) -> Reading | None:
    """ "Last week", "this Friday", "next spring", "last night", "this past August"."""
    words = tokens.words
    shift = SHIFTS.get(words[index])
    if shift is None:
        return None
    at = index + 1
    if words[index] == "this" and words[at] in ("past", "coming"):
        shift, at = SHIFTS[words[at]], at + 1
    article = tokens.before(index) == "the"
    return (
        _unit(tokens, at, shift, article)
        or _part(tokens, at, shift)
        or weekday(tokens, at, shift)
        or month(tokens, at, shift)
        or season(tokens, at, shift)
        or feast(tokens, at, shift)
    )


def _unit(tokens: Tokens, index: int, shift: Shift, article: bool) -> Reading | None:
    word = tokens.words[index]
    if word == "weekend":
        return Reading(index + 1, Weekly("weekend", 5, 2, shift))
    if word not in _WHOLE:
        day = word == "day" and shift is Shift.NEXT and tokens.words[index - 1] == "next"
        return Reading(index + 1, Then("day", 1)) if day else None
    if article and shift is not Shift.THIS and tokens.words[index - 1] not in ("coming", "current"):
        # "The last year" runs up to today; "the last year of the war" is no date here.
        if tokens.words[index + 1] == "of":
            return None
        unit, factor = UNITS.get(word, (word, 1))
        return Reading(index + 1, Stretch(unit, shift.value * factor))
    return Reading(index + 1, Distance(word, shift.value, calendric=True))


def _part(tokens: Tokens, index: int, shift: Shift) -> Reading | None:
    part = part_of_day(tokens, index)
    if part is None or tokens.words[index] not in PARTS_OF_DAY:
        return None
    if shift is Shift.THIS:
        return Reading(part[0], _day(0), part[1])
    return Reading(part[0], _day(-1), part[1]) if shift is Shift.LAST else None


def narrated(tokens: Tokens, index: int) -> Reading | None:
    """ "That evening", "the same day", "the following week", "(the) year before"."""
    words = tokens.words
    word, noun = words[index], words[index + 1]
    if word in ("that", "same"):
        if noun in PARTS_OF_DAY:
            return Reading(index + 2, Then("day", 0), Clock(*PARTS_OF_DAY[noun], coarse=True))
        same = noun in _WHOLE or noun == "day"
        return Reading(index + 2, Then(noun, 0)) if same else None
    if word in ("following", "previous", "preceding", "next") and tokens.before(index) == "the":
        sign = 1 if word in ("following", "next") else -1
        if noun == "day" or (noun in _WHOLE and word != "next"):
            return Reading(index + 2, Then(noun, sign))
        if noun in PARTS_OF_DAY:
            return Reading(index + 2, Then("day", sign), Clock(*PARTS_OF_DAY[noun], coarse=True))
    plain = word == "day" or word in _WHOLE
    if plain and noun in ("before", "after", "earlier") and tokens.before(index) == "the":
        follower = words[index + 2]
        if not follower.isalpha() or follower in ("and", "but", "that", "in", "when", "on"):
            return Reading(index + 2, Then(word, 1 if noun == "after" else -1))
    return None


def about_now(tokens: Tokens, index: int) -> Reading | None:
    """ "Earlier this month", "later this year", "later on Monday", "so far this year"."""
    words = tokens.words
    if words[index : index + 2] == ("so", "far"):
        at, which = index + 2, "elapsed"
    elif words[index] in ("earlier", "later", "sometime"):
        at, which = index + 1, {"earlier": "elapsed", "later": "rest"}.get(words[index], "")
    else:
        return None
    at += words[at] in ("on", "in")
    inner = shifted(tokens, at) or weekday(tokens, at) or beside_today(tokens, at)
    if inner is None or inner.period is None or not which:
        return inner
    if inner.period.grain == "day":
        return inner
    return Reading(inner.end, Part(which, inner.period), inner.clock)
