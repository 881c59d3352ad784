"""Reads the whole of two texts of which only the beginnings are on the screen."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from tuireader.compare.model import Comparison
from tuireader.tui.changes.carrying import Carry
from tuireader.tui.opening.request import Reading, Request


@dataclass
class Completed(Message):
    """Both texts are read to their ends.

    Attributes:
        reading: They.
        carry: From their beginnings to this.
    """

    reading: Reading
    carry: Carry


@dataclass
class Unfinished(Message):
    """The rest can't be read, so that these texts could not have been opened.

    Attributes:
        error: Why.
    """

    error: Exception


class Completing:
    """Reads in a thread that does not keep the program from ending.

    Args:
        head: What is on the screen.
        request: Where it comes from.
        post: Takes `Completed` or `Unfinished`, from the thread.
    """

    def __init__(self, head: Reading, request: Request, post: Callable[[Message], object]) -> None:
        self._head = head
        self._request = request
        self._post = post
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name="completing", daemon=True).start()

    def stop(self) -> None:
        """Post nothing any more."""
        self._stopped.set()

    def _run(self) -> None:
        try:
            message = self._read()
        except Exception as error:  # noqa: BLE001 - told as if there had been no head
            message = Unfinished(error)
        # The loop may be closed by now, if the user has left.
        with contextlib.suppress(RuntimeError):
            if not self._stopped.is_set():
                self._post(message)

    def _read(self) -> Message:
        reading = self._request.read()
        for document in (reading.a, reading.b):
            document.sha256  # noqa: B018 - found out here, asked for there
        nothing_found = Comparison((reading.a, reading.b), ((), ()), ())
        return Completed(reading, Carry(self._head, None, nothing_found))
