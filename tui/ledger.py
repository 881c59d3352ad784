"""The comparison as a list: one entry a pair or a claim without a counterpart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tuireader.compare.model import Claim, Comparison, Pair, Relation, Side


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger.

    Attributes:
        subject: The pair, or the claim that stands alone.
        a: What side A says, "" where it says nothing.
        b: The same of side B.
        reason: Why, or "".
        places: Where it begins in A and in B; -1 where it does not.
    """

    subject: Pair | Claim
    a: str
    b: str
    reason: str
    places: tuple[int, int]

    @property
    def relation(self) -> Relation | None:
        """The pair's; None for a claim alone."""
        return self.subject.relation if isinstance(self.subject, Pair) else None

    @property
    def topic(self) -> str:
        """The pair's topic, or ""."""
        return self.subject.topic if isinstance(self.subject, Pair) else ""


class Order(StrEnum):
    """What the ledger is sorted by."""

    GRAVITY = "gravity"
    PLACE = "place"
    TOPIC = "topic"


class Choice(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    CONFLICTS = "conflicts"
    DIVERGENCES = "divergences"
    AGREEMENTS = "agreements"
    ONLY_A = "only in A"
    ONLY_B = "only in B"


_RELATIONS = {
    Choice.CONFLICTS: Relation.CONFLICT,
    Choice.DIVERGENCES: Relation.DIVERGE,
    Choice.AGREEMENTS: Relation.AGREE,
}


def entries(comparison: Comparison) -> tuple[Entry, ...]:
    """All entries: the pairs, then what stands alone in A, then in B."""
    rows = [_of_pair(comparison, pair) for pair in comparison.pairs]
    for side in Side:
        for claim in comparison.only(side):
            text = _one_line([claim])
            if side is Side.A:
                rows.append(Entry(claim, text, "", "", (claim.span.start, -1)))
            else:
                rows.append(Entry(claim, "", text, "", (-1, claim.span.start)))
    return tuple(rows)


def topics(rows: Iterable[Entry]) -> tuple[str, ...]:
    """The topics that the entries have, in the order of the alphabet."""
    return tuple(sorted({row.topic for row in rows if row.topic}))


def arranged(
    rows: Iterable[Entry], order: Order, choice: Choice, topic: str = ""
) -> tuple[Entry, ...]:
    """The entries of a choice and a topic ("" for any), in an order.

    What is equal in it keeps the order of the texts.
    """
    chosen = [row for row in rows if _is_chosen(row, choice) and topic in ("", row.topic)]
    chosen.sort(key=_place)
    if order is Order.GRAVITY:
        chosen.sort(key=lambda row: -row.relation.gravity if row.relation else 1)
    elif order is Order.TOPIC:
        chosen.sort(key=lambda row: (not row.topic, row.topic))
    return tuple(chosen)


def _is_chosen(row: Entry, choice: Choice) -> bool:
    if choice is Choice.ALL:
        return True
    if choice in _RELATIONS:
        return row.relation is _RELATIONS[choice]
    missing = row.places[choice is Choice.ONLY_A]
    return row.relation is None and missing < 0


def _place(row: Entry) -> tuple[int, int]:
    a, b = row.places
    return (a if a >= 0 else b, b)


def _of_pair(comparison: Comparison, pair: Pair) -> Entry:
    own, other = ([comparison.claim(each) for each in ids] for ids in (pair.a, pair.b))
    finding = pair.findings[0]
    return Entry(
        pair,
        _one_line(own),
        _one_line(other),
        f"{finding.kind}: {finding.reason}",
        (own[0].span.start, other[0].span.start),
    )


def _one_line(claims: list[Claim]) -> str:
    return " / ".join(" ".join(claim.text.split()) for claim in claims)
