"""The comparison as a list: one entry a pair, or a claim without a counterpart; by topic too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from tuireader.compare.model import Claim, Comparison, FindingKind, Pair, Relation, Side


class Entry(NamedTuple):
    """One row of the ledger.

    Attributes:
        subject: The pair, or the claim that stands alone.
        a: What side A says, "" where it says nothing.
        b: The same of side B.
        reason: Why, or who alone says it.
        places: Where it begins in A and in B; -1 where it does not.
        topic: Id of the lens it belongs to, or "".
        kinds: What its findings are about, or for a claim alone what it states.
    """

    subject: Pair | Claim
    a: str
    b: str
    reason: str
    places: tuple[int, int]
    topic: str = ""
    kinds: frozenset[FindingKind] = frozenset()

    @property
    def relation(self) -> Relation | None:
        """The pair's; None for a claim alone."""
        return self.subject.relation if isinstance(self.subject, Pair) else None


class Heading(NamedTuple):
    """The row of a topic, above its entries or in place of them.

    Attributes:
        topic: Id of the lens; "" for what belongs to none.
        counts: How many entries of each relation; None counts the claims that stand alone.
        folded: Whether its entries are left out.
    """

    topic: str
    counts: Mapping[Relation | None, int]
    folded: bool


Row = Entry | Heading
TopicOf = Callable[[Claim], str]  # the id of a claim's lens, or ""


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


class Arrangement(NamedTuple):
    """Which entries are shown, and in what order.

    Attributes:
        order: What they are sorted by.
        choice: Which relation, or which side alone.
        topic: Only this one; "" for all.
        kind: Only this kind of reason; "" for all.
    """

    order: Order = Order.GRAVITY
    choice: Choice = Choice.ALL
    topic: str = ""
    kind: str = ""

    def has(self, row: Entry) -> bool:
        """Whether an entry is among those shown."""
        return (
            _is_chosen(row, self.choice)
            and self.topic in ("", row.topic)
            and (not self.kind or self.kind in row.kinds)
        )


USUAL = Arrangement()


def no_topic(_claim: Claim) -> str:
    """No claim has a topic."""
    return ""


def entries(comparison: Comparison, topic_of: TopicOf = no_topic) -> tuple[Entry, ...]:
    """All entries: the pairs, then what stands alone in A, then in B."""
    rows = [_of_pair(comparison, pair) for pair in comparison.pairs]
    for side in Side:
        rows += [_of_claim(claim, side, topic_of) for claim in comparison.only(side)]
    return tuple(rows)


def following(
    arrangement: Arrangement, field: str, rows: Collection[Entry], *, forward: bool = True
) -> Arrangement:
    """The arrangement with the next value of a field under which there is something to show.

    Args:
        arrangement: The present one.
        field: "order", "choice", "topic" or "kind".
        rows: All entries.
        forward: To the next, or back to the one before.
    """
    values = _values(field, rows)
    start = (
        values.index(getattr(arrangement, field)) if getattr(arrangement, field) in values else 0
    )
    for step in range(1, len(values) + 1):
        value = values[(start + (step if forward else -step)) % len(values)]
        changed = _CHANGES[field](arrangement, value)
        if any(map(changed.has, rows)):
            return changed
    return arrangement


def arranged(rows: Iterable[Entry], arrangement: Arrangement) -> tuple[Entry, ...]:
    """The entries of an arrangement in its order; what is equal in it keeps that of the texts."""
    chosen = sorted(filter(arrangement.has, rows), key=_place)
    if arrangement.order is not Order.PLACE:
        chosen.sort(key=_lightness)
    if arrangement.order is Order.TOPIC:
        groups: dict[str, list[Entry]] = {}
        for row in chosen:
            groups.setdefault(row.topic, []).append(row)
        # Topics in the order of their gravest entries, what has no topic last.
        chosen = [row for topic in sorted(groups, key=_is_none) for row in groups[topic]]
    return tuple(chosen)


def grouped(rows: Iterable[Entry], folded: Collection[str]) -> tuple[Row, ...]:
    """Entries that are arranged by topic, each topic under its heading, those of `folded` without.

    Args:
        rows: The entries.
        folded: Ids of topics; "" for what belongs to none.
    """
    groups: dict[str, list[Entry]] = {}
    for row in rows:
        groups.setdefault(row.topic, []).append(row)
    found: list[Row] = []
    for topic, members in groups.items():
        counts: dict[Relation | None, int] = dict.fromkeys((*reversed(Relation), None), 0)
        for row in members:
            counts[row.relation] += 1
        found.append(Heading(topic, counts, topic in folded))
        if topic not in folded:
            found += members
    return tuple(found)


_CHANGES: Mapping[str, Callable[[Arrangement, str], Arrangement]] = {
    "order": lambda old, value: old._replace(order=Order(value)),
    "choice": lambda old, value: old._replace(choice=Choice(value)),
    "topic": lambda old, value: old._replace(topic=value),
    "kind": lambda old, value: old._replace(kind=value),
}


def _values(field: str, rows: Iterable[Entry]) -> list[str]:
    """The values that a field of an arrangement can have, the usual one first."""
    if field == "topic":
        return ["", *sorted({row.topic for row in rows} - {""})]
    if field == "kind":
        return ["", *(kind for kind in FindingKind if any(kind in row.kinds for row in rows))]
    return list(Order if field == "order" else Choice)


def _is_chosen(row: Entry, choice: Choice) -> bool:
    if choice is Choice.ALL:
        return True
    if choice in _RELATIONS:
        return row.relation is _RELATIONS[choice]
    missing = row.places[choice is Choice.ONLY_A]
    return row.relation is None and missing < 0


def _is_none(topic: str) -> bool:
    return not topic


def _lightness(row: Entry) -> int:
    return -row.relation.gravity if row.relation else 1


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
        pair.topic,
        frozenset(each.kind for each in pair.findings),
    )


def _of_claim(claim: Claim, side: Side, topic_of: TopicOf) -> Entry:
    text, start = _one_line([claim]), claim.span.start
    stated = {facet.kind.value for facet in claim.facets}
    return Entry(
        claim,
        text if side is Side.A else "",
        text if side is Side.B else "",
        f"only in {side.value.upper()}",
        (start, -1) if side is Side.A else (-1, start),
        topic_of(claim),
        frozenset(kind for kind in FindingKind if kind.value in stated),
    )


def _one_line(claims: list[Claim]) -> str:
    return " / ".join(" ".join(claim.text.split()) for claim in claims)
