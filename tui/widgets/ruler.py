"""The overview ruler: the whole text as one column, what lies where, and what is on the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tuireader.compare.model import Claim
from tuireader.tui.look import Look
from tuireader.tui.marks import Mark
from tuireader.tui.widgets.lines import Lines
from tuireader.tui.widgets.pane import Pane


class Ruler(Lines):
    """Two cells wide: the window, and the gravest claim of each stretch of the text."""

    ALLOW_SELECT = False

    def __init__(self, pane: Pane, look: Look) -> None:
        super().__init__(id=f"ruler-{pane.side}")
        self.pane = pane
        self._look = look
        self._stretches: list[Mark | None] = []
        self._window = range(0)

    def measure(self) -> None:
        """Sort the marks of the pane into the rows of the ruler."""
        height = self.size.height
        length = max(len(self.pane.document.text), 1)
        marks = self.pane.marks
        gravest: list[tuple[int, Claim] | None] = [None] * height
        for claim in marks.claims if height else ():
            row = min(claim.span.start * height // length, height - 1)
            pairs = marks.pairs(claim)
            gravity = pairs[0].relation.gravity if pairs else -1
            held = gravest[row]
            if held is None or gravity > held[0]:
                gravest[row] = (gravity, claim)
        self._stretches = [held and marks.mark(held[1]) for held in gravest]
        self.refresh()

    def on_resize(self) -> None:
        """Sort the marks anew."""
        self.measure()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the ruler is pressed, and follow the mouse until it is let go."""
        self.capture_mouse()
        self._go(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        if self.app.mouse_captured is self:
            self._go(event.y)

    def on_mouse_up(self) -> None:
        """Let the mouse go."""
        self.release_mouse()

    def prepare(self) -> None:
        """Find which rows stand for what is on the screen."""
        start, end = self.pane.framed
        height = self.size.height
        length = max(len(self.pane.document.text), 1)
        first = start * height // length
        self._window = range(first, max(-(-end * height // length), first + 1))

    def paint_line(self, y: int) -> Strip:
        """One row: the window's cell and the mark's."""
        inks, glyphs = self._look.inks, self._look.glyphs
        track = inks.rich("track")
        inside = y in self._window
        style = track + inks.rich("window") if inside else track
        cells = [Segment(glyphs.window[not inside], style), Segment(" ", track)]
        mark = self._stretches[y] if y < len(self._stretches) else None
        if mark:
            style = track + inks.rich(mark.ink("-line"))
            cells[1] = Segment(glyphs.relations[mark.relation], style)
        return Strip(cells[::-1] if self.has_class("-left") else cells, 2)

    def _go(self, y: int) -> None:
        height = max(self.size.height - 1, 1)
        place = min(max(y, 0), height) * len(self.pane.document.text) // height
        self.pane.show(place, centre=True)
