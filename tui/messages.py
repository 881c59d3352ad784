"""What the comparing thread tells the reader."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tuireader.tui.changes.carrying import Carry
from tuireader.tui.changes.watching import Glance
from tuireader.tui.opening.request import Reading
from tuireader.tui.view import View


@dataclass
class Progressed(Message):
    """The comparison goes on.

    Attributes:
        stage: What is being done, as a word for people.
        done: So many steps of this stage are behind.
        total: So many there are; 0 if nobody knows.
    """

    stage: str
    done: int
    total: int


@dataclass
class Compared(Message):
    """The comparison is there.

    Attributes:
        view: It, ready for the screen.
        reading: The texts that were compared.
        carry: From what was on the screen to this; None where that was the same texts.
    """

    view: View
    reading: Reading
    carry: Carry | None = None


@dataclass
class Unchanged(Message):
    """The files were read again and say what they said.

    Attributes:
        reading: The texts, as they were read this time.
    """

    reading: Reading


@dataclass
class Unreadable(Message):
    """The files could not be read again.

    Attributes:
        reason: One line that names the file.
    """

    reason: str


@dataclass
class FilesSeen(Message):
    """Something has happened to the files.

    Attributes:
        glance: What.
    """

    glance: Glance


@dataclass
class Failed(Message):
    """The comparison broke down.

    Attributes:
        reason: One line, the error's own words.
    """

    reason: str


@dataclass
class Stopped(Message):
    """The comparison was cancelled."""


@dataclass
class GroundTold(Message):
    """The terminal says what its ground is like.

    Attributes:
        light: Whether it is light.
    """

    light: bool
