"""The table of abbreviations, read once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tuireader.compare import ready


class Abbreviations(NamedTuple):
    """Words that bear on whether a full stop ends a sentence; each list is told in the file."""

    titles: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    states: frozenset[str]
    endings: frozenset[str]
    openers: frozenset[str]
    clock: frozenset[str]
    marked: frozenset[str]
    small: frozenset[str]
    stopped: frozenset[str]
    """All that take a full stop: the union of the first five."""


@cache
def abbreviations() -> Abbreviations:
    """The lists of abbreviations.toml."""
    table = ready.table(__name__, "abbreviations.toml")
    lists = {name: frozenset(words.split()) for name, words in table.items()}
    stopped = frozenset().union(
        *(lists[name] for name in ("titles", "numbers", "dates", "states", "endings"))
    )
    return Abbreviations(**lists, stopped=stopped)
