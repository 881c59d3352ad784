"""Corrects the alignment: unpair, pair, merge, split. The rest of the comparison stays."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult

from tuireader.compare.model import Claim, Side
from tuireader.compare.review.model import Event
from tuireader.tui.linking import first_place
from tuireader.tui.review.bar import DecisionBar
from tuireader.tui.review.cutting import MergeTool, SplitTool
from tuireader.tui.review.deciding import Deciding
from tuireader.tui.review.pairing import PairTool
from tuireader.tui.review.tool import Bench, Step, Tool
from tuireader.tui.widgets.pane import Pane

_WITH_A_TOOL = frozenset({"page", "line", "toggle_zoom", "widen", "toggle_link", "help"})


class Correcting(Deciding):
    """Has a tool for each correction; while one is at work, no other key decides anything."""

    _tool: Tool | None = None

    pairing = getters.query_one(PairTool)
    merging = getters.query_one(MergeTool)
    splitting = getters.query_one(SplitTool)

    def compose(self) -> ComposeResult:
        """The tools stand above the decision bar, hidden."""
        for widget in super().compose():
            if isinstance(widget, DecisionBar):
                for kind in (PairTool, MergeTool, SplitTool):
                    yield kind(self._true)
            yield widget

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a tool is at work the texts can be scrolled, and no more."""
        if self._tool is not None and action not in _WITH_A_TOOL:
            return False
        return super().check_action(action, parameters)

    def action_unpair(self) -> None:
        """Take the selected pair apart and go on."""
        if (pair := self._in_hand()) is None:
            return
        # Once the pair is gone, nothing comes after it any more.
        after = self.course.onward()

        def go_on() -> None:
            if after in self._pairs:
                self.visit(after)
            else:
                self.show_selection()

        self.step(lambda: self.session.unpair(pair), go_on)

    def action_pair(self) -> None:
        """Pick claims for a pair."""
        self._take_up(self.pairing)

    def action_merge(self) -> None:
        """Pick neighbours to be one claim."""
        self._take_up(self.merging)

    def action_split(self) -> None:
        """Pick a place to split a claim at."""
        self.search.clear()
        self._take_up(self.splitting)

    @on(Pane.Clicked)
    def _on_clicked_with_tool(self, message: Pane.Clicked) -> None:
        """With a tool at work a click is for the tool, not for the reader."""
        if self._tool is None:
            return
        message.prevent_default()
        if message.mark:
            self._tool.picked(message.mark.claim)
            if self._tool is not None:
                self.set_focus(self._tool)

    def _take_up(self, tool: Tool) -> None:
        comparison = self.session.comparison
        if not all(comparison.claims_of(side) for side in Side):
            self.app.bell()
            return
        self._tool = tool
        self.add_class("-tool")
        bench = Bench(self.session, self.panes, self.link, self._put_down)
        tool.start(bench, self._side_of_subject(), self._places())
        self.refresh_bindings()

    def _put_down(self, step: Step | None) -> None:
        self._tool = None
        self.remove_class("-tool")
        self.set_focus(self.pane)
        self.refresh_bindings()
        self.selection.keep(self.selection.subject)
        if step:
            made: list[Event] = []

            def keep() -> Event | None:
                event = step()
                made.extend([event] if event else [])
                return event

            self.step(keep, lambda: self._show_corrected(made[0]))
        else:
            self.show_selection()

    def _show_corrected(self, event: Event) -> None:
        """Go to the pair that a correction made or changed."""
        made = [pair for pair in event.pairs if pair in self._pairs]
        if made:
            self.visit(made[0])
        else:
            self.show_selection()

    def _side_of_subject(self) -> Side:
        subject = self.selection.subject
        return Side(subject.id[0]) if isinstance(subject, Claim) else self.pane.side

    def _places(self) -> dict[Side, int]:
        """Where the selection begins on each side, else what is on the screen there."""
        subject, comparison = self.selection.subject, self.session.comparison
        places = {side: self.panes[side].window[0] for side in Side}
        if isinstance(subject, Claim):
            places[Side(subject.id[0])] = subject.span.start
        elif subject:
            places = {side: first_place(comparison, subject, side) for side in Side}
        return places
