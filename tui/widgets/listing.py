"""The rows of the ledger, of which only those in view are ever made."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuireader.tui.ledger import Entry
from tuireader.tui.look import Look
from tuireader.tui.widgets.lines import Lines
from tuireader.tui.widgets.wrap import shown

WIDE = 100  # cells from which both sides and the reason have columns of their own
SIGN = 4  # cells for cursor and sign


class Listing(Lines, ScrollView, inherit_bindings=False, can_focus=True):
    """A list with a cursor."""

    virtual_size = Reactive(Size(0, 0), layout=False)

    class Picked(Message):
        """An entry was chosen with the mouse."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="listing")
        self._look = look
        self._rows: tuple[Entry, ...] = ()
        self.cursor = 0

    def fill(self, rows: tuple[Entry, ...]) -> None:
        """Show these entries, the cursor on the first."""
        self._rows = rows
        self.cursor = 0
        self.virtual_size = Size(self.size.width, len(rows))
        self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.refresh()

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def move(self, count: int) -> None:
        """Move the cursor, and the list with it."""
        self.cursor = min(max(self.cursor + count, 0), max(len(self._rows) - 1, 0))
        top, height = self.scroll_offset.y, self.size.height
        if not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there; a second click chooses."""
        row = self.scroll_offset.y + event.y
        if row < len(self._rows):
            again = row == self.cursor or event.chain > 1
            self.move(row - self.cursor)
            if again:
                self.post_message(self.Picked())

    def paint_line(self, y: int) -> Strip:
        """One entry, cut to the width."""
        number = self.scroll_offset.y + y
        inks, width = self._look.inks, self.size.width
        base = inks.rich("text")
        if number >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[number]
        ink = row.relation or "unmatched"
        here = number == self.cursor
        ground = base + inks.rich(f"{ink}-selected") if here else base
        sign = self._look.glyphs.relations[row.relation]
        bar = self._look.glyphs.bars[0] if here else " "
        segments = [Segment(f"{bar}{sign}  ", ground if here else base + inks.rich(ink))]
        segments += [
            Segment(set_cell_size(self._cut(text, room - 2), room), ground)
            for text, room in self._columns(row, width - SIGN)
        ]
        return Strip(segments, width)

    def _columns(self, row: Entry, room: int) -> list[tuple[str, int]]:
        if room + SIGN < WIDE:
            return [(row.reason or row.a or row.b, room)]
        third = room // 3
        return [(row.a, third), (row.b, third), (row.reason, room - 2 * third)]

    def _cut(self, text: str, room: int) -> str:
        text = shown(text)
        if cell_len(text) <= room:
            return text
        ellipsis = self._look.glyphs.ellipsis
        return set_cell_size(text, max(room - len(ellipsis), 0)).rstrip() + ellipsis
