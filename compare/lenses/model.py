"""A lens: a topic that is watched for, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tuireader.compare.lenses.matching import (
    Phrase,
    Wording,
    find_wording,
    index_phrases,
    parse_wording,
    stems_of,
    weigh_phrases,
)
from tuireader.compare.model import Claim, Facet, Span
from tuireader.compare.values import FacetKind, Quantity, Value

# Stands for every currency in a lens's units.
MONEY = "money"
# Units of sums whose country the text does not tell.
_SHARED_CURRENCIES = frozenset(
    {"dollar", "pound", "franc", "peso", "rupee", "dinar", "dirham", "crown", "krona", "krone"}
    | {"rial", "riyal", "real", "lira", "shilling", "cent", "penny"}
)


class LensError(ValueError):
    """A lens file can't be read or is wrong; the message is one line that names file and line."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a claim must have beside a term.

    Attributes:
        facets: Kinds of facet, one of which is there; none needed where empty. A lens with wordings
            of its own also takes one of them for a status.
        units: Units of which a quantity has one; any where empty. "money" is every currency.
    """

    facets: frozenset[FacetKind] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lens:
    """A topic of which two accounts are watched.

    Attributes:
        id: Lower case words with hyphens; the word for `--topic` and in the JSON.
        title: A few words for lists.
        about: A sentence that says what belongs to the topic.
        terms: Words and phrases, matched by the stems of their words; a claim must have one.
        needs: What else a claim must have.
        statuses: Phase to its wordings. In a wording `|` parts choices and `*` stands for up to
            four words: "will end|close * mission".
        conflicts: Pairs of phases that cannot both hold of one matter at one time.
        general: True for a topic that gives way to every other lens that matches.
    """

    id: str
    title: str
    about: str
    terms: tuple[str, ...]
    needs: Need = Need()
    statuses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflicts: frozenset[frozenset[str]] = frozenset()
    general: bool = False

    def matches(self, claim: Claim) -> bool:
        """Whether the claim belongs to the topic."""
        return self.weight(claim) > 0

    def weight(self, claim: Claim) -> int:
        """How many words of the lens's terms the claim has; 0 where it does not match."""
        weight = self.terms_in(claim.text)
        return weight if weight and self._has_need(claim) else 0

    def terms_in(self, text: str) -> int:
        """How many words of the lens's terms a text has."""
        stems = stems_of(text)
        if self._phrases.keys().isdisjoint(stems):
            return 0
        return weigh_phrases(stems, self._phrases)

    def status_of(self, text: str) -> tuple[str, Span] | None:
        """The phase that a text gives the topic's matter, with the words that say so, or None.

        Of several wordings the one with the most words counts ("has not ended" before "ended"),
        then the earliest.
        """
        return find_wording(text, self._wordings)

    def contradicts(self, one: str, other: str) -> bool:
        """Whether the two phases cannot both hold."""
        return frozenset({one, other}) in self.conflicts

    @cached_property
    def _phrases(self) -> dict[str, tuple[Phrase, ...]]:
        return index_phrases(self.terms)

    @cached_property
    def _wordings(self) -> dict[str, tuple[tuple[str, Wording], ...]]:
        index: dict[str, list[tuple[str, Wording]]] = {}
        for phase, wordings in self.statuses.items():
            for text in wordings:
                wording = parse_wording(text)
                for word in sorted(wording[0]):
                    index.setdefault(word, []).append((phase, wording))
        return {word: tuple(group) for word, group in index.items()}

    def _has_need(self, claim: Claim) -> bool:
        if not self.needs.facets:
            return True
        if any(self._answers(facet) for facet in claim.facets):
            return True
        return FacetKind.STATUS in self.needs.facets and self.status_of(claim.text) is not None

    def _answers(self, facet: Facet[Value]) -> bool:
        if facet.kind not in self.needs.facets:
            return False
        value, units = facet.value, self.needs.units
        if not isinstance(value, Quantity) or not units:
            return True
        return value.unit in units or (MONEY in units and is_currency(value.unit))


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code or a currency that several countries have."""
    return (len(unit) == 3 and unit.isalpha() and unit.isupper()) or unit in _SHARED_CURRENCIES


def topic_of(a: Claim, b: Claim, lenses: Sequence[Lens]) -> str:
    """The id of the most specific lens that matches both claims, "" where none does.

    A general lens gives way to any other; then the one with more words of its terms in the two
    claims is the more specific, then the one with fewer terms, then the first by id. The order of
    the claims and of the lenses makes no difference.
    """
    best: tuple[bool, int, int, str] | None = None
    for lens in lenses:
        weight_a = lens.weight(a)
        weight_b = lens.weight(b) if weight_a else 0
        if weight_b:
            rank = (lens.general, -weight_a - weight_b, len(lens.terms), lens.id)
            best = rank if best is None else min(best, rank)
    return best[3] if best else ""
