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

    def centre(self, pane: Pane) -> None:
        """Put the selection in the middle of a pane, its counterpart level with it."""
        if self.subject is not None:
            self._link.still(pane, self._place(self.subject, pane.side), centre=True)
            self._level(pane)

    def step(self, pane: Pane, relations: frozenset[Relation], *, forward: bool) -> bool:
        """Select the next or last pair of such a relation; False if there is none."""
        if self._view is None:
            return False
        first, last = pane.window
        pair = self.pair
        # After reading on, the next pair is the next on the screen, not the next in the list.
        if pair and not first <= self._place(pair, pane.side) < last:
            pair = None
        seek = self._view.tour.after if forward else self._view.tour.before
        found = seek(pane.side, first if forward else last, relations, pair)
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

    def _level(self, pane: Pane) -> None:
        if self.pair:
            places = (self._place(self.pair, side) for side in (pane.side, pane.side.other))
            self._link.level(pane, *places)

    def _place(self, subject: Pair | Claim, side: Side) -> int:
        if isinstance(subject, Claim) or self._view is None:
            return subject.span.start if isinstance(subject, Claim) else 0
        return first_place(self._view.comparison, subject, side)
