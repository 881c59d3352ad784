"""The rows of the ledger, of which only those in view are ever made."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuireader.compare.model import Claim, Pair
from tuireader.tui.ledger import Entry, Heading, Row
from tuireader.tui.look import Look
from tuireader.tui.widgets.lines import Lines
from tuireader.tui.widgets.wrap import shown

WIDE = 100  # cells from which the reason has a column of its own
SIGN = 4  # cells for cursor and sign
NARROW = 60  # cells from which both sides have columns of their own


class Listing(Lines, ScrollView, inherit_bindings=False, can_focus=True):
    """A list with a cursor.

    Attributes:
        moved: Called when the cursor stands on another row.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    class Picked(Message):
        """A row was chosen with the mouse."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="listing")
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self.cursor = 0
        self.moved: Callable[[], None] = _nobody

    def fill(self, rows: tuple[Row, ...], subject: Pair | Claim | str | None = None) -> None:
        """Show these rows.

        Args:
            rows: They.
            subject: What the cursor is to stand on, a topic for its heading; else the first row.
        """
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.cursor = next((n for n, row in enumerate(rows) if _subject(row) == subject), 0)
        self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.move(0)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    @property
    def subject(self) -> Pair | Claim | str | None:
        """What stands under the cursor: a pair, a claim alone, or a topic."""
        return _subject(self.row) if self.row else None

    def move(self, count: int) -> None:
        """Move the cursor, and the list with it."""
        self.cursor = min(max(self.cursor + count, 0), max(len(self._rows) - 1, 0))
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self.refresh()
        self.moved()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.move(0)

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
        number = self.scroll_offset.y + y
        inks, width = self._look.inks, self.size.width
        base = inks.rich("text")
        if number >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[number]
        here = number == self.cursor
        if isinstance(row, Heading):
            return self._heading(row, base, here=here)
        ink = row.relation or "unmatched"
        ground = base + inks.rich(f"{ink}-selected") if here else base
        sign = self._look.glyphs.relations[row.relation]
        segments = [
            Segment(f"{self._bar(here)}{sign}  ", ground if here else base + inks.rich(ink))
        ]
        segments += [
            Segment(set_cell_size(self._cut(text, room - 2), room), ground)
            for text, room in self._columns(row, width - SIGN)
        ]
        return Strip(segments, width)

    def _heading(self, row: Heading, base: Style, *, here: bool) -> Strip:
        """A topic, whether it is open, and how many entries of each relation it has."""
        inks, glyphs, width = self._look.inks, self._look.glyphs, self.size.width
        ground = base + inks.rich("unmatched-selected") if here else base
        name = row.topic.replace("-", " ") or "no topic"
        fold = glyphs.folds[not row.folded]
        segments = [Segment(f"{self._bar(here)}{fold}  {name}", ground + inks.rich("kind"))]
        for relation, count in row.counts.items():
            if count:
                ink = ground if here else base + inks.rich(f"{relation or 'unmatched'}-line")
                segments.append(Segment(f"  {glyphs.relations[relation]} {count}", ink))
        return Strip(segments).adjust_cell_length(width, ground)

    def _bar(self, here: bool) -> str:
        return self._look.glyphs.bars[0] if here else " "

    def _columns(self, row: Entry, room: int) -> list[tuple[str, int]]:
        if room + SIGN < NARROW:
            return [(row.a or row.b, room)]
        if room + SIGN < WIDE:
            return [(row.a, room // 2), (row.b, room - room // 2)]
        third = room // 3
        return [(row.a, third), (row.b, third), (row.reason, room - 2 * third)]

    def _cut(self, text: str, room: int) -> str:
        text = shown(text)
        if cell_len(text) <= room:
            return text
        ellipsis = self._look.glyphs.ellipsis
        return set_cell_size(text, max(room - len(ellipsis), 0)).rstrip() + ellipsis


def _subject(row: Row) -> Pair | Claim | str:
    return row.topic if isinstance(row, Heading) else row.subject


def _nobody() -> None:
    """Nobody listens yet."""
