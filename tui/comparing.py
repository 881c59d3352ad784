"""Runs the comparison beside the reader, in a thread that may be told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import Protocol

from textual.message import Message

from tuireader.compare.model import Comparison, Document
from tuireader.tui.messages import Compared, Failed, Progressed, Stopped
from tuireader.tui.view import View

PAUSE = 0.1  # seconds between two reports of progress: what is quicker nobody can read


class Progress(Protocol):
    """What the engine calls as it goes on; it may raise to stop the engine."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report `done` of `total` steps of a stage."""


Compare = Callable[[Document, Document, Progress], Comparison]


class StopComparing(Exception):  # noqa: N818
    """Raised inside the engine by `progress` after `Comparing.cancel`."""


class Comparing:
    """One run of the comparison."""

    def __init__(self, compare: Compare, a: Document, b: Document) -> None:
        self._compare = compare
        self._documents = (a, b)
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the run to stop at its next report of progress."""
        self._stop.set()

    def run(self, post: Callable[[Message], object]) -> None:
        """Compare, and post what comes of it; called in a thread, touches no widget."""
        if self._stop.is_set():
            post(Stopped())
            return

        def progress(stage: str, done: int, total: int) -> None:
            if self._stop.is_set():
                raise StopComparing
            now = monotonic()
            if now - self._told >= PAUSE:
                self._told = now
                post(Progressed(stage, done, total))

        try:
            view = View.of(self._compare(*self._documents, progress))
        except StopComparing:
            post(Stopped())
        except Exception as error:  # noqa: BLE001 - the reader stays up whatever breaks
            post(Stopped() if self._stop.is_set() else Failed(_one_line(error)))
        else:
            post(Stopped() if self._stop.is_set() else Compared(view))


def _one_line(error: Exception) -> str:
    """Kind and words: what breaks a comparison is a fault of the program, so both are needed."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
