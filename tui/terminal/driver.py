"""The terminal of the reader: Textual's own, which also answers whether its ground is light.

It takes over the screen of the first painting, where there is one.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tuireader.first_paint import ALTERNATE, PAINT
from tuireader.tui.messages import GroundTold
from tuireader.tui.terminal.ground import ASK, FOLLOW, FOLLOW_NO_MORE, Answers

TICK = 0.1  # seconds after which an escape is a key, as in Textual


class ReaderDriver(LinuxDriver):
    """Reads keys as its base does, but keeps the terminal's answers out of them.

    Textual's parser would make a dozen keys of an answer that it does not know, so the answers are
    taken out before it sees them.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._answers = Answers()
        self._asked = False
        self._standing = False

    def write(self, data: str) -> None:
        """Write, but do not enter a screen that is painted already: that would clear it."""
        if not (self._standing and data == ALTERNATE):
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal; where the first frame stands there, as it stands."""
        before = PAINT.take_over()
        self._standing = before is not None
        start: Callable[[], None] = super().start_application_mode
        start()
        self._standing = False
        self.attrs_before = before or self.attrs_before

    def ask_for_ground(self) -> None:
        """Ask, without waiting; the answer comes as `GroundTold`, now and whenever it changes."""
        self._answers.expect()
        self._asked = True
        self.write(ASK + FOLLOW)
        self.flush()

    def stop_application_mode(self) -> None:
        """Give the terminal back, and let it tell of no more changes."""
        if self._asked:
            self.write(FOLLOW_NO_MORE)
        super().stop_application_mode()
        PAINT.given_back()

    def run_input_thread(self) -> None:
        """Read and hand on until the driver stops."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    raw = os.read(self.fileno, 4096)
                    if not raw:
                        break
                    data, light = self._answers.take(decode(raw))
                    if light is not None:
                        self.send_message(GroundTold(light))
                else:
                    data = self._answers.rest()
                for message in [*(parser.feed(data) if data else ()), *parser.tick()]:
                    self.process_message(message)
        with suppress(EOFError, ParseError):
            list(parser.feed(""))
