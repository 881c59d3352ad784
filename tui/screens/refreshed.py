"""What the reader does with a comparison, when it comes and when another takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on

from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.stages import told
from tuireader.tui.changes.carrying import Carry
from tuireader.tui.changes.refreshing import Refreshing
from tuireader.tui.comparing import Compare
from tuireader.tui.finding.searching import Searching
from tuireader.tui.look import Look
from tuireader.tui.messages import (
    Compared,
    Failed,
    FilesSeen,
    Progressed,
    Stopped,
    Unchanged,
    Unreadable,
)
from tuireader.tui.opening.request import Reading
from tuireader.tui.screens.arranging import Arranging
from tuireader.tui.widgets.band import Band
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.why import Why

if TYPE_CHECKING:
    from tuireader.tui.changes.completing import Completed

NOTICED = 6  # seconds that a notice stays


class Refreshed(Arranging):
    """A screen with two panes that shows what was found in their texts, and stays up to date.

    Attributes:
        refreshing: Sees to the comparison.
        search: What is looked for in both texts.
    """

    ID = "reader"  # no two screens may have one

    why = getters.query_one(Why)
    band = getters.query_one(Band)

    def __init__(self, reading: Reading, compare: Compare, look: Look, *, watch: bool) -> None:
        super().__init__(reading.a, reading.b, look, id=self.ID)
        self.refreshing = Refreshing(self, compare, reading, watch=watch)
        self.search = Searching(self.panes)
        self._at_end: tuple[Side, tuple[int, int]] | None = None

    @property
    def comparison(self) -> Comparison | None:
        """What was found in the texts that are shown; None until it is known."""
        return self.refreshing.comparison

    def on_mount(self) -> None:
        """Show the texts first; compare after they are on the screen."""
        partial = self.refreshing.reading.partial
        self.status.note(progress="reading the rest" if partial else "comparing, escape stops")
        self.call_after_refresh(self.refreshing.begin)

    def on_unmount(self) -> None:
        """Let no comparison outlive the reader."""
        self.refreshing.end()

    def name_sides(self, reading: Reading) -> None:
        """Called when titles and dates may have changed; a subclass shows them."""

    def action_edge(self, way: int) -> None:
        """Go to the beginning or the end; to the very end as soon as the text is there."""
        super().action_edge(way)
        pane = self.pane
        self._at_end = (pane.side, pane.first_words) if way > 0 else None

    def find_again(
        self, subject: Pair | Claim | None, reading: Reading, before: Comparison
    ) -> Pair | Claim | None:
        """A pair or a claim of an earlier comparison, in the one that is shown now."""
        now = self.comparison
        if now is None or before is now:
            return subject
        return Carry(reading, before, now).subject(subject)

    def action_refresh(self) -> None:
        """Read the texts again, and compare them if they have changed."""
        self.status.note(progress="reading again, escape stops")
        self.refreshing.again()

    @on(FilesSeen)
    def _on_files_seen(self, message: FilesSeen) -> None:
        if message.glance.changed:
            self.status.note(progress="a file has changed, reading it, escape stops")
        self.status.note(files=self.refreshing.heed(message.glance))

    def on_completed(self, message: Completed) -> None:
        """Put the whole texts in the place of their beginnings, and compare them."""
        carry, reading = message.carry, message.reading
        ended = self._at_end if self._at_end == (self.pane.side, self.pane.first_words) else None
        for document, pane in zip((reading.a, reading.b), self.panes.values(), strict=True):
            pane.mark_up(document, pane.marks, carry.top(pane.side, pane.first_words))
        self.carry_places(carry.place)
        self.search.again()
        self.name_sides(reading)
        if ended:
            self.pane.scroll_to_last()
        if self.refreshing.settle_whole(message):
            self.status.note(progress="comparing, escape stops")
        else:
            self._on_stopped()

    @on(Progressed)
    def _on_progressed(self, message: Progressed) -> None:
        stage = told(message.stage, message.done, message.total)
        self.status.note(progress=f"{stage}, escape stops")

    @on(Compared)
    def _on_compared(self, message: Compared) -> None:
        view, carry = message.view, message.carry
        subject = self.selection.subject
        news = self.refreshing.settle(message)
        self.selection.learn(view)
        for side, pane in self.panes.items():
            top = carry.top(side, pane.first_words) if carry else None
            pane.mark_up(view.comparison.document(side), view.marks[side], top)
        self.link.learn(view.anchors)
        self.band.connect(view.comparison)
        for ruler in self.query(Ruler):
            ruler.measure()
        if carry:
            self._stay(carry, subject)
        else:
            self.why.explain(view.comparison, None)
        counts = view.comparison.summary
        self.status.note(progress="", files="", pairs=len(view.comparison.pairs), summary=counts)
        if news:
            self.notify(news, markup=False, timeout=NOTICED)

    def _stay(self, carry: Carry, subject: Pair | Claim | None) -> None:
        """Select and find what was selected and found; all places are those of the new texts."""
        self.clear_selection()
        self.carry_places(carry.place)
        self.selection.keep(carry.subject(subject))
        self.search.again()
        self.show_selection()

    @on(Unchanged)
    def _on_unchanged(self, message: Unchanged) -> None:
        self.status.note(progress="", files="")
        if news := self.refreshing.settle_unchanged(message):
            self.notify(news, markup=False, timeout=NOTICED)

    @on(Unreadable)
    def _on_unreadable(self, message: Unreadable) -> None:
        self.status.note(progress="", files="a file can't be read now, shown as last read")
        if self.refreshing.settle_unreadable(message.reason):
            self.notify(message.reason, severity="warning", markup=False, timeout=NOTICED)

    @on(Failed)
    def _on_failed(self, message: Failed) -> None:
        self.refreshing.settle_nothing()
        self.status.note(progress="no comparison")
        self._tell_why(f"The comparison failed: {message.reason}")
        self.why.display = True

    @on(Stopped)
    def _on_stopped(self) -> None:
        self.refreshing.settle_nothing()
        self.status.note(progress="comparison stopped")
        self._tell_why("The comparison was stopped. The texts can still be read.")

    def _tell_why(self, line: str) -> None:
        """Say it in the place of the reasons, or beside them where there are some."""
        if self.comparison is None:
            self.why.tell(line)
        else:
            self.notify(line, severity="warning", markup=False, timeout=NOTICED)
