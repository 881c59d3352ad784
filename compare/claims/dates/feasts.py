"""Days with a name of their own: "Christmas Day 2020", "the New Year", "9/11"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tuireader.compare.claims.dates import calendar
from tuireader.compare.claims.dates.calendar import Days
from tuireader.compare.claims.dates.periods import Annual, Fixed, Shift
from tuireader.compare.claims.dates.reading import Reading
from tuireader.compare.claims.dates.tokens import Tokens, tokenise
from tuireader.compare.claims.dates.words import read_table
from tuireader.compare.claims.dates.years import completed

_FEASTS = read_table("feasts.toml")


def _feast_table() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The names by their first token, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for section, names in _FEASTS.items():
        for name in names:
            tokens = tokenise(name, 0, name)
            table.setdefault(tokens.words[0], []).append(
                (tokens.words[: tokens.length], section, name)
            )
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


FEASTS = _feast_table()
_AFTER_FEAST = frozenset(
    {
        "and",
        "in",
        "on",
        "at",
        "but",
        "with",
        "as",
        "to",
        "the",
        "or",
        "when",
        "for",
        "was",
        "is",
        "by",
    }
    | {"after", "before", "this", "last", "next", "that", "he", "she", "they", "it", "a", "because"}
)


def _feast_days(section: str, name: str) -> Callable[[int], Days | None]:
    rule = _FEASTS[section][name]

    def days(year: int) -> Days | None:
        """The days of the feast in a year."""
        if section == "easter":
            day = calendar.easter(year) + dt.timedelta(rule)
            return day, day
        if section == "weekday":
            return calendar.nth_weekday(calendar.of_months(year, rule[0]), rule[1], rule[2])
        day = dt.date(year, *rule)
        return day, day

    return days


def feast(tokens: Tokens, index: int, shift: Shift | None = None) -> Reading | None:
    """ "Christmas Day 2020", "the New Year", "9/11".

    A name of one word counts only without a noun after it ("a Christmas tree").
    """
    for name, section, key in FEASTS.get(tokens.words[index], ()):
        end = index + len(name)
        if tokens.words[index:end] != name:
            continue
        if section == "event":
            year, month, day = _FEASTS[section][key]
            return Reading(end, Fixed(dt.date(year, month, day), dt.date(year, month, day)))
        if not tokens.capital(index) and (key != "new year" or tokens.before(index) != "the"):
            continue
        following = tokens.words[end]
        bare = len(name) == 1 or key == "new year"
        if bare and following.isalpha() and following not in _AFTER_FEAST:
            continue
        annual = Annual(f"feast:{key}", "day", _feast_days(section, key), shift)
        return completed(tokens, end, annual)
    return None
