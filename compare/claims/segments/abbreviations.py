"""The table of abbreviations, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


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
    source = files("tuireader.compare.claims.segments").joinpath("abbreviations.toml")
    table = tomllib.loads(source.read_text("utf-8"))
    lists = {name: frozenset(words.split()) for name, words in table.items()}
    stopped = frozenset().union(
        *(lists[name] for name in ("titles", "numbers", "dates", "states", "endings"))
    )
    return Abbreviations(**lists, stopped=stopped)
