"""The texts chosen so far for a comparison; each is read at once, beside the screen."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from textual.message import Message

from tuireader.compare.documents import DocumentError
from tuireader.tui.opening.request import Part, Pasted, Reading, Request


class Chosen(Message):
    """One text was read.

    Attributes:
        part: It.
    """

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part


class Picked(Message):
    """Both texts were read.

    Attributes:
        reading: They.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class Refused(Message):
    """A text could not be read.

    Attributes:
        reason: One line that names it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Choosing:
    """Reads what is chosen, first A, then B, in threads that do not keep the program from ending.

    Args:
        post: Takes `Chosen`, `Picked` and `Refused`, from any thread.

    Attributes:
        first: The text chosen for A; None while there is none.
    """

    def __init__(self, post: Callable[[Message], object]) -> None:
        self.first: Part | None = None
        self._post = post
        self._turn: object = None

    @property
    def reading(self) -> bool:
        """Whether a text is being read."""
        return self._turn is not None

    def take(self, *sources: str | Pasted) -> None:
        """Read one text for the next side, or two for both."""
        if len(sources) == 2:
            one, other = sources
            self._begin(lambda: Picked(Part.read(one).beside(Part.read(other))))
            return
        (source,) = sources
        first = self.first
        if first is None:
            self._begin(lambda: Chosen(Part.read(source)))
        else:
            self._begin(lambda: Picked(first.beside(Part.read(source))))

    def ask(self, request: Request) -> None:
        """Read two texts, or one that holds both sides."""
        self._begin(lambda: Picked(request.read()))

    def settle(self, message: Message) -> None:
        """Take note of what came of the last reading."""
        self._turn = None
        if isinstance(message, Chosen):
            self.first = message.part

    def let_go(self) -> bool:
        """Stop reading, else let go of A; False where there is neither."""
        if self.reading:
            self._turn = None
        elif self.first:
            self.first = None
        else:
            return False
        return True

    def _begin(self, read: Callable[[], Message]) -> None:
        turn = self._turn = object()

        def run() -> None:
            try:
                message = read()
            except DocumentError as error:
                message = Refused(str(error))
            except Exception as error:  # noqa: BLE001 - the picker stays up whatever breaks
                message = Refused(f"It can't be read: {type(error).__name__}")
            # The loop may be closed by now, if the user has left.
            with contextlib.suppress(RuntimeError):
                if turn is self._turn:
                    self._post(message)

        threading.Thread(target=run, name="reading", daemon=True).start()
