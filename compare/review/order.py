"""In what order the pairs of a session are gone through, and which of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.compare.review.model import Label, Ruling


class Order(StrEnum):
    """What comes first."""

    GRAVITY = "gravity"  # conflicts, then what diverges; within these the surest alignment
    DOUBT = "doubt"  # what the machine is least sure speaks of the same matter
    PLACE = "place"  # in reading order of A
    DISPUTE = "dispute"  # where merged reviewers part, the widest apart first; then by gravity


@dataclass(frozen=True, slots=True)
class Item:
    """A pair with what stands about it.

    Attributes:
        pair: The pair, with the machine's verdict.
        ruling: What the reviewer said, or None.
        votes: What others said whose sessions were merged into this one.
        bookmark: Its name, "" where it has none, None where there is no bookmark.
    """

    pair: Pair
    ruling: Ruling | None
    votes: tuple[Ruling, ...] = ()
    bookmark: str | None = None

    @property
    def label(self) -> Label | None:
        """The decision, if there is one."""
        return self.ruling.label if self.ruling else None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which pairs are shown: those that fulfil all that is asked for.

    Attributes:
        relations: The machine's verdict is one of these; any if empty.
        labels: The reviewer's label is one of these; any if empty.
        decided: Whether there is a label; None for either.
        overruled: True for pairs whose label is not the machine's verdict.
        flagged: True for those with a flag.
        skipped: True for those that were passed over.
        noted: True for those with a note.
        bookmarked: True for those with a bookmark.
        disputed: True for those where merged reviewers part.
        tag: They have this tag; "" for any.
        topic: They belong to this lens; "" for any.
        words: These stand in a claim or in the note, whatever the case; "" for any.
    """

    relations: frozenset[Relation] = frozenset()
    labels: frozenset[Label] = frozenset()
    decided: bool | None = None
    overruled: bool = False
    flagged: bool = False
    skipped: bool = False
    noted: bool = False
    bookmarked: bool = False
    disputed: bool = False
    tag: str = ""
    topic: str = ""
    words: str = ""

    def keeps(self, item: Item, comparison: Comparison) -> bool:
        """Whether the item is shown."""
        pair, ruling, label = item.pair, item.ruling, item.label
        return (
            (not self.relations or pair.relation in self.relations)
            and (not self.labels or label in self.labels)
            and (self.decided is None or self.decided is (label is not None))
            and (not self.overruled or (label is not None and label != pair.relation.value))
            and (not self.flagged or (ruling is not None and ruling.flagged))
            and (not self.skipped or (ruling is not None and ruling.skipped))
            and (not self.noted or (ruling is not None and bool(ruling.note)))
            and (not self.bookmarked or item.bookmark is not None)
            and (not self.disputed or disputed(item.votes))
            and (not self.tag or (ruling is not None and self.tag in ruling.tags))
            and self.topic in ("", pair.topic)
            and (not self.words or self._found(item, comparison))
        )

    def _found(self, item: Item, comparison: Comparison) -> bool:
        told = [comparison.claim(key).text for key in (*item.pair.a, *item.pair.b)]
        told.append(item.ruling.note if item.ruling else "")
        wanted = " ".join(self.words.casefold().split())
        return any(wanted in " ".join(text.casefold().split()) for text in told)


EVERYTHING = Filter()
UNDECIDED = Filter(decided=False)


def disputed(votes: Collection[Ruling]) -> bool:
    """Whether two of the votes have different labels."""
    return len({vote.label for vote in votes if vote.label is not None}) > 1


def ordered(
    comparison: Comparison, order: Order, votes: Iterable[tuple[str, tuple[Ruling, ...]]] = ()
) -> tuple[Pair, ...]:
    """The pairs in this order; it does not depend on decisions, so none moves when it is made."""
    if order is Order.PLACE:
        return comparison.pairs
    places = {
        claim.id: place for side in Side for place, claim in enumerate(comparison.claims_of(side))
    }

    def place(pair: Pair) -> tuple[int, int]:
        return places[pair.a[0]], places[pair.b[0]]

    def gravity(pair: Pair) -> tuple[float, ...]:
        return (-pair.relation.gravity, -pair.score, *place(pair))

    if order is Order.DOUBT:
        return tuple(sorted(comparison.pairs, key=lambda pair: (pair.score, *place(pair))))
    if order is Order.GRAVITY:
        return tuple(sorted(comparison.pairs, key=gravity))
    apart = {key: _apart(cast) for key, cast in votes}
    return tuple(
        sorted(comparison.pairs, key=lambda pair: (-apart.get(pair.id, 0.0), *gravity(pair)))
    )


def _apart(votes: Iterable[Ruling]) -> float:
    """How far the votes are from one another: 0 where they agree, agree against conflict most."""
    labels = {vote.label for vote in votes if vote.label is not None}
    if len(labels) < 2:
        return 0.0
    places = [
        list(Relation).index(Relation(label.value))
        for label in labels
        if label.value in set(Relation)
    ]
    return 1.0 + (max(places) - min(places) if places else 0)
