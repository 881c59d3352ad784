"""The line in which one types what to look for."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from tuireader.tui.finding.search import Query
from tuireader.tui.widgets.askbar import AskBar

HINT = "ctrl+r for a regular expression, enter keeps, escape goes back"


class SearchBar(AskBar):
    """Says what is typed as it is typed."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("ctrl+r", "toggle_regex", "Expression or words", id="search.regex"),
    ]

    class Typed(Message):
        """The query changed.

        Attributes:
            query: What it is now.
        """

        def __init__(self, query: Query) -> None:
            super().__init__()
            self.query = query

    class Kept(Message):
        """The bar is to go, what was found is to stay marked."""

    class Left(AskBar.Left):
        """The bar is to go, and what was found."""

    def __init__(self) -> None:
        super().__init__("Find", HINT, id="search")
        self._regex = False

    def action_toggle_regex(self) -> None:
        """Take the words as a regular expression, or plainly."""
        self._regex = not self._regex
        self.ask_for("Find expression" if self._regex else "Find")
        self._say(self.line.value)

    @on(Input.Changed)
    def _on_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say(event.value)

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def _say(self, words: str) -> None:
        self.post_message(self.Typed(Query(words, self._regex)))
