"""The line in which one types what to look for."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from tuireader.tui.search import Query


class SearchBar(Input):
    """Hidden until it is called; says what is typed as it is typed."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "leave", "Leave", show=False, id="search.leave"),
        Binding("ctrl+r", "toggle_regex", "Regular expression", show=False, id="search.regex"),
    ]

    class Typed(Message):
        """The query changed.

        Attributes:
            query: What it is now.
        """

        def __init__(self, query: Query) -> None:
            super().__init__()
            self.query = query

    class Left(Message):
        """The bar is to go.

        Attributes:
            kept: Whether what was found is to stay marked.
        """

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept

    def __init__(self) -> None:
        super().__init__(id="search", compact=True, select_on_focus=True)
        self._regex = False
        self._title()

    def on_mount(self) -> None:
        """It is mounted when it is first called."""
        self.call()

    def call(self) -> None:
        """Show the bar and give it the keys."""
        self.display = True
        self.focus()

    def action_toggle_regex(self) -> None:
        """Take the words as a regular expression, or plainly."""
        self._regex = not self._regex
        self._title()
        self.post_message(self.Typed(Query(self.value, self._regex)))

    def action_leave(self) -> None:
        """Forget the search."""
        self.post_message(self.Left(kept=False))

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(Query(self.value, self._regex)))

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(kept=True))

    def _title(self) -> None:
        kind = "regular expression" if self._regex else "words"
        self.placeholder = f"Find {kind} in both texts; ctrl+r changes, enter keeps, escape leaves"
