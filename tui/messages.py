"""What the comparing thread tells the reader."""

from __future__ import annotations

from textual.message import Message

from tuireader.tui.changes.carrying import Carry
from tuireader.tui.changes.watching import Glance
from tuireader.tui.opening.request import Reading
from tuireader.tui.view import View


class Progressed(Message):
    """The comparison goes on.

    Attributes:
        stage: What is being done, as a word for people.
        done: So many steps of this stage are behind.
        total: So many there are; 0 if nobody knows.
    """

    def __init__(self, stage: str, done: int, total: int) -> None:
        super().__init__()
        self.stage = stage
        self.done = done
        self.total = total


class Compared(Message):
    """The comparison is there.

    Attributes:
        view: It, ready for the screen.
        reading: The texts that were compared.
        carry: From what was on the screen to this; None where that was the same texts.
    """

    def __init__(self, view: View, reading: Reading, carry: Carry | None = None) -> None:
        super().__init__()
        self.view = view
        self.reading = reading
        self.carry = carry


class Unchanged(Message):
    """The files were read again and say what they said.

    Attributes:
        reading: The texts, as they were read this time.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class Unreadable(Message):
    """The files could not be read again.

    Attributes:
        reason: One line that names the file.
    """

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class FilesSeen(Message):
    """Something has happened to the files.

    Attributes:
        glance: What.
    """

    def __init__(self, glance: Glance) -> None:
        super().__init__()
        self.glance = glance


class Failed(Message):
    """The comparison broke down.

    Attributes:
        reason: One line, the error's own words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Stopped(Message):
    """The comparison was cancelled."""


class GroundTold(Message):
    """The terminal says what its ground is like.

    Attributes:
        light: Whether it is light.
    """

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light
