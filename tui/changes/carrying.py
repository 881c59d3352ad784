"""From one comparison to the next, of texts that were changed a little: what stays where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from tuireader.compare.model import Claim, Comparison, Pair, Relation, Side, Span
from tuireader.tui.changes.shifting import Shift
from tuireader.tui.memory.history import Place
from tuireader.tui.opening.request import Reading

_NOUNS = {
    Relation.CONFLICT: "conflict",
    Relation.DIVERGE: "divergence",
    Relation.AGREE: "agreement",
}


class Carry:
    """Finds places, claims and pairs of one reading again in the next.

    Args:
        old: The texts as they were.
        before: What was found in them; None if it was never found out.
        after: What is found in the new ones.
    """

    def __init__(self, old: Reading, before: Comparison | None, after: Comparison) -> None:
        self._before = before
        self._after = after
        self._shifts = {
            side: Shift(document.text, after.document(side).text)
            for side, document in zip(Side, (old.a, old.b), strict=True)
        }

    def top(self, side: Side, top: tuple[int, int]) -> tuple[int, int]:
        """Where the words at the top of a pane are now, and how many rows above them it begins."""
        return self._shifts[side](top[0]), top[1]

    def place(self, place: Place) -> Place:
        """A place that was remembered."""
        a, b = (self.top(side, top) for side, top in zip(Side, place.tops, strict=True))
        return Place(place.side, (a, b), self.subject(place.subject))

    def subject(self, subject: Pair | Claim | None) -> Pair | Claim | None:
        """A pair or a claim by its words, else by its place; None where nothing came of it."""
        if subject is None or self._before is None:
            return None
        if isinstance(subject, Claim):
            claims = [self._claim(subject)]
        else:
            claims = [self._claim(self._before.claim(each)) for each in (*subject.a, *subject.b)]
        found = [claim for claim in claims if claim]
        shared = Counter(pair for claim in found for pair in self._pairs.get(claim.id, ()))
        if shared:
            return self._after.pairs[max(shared, key=lambda number: (shared[number], -number))]
        return found[0] if found else None

    @cached_property
    def news(self) -> str:
        """What has become of the verdicts, in a few words for people."""
        pairs = self._before.pairs if self._before else ()
        parts = [
            part
            for relation in reversed(Relation)
            for part in self._changes(relation, [p for p in pairs if p.relation is relation])
        ]
        return ", ".join(parts) or "the verdicts stay"

    def _changes(self, relation: Relation, before: list[Pair]) -> Iterator[str]:
        images = [self.subject(pair) for pair in before]
        kept = {
            image.id for image in images if isinstance(image, Pair) and image.relation is relation
        }
        now = sum(pair.relation is relation for pair in self._after.pairs)
        noun = _NOUNS[relation]
        if new := now - len(kept):
            yield f"{new} new {noun}{'s' * (new != 1)}"
        if gone := len(before) - len(kept):
            yield f"{gone} {noun}{'s' * (gone != 1)} gone"

    def _claim(self, claim: Claim) -> Claim | None:
        side = Side(claim.id[0])
        shift = self._shifts[side]
        start = shift(claim.span.start)
        same = self._by_words[side].get(claim.text)
        if same:
            return min(same, key=lambda each: abs(each.span.start - start))
        there = Span(start, max(shift(claim.span.end), start + 1))
        over = [each for each in self._after.claims_of(side) if each.span.overlaps(there)]
        return max(over, key=lambda each: _shared(each.span, there), default=None)

    @cached_property
    def _by_words(self) -> dict[Side, dict[str, list[Claim]]]:
        found: dict[Side, dict[str, list[Claim]]] = {side: defaultdict(list) for side in Side}
        for side in Side:
            for claim in self._after.claims_of(side):
                found[side][claim.text].append(claim)
        return found

    @cached_property
    def _pairs(self) -> dict[str, list[int]]:
        """The numbers of the new pairs that hold a claim, by its id."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, pair in enumerate(self._after.pairs):
            for identity in (*pair.a, *pair.b):
                found[identity].append(number)
        return found


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
