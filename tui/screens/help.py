"""The keys of a place, by what they are for, and what the signs mean."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.compare.model import Relation
from tuireader.tui.keymap import HELP, Command, bindings, keys_of
from tuireader.tui.look import Look

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

    def __init__(self, commands: tuple[Command, ...], look: Look) -> None:
        super().__init__()
        self._commands = commands
        self._look = look

    def compose(self) -> ComposeResult:
        """One scrolled text."""
        with VerticalScroll(id="help"):
            yield Static("", markup=False)

    def on_mount(self) -> None:
        """Write the text, in the colours of the theme."""
        lines: list[Content] = []
        place = self.app.screen_stack[-2]
        keyed = [(each, " ".join(keys_of(each, place))) for each in self._commands]
        width = max(len(keys) for _, keys in keyed)
        for group, members in groupby(keyed, key=lambda member: member[0].group):
            lines += [Content(""), self._look.write(group, "heading")]
            for command, keys in members:
                key = self._look.write(keys.ljust(width), "key")
                lines.append(Content.assemble(key, f"  {command.tooltip}"))
        lines += [Content(""), self._look.write("Signs", "heading")]
        for relation, meaning in MEANINGS:
            sign = self._look.glyphs.relations[relation].ljust(width)
            ink = relation or "unmatched"
            lines.append(Content.assemble(self._look.write(sign, ink), f"  {meaning}"))
        self.query_one(Static).update(Content("\n").join(lines[1:]))
        self.query_one("#help").border_title = "Keys"

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_scroll(self, count: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#help").scroll_relative(y=count, animate=False)
