"""The words that attribution goes by, read once."""

from __future__ import annotations

from functools import cache

from tuireader.compare.claims.names.lexicon import read_sections

_VERBS = ("said", "weak", "claimed", "expects")


@cache
def tables() -> dict[str, frozenset[str]]:
    """The sections of words.txt, case-folded."""
    sections = read_sections(__name__, "words.txt")
    return {name: frozenset(words) for name, words in sections.items()}


@cache
def verbs() -> dict[str, str]:
    """Each verb of saying -> the section it stands in: said, weak, claimed or expects."""
    return {verb: section for section in _VERBS for verb in tables()[section]}
