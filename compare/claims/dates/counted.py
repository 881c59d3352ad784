"""Dates counted from another day: "three days ago", "a year earlier", "within 30 days"."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.dates.distances import Distance, Stretch, Then, Vague
from tuireader.compare.claims.dates.numbers import cardinal
from tuireader.compare.claims.dates.openers import FEW, OPENING_PAIRS
from tuireader.compare.claims.dates.parts import Shifted
from tuireader.compare.claims.dates.periods import Period
from tuireader.compare.claims.dates.reading import Reading
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import DISTANCE_OPENERS, UNITS

STRETCH_SIGNS = {"past": -1, "last": -1, "previous": -1, "recent": -1, "next": 1, "coming": 1}


class Amount(NamedTuple):
    """So many units: one past its end, the unit, and how many, None for "a few"."""

    end: int
    unit: str
    number: float | None


def _opened(tokens: Tokens, index: int) -> int:
    """One past "more than", "about", "just over" and the like."""
    if (tokens.words[index], tokens.words[index + 1]) in OPENING_PAIRS:
        return index + 2
    return index + (tokens.words[index] in DISTANCE_OPENERS)


def _halves(tokens: Tokens, index: int) -> tuple[int, float]:
    """An "and a half" or "½": one past it, and what it adds."""
    if tokens.words[index : index + 3] == ("and", "a", "half"):
        return index + 3, 0.5
    return (index + 1, 0.5) if tokens.words[index] == "½" else (index, 0)


def amount(tokens: Tokens, index: int) -> Amount | None:
    """ "Three months", "more than two and a half years", "half a year", "a few days", "weeks"."""
    at = _opened(tokens, index)
    words = tokens.words
    count: float | None
    if words[at] == "half" and words[at + 1] in ("a", "an"):
        at, count = at + 2, 0.5
    elif words[at] in ("a", "an") and words[at + 1] in ("few", "couple"):
        count = 2 if words[at + 1] == "couple" else None
        at += 2 + (words[at + 2] == "of")
    elif words[at] in ("a", "an", "one"):
        at, count = at + 1, 1
    elif words[at] in FEW:
        at, count = at + 1, None
    elif number := cardinal(tokens, at):
        at, count = number
    elif words[at].endswith("s") and words[at] in UNITS:
        count = None
    else:
        return None
    at, half = _halves(tokens, at)
    at += words[at] in ("more", "full", "long", "short", "whole", "calendar")
    if words[at] not in UNITS:
        return None
    unit, factor = UNITS[words[at]]
    at, tail = _halves(tokens, at + 1)
    if count is None:
        return Amount(at, unit, None)
    total = (count + half + tail) * factor
    return (
        Amount(at, "month", total * 12) if unit == "year" and total % 1 else Amount(at, unit, total)
    )


def _from_anchor(found: Amount, sign: int, end: int, *, ahead: bool = False) -> Reading | None:
    if found.number is None:
        return Reading(end, Vague(found.unit, sign)) if not ahead else None
    if found.unit == "hour" and found.number < 24 and ahead:
        return None
    return Reading(end, Distance(found.unit, sign * found.number, ahead=ahead))


def distance(tokens: Tokens, index: int) -> Reading | None:
    """An amount of time with the word that says from where it is counted.

    "Three days ago", "three months off", "a week earlier", "two days later", "in three weeks",
    "within 30 days"; the last two only where the clause looks ahead.
    """
    found = amount(tokens, index)
    if found is None:
        return None
    words, end = tokens.words, found.end
    tail = words[end]
    if tail == "ago":
        return _from_anchor(found, -1, end + 1)
    if (tail, words[end + 1]) in (("from", "now"), ("from", "today"), ("to", "go")):
        return _from_anchor(found, 1, end + 2)
    return _off(tokens, index, found) or _elsewhere(tokens, found) or _ahead(tokens, index, found)


def _off(tokens: Tokens, index: int, found: Amount) -> Reading | None:
    """ "Three months off", not "three days off work" nor "two hours away"."""
    tail, following = tokens.words[found.end], tokens.words[found.end + 1]
    if tail not in ("off", "away", "hence") or found.unit == "hour":
        return None
    if following in ("from", "the", "work", "school") or tokens.before(index) in ("for", "took"):
        return None
    return _from_anchor(found, 1, found.end + 1)


def _elsewhere(tokens: Tokens, found: Amount) -> Reading | None:
    """ "A week earlier", "two days later", "the year before" at the end of a clause."""
    tail, after = tokens.words[found.end], found.end + 1
    if found.number is None or found.unit == "hour":
        return None
    if tail in ("earlier", "later") and tokens.words[after] != "than":
        sign = -1 if tail == "earlier" else 1
        return Reading(after, Then(found.unit, sign * found.number))
    if tail == "before" and _sentence_ends(tokens, after):
        return Reading(after, Then(found.unit, -found.number))
    return None


def _sentence_ends(tokens: Tokens, index: int) -> bool:
    return not tokens.words[index].isalnum() or tokens.words[index] in ("and", "but", "in", "when")


def _ahead(tokens: Tokens, index: int, found: Amount) -> Reading | None:
    """ "In three months", "in two weeks' time", "within 30 days"."""
    words, end = tokens.words, found.end
    before = tokens.before(index)
    if before == "in" and words[end] in ("'", "'s") and words[end + 1] == "time":
        return _from_anchor(found, 1, end + 2)
    blocked = words[end] in ("of", "'", "'s", "to", "after", "before", "or")
    if found.number is None or blocked or before not in ("in", "within"):
        return None
    if before == "in":
        return _from_anchor(found, 1, end, ahead=True)
    return Reading(end, Distance(found.unit, found.number, ahead=True, exact=True))


def counted_from(found: Amount, word: str, inner: Period) -> Period | None:
    """ "Two days after March 3", "a week before Christmas", "three weeks from Tuesday"."""
    sign = {"after": 1, "from": 1, "following": 1, "before": -1}.get(word)
    if sign is None or found.number is None:
        return None
    return Shifted(inner, found.unit, sign * found.number)


def stretch(tokens: Tokens, index: int) -> Reading | None:
    """ "The past two years", "the next three weeks", "recent months": `index` past the article."""
    words = tokens.words
    sign = STRETCH_SIGNS.get(words[index])
    if sign is None:
        return None
    found = amount(tokens, index + 1)
    if found is None or words[found.end] in ("of", "ago"):
        return None
    if found.number is None:
        return Reading(found.end, Vague(found.unit, sign))
    return Reading(found.end, Stretch(found.unit, sign * found.number))
