"""The screen people stay in: two texts, the band between them, the reasons below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tuireader.compare.model import Claim, Pair, Side, Span
from tuireader.tui.comparing import Compare
from tuireader.tui.keymap import READER, bindings
from tuireader.tui.ledger import USUAL, TopicOf, no_topic
from tuireader.tui.look import Inks, Look
from tuireader.tui.memory.history import Place
from tuireader.tui.opening.request import Reading
from tuireader.tui.screens.arranging import Room
from tuireader.tui.screens.reporting import Reporting
from tuireader.tui.terminal import copying
from tuireader.tui.theming import offered
from tuireader.tui.tour import KINDS
from tuireader.tui.widgets.band import Band
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.searchbar import SearchBar
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why

READ_ON = "pair"  # what one steps to without leaving the place as by a jump


class ReaderScreen(Reporting):
    """Wires panes, link, band, rulers, reasons and status line together.

    Attributes:
        arrangement: What the ledger shows, and in what order.
        topic_of: Gives claims without a counterpart their topics.
    """

    BLANK = True
    BINDINGS: ClassVar[list[Any]] = bindings(READER)
    AUTO_FOCUS = "#pane-a"

    def __init__(
        self, reading: Reading, compare: Compare, look: Look, *, watch: bool = False
    ) -> None:
        super().__init__(reading, compare, look, watch=watch)
        self._look = look
        self._labels = reading.labels
        self.arrangement = USUAL
        self.topic_of: TopicOf = no_topic
        self._searched_from = Place(Side.A, ((0, 0), (0, 0)))

    def compose(self) -> ComposeResult:
        """Rulers at the outer edges, the band in the middle, the rest below."""
        self._mix()
        self.foresee()
        a, b = self.panes[Side.A], self.panes[Side.B]
        with Room(id="texts"):
            yield from self._side(Side.A)
            yield Band(a, b, self._look)
            yield from self._side(Side.B)
        yield Why(self._look, self._labels)
        yield StatusLine(self._look)
        yield Prompt()
        yield KeyBar(self._look)

    def _side(self, side: Side) -> Iterator[Any]:
        active = " -active" * (side is self._side_in_hand)
        with Room(id=f"side-{side}", classes=f"side{active}"):
            yield Static(self._title(side), classes="side--title", markup=False)
            with Room(classes="side--text"):
                yield self.panes[side]
                ruler = Ruler(self.panes[side], self._look)
                beside = side is Side.A and self.panes[side].gutter_right
                yield ruler.set_class(beside, "-left", update=False)

    def _title(self, side: Side) -> Content:
        title = Content(f"{side.value.upper()}  {self._labels[side is Side.B]}")
        if day := self.panes[side].document.date:
            title += f"  {self._look.glyphs.dot}  {day.day} {day:%B} {day.year}"
        return title

    def name_sides(self, reading: Reading) -> None:
        """Write the titles and dates of the texts that are shown over them."""
        self._labels = reading.labels
        self.why.call_them(self._labels)
        for side in Side:
            self.query_one(f"#side-{side} .side--title", Static).update(self._title(side))

    def on_mount(self) -> None:
        """Hear of what moves the panes, and of a new theme."""
        for pane in self.panes.values():
            pane.moved = self._moved
            pane.laid_out = self._redraw
        self.search.found = self._on_found
        self.app.theme_changed_signal.subscribe(self, self._restyle)
        if self.app.theme != self._mixed:  # the terminal told of its ground before this
            self._restyle()

    def on_descendant_focus(self) -> None:
        """Mark the side that has the keys."""
        focused = (side for side, pane in self.panes.items() if pane.has_focus)
        self._side_in_hand = next(focused, self._side_in_hand)
        for side in Side:
            self.query_one(f"#side-{side}").set_class(side is self._side_in_hand, "-active")
        self._tell()

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self.search.look_for(message.query)
        self._tell()

    def _on_found(self) -> None:
        if any(bar.has_focus_within for bar in self.query(SearchBar)):  # else nobody is typing
            start = self._searched_from.tops[self.pane.side is Side.B][0]
            self._show_hit(self.search.first(self.pane, start))
        self._tell()

    @on(SearchBar.Kept)
    def _on_search_kept(self) -> None:
        self._history.leave(self._searched_from)
        self._leave_search_bar()

    @on(SearchBar.Left)
    def _on_search_left(self) -> None:
        self.search.clear()
        self._return(self._searched_from)
        self._leave_search_bar()

    def _leave_search_bar(self) -> None:
        self.query_one(SearchBar).display = False
        self.pane.focus()
        self._tell()

    @on(Pane.Clicked)
    def _on_clicked(self, message: Pane.Clicked) -> None:
        message.pane.focus()
        if message.mark is None or self.comparison is None:
            return
        mark = message.mark
        self._select(mark.pairs[0] if mark.pairs else mark.claim, message.pane, move=False)

    def _moved(self, pane: Pane) -> None:
        self.link.follow(pane)
        self._redraw()

    def _redraw(self, _pane: Pane | None = None) -> None:
        self.band.redraw()
        for ruler in self.query(Ruler):
            ruler.refresh()

    def _mix(self) -> None:
        self._mixed = self.app.theme
        self._look.inks = Inks(self.app.theme_variables, plain=self.app.no_color)

    def _restyle(self, _theme: object = None) -> None:
        self._mix()
        for pane in self.panes.values():
            pane.forget_styles()
        self.why.rebuild()
        for widget in self.query("Band, Ruler, StatusLine, KeyBar"):
            widget.refresh()

    def _select(self, subject: Pair | Claim, pane: Pane, *, move: bool = True) -> None:
        self.selection.select(subject, pane, move=move)
        self.show_selection()

    def show_selection(self) -> None:
        """Tell the band, the panel and the status line of the new selection."""
        self.band.choose(self.selection.pair)
        if self.comparison:
            self.why.explain(self.comparison, self.selection.subject)
        self._tell()

    def _tell(self) -> None:
        pair, number = self.selection.pair, self.selection.number(self.pane.side)
        found = self.search.report(self.pane.side)
        self.status.note(pair=pair, number=number, linked=self.link.enabled, found=found, hint="")

    def _refuse(self, hint: str) -> None:
        """Say why nothing happens; the next move takes the words away."""
        self.app.bell()
        self.status.note(hint=hint)

    def _show_hit(self, hit: Span | None) -> None:
        if hit:
            self.pane.show(hit.start)
        self._tell()

    def _try_step(self, step: Callable[..., bool], way: int, noun: str) -> None:
        here = self.here
        if not step(self.pane, forward=way > 0):
            self._refuse(f"no {'further' if way > 0 else 'earlier'} {noun}")
            return
        if noun != READ_ON:
            self._history.leave(here)
        self.show_selection()

    def action_step(self, kind: str, way: int) -> None:
        """Go to the next pair of a kind, or back; by lines while there is no pair.

        Args:
            kind: As in `KINDS`. From one pair to whichever is next is reading on, all else a jump.
            way: 1 or -1.
        """
        if self.comparison is None or not self.comparison.pairs:
            self.pane.scroll_rows(way)
        else:
            step = partial(self.selection.step, relations=KINDS[kind])
            self._try_step(step, way, READ_ON if kind == "any" else kind)

    def action_step_topic(self, way: int) -> None:
        """Go to the next pair of the watched topic, then of the next topic; or back."""
        self._try_step(self.selection.step_topic, way, "pair of a watched topic")

    def action_step_alone(self, way: int) -> None:
        """Go to the next claim without a counterpart, or back."""
        self._try_step(self.selection.step_alone, way, "claim without a counterpart")

    def action_centre(self) -> None:
        """Put the selected pair in the middle of both panes."""
        self.selection.centre(self.pane)

    def action_switch_side(self) -> None:
        """Give the keys to the other pane."""
        self.panes[self.pane.side.other].focus()

    def action_search(self) -> None:
        """Ask what to look for; what is found first is shown as it is typed."""
        self._searched_from = self.here
        bars = self.query(SearchBar)
        if bars:
            bars.first().call()
        else:
            self.mount(SearchBar(), before=self.status)

    def action_step_hit(self, way: int) -> None:
        """Go to the next place found, or back."""
        here = self.here
        if not self.search:
            self._refuse("nothing is looked for yet")
            return
        if hit := self.search.step(self.pane, forward=way > 0):
            self._history.leave(here)
        self._show_hit(hit)

    def action_toggle_link(self) -> None:
        """Link the panes or let each scroll alone."""
        self.link.enabled = not self.link.enabled
        self.link.follow(self.pane)
        self._tell()

    def action_toggle_why(self) -> None:
        """Show or hide the reasons."""
        self.why.display = not self.why.display

    def action_scroll_why(self, count: int) -> None:
        """Scroll the reasons by so many lines."""
        self.why.scroll_relative(y=count, animate=False)

    def action_ledger(self) -> None:
        """List all pairs; go to the one that is chosen there."""
        from tuireader.tui.screens.ledger import LedgerScreen  # noqa: PLC0415 - quick start

        if (comparison := self.comparison) is None:
            self.app.bell()
            return
        reading = self.refreshing.reading

        screen = LedgerScreen(
            comparison,
            self._look,
            self._labels,
            arrangement=self.arrangement,
            subject=self.selection.subject,
            topic_of=self.topic_of,
        )

        def go(subject: Pair | Claim | None) -> None:
            self.arrangement = screen.arrangement
            # The files may have changed meanwhile.
            self._go(self.find_again(subject, reading, comparison))

        self.app.push_screen(screen, go)

    def action_go_to_pair(self, identity: str) -> None:
        """Go to a pair by its id."""
        pairs = self.comparison.pairs if self.comparison else ()
        self._go(next((pair for pair in pairs if pair.id == identity), None))

    def _go(self, subject: Pair | Claim | None) -> None:
        if subject is None:
            return
        self._history.leave(self.here)
        pane = self.pane
        if isinstance(subject, Claim):
            pane = self.panes[Side(subject.id[0])]
            pane.focus()
        self._select(subject, pane)

    def action_review(self) -> None:
        """Review the pairs one by one."""
        from tuireader.tui.review.desk import Desk  # noqa: PLC0415 - quick start
        from tuireader.tui.review.entering import enter  # noqa: PLC0415

        find: Callable[[], Desk] = getattr(self.app, "find_desk", None) or Desk
        enter(self, find())

    def action_next_theme(self) -> None:
        """Take the next theme."""
        names = offered(self.app)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.status.note(hint=f"theme {self.app.theme}")

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(READER, self._look))

    def action_edit(self) -> None:
        """Open the file of this text in the user's editor, at the selected claim."""
        from tuireader.tui.terminal import editing  # noqa: PLC0415 - quick start

        first, last = self.pane.window
        start = self.selection.start(self.selection.subject, self.pane.side)
        if start is not None:
            first, last = start, start + 1
        try:
            editing.edit(self.app, self.pane.document, Span(first, last), os.environ)
        except editing.EditingError as error:
            self.notify(str(error), severity="warning", markup=False)

    def action_stop(self) -> None:
        """Stop comparing; let go of what was searched and selected."""
        if self.refreshing.cancel():
            self.status.note(progress="stopping")
            return
        self.clear_selection()
        self.search.clear()
        self._tell()

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else the selected pair."""
        text = self.get_selected_text()
        if text:
            copying.copy(self, text, "the selection")
        else:
            self.action_copy_pair()

    def action_copy_claim(self) -> None:
        """Copy the selected claim of this side."""
        subject = self.selection.subject
        if self.comparison and subject:
            text = copying.claim_text(self.comparison, subject, self.pane.side)
            copying.copy(self, text, "the claim")

    def action_copy_pair(self) -> None:
        """Copy the selected pair with its reasons; a claim that stands alone as it is."""
        pair = self.selection.pair
        if self.comparison and pair:
            copying.copy(self, copying.pair_text(self.comparison, pair, self._labels), "the pair")
        else:
            self.action_copy_claim()
