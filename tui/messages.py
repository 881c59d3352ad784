"""What the comparing thread tells the reader."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

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
    """

    view: View


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
