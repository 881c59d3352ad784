"""What was said of a text, taken over to its new version; what has no place there is kept aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tuireader.compare.lenses import Lens
from tuireader.compare.model import Comparison, Pair, Side
from tuireader.compare.review.carrying import Matching, match
from tuireader.compare.review.codec import Json, to_plain
from tuireader.compare.review.corrections import judged
from tuireader.compare.review.model import Changes, Event, Orphan, Ruling
from tuireader.compare.review.state import State


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of the rulings when new texts were adopted.

    Attributes:
        event: The step, which one undo takes back.
        carried: Pairs whose claims stand word for word.
        reworded: Pairs with a claim whose wording has changed a little: their rulings have a flag.
        orphaned: Rulings whose claims are gone, now among the session's orphans.
    """

    event: Event
    carried: int
    reworded: int
    orphaned: int


@dataclass
class Carrier:
    """One change of texts, worked out pair by pair.

    Attributes:
        state: What stands.
        new: The machine's comparison of the new texts.
        lenses: For verdicts on pairs that only the reviewer makes.
        first: The first free number of a pair.
    """

    state: State
    new: Comparison
    lenses: Sequence[Lens]
    first: int

    def __post_init__(self) -> None:
        old = self.state.comparison
        self.matchings: tuple[Matching, Matching] = (
            match(old.claims[0], self.new.claims[0]),
            match(old.claims[1], self.new.claims[1]),
        )
        self.carried = self.reworded = 0
        self.orphans: list[Orphan] = []
        self._known = {(pair.a, pair.b): pair.id for pair in self.new.pairs}
        self._pairs: dict[str, Json] = {}
        self._rows: dict[str, dict[str, Json]] = {"rulings": {}, "votes": {}, "bookmarks": {}}

    def changes(self, number: int) -> Changes:
        """The rows of the state with the new texts, which have this number in the store."""
        state = self.state
        self._drop_unpaired()
        machines = {(pair.a, pair.b) for pair in state.machine.pairs}
        for pair in state.comparison.pairs:
            own = (pair.a, pair.b) not in machines
            if own or any(
                pair.id in table for table in (state.rulings, state.votes, state.bookmarks)
            ):
                self._carry(pair)
        gone: dict[str, dict[str, Json]] = {
            "rulings": dict.fromkeys(state.rulings),
            "votes": dict.fromkeys(state.votes),
            "bookmarks": dict.fromkeys(state.bookmarks),
        }
        kept = {orphan.id: to_plain(orphan) for orphan in self.orphans}
        rows = {section: {**gone[section], **self._rows[section]} for section in gone}
        return {"texts": {"current": number}, "pairs": self._pairs, **rows, "orphans": kept}

    def _drop_unpaired(self) -> None:
        """Pairs that the reviewer took apart are not to come back."""
        standing = {(pair.a, pair.b) for pair in self.state.comparison.pairs}
        for pair in self.state.machine.pairs:
            claims = self._find(pair)
            if (pair.a, pair.b) not in standing and claims in self._known:
                self._pairs[self._known[claims]] = None

    def _carry(self, pair: Pair) -> None:
        state = self.state
        ruling, votes = state.rulings.get(pair.id), state.votes.get(pair.id, ())
        bookmark = state.bookmarks.get(pair.id)
        claims = self._find(pair)
        if claims is None:
            for said in self._said(ruling, votes, bookmark):
                self._set_aside(pair, said)
            return
        reworded = any(
            key in matching.reworded
            for matching, keys in zip(self.matchings, (pair.a, pair.b), strict=True)
            for key in keys
        )
        self.reworded += reworded
        self.carried += not reworded
        target = self._known.get(claims) or self._make(claims)
        if ruling is not None:
            kept = replace(ruling, flagged=True) if reworded else ruling
            self._rows["rulings"][target] = to_plain(kept)
        if votes:
            self._rows["votes"][target] = to_plain(votes)
        if bookmark is not None:
            self._rows["bookmarks"][target] = bookmark

    def _find(self, pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        a, b = (
            matching.find(keys)
            for matching, keys in zip(self.matchings, (pair.a, pair.b), strict=True)
        )
        return (a, b) if a and b else None

    def _make(self, claims: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
        """A pair that the machine does not make of the new texts."""
        identity = f"p{self.first}"
        self.first += 1
        a, b = ([self.new.claim(key) for key in keys] for keys in claims)
        self._pairs[identity] = to_plain(judged(self.new, identity, a, b, self.lenses))
        self._known[claims] = identity
        return identity

    @staticmethod
    def _said(
        ruling: Ruling | None, votes: Sequence[Ruling], bookmark: str | None
    ) -> Iterator[Ruling]:
        if ruling is not None and bookmark:
            note = "; ".join(filter(None, (ruling.note, f"bookmark: {bookmark}")))
            ruling = replace(ruling, note=note)
        if ruling is not None:
            yield ruling
        yield from votes

    def _set_aside(self, pair: Pair, ruling: Ruling) -> None:
        old = self.state.comparison
        numbers = [int(key[1:]) for key in self.state.orphans]
        identity = f"o{max(numbers, default=0) + len(self.orphans) + 1}"
        a, b = (tuple(old.claim(key).text for key in pair.claims(side)) for side in Side)
        sides = [
            side.value.upper()
            for side, matching in zip(Side, self.matchings, strict=True)
            if matching.find(pair.claims(side)) is None
        ]
        why = f"its words in {' and '.join(sides)} are no longer in the text, or not the same facts"
        self.orphans.append(Orphan(identity, a, b, ruling, why))


def overlay(state: State) -> dict[str, dict[str, Json]]:
    """What the reviewer's corrections make of the machine's claims and pairs: rows as in events."""
    claims = {claim.id: claim for side in state.machine.claims for claim in side}
    pairs = {pair.id: pair for pair in state.machine.pairs}
    return {
        "claims": _differences(claims, state.claims),
        "pairs": _differences(pairs, state.pairs),
    }


def _differences(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, Json]:
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return {key: to_plain(new.get(key)) for key in keys}
