"""The screen people stay in: two texts, the band between them, the reasons below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tuireader.compare.model import Claim, Comparison, Document, Pair, Relation, Side, Span
from tuireader.tui import copying
from tuireader.tui.comparing import Compare, Comparing
from tuireader.tui.glyphs import ASCII
from tuireader.tui.keymap import READER, bindings
from tuireader.tui.linking import LinkedScroll
from tuireader.tui.look import Inks, Look
from tuireader.tui.messages import Compared, Failed, Progressed, Stopped
from tuireader.tui.searching import Searching
from tuireader.tui.selecting import Selecting
from tuireader.tui.theming import offered
from tuireader.tui.tour import ANY, CONFLICTS, DIFFERENCES
from tuireader.tui.widgets.band import Band
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.searchbar import SearchBar
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why

WIDE = 100  # cells from which the texts stand side by side
ACROSS = [(0, "-single"), (60, "-stacked"), (WIDE, "-wide")]
DOWN = [(0, "-flat"), (10, "-short"), (18, "-middle"), (36, "-tall")]
MOST = 6  # steps of the divider to either side of the middle


class Room(Widget):
    """A container that its children fill: its own rows need not be painted with care."""

    BLANK = True


class ReaderScreen(Screen[None]):
    """Wires panes, link, band, rulers, reasons and status line together."""

    BLANK = True
    HORIZONTAL_BREAKPOINTS = ACROSS
    VERTICAL_BREAKPOINTS = DOWN
    BINDINGS: ClassVar[list[Any]] = bindings(READER)
    AUTO_FOCUS = "#pane-a"

    why = getters.query_one(Why)
    status = getters.query_one(StatusLine)
    band = getters.query_one(Band)

    def __init__(
        self,
        a: Document,
        b: Document,
        compare: Compare,
        look: Look,
        labels: tuple[str, str],
    ) -> None:
        super().__init__(id="reader", classes="-ascii" if look.glyphs is ASCII else None)
        self._look = look
        self._labels = labels
        self._comparing = Comparing(compare, a, b)
        self._comparison: Comparison | None = None
        self._side_in_hand = Side.A
        self._share = 0
        self.panes = {
            Side.A: Pane(a, look, id="pane-a"),
            Side.B: Pane(b, look, id="pane-b"),
        }
        self.link = LinkedScroll(self.panes[Side.A], self.panes[Side.B])
        self.selection = Selecting(self.panes, self.link)
        self.search = Searching(self.panes)

    def compose(self) -> ComposeResult:
        """Rulers at the outer edges, the band in the middle, the rest below."""
        self._mix()
        self._foresee()
        a, b = self.panes[Side.A], self.panes[Side.B]
        with Room(id="texts"):
            yield from self._side(Side.A)
            yield Band(a, b, self._look)
            yield from self._side(Side.B)
        yield Why(self._look, self._labels)
        yield StatusLine(self._look)
        yield KeyBar(self._look)

    def _foresee(self) -> None:
        """Arrange the first frame as its size will ask, which Textual tells only after it."""
        width, height = self.app.size
        self.panes[Side.A].gutter_right = width >= WIDE
        for room, breakpoints in ((width, ACROSS), (height, DOWN)):
            self.add_class(max(each for each in breakpoints if each[0] <= room)[1])

    def _side(self, side: Side) -> Iterator[Any]:
        title = Content(f"{side.value.upper()}  {self._labels[side is Side.B]}")
        with Room(id=f"side-{side}", classes="side"):
            yield Static(title, classes="side--title", markup=False)
            with Room(classes="side--text"):
                yield self.panes[side]
                ruler = Ruler(self.panes[side], self._look)
                yield ruler.set_class(side is Side.A and self.panes[side].gutter_right, "-left")

    def on_mount(self) -> None:
        """Show the texts first; compare after they are on the screen."""
        for pane in self.panes.values():
            pane.moved = self._moved
            pane.laid_out = self._redraw
        self.app.theme_changed_signal.subscribe(self, self._restyle)
        self.status.note(progress="comparing, escape stops")
        self.call_after_refresh(self._compare)

    def on_resize(self) -> None:
        """Arrange the panes by the room there is."""
        wide = self.size.width >= WIDE
        self.panes[Side.A].gutter_right = wide
        if self._share:
            self._divide()
        for ruler in self.query(Ruler):
            ruler.set_class(wide and ruler.pane.side is Side.A, "-left")

    def on_descendant_focus(self) -> None:
        """Mark the side that has the keys."""
        focused = (side for side, pane in self.panes.items() if pane.has_focus)
        self._side_in_hand = next(focused, self._side_in_hand)
        for side in Side:
            self.query_one(f"#side-{side}").set_class(side is self._side_in_hand, "-active")
        self._tell()

    def on_unmount(self) -> None:
        """Let no comparison outlive the reader."""
        self._comparing.cancel()

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.panes[self._side_in_hand]

    def _compare(self) -> None:
        self.run_worker(
            partial(self._comparing.run, self.post_message), thread=True, exit_on_error=False
        )

    @on(Progressed)
    def _on_progressed(self, message: Progressed) -> None:
        share = f" {message.done / message.total:.0%}" if message.total else ""
        self.status.note(progress=f"{message.stage}{share}, escape stops")

    @on(Compared)
    def _on_compared(self, message: Compared) -> None:
        view = message.view
        comparison = self._comparison = view.comparison
        self.selection.learn(view)
        for side, pane in self.panes.items():
            pane.mark_up(comparison.document(side), view.marks[side])
        self.link.learn(view.anchors)
        self.band.connect(comparison)
        for ruler in self.query(Ruler):
            ruler.measure()
        self.why.explain(comparison, None)
        self.status.note(progress="", pairs=len(comparison.pairs), summary=comparison.summary)

    @on(Failed)
    def _on_failed(self, message: Failed) -> None:
        self.status.note(progress="no comparison")
        self.why.tell(f"The comparison failed: {message.reason}")
        self.why.display = True

    @on(Stopped)
    def _on_stopped(self) -> None:
        self.status.note(progress="comparison stopped")
        self.why.tell("The comparison was stopped. The texts can still be read.")

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self.search.look_for(message.query)
        self._show_hit(self.search.first(self.pane))

    @on(SearchBar.Left)
    def _on_left(self, message: SearchBar.Left) -> None:
        self.query_one(SearchBar).display = False
        if not message.kept:
            self.search.clear()
        self.pane.focus()
        self._tell()

    @on(Pane.Clicked)
    def _on_clicked(self, message: Pane.Clicked) -> None:
        message.pane.focus()
        if message.mark is None or self._comparison is None:
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
        if self._comparison:
            self.why.explain(self._comparison, self.selection.subject)
        self._tell()

    def _tell(self) -> None:
        pair, number = self.selection.pair, self.selection.number(self.pane.side)
        found = self.search.report(self.pane.side)
        self.status.note(pair=pair, number=number, linked=self.link.enabled, found=found)

    def _show_hit(self, hit: Span | None) -> None:
        if hit:
            self.pane.show(hit.start)
        self._tell()

    def _step(self, relations: frozenset[Relation], *, forward: bool) -> None:
        if self._comparison is None or not self._comparison.pairs:
            self.pane.scroll_rows(1 if forward else -1)
        elif self.selection.step(self.pane, relations, forward=forward):
            self.show_selection()
        else:
            self.app.bell()

    def _step_alone(self, *, forward: bool) -> None:
        if self.selection.step_alone(self.pane, forward=forward):
            self.show_selection()
        else:
            self.app.bell()

    def action_next_pair(self) -> None:
        """Go to the next pair; a line on while there is none."""
        self._step(ANY, forward=True)

    def action_previous_pair(self) -> None:
        """Go to the pair before; a line back while there is none."""
        self._step(ANY, forward=False)

    def action_next_conflict(self) -> None:
        """Go to the next conflict."""
        self._step(CONFLICTS, forward=True)

    def action_previous_conflict(self) -> None:
        """Go to the conflict before."""
        self._step(CONFLICTS, forward=False)

    def action_next_difference(self) -> None:
        """Go to the next pair that does not agree."""
        self._step(DIFFERENCES, forward=True)

    def action_previous_difference(self) -> None:
        """Go to the pair before that does not agree."""
        self._step(DIFFERENCES, forward=False)

    def action_next_unmatched(self) -> None:
        """Go to the next claim without a counterpart."""
        self._step_alone(forward=True)

    def action_previous_unmatched(self) -> None:
        """Go to the claim before without a counterpart."""
        self._step_alone(forward=False)

    def action_centre(self) -> None:
        """Put the selected pair in the middle of both panes."""
        self.selection.centre(self.pane)

    def action_switch_side(self) -> None:
        """Give the keys to the other pane."""
        self.panes[self.pane.side.other].focus()

    def action_page_down(self) -> None:
        """One page on."""
        self.pane.scroll_pages(1)

    def action_page_up(self) -> None:
        """One page back."""
        self.pane.scroll_pages(-1)

    def action_line_down(self) -> None:
        """One line on."""
        self.pane.scroll_rows(1)

    def action_line_up(self) -> None:
        """One line back."""
        self.pane.scroll_rows(-1)

    def action_top(self) -> None:
        """To the beginning."""
        self.pane.scroll_to_row(0)

    def action_end(self) -> None:
        """To the end."""
        self.pane.scroll_to_last()

    def action_search(self) -> None:
        """Ask what to look for."""
        bars = self.query(SearchBar)
        if bars:
            bars.first().call()
        else:
            self.mount(SearchBar(), before=self.status)

    def action_next_hit(self) -> None:
        """Go to the next place found."""
        self._show_hit(self.search.step(self.pane, forward=True))

    def action_previous_hit(self) -> None:
        """Go to the place found before."""
        self._show_hit(self.search.step(self.pane, forward=False))

    def action_toggle_link(self) -> None:
        """Link the panes or let each scroll alone."""
        self.link.enabled = not self.link.enabled
        self.link.follow(self.pane)
        self._tell()

    def action_toggle_zoom(self) -> None:
        """Show the text that has the keys alone, or both."""
        self.query_one("#texts").toggle_class("-zoomed")

    def action_widen(self, steps: int) -> None:
        """Move the divider, by a twentieth of the width."""
        self._share = min(max(self._share + steps, -MOST), MOST)
        self._divide()

    def _divide(self) -> None:
        wide = self.panes[Side.A].gutter_right
        for side, share in zip(Side, (self._share, -self._share), strict=True):
            self.query_one(f"#side-{side}").styles.width = f"{10 + share}fr" if wide else None

    def action_toggle_why(self) -> None:
        """Show or hide the reasons."""
        self.why.display = not self.why.display

    def action_ledger(self) -> None:
        """List all pairs; go to the one that is chosen there."""
        from tuireader.tui.screens.ledger import LedgerScreen  # noqa: PLC0415 - quick start

        if self._comparison is None:
            self.app.bell()
            return
        screen = LedgerScreen(self._comparison, self._look, self._labels)
        self.app.push_screen(screen, self._go)

    def _go(self, subject: Pair | Claim | None) -> None:
        if subject is None:
            return
        pane = self.pane
        if isinstance(subject, Claim):
            pane = self.panes[Side(subject.id[0])]
            pane.focus()
        self._select(subject, pane)

    def action_next_theme(self) -> None:
        """Take the next theme."""
        names = offered(self.app)
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(READER, self._look))

    def action_stop(self) -> None:
        """Stop comparing; let go of what was searched and selected."""
        if self._comparison is None:
            self._comparing.cancel()
        self.clear_selection()
        self.search.clear()
        self._tell()

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else the selected pair."""
        text = self.get_selected_text()
        if text:
            self._copy(text, "the selection")
        else:
            self.action_copy_pair()

    def action_copy_claim(self) -> None:
        """Copy the selected claim of this side."""
        subject = self.selection.subject
        if self._comparison and subject:
            text = copying.claim_text(self._comparison, subject, self.pane.side)
            self._copy(text, "the claim")

    def action_copy_pair(self) -> None:
        """Copy the selected pair with its reasons; a claim that stands alone as it is."""
        pair = self.selection.pair
        if self._comparison and pair:
            self._copy(copying.pair_text(self._comparison, pair, self._labels), "the pair")
        else:
            self.action_copy_claim()

    def _copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(text)
        copying.to_system(text)
        self.notify(f"Copied {what}.", markup=False, timeout=2)
