"""Runs the comparison beside the reader, in a thread that may be told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Protocol

from textual.message import Message

from tuireader.compare.documents import DocumentError
from tuireader.compare.model import Comparison, Document
from tuireader.tui.changes.carrying import Carry
from tuireader.tui.messages import (
    Compared,
    Failed,
    Progressed,
    Stopped,
    Unchanged,
    Unreadable,
)
from tuireader.tui.opening.request import Reading
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
    """One run of the comparison.

    Args:
        compare: Computes it.
        reading: The texts as they are on the screen.
        before: What was found in them; None if that is not known yet.
        again: Reads the texts again first; they are compared only if they have changed or nothing
            was found in them before.
    """

    def __init__(
        self,
        compare: Compare,
        reading: Reading,
        before: Comparison | None = None,
        *,
        again: Callable[[], Reading] | None = None,
    ) -> None:
        self._compare = compare
        self._reading = reading
        self._before = before
        self._again = again
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the run to stop at its next report of progress."""
        self._stop.set()

    def run(self, post: Callable[[Message], object]) -> None:
        """Compare, and post what comes of it; called in a thread, touches no widget."""
        try:
            self._check()
            message = self._run(partial(self._progress, post))
            self._check()
        except StopComparing:
            message = Stopped()
        except DocumentError as error:
            message = Unreadable(str(error))
        except ChildProcessError as error:  # no fault of the program
            message = Failed(str(error))
        except Exception as error:  # noqa: BLE001 - the reader stays up whatever breaks
            message = Stopped() if self._stop.is_set() else Failed(_one_line(error))
        post(message)

    def _run(self, progress: Progress) -> Message:
        reading = self._again() if self._again else self._reading
        self._check()
        same = reading.says_the_same(self._reading)
        if same and self._before:
            return Unchanged(reading)
        # The one place where the reader has anything compared.
        view = View.of(self._compare(reading.a, reading.b, progress))
        if same:
            return Compared(view, reading)
        carry = Carry(self._reading, self._before, view.comparison)
        carry.news  # noqa: B018 - found out here, told there
        return Compared(view, reading, carry)

    def _check(self) -> None:
        if self._stop.is_set():
            raise StopComparing

    def _progress(
        self, post: Callable[[Message], object], stage: str, done: int, total: int
    ) -> None:
        self._check()
        now = monotonic()
        if now - self._told >= PAUSE:
            self._told = now
            post(Progressed(stage, done, total))


def _one_line(error: Exception) -> str:
    """Kind and words: what breaks a comparison is a fault of the program, so both are needed."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
