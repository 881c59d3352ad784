"""The reader in review mode, whole: the way through the pairs, the lists, the way out."""

from __future__ import annotations

from typing import Any, ClassVar

from tuireader.compare.review.model import Event, Orphan
from tuireader.tui.keymap import bindings
from tuireader.tui.review.correcting import Correcting
from tuireader.tui.review.course import Sieve
from tuireader.tui.review.filtering import FilterScreen
from tuireader.tui.review.keys import REVIEW
from tuireader.tui.review.listing import ListScreen
from tuireader.tui.review.orphans import Choice, OrphansScreen
from tuireader.tui.review.summary import SummaryScreen


class ReviewScreen(Correcting, inherit_bindings=False):
    """Has no key of the reader but those that `keys` lists."""

    BINDINGS: ClassVar[list[Any]] = bindings(REVIEW)

    OFFERS = REVIEW

    def action_go(self, kind: str, way: int) -> None:
        """Go to the next pair, or back.

        Args:
            kind: "undecided", or "any" for decided ones too.
            way: 1 or -1.
        """
        found = self.course.step(way, undecided=kind == "undecided")
        if found is None:
            self.app.bell()
            self.say("none after this one" if way > 0 else "none before this one")
            return
        self._news = ""
        self.visit(found)

    def action_number(self) -> None:
        """Ask for a number and go to the pair that has it."""
        total = self.session.progress.total
        self.ask(f"Go to number 1 to {total}; enter goes", "", self._go_to_number)

    def action_next_order(self) -> None:
        """Take the pairs in another order, from the same pair on."""
        self.say(f"by {self.course.next_order()}")

    def action_filter(self) -> None:
        """Choose which pairs to go through."""
        screen = FilterScreen(self.session, self.course.sieve, self._true, blind=self.blind)
        self.app.push_screen(screen, self._take_filter)

    def action_list(self) -> None:
        """List the pairs that the filter shows; go to the one that is chosen."""
        course = self.course
        screen = ListScreen(
            course.shown(),
            self.session.comparison,
            self._true,
            at=course.at,
            about=[f"by {course.order}", course.sieve.words_for_it],
            reveals=self.reveals,
        )
        self.app.push_screen(screen, self._take_pair)

    def action_ledger(self) -> None:
        """The list of a review is its ledger."""
        self.action_list()

    def action_summary(self) -> None:
        """Show what the review comes to."""
        screen = SummaryScreen(self.session, self._true, blind=self.blind)
        self.app.push_screen(screen)

    def action_orphans(self) -> None:
        """Show the decisions whose claims are gone."""
        screen = OrphansScreen(self.session.orphans, self._true)
        self.app.push_screen(screen, self._take_orphan)

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        commands = REVIEW if self._tool is None else self._tool.commands
        self.app.push_screen(HelpScreen(commands, self._true))

    def action_leave(self) -> None:
        """Let go of what was searched, else go back to plain reading."""
        if self.search:
            self.search.clear()
            self._tell()
        else:
            self.dismiss(None)

    def _go_to_number(self, typed: str) -> None:
        digits = typed.strip()
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
        found = self.course.numbered(number)
        if found is None:
            self.app.bell()
            self.say(f"there is no number {digits[:20]}")
            return
        self._history.leave(self.here)
        self._news = ""
        self.visit(found)

    def _take_filter(self, sieve: Sieve | None) -> None:
        if sieve is None:
            return
        self.course.sieve = sieve
        self._news = ""
        item = self.item
        if item is None or not sieve.keeps(item, self.session.comparison):
            first = self.course.first()
            if first is not None:
                self.visit(first)
        self._tell()

    def _take_pair(self, pair: str | None) -> None:
        if pair is not None and pair in self._pairs:
            self._history.leave(self.here)
            self._news = ""
            self.visit(pair)

    def _take_orphan(self, choice: Choice | None) -> None:
        if choice is None:
            return
        what, orphan = choice
        if what == "dismiss":
            self.step(lambda: self.session.dismiss(orphan.id))
        else:
            self._ask(
                "Attach it to the selected pair: y does; any other key, and select one first",
                lambda key: self._hand_over(orphan, key),
            )

    def _hand_over(self, orphan: Orphan, key: str) -> None:
        """Say of the selected pair what was said of the orphan, then let the orphan go."""
        item = self.item
        if key != "y" or item is None:
            self.say("select a pair, then attach with O and enter")
            return
        pair, said, session = item.pair.id, orphan.ruling, self.session

        def make() -> Event | None:
            if said.label:
                session.decide(pair, said.label)
            if said.note:
                session.note(pair, said.note)
            if said.tags:
                session.tag(pair, *said.tags)
            return session.dismiss(orphan.id)

        self.step(make)
