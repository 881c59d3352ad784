"""A line that asks for a letter, in the place of the status line."""

from __future__ import annotations

import string
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_ANSWERS = frozenset(string.ascii_letters + string.digits)


class Prompt(Widget, can_focus=True):
    """Takes every key while it has the focus.

    Letters are bindings, since Textual looks for those of whoever has the focus when their turn
    comes: a letter typed right after the key that calls the prompt reaches it too.

    Attributes:
        question: What is asked for.
    """

    BINDINGS: ClassVar[list[Any]] = [
        *(Binding(key, f"answer('{key}')", show=False) for key in sorted(_ANSWERS)),
        Binding("escape", "leave", show=False),
    ]

    question = reactive("")

    class Typed(Message):
        """A letter or digit was typed.

        Attributes:
            character: It.
        """

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    class Left(Message):
        """Nothing is to be answered."""

    def __init__(self) -> None:
        super().__init__(id="prompt")

    def render(self) -> Content:
        """The question."""
        return Content(self.question)

    def on_key(self, event: events.Key) -> None:
        """Any other key is no answer, and does nothing else."""
        if event.character not in _ANSWERS:
            event.stop()
            self.action_leave()

    def action_answer(self, character: str) -> None:
        """Hand the answer on."""
        self.post_message(self.Typed(character))

    def action_leave(self) -> None:
        """Let go."""
        self.post_message(self.Left())
