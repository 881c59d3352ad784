"""What stands in a session: the corrected comparison, the rulings, the way from pair to pair."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.model import Claim, Comparison, Pair
from tuireader.compare.review.codec import from_plain
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.history import History
from tuireader.compare.review.model import Action, Event, Orphan, Ruling
from tuireader.compare.review.order import EVERYTHING, UNDECIDED, Filter, Item, Order, ordered
from tuireader.compare.review.pace import Pace, Progress
from tuireader.compare.review.ranking import Ranking, Suggestion
from tuireader.compare.review.state import State
from tuireader.compare.review.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """Where a part of a merged session comes from.

    Attributes:
        id: Of the session.
        name: Of the session.
        reviewer: Whose decisions it holds.
        events: Number of its last event then.
        seal: Of that event: proves which state was merged.
    """

    id: str
    name: str
    reviewer: str
    events: int
    seal: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is fixed when a session is made.

    Attributes:
        id: Known to logs and copies of the session.
        name: For lists.
        reviewer: Who made it.
        created: When.
        tool: Version of tuireader that made it.
        lenses: Watch topics of the user's own, beside those that are shipped.
        lost: Numbers of the events that could not be read when it was salvaged.
        merged: The sessions that it was made of, for a third pass.
    """

    id: str
    name: str
    reviewer: str
    created: dt.datetime
    tool: str
    lenses: tuple[Lens, ...] = ()
    lost: tuple[int, ...] = ()
    merged: tuple[Merged, ...] = ()


class View:
    """The state of a session, as the fold of its events."""

    def __init__(self, store: Store) -> None:
        """Read all events."""
        self._store = store
        self.facts = from_plain(Facts, store.meta)
        self._lenses = (*load_lenses(), *self.facts.lenses)
        # Undoing an adoption, and each step of a log that has some, asks for one again.
        self._state = State(cache(store.comparison))
        self._history = History()
        self._pace = Pace()
        self._ranking: Ranking | None = None
        self._queues: dict[Order, tuple[Pair, ...]] = {}
        self._numbers: dict[Order, dict[str, int]] = {}
        for event in store.events():
            self._take(event)

    @property
    def path(self) -> Path:
        """The session file."""
        return self._store.path

    @property
    def machine(self) -> Comparison:
        """The comparison as the machine made it."""
        return self._state.machine

    @property
    def comparison(self) -> Comparison:
        """The machine's with the reviewer's corrections; `machine` itself while there are none.

        The same object until the alignment is next corrected, undone corrections included.
        """
        return self._state.comparison

    def is_of(self, comparison: Comparison) -> bool:
        """Whether a comparison is of the very texts of this session; if not, `adopt` it."""
        ours, theirs = self.machine.documents, comparison.documents
        return [document.sha256 for document in ours] == [document.sha256 for document in theirs]

    @property
    def rulings(self) -> Mapping[str, Ruling]:
        """Id of each pair of `comparison` that something was said of -> what; always up to date."""
        return MappingProxyType(self._state.rulings)

    @property
    def bookmarks(self) -> Mapping[str, str]:
        """Id of the pair -> the bookmark's name, or ""."""
        return MappingProxyType(self._state.bookmarks)

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """What was said of claims that are no longer in the texts, in the order of A."""
        return tuple(self._state.orphans.values())

    @property
    def note_of_session(self) -> str:
        """What `session_note` wrote, or ""."""
        return self._state.session.get("note", "")

    @property
    def reviewers(self) -> str:
        """The names of all who decided something, in the order of their first decision."""
        names = [event.reviewer for event in self.events if event.action is Action.DECIDE]
        return ", ".join(dict.fromkeys(names)) or self.facts.reviewer

    @property
    def events(self) -> Sequence[Event]:
        """Every step since the session was made, undone ones and their undoing included."""
        return self._history.events

    @property
    def progress(self) -> Progress:
        """How far the review is; takes no time."""
        total = len(self._state.pairs)
        return Progress(len(self._state.decided), total, self._pace.seconds, self._pace.worked)

    def item(self, pair: str) -> Item:
        """The pair with what stands about it.

        Raises:
            RefusedError: There is no such pair.
        """
        state = self._state
        found = state.pairs.get(pair)
        if found is None:
            raise RefusedError(f"there is no pair {pair}")
        return Item(
            found, state.rulings.get(pair), state.votes.get(pair, ()), state.bookmarks.get(pair)
        )

    def queue(self, order: Order = Order.GRAVITY) -> tuple[Pair, ...]:
        """All pairs in this order, which no decision changes; one object until a correction."""
        if order not in self._queues:
            self._queues[order] = ordered(self.comparison, order, self._state.votes.items())
        return self._queues[order]

    def items(self, order: Order = Order.GRAVITY, keep: Filter = EVERYTHING) -> Iterator[Item]:
        """The pairs in this order that the filter keeps, with what stands about each."""
        comparison = self.comparison
        for pair in self.queue(order):
            item = self.item(pair.id)
            if keep is EVERYTHING or keep.keeps(item, comparison):
                yield item

    def following(
        self,
        pair: str | None,
        order: Order = Order.GRAVITY,
        keep: Filter = UNDECIDED,
        *,
        back: bool = False,
    ) -> Item | None:
        """The next pair in this order that the filter keeps, or None behind the last.

        Args:
            pair: Where from; None, and a pair that is no longer there, is before the first, or
                behind the last where it goes back.
            order: What comes first.
            keep: Which pairs count; those without a decision if not given.
            back: Whether it goes towards the first.
        """
        queue = self.queue(order)
        step = -1 if back else 1
        outside = len(queue) if back else -1
        place = outside if pair is None else self._places(order).get(pair, outside)
        for index in range(place + step, -1 if back else len(queue), step):
            item = self.item(queue[index].id)
            if keep.keeps(item, self.comparison):
                return item
        return None

    def place(self, pair: str, order: Order = Order.GRAVITY) -> int:
        """The number of a pair in this order, from 1; RefusedError if it is not there."""
        return self._places(order)[self.item(pair).pair.id] + 1

    def suggestions(self, claim: str, most: int = 10) -> tuple[Suggestion, ...]:
        """The claims of the other side that the aligner finds likeliest, best first.

        The first call after claims have changed scores all of them: some ms at 50 a side, seconds
        at thousands.
        """
        found = self._claim(claim)
        if self._ranking is None or self._ranking.claims != self.comparison.claims:
            self._ranking = Ranking(self.comparison.claims, self._lenses)
        return self._ranking.of(found)[:most]

    def _take(self, event: Event) -> None:
        """Let an event that is on disk count."""
        self._state.apply(event.after)
        self._history.add(event)
        self._pace.note(event.time, decision=event.action is Action.DECIDE)
        if not event.after.keys().isdisjoint(("texts", "claims", "pairs", "votes")):
            self._queues.clear()
            self._numbers.clear()

    def _places(self, order: Order) -> Mapping[str, int]:
        if order not in self._numbers:
            self._numbers[order] = {pair.id: place for place, pair in enumerate(self.queue(order))}
        return self._numbers[order]

    def _claim(self, identity: str) -> Claim:
        claim = self._state.claims.get(identity)
        if claim is None:
            raise RefusedError(f"there is no claim {identity}")
        return claim
