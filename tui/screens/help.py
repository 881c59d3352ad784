"""The keys of a place, by what they are for, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.compare.model import Relation
from tuireader.tui.keymap import HELP, Command, bindings, keys_of
from tuireader.tui.look import Look

WIDEST = 90  # cells
FRAME = 5  # cells of border, padding and scrollbar

MEANINGS: tuple[tuple[Relation | None, str], ...] = (
    (Relation.AGREE, "agree: both say the same in all that both state"),
    (Relation.DIVERGE, "diverge: both may be true, yet a reader takes away something else"),
    (Relation.CONFLICT, "conflict: both can't be true in the same sense"),
    (None, "no claim of the other text speaks of the same matter"),
)


class HelpScreen(ModalScreen[None]):
    """Made from the table of commands of the place it was called from."""

    CSS_PATH = Path(__file__).with_name("help.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(HELP)
    OFFERS = HELP  # in the palette

    def __init__(self, commands: tuple[Command, ...], look: Look) -> None:
        super().__init__()
        self._commands = commands
        self._look = look
        self._keys: dict[str, str] = {}
        self._width = 0

    def compose(self) -> ComposeResult:
        """One scrolled text."""
        with VerticalScroll(id="help", can_focus=False):
            yield Static("", markup=False)

    def on_mount(self) -> None:
        """Ask the place it was called from for its keys."""
        place = self.app.screen_stack[-2]
        self._keys = {each.id: " ".join(keys_of(each, place)) for each in self._commands}
        self.query_one("#help").border_title = "Keys"
        self._write(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Write the text anew at the width there is."""
        if event.size.width != self._width:
            self._write(event.size.width)

    def _write(self, width: int) -> None:
        self._width = width
        self.query_one(Static).update(Content("\n").join(list(self._lines())))

    def _lines(self) -> Iterator[Content]:
        room = max(min(self._width, WIDEST) - FRAME, 3)
        column = min(max(map(len, self._keys.values())), room // 3)
        for group, members in groupby(self._commands, key=lambda command: command.group):
            yield self._look.write(group, "heading")
            for command in members:
                yield from self._row(self._keys[command.id], "key", command.tooltip, column, room)
            yield Content("")
        yield self._look.write("Signs", "heading")
        for relation, meaning in MEANINGS:
            sign = self._look.glyphs.relations[relation]
            yield from self._row(sign, relation or "unmatched", meaning, column, room)

    def _row(self, keys: str, ink: str, text: str, column: int, room: int) -> Iterator[Content]:
        """What keys do, beside them as far as there is room, and never below them."""
        held = [self._look.write(part.ljust(column), ink) for part in wrap(keys, column)]
        told = wrap(text, max(room - column - 2, 1))
        blank = Content(" " * column)
        for key, words in zip_longest(held, told):
            yield Content.assemble(key or blank, "  ", words or "")

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_scroll(self, count: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#help").scroll_relative(y=count, animate=False)

    def action_page(self, count: int) -> None:
        """Scroll by pages."""
        shown = self.query_one("#help").scrollable_content_region.height
        self.action_scroll(count * max(shown - 1, 1))
