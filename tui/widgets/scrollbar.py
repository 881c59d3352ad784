"""A scrollbar without the block characters that Textual ends its own with."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBarRender
from textual.widget import Widget

from tuireader.tui.glyphs import ASCII
from tuireader.tui.look import Look


class PlainScrollBar(ScrollBarRender):
    """Colours alone; its ends stand at whole cells."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def plain_scrollbar(widget: Widget, look: Look) -> None:
    """Draw the scrollbar of a widget in ASCII, where ASCII is asked for."""
    if look.glyphs is ASCII:
        # Of this one bar: the class is the one of every scrollbar.
        setattr(widget.vertical_scrollbar, "renderer", PlainScrollBar)  # noqa: B010
