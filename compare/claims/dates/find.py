"""Dates in a stretch of text: the walk over its tokens, and the values it finds."""

from __future__ import annotations

import datetime as dt

from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.distances import Distance
from tuireader.compare.claims.dates.periods import Context, Fixed, Tense, resolve
from tuireader.compare.claims.dates.phrase import Expression, expression, opens_expression
from tuireader.compare.claims.dates.tense import tense_at
from tuireader.compare.claims.dates.tokens import Tokens, fold, promising, tokenise
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Bound, Moment

_AHEAD = frozenset({Bound.BY, Bound.BEFORE, Bound.UNTIL})


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, anchor: dt.date | None = None
) -> list[Facet[Moment]]:
    """The dates and times of `text[start:end]`, in order, not overlapping, with places in `text`.

    Without an anchor relative dates keep `first` and `last` None and can agree by `relative`.
    A span begins at the word that bounds the date ("by", "since"), not at a plain "on" or "in".
    Dates of which the calendar has no such day, and the years beyond 9999, are not resolved.
    """
    stop = len(text) if end is None else end
    folded = fold(text[start:stop])
    if not promising(folded):
        return []
    tokens = tokenise(text, start, folded)
    facets: list[Facet[Moment]] = []
    prior: Days | None = None
    index = 0
    while index < tokens.length:
        opens = opens_expression(tokens.words[index])
        found = expression(tokens, index) if opens else None
        if found is None or found.end > tokens.length:
            index += 1
            continue
        moment = _moment(tokens, index, found, anchor, prior)
        if moment is not None:
            facets.append(Facet(Span(tokens.starts[index], tokens.ends[found.end - 1]), moment))
            if moment.first is not None and moment.last is not None:
                prior = moment.first, moment.last
        index = found.end
    return facets


def _moment(
    tokens: Tokens, index: int, found: Expression, anchor: dt.date | None, prior: Days | None
) -> Moment | None:
    """The value of an expression; None where its clause does not let it be a date."""
    clock = found.clock.minutes() if found.clock else None
    zone = found.clock.zone if found.clock else ""
    if found.period is None:
        return Moment(None, None, found.bound, "minute", "", clock, zone)
    tense = Tense.OPEN if isinstance(found.period, Fixed) else tense_at(tokens, index, found.end)
    planned = tokens.before(index) == "for" and found.period.grain == "day"
    if planned or (tense is Tense.OPEN and found.bound in _AHEAD):
        tense = Tense.FUTURE
    if isinstance(found.period, Distance) and found.period.ahead and tense is not Tense.FUTURE:
        return None
    days = resolve(found.period, Context(anchor, tense, prior))
    relative = found.period.relative
    if days is None and not relative:
        return None
    fine = found.clock is not None and not found.clock.coarse
    grain = "minute" if fine else found.period.grain
    first, last = days or (None, None)
    return Moment(first, last, found.bound, grain, relative, clock, zone)
