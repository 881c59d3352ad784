"""The words around a cue that decide what it means, read once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tuireader.compare import ready


class Classes(NamedTuple):
    """Lists of words, as told in classes.toml."""

    limits: frozenset[str]
    told: frozenset[str]
    subjects: frozenset[str]
    nouns_before: frozenset[str]
    not_announced: frozenset[str]
    to_come: frozenset[str]
    raising: frozenset[str]
    unbound: frozenset[str]
    planning: frozenset[str]
    doing: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    negating: frozenset[str]
    liftable: frozenset[str]
    abstract: frozenset[str]
    tales: frozenset[str]
    helpers: frozenset[str]
    """Whatever stands between a subject and its verb, adverbs aside."""


@cache
def classes() -> Classes:
    """The lists of classes.toml."""
    lists = {
        name: frozenset(words.split())
        for name, words in ready.table(__name__, "classes.toml").items()
    }
    helping = ("to_come", "raising", "unbound", "doing", "having", "being", "negating")
    return Classes(**lists, helpers=frozenset().union(*(lists[name] for name in helping)))
