"""The line in which notes, tags, numbers and paths are typed."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

_NAMES = {" ": "space", ",": "comma"}  # those that stand for something else in a list of keys
_PRINTABLE = string.digits + string.ascii_letters + string.punctuation + " "


class TextLine(Input):
    """Hidden until something is asked; hands on what is typed, as it is typed.

    Printable keys are bindings too: Textual looks for those of whoever has the focus when their
    turn comes, so a letter typed right after the key that asks is text and no command.
    """

    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "leave", "Leave", show=False, id="line.leave"),
        *(
            Binding(_NAMES.get(character, character), f"insert({character!r})", show=False)
            for character in _PRINTABLE
        ),
    ]

    def __init__(self) -> None:
        super().__init__(id="line", compact=True, select_on_focus=False)
        self._done: Callable[[str], None] = _nobody
        self._left: Callable[[], None] = _nothing

    def ask(
        self, question: str, value: str, done: Callable[[str], None], left: Callable[[], None]
    ) -> None:
        """Take the keys until enter or escape.

        Args:
            question: Shown while nothing is typed.
            value: What stands there to begin with.
            done: Called with what was typed.
            left: Called after either.
        """
        self._done, self._left = done, left
        self.border_title = question
        self.placeholder = question
        self.value = value
        self.cursor_position = len(value)
        self.display = True
        self.screen.set_focus(self)

    def action_insert(self, character: str) -> None:
        """Put a character where the cursor is."""
        self.insert_text_at_cursor(character)

    def action_leave(self) -> None:
        """Change nothing."""
        self._end()

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        done, typed = self._done, self.value
        self._end()
        done(typed)

    @on(Input.Changed)
    def _on_changed(self, event: Input.Changed) -> None:
        event.stop()

    def _end(self) -> None:
        left = self._left
        self._done, self._left = _nobody, _nothing
        self.display = False
        left()


def _nobody(_typed: str) -> None:
    """Nobody asked."""


def _nothing() -> None:
    """Nothing follows."""
