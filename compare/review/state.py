"""What stands after all events: tables that each event changes a few rows of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.compare.review.codec import Json, from_plain, to_plain
from tuireader.compare.review.model import Changes, Orphan, Ruling

# Section of an event's changes -> class of its rows. "texts" comes before all others: it brings
# the claims and pairs that the machine found, which the rows of "claims" and "pairs" then change.
_ROWS: Mapping[str, Any] = {
    "claims": Claim,
    "pairs": Pair,
    "rulings": Ruling,
    "votes": tuple[Ruling, ...],
    "bookmarks": str,
    "orphans": Orphan,
    "session": str,
}


class State:
    """The fold of events.

    Attributes:
        texts: Number of the comparison in the store that all else refers to; 0 before the first
            event.
        machine: That comparison.
        claims: By id, those of the machine with the reviewer's corrections.
        pairs: By id, as `claims`.
        rulings: By id of the pair; only of pairs that are there.
        votes: By id of the pair, what each reviewer said whose session was merged into this.
        bookmarks: Id of the pair -> a name, or "".
        orphans: By id.
        session: "note" -> the note of the whole session.
        decided: Ids of the pairs that have a label.
    """

    machine: Comparison

    def __init__(self, load: Callable[[int], Comparison]) -> None:
        """Begin empty.

        Args:
            load: Gives a comparison of the store by its number.
        """
        self._load = load
        self.texts = 0
        self.claims: dict[str, Claim] = {}
        self.pairs: dict[str, Pair] = {}
        self.rulings: dict[str, Ruling] = {}
        self.votes: dict[str, tuple[Ruling, ...]] = {}
        self.bookmarks: dict[str, str] = {}
        self.orphans: dict[str, Orphan] = {}
        self.session: dict[str, str] = {}
        self.decided: set[str] = set()
        self._comparison: Comparison | None = None

    def apply(self, changes: Changes) -> None:
        """Make the changes; those of "texts" first."""
        if "texts" in changes:
            number = changes["texts"]["current"]
            if not isinstance(number, int):
                raise ValueError(f"no number of a text: {number!r:.40}")
            self._turn_to(number)
        for section, kind in _ROWS.items():
            rows = self._table(section)
            for key, data in changes.get(section, {}).items():
                if data is None:
                    rows.pop(key, None)
                else:
                    rows[key] = from_plain(kind, data)
        if "claims" in changes or "pairs" in changes:
            self._comparison = None
        self._count({*changes.get("rulings", ()), *changes.get("pairs", ())})

    def current(self, changes: Changes) -> Changes:
        """What the rows that `changes` would change are now."""
        now: dict[str, dict[str, Json]] = {}
        for section, rows in changes.items():
            if section == "texts":
                now[section] = {"current": self.texts}
            else:
                table = self._table(section)
                now[section] = {key: to_plain(table.get(key)) for key in rows}
        return now

    @property
    def comparison(self) -> Comparison:
        """The machine's comparison with the reviewer's corrections; the machine's own if none."""
        if self._comparison is None:
            self._comparison = self._corrected()
        return self._comparison

    def _corrected(self) -> Comparison:
        claims = tuple(
            tuple(
                sorted(
                    (claim for claim in self.claims.values() if claim.id[0] == side.value),
                    key=lambda claim: claim.span,
                )
            )
            for side in Side
        )
        places = {claim.id: place for side in claims for place, claim in enumerate(side)}
        pairs = sorted(
            self.pairs.values(),
            key=lambda pair: (places[pair.a[0]], places[pair.b[0]], int(pair.id[1:])),
        )
        made = Comparison(self.machine.documents, (claims[0], claims[1]), tuple(pairs))
        return self.machine if made == self.machine else made

    def _turn_to(self, number: int) -> None:
        self.machine = self._load(number)
        self.texts = number
        self.claims = {claim.id: claim for side in self.machine.claims for claim in side}
        self.pairs = {pair.id: pair for pair in self.machine.pairs}
        self._comparison = None
        self._count(self.rulings)

    def _count(self, touched: Iterable[str]) -> None:
        for key in touched:
            ruling = self.rulings.get(key)
            if key in self.pairs and ruling is not None and ruling.label is not None:
                self.decided.add(key)
            else:
                self.decided.discard(key)

    def _table(self, section: str) -> dict[str, Any]:
        if section not in _ROWS:
            raise ValueError(f"no section: {section!r:.40}")
        table: dict[str, Any] = getattr(self, section)
        return table
