"""The tables of English beside this module, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from tuireader.compare import ready


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name`.toml; each file states its source and its rule for admission."""
    return ready.table(__name__, f"{name}.toml")


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The list under `keys` in a table, as a set."""
    found = table(name)
    for key in keys[:-1]:
        found = found[key]
    return frozenset(found[keys[-1]])


class Phrases:
    """Phrases of several words, each with a value, found in the tokens, longest first."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in sorted(entries.items(), key=lambda entry: -len(entry[0].split())):
            parts = tuple(phrase.split())
            self._by_first.setdefault(parts[0], []).append((parts, value))
            self._by_last.setdefault(parts[-1], []).append((parts, value))

    def starting(self, folded: list[str], first: int) -> tuple[int, str] | None:
        """Length and value of the longest phrase that begins with token `first`."""
        for parts, value in self._by_first.get(folded[first], ()):
            if len(parts) == 1 or tuple(folded[first : first + len(parts)]) == parts:
                return len(parts), value
        return None

    def ending(self, folded: list[str], last: int) -> tuple[int, str] | None:
        """Length and value of the longest phrase that ends with token `last`."""
        for parts, value in self._by_last.get(folded[last], ()):
            first = last - len(parts) + 1
            if len(parts) == 1 or (first >= 0 and tuple(folded[first : last + 1]) == parts):
                return len(parts), value
        return None
