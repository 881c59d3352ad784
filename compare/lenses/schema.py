"""The keys of a lens file, and a lens made from one that was found right."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

from tuireader.compare.lenses.model import Lens, Need
from tuireader.compare.values import FacetKind


class Kind(Enum):
    """The form of a value, with how one is written."""

    TEXT = ("a string", '"..."')
    TRUTH = ("true or false", "true")
    WORDS = ("a list of strings", '["...", "..."]')
    PAIRS = ("a list of pairs of strings", '[["...", "..."]]')
    TABLE = ("a table", "a section in brackets")

    @property
    def form(self) -> str:
        """What it is, for a message."""
        return self.value[0]

    @property
    def example(self) -> str:
        """How it is written."""
        return self.value[1]


class Key(NamedTuple):
    """One key of a lens file."""

    kind: Kind
    required: bool = False


KEYS: Mapping[str, Key] = {
    "id": Key(Kind.TEXT, required=True),
    "title": Key(Kind.TEXT, required=True),
    "about": Key(Kind.TEXT, required=True),
    "terms": Key(Kind.WORDS, required=True),
    "general": Key(Kind.TRUTH),
    "conflicts": Key(Kind.PAIRS),
    "needs": Key(Kind.TABLE),
    "statuses": Key(Kind.TABLE),
}
NEEDS_KEYS: Mapping[str, Key] = {"facets": Key(Kind.WORDS), "units": Key(Kind.WORDS)}
FACETS = tuple(kind.value for kind in FacetKind)


def fits(value: object, kind: Kind) -> bool:
    """Whether a value read from TOML has the form."""
    if kind is Kind.TEXT:
        return isinstance(value, str)
    if kind is Kind.TRUTH:
        return isinstance(value, bool)
    if kind is Kind.TABLE:
        return isinstance(value, dict)
    if not isinstance(value, list):
        return False
    if kind is Kind.WORDS:
        return all(isinstance(item, str) for item in value)
    return all(fits(item, Kind.WORDS) and len(item) == 2 for item in value)


def lens_from(table: Mapping[str, Any]) -> Lens:
    """The lens of a table in which `mistakes_in` finds nothing."""
    needs = table.get("needs", {})
    return Lens(
        id=table["id"],
        title=table["title"],
        about=table["about"],
        terms=tuple(table["terms"]),
        needs=Need(
            frozenset(FacetKind(name) for name in needs.get("facets", ())),
            frozenset(needs.get("units", ())),
        ),
        statuses={phase: tuple(words) for phase, words in table.get("statuses", {}).items()},
        conflicts=frozenset(frozenset(pair) for pair in table.get("conflicts", ())),
        general=table.get("general", False),
    )
