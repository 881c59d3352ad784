"""The line in which one types the name of a file to save."""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input

from tuireader.tui.widgets.askbar import AskBar


class NameBar(AskBar):
    """Says the name once it is given.

    Args:
        name: What stands there first.
    """

    class Given(Message):
        """A name was given.

        Attributes:
            name: It.
        """

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Left(AskBar.Left):
        """Nothing is to be saved."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "Save as", "the end of the name tells the format; escape leaves", name, id="save"
        )

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Given(event.value.strip()))

    @on(Input.Changed)
    def _on_changed(self, event: Input.Changed) -> None:
        event.stop()
