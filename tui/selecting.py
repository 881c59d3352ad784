"""The pair or claim that is selected, and the ways from it to the next."""

from __future__ import annotations

from collections.abc import Mapping

from tuireader.compare.model import Claim, Pair, Relation, Side
from tuireader.tui.linking import LinkedScroll, first_place
from tuireader.tui.view import View
from tuireader.tui.widgets.pane import Pane


class Selecting:
    """Marks the selection in both panes and brings it into view.

    Attributes:
        subject: A pair, a claim without a counterpart, or None.
    """

    def __init__(self, panes: Mapping[Side, Pane], link: LinkedScroll) -> None:
        self.subject: Pair | Claim | None = None
        self._panes = panes
        self._link = link
        self._view: View | None = None

    def learn(self, view: View) -> None:
        """Select among what a comparison has found from now on."""
        self._view = view
        self.subject = None

    @property
    def pair(self) -> Pair | None:
        """The selected pair, None where a single claim or nothing is selected."""
        return self.subject if isinstance(self.subject, Pair) else None

    def number(self, side: Side) -> int:
        """Which pair of a side is selected, from 1; 0 if none is."""
        return self._view.tour.number(self.pair, side) if self._view and self.pair else 0

    def mark(self, subject: Pair | Claim) -> None:
        """Mark a pair or a claim; neither pane moves."""
        self.subject = subject
        claims = {subject.id} if isinstance(subject, Claim) else {*subject.a, *subject.b}
        for each in self._panes.values():
            each.choose(frozenset(claims))

    def keep(self, subject: Pair | Claim | None) -> None:
        """Mark this, or nothing; neither pane moves."""
        if subject is None:
            self.subject = None
            for each in self._panes.values():
                each.choose(frozenset())
        else:
            self.mark(subject)

    def select(self, subject: Pair | Claim, pane: Pane, *, move: bool = True) -> None:
        """Mark a pair or a claim; bring it into view in `pane`, and its counterpart level with it.

        Args:
            subject: What to select.
            pane: Where the user is.
            move: False for what is under the mouse already.
        """
        self.mark(subject)
        if move:
            self._link.still(pane, self._place(subject, pane.side), centre=False)
        if self._link.enabled and self.pair:
            self._level(pane)
        else:
            self._link.follow(pane)

    def restore(self, subject: Pair | Claim | None, pane: Pane) -> None:
        """Select what once was selected, or nothing where this comparison does not know it."""
        if subject is not None and self._knows(subject):
            self.select(subject, pane, move=False)
        else:
            self.keep(None)

    def start(self, subject: Pair | Claim | None, side: Side) -> int | None:
        """Where a pair or a claim begins on a side; None where it is not there, or not known."""
        if subject is None or not self._knows(subject):
            return None
        there = isinstance(subject, Pair) or subject.id.startswith(side.value)
        return self._place(subject, side) if there else None

    def centre(self, pane: Pane) -> None:
        """Put the selection in the middle of a pane, its counterpart level with it."""
        if self.subject is not None:
            self._link.still(pane, self._place(self.subject, pane.side), centre=True)
            self._level(pane)

    def step(self, pane: Pane, relations: frozenset[Relation], *, forward: bool) -> bool:
        """Select the next or last pair of such a relation; False if there is none."""
        if self._view is None:
            return False
        place, pair = self._standpoint(pane, forward=forward)
        seek = self._view.tour.after if forward else self._view.tour.before
        found = seek(pane.side, place, relations, pair)
        if found:
            self.select(found, pane)
        return found is not None

    def step_topic(self, pane: Pane, *, forward: bool) -> bool:
        """Select the next or last pair on the way through the topics; False if there is none."""
        if self._view is None:
            return False
        place, pair = self._standpoint(pane, forward=forward)
        found = self._view.tour.along_topics(pane.side, place, pair, forward=forward)
        if found:
            self.select(found, pane)
        return found is not None

    def step_alone(self, pane: Pane, *, forward: bool) -> bool:
        """Select the next or last claim of a pane without a counterpart; False if there is none."""
        place = pane.window[0] - forward
        if isinstance(self.subject, Claim) and self.subject.id.startswith(pane.side.value):
            place = self.subject.span.start
        claims = pane.marks.claims if forward else reversed(pane.marks.claims)
        for claim in claims:
            start = claim.span.start
            if (start > place if forward else start < place) and not pane.marks.pairs(claim):
                self.select(claim, pane)
                return True
        return False

    def _standpoint(self, pane: Pane, *, forward: bool) -> tuple[int, Pair | None]:
        """Where to step from: an edge of the window, and the selected pair if it is in view.

        After reading on, the next pair is the next on the screen, not the next in the list.
        """
        first, last = pane.window
        pair = self.pair
        if pair and not first <= self._place(pair, pane.side) < last:
            pair = None
        return (first if forward else last), pair

    def _knows(self, subject: Pair | Claim) -> bool:
        if self._view is None:
            return False
        comparison = self._view.comparison
        if isinstance(subject, Pair):
            return subject in comparison.pairs
        return subject in comparison.claims_of(Side(subject.id[0]))

    def _level(self, pane: Pane) -> None:
        if self.pair:
            places = (self._place(self.pair, side) for side in (pane.side, pane.side.other))
            self._link.level(pane, *places)

    def _place(self, subject: Pair | Claim, side: Side) -> int:
        if isinstance(subject, Claim) or self._view is None:
            return subject.span.start if isinstance(subject, Claim) else 0
        return first_place(self._view.comparison, subject, side)
