"""A line that asks for a letter, in the place of the status line."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
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

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._answered: Callable[[str], None] = _nobody
        self._left: Callable[[], None] = _nobody

    def ask(self, question: str, answered: Callable[[str], None], left: Callable[[], None]) -> None:
        """Ask.

        Args:
            question: What is asked for.
            answered: Called with the letter or digit that is typed, at once: a message would come
                after the next key of a quick typist, which is none for the prompt.
            left: Called where nothing is to be answered.
        """
        self.question, self._answered, self._left = question, answered, left

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
        self._answered(character)

    def action_leave(self) -> None:
        """Let go."""
        self._left()


def _nobody(*_answer: str) -> None:
    """Nobody has asked."""
