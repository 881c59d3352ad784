"""The overview ruler: the whole text as one column, what lies where, and what is on the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.look import Look
from tuireader.tui.marks import Mark
from tuireader.tui.widgets.pane import Pane


class Ruler(Widget):
    """Two cells wide: the window, and the gravest claim of each stretch of the text."""

    def __init__(self, pane: Pane, look: Look) -> None:
        super().__init__(id=f"ruler-{pane.side}")
        self.pane = pane
        self._look = look
        self._stretches: list[Mark | None] = []

    def measure(self) -> None:
        """Sort the marks of the pane into the rows of the ruler."""
        height = self.size.height
        length = max(len(self.pane.document.text), 1)
        self._stretches = [None] * height
        for mark in self.pane.marks.marks if height else ():
            row = min(mark.span.start * height // length, height - 1)
            held = self._stretches[row]
            if held is None or mark.gravity > held.gravity:
                self._stretches[row] = mark
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

    def render_line(self, y: int) -> Strip:
        """One row: the window's cell and the mark's."""
        inks = self._look.inks
        track = inks.rich("track")
        first, last = self._window()
        inside = first <= y <= last
        style = track + inks.rich("window")
        segments = [Segment(self._look.glyphs.window[not inside], style if inside else track)]
        mark = self._stretches[y] if y < len(self._stretches) else None
        if mark:
            sign = self._look.glyphs.relations[mark.relation]
            segments.append(Segment(sign, track + inks.rich(mark.ink("-line"))))
        else:
            segments.append(Segment(" ", track))
        if self.has_class("-left"):
            segments.reverse()
        return Strip(segments, 2)

    def _window(self) -> tuple[int, int]:
        start, end = self.pane.window
        height = self.size.height
        length = max(len(self.pane.document.text), 1)
        first = start * height // length
        return first, max((end * height + length - 1) // length - 1, first)

    def _go(self, y: int) -> None:
        height = max(self.size.height - 1, 1)
        place = min(max(y, 0), height) * len(self.pane.document.text) // height
        self.pane.show(place, centre=True)
