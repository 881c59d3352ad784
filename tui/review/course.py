"""The way through a session: in which order, past which filter, and where one is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuireader.compare.model import Comparison, FindingKind, Relation
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Filter, Item, Order
from tuireader.compare.review.session import Session

_BLIND = (Order.PLACE, Order.DOUBT)
"""The orders that don't depend on verdicts."""


@dataclass(frozen=True, slots=True)
class Sieve(Filter):
    """A filter that also looks at what findings are about.

    Attributes:
        kind: One of the findings is of this kind; None for any.
    """

    kind: FindingKind | None = None

    def keeps(self, item: Item, comparison: Comparison) -> bool:
        """Whether the item is shown."""
        kind = self.kind
        if kind is not None and all(finding.kind is not kind for finding in item.pair.findings):
            return False
        return Filter.keeps(self, item, comparison)

    @property
    def words_for_it(self) -> str:
        """What is asked for, in a few words; "" for everything."""
        parts = [*(each.value for each in _RELATIONS if each in self.relations)]
        parts += [f"called {label}" for label in Label if label in self.labels]
        if self.decided is not None:
            parts.append("decided" if self.decided else "undecided")
        parts += [word for word in FLAGS if getattr(self, word)]
        parts += [self.kind.value] if self.kind else []
        parts += [self.topic.replace("-", " ")] if self.topic else []
        parts += [f"#{self.tag}"] if self.tag else []
        parts += [f'"{self.words}"'] if self.words else []
        return ", ".join(parts)


_RELATIONS = (Relation.CONFLICT, Relation.DIVERGE, Relation.AGREE)
FLAGS = ("overruled", "flagged", "skipped", "noted", "bookmarked", "disputed")


class Course:
    """Where one is in a session.

    Attributes:
        order: What comes first.
        sieve: Which pairs are gone through.
        at: Id of the pair that one is at, or was last at.
    """

    def __init__(self, session: Session, order: Order, *, blind: bool) -> None:
        self.sieve = Sieve()
        self.at: str | None = None
        self._session = session
        self._blind = blind
        self.order = order if order in self.orders else self.orders[0]

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders there are: by dispute only where reviewers were merged."""
        if self._blind:
            return _BLIND
        merged = any(self._session.item(pair.id).votes for pair in self._session.comparison.pairs)
        usual = (Order.GRAVITY, Order.DOUBT, Order.PLACE)
        return (Order.DISPUTE, *usual) if merged else usual

    def of(self, session: Session) -> Course:
        """The same way through another file of this session."""
        course = Course(session, self.order, blind=self._blind)
        course.sieve, course.at = self.sieve, self.at
        return course

    def next_order(self) -> Order:
        """Take the next order."""
        orders = self.orders
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        return self.order

    def step(self, way: int, *, undecided: bool) -> str | None:
        """The next pair that the filter shows, or the one before; None at the end.

        Args:
            way: 1 or -1.
            undecided: Only those without a decision, unless decided ones are asked for.
        """
        keep = self._wanted if undecided else self.sieve
        item = self._session.following(self.at, self.order, keep, back=way < 0)
        return item.pair.id if item else None

    def first(self) -> str | None:
        """Where to begin: the first undecided pair, else the first that is shown."""
        for keep in (self._wanted, self.sieve, Filter()):
            if item := self._session.following(None, self.order, keep):
                return item.pair.id
        return None

    def onward(self) -> str | None:
        """The pair to decide after this one: from here on, then from the beginning; else None."""
        session, keep = self._session, self._wanted
        item = session.following(self.at, self.order, keep)
        item = item or session.following(None, self.order, keep)
        return item.pair.id if item and item.pair.id != self.at else None

    def shown(self) -> tuple[Item, ...]:
        """All that the filter shows now, in this order."""
        return tuple(self._session.items(self.order, self.sieve))

    def number(self, pair: str) -> int:
        """The number of a pair in this order, from 1."""
        return self._session.place(pair, self.order)

    def numbered(self, number: int) -> str | None:
        """The pair of a number, or None."""
        queue = self._session.queue(self.order)
        return queue[number - 1].id if 0 < number <= len(queue) else None

    @property
    def _wanted(self) -> Filter:
        """What one goes on to after a decision."""
        return self.sieve if self.sieve.decided else replace(self.sieve, decided=False)
