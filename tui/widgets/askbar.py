"""A line in which one types words, with what they are for before it."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static


class AskBar(Widget):
    """Hidden until it is called; stays until it is told to go.

    Args:
        label: What is asked for.
        hint: What stands in the line while it is empty.
        value: What stands in it first.
    """

    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "leave", "Back", id="ask.leave")]

    class Left(Message):
        """Nothing is answered."""

    def __init__(self, label: str, hint: str, value: str = "", *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="askbar")
        self._label = Static(label, markup=False)
        self.line = Input(value, placeholder=hint, compact=True, select_on_focus=not value)

    def compose(self) -> ComposeResult:
        """What is asked, and the line to answer in."""
        yield self._label
        yield self.line

    def on_mount(self) -> None:
        """It is mounted when it is first called."""
        self.call()

    def call(self) -> None:
        """Show the bar and give it the keys."""
        self.display = True
        self.line.cursor_position = len(self.line.value)
        self.line.focus()

    def ask_for(self, label: str) -> None:
        """Ask for something else."""
        self._label.update(label)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.post_message(self.Left())
