"""Screens that are a list with a cursor: a head, rows, what the row at hand says in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from tuireader.tui.keymap import Command
from tuireader.tui.look import Look
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.lines import Lines

T = TypeVar("T")
Row = Callable[[int, bool], Content]
"""Gives a row as wide as it likes, by its width and whether the cursor is on it."""


class RowList(Lines, ScrollView, inherit_bindings=False, can_focus=True):
    """Rows of which only those in view are made.

    Attributes:
        cursor: Index of the row at hand.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    class Moved(Message):
        """The cursor stands on another row."""

    class Picked(Message):
        """A row was chosen with the mouse."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: Sequence[Row] = ()
        self.cursor = 0

    def fill(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show these rows, with the cursor on one of them."""
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.cursor = min(max(cursor, 0), max(len(rows) - 1, 0))
        self.move(0)

    def move(self, count: int) -> None:
        """Move the cursor, and the list with it."""
        self.cursor = min(max(self.cursor + count, 0), max(len(self._rows) - 1, 0))
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        if not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there; a second click chooses."""
        row = self.scroll_offset.y + event.y
        if row < len(self._rows):
            again = row == self.cursor or event.chain > 1
            self.move(row - self.cursor)
            if again:
                self.post_message(self.Picked())

    def paint_line(self, y: int) -> Strip:
        """One row, cut to the width."""
        width = self.size.width
        base = self._look.inks.rich("text")
        number = self.scroll_offset.y + y
        if number >= len(self._rows):
            return Strip.blank(width, base)
        here = number == self.cursor
        bar = self._look.glyphs.bars[0] if here else " "
        ground = base + self._look.inks.rich("unmatched-selected") if here else base
        ink = base + self._look.inks.rich("key")
        row = self._rows[number](width - 2, here)
        cells = [Segment(f"{bar} ", ink)]
        cells += [
            Segment(segment.text, ground + segment.style if segment.style else ground)
            for segment in row.truncate(width - 2)
            .pad_right(max(width - 2 - row.cell_length, 0))
            .render_segments()
        ]
        return Strip(cells).adjust_cell_length(width, ground)


class RollScreen(Screen[T]):
    """Ends with what was chosen.

    Args:
        commands: Its keys, for the help.
        look: The look.
        id: Of the screen.
    """

    CSS_PATH = Path(__file__).with_name("review.tcss")

    def __init__(self, commands: tuple[Command, ...], look: Look, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.OFFERS = commands
        self.look = look
        self.rows = RowList(look)
        self._head = Static("", classes="roll--head", markup=False)
        self._detail = Static("", classes="roll--detail", markup=False)

    def compose(self) -> ComposeResult:
        """Head, rows, detail, keys."""
        yield self._head
        yield self.rows
        yield self._detail
        yield KeyBar(self.look)

    def on_mount(self) -> None:
        """Fill the list."""
        self.fill()

    def fill(self) -> None:
        """Give head and list what they show."""
        raise NotImplementedError

    def detail(self) -> Content:
        """What the row at hand says in full; empty to show nothing."""
        return Content("")

    def write_head(self, name: str, *rest: str) -> None:
        """Write the head."""
        gap = f"  {self.look.glyphs.dot}  "
        line = gap.join(part for part in rest if part)
        self._head.update(
            Content.assemble(
                self.look.write(name, "heading"), self.look.write(f"{gap}{line}", "muted")
            )
        )

    @on(RowList.Moved)
    def _on_moved(self) -> None:
        told = self.detail()
        self._detail.display = bool(told)
        self._detail.update(told)

    @on(RowList.Picked)
    def _on_picked(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Choose the row at hand."""
        raise NotImplementedError

    def action_move(self, count: int) -> None:
        """Move the cursor by rows."""
        self.rows.move(count)

    def action_page(self, count: int) -> None:
        """Move the cursor by pages."""
        self.rows.move(count * max(self.rows.size.height - 1, 1))

    def action_end(self, count: int) -> None:
        """Move the cursor to the first or the last row."""
        self.rows.move(count * int(self.rows.virtual_size.height))

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(self.OFFERS, self.look))

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)


def columns(*parts: tuple[Content, int], ellipsis: str = "") -> Content:
    """Contents side by side, each filled to so many cells, or cut with an ellipsis."""
    cells = []
    for part, room in parts:
        width = max(room - 1, 0)
        if part.cell_length > width:
            kept = part.truncate(max(width - len(ellipsis), 0))
            part = Content.assemble(kept, ellipsis).truncate(width)  # noqa: PLW2901
        cells.append(part.pad_right(room - part.cell_length))
    return Content("").join(cells)
