"""Takes a text that is pasted or typed, as one side of a comparison."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Button, Static, TextArea

from tuireader.compare.documents.cleaning import clean
from tuireader.tui.glyphs import ASCII
from tuireader.tui.keymap import PASTING, bindings
from tuireader.tui.look import Look
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.scrollbar import plain_scrollbar


class Sheet(TextArea):
    """A text area that lets nothing in that would steer the terminal."""

    def on_paste(self, event: events.Paste) -> None:
        """Clean the text; the text area itself inserts it then."""
        event.text = clean(event.text)[0]


class PastingScreen(Screen[str | None]):
    """Ends with the text, or None.

    Args:
        look: The glyphs and inks.
        side: What the side is called.
        text: What was pasted already.
    """

    CSS_PATH = Path(__file__).with_name("picker.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(PASTING)
    OFFERS = PASTING
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-tall")]  # noqa: RUF012 - as in Screen

    def __init__(self, look: Look, side: str, text: str = "") -> None:
        super().__init__(id="pasting", classes="-ascii" if look.glyphs is ASCII else None)
        self._look = look
        self._side = side
        self._text = clean(text)[0]

    def compose(self) -> ComposeResult:
        """A title, the text, a button."""
        title = self._look.write(f"Paste or type the text of {self._side}", "heading")
        yield Static(title, id="pasting--title", classes="picker--row", markup=False)
        yield Sheet(self._text, id="pasting--text", compact=True, highlight_cursor_line=False)
        with Container(id="pasting--foot"):
            yield Button("Take this text", id="pasting--take", compact=True)
            yield Static("", id="pasting--told", markup=False)
        yield KeyBar(self._look)

    def on_mount(self) -> None:
        """Keep to the signs that are asked for."""
        plain_scrollbar(self.query_one(Sheet), self._look)

    @on(Button.Pressed)
    def action_take(self) -> None:
        """Take the text, if there is one."""
        text = self.query_one(Sheet).text
        if any(map(str.isalnum, text)):
            self.dismiss(text)
        else:
            told = self._look.write("There are no words in it yet.", "conflict-line")
            self.query_one("#pasting--told", Static).update(told)

    def action_leave(self) -> None:
        """Back to the picker, without the text."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(PASTING, self._look))
