"""The first frame, painted before Typer and Textual are imported; Textual takes over the screen.

What is painted is the stencil that was kept of this terminal, with the texts that are opened. Where
anything is not plain, nothing is painted and nothing is lost: the reader comes a little later, and
says what there is to say. From the painting on, the terminal is given back on every way out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tuireader.tui.opening.request import Reading, Request

SETTING = "TUIREADER_FIRST_PAINT"
COMMANDS = frozenset(("compare", "read"))
OFF = frozenset(("0", "false", "no", "off"))
# Those that say a size of their own, or another screen than the terminal's.
_OTHERWISE = ("COLUMNS", "LINES", "TEXTUAL_DRIVER", "TEXTUAL_ALLOW_SIGNALS")
_SILENT = frozenset(("", "dumb", "unknown"))

ALTERNATE, NORMAL = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_CUT, _WRAP = "\x1b[?7l", "\x1b[?7h"
_AT_ONCE, _DONE = "\x1b[?2026h", "\x1b[?2026l"
# What Textual turns on and may not come to turn off: keyboard, paste, focus, mouse, sizes.
_UNDO = "\x1b[<u\x1b[?2004l\x1b[?1004l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2048l"


class FirstPaint:
    """The one painting of this process: there is one terminal.

    Attributes:
        wanted: Whether the arguments are such that it paints, if it can.
        reading: The texts that were read for it, until they are taken.
    """

    def __init__(self) -> None:
        self.wanted = False
        self.reading: Reading | None = None
        self._before: list[Any] | None = None
        self._taken_over = False

    def begin(self, words: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
        """Paint the reader's first frame if these arguments open it; never raises."""
        with suppress(Exception):
            self._begin(words, environ)

    def _begin(self, words: Sequence[str], environ: Mapping[str, str]) -> None:
        self.wanted = _is_plain(words, environ)
        if not self.wanted:
            return
        from tuireader.tui.opening.request import Request  # noqa: PLC0415 - quick start
        from tuireader.tui.painting.page import draw, page_of  # noqa: PLC0415
        from tuireader.tui.painting.stencil import Stencils  # noqa: PLC0415

        _, a, b = words
        request, folder = Request(a, b), state_folder(environ)
        self.reading = reading = request.read_head() or request.read()
        size = os.get_terminal_size(1)
        if stencil := Stencils(folder, environ).find(size, partial=reading.partial):
            frame = draw(stencil, page_of(reading, stencil, folder))
            self._enter()
            write(_AT_ONCE + ALTERNATE + _HIDE_CURSOR + _CUT + frame + _DONE)

    def take_reading(self, request: Request) -> Reading | None:
        """The texts, if these were read; only once, since they may change after."""
        reading, self.reading = self.reading, None
        return reading if reading and reading.request == request else None

    def _enter(self) -> None:
        """Let keys wait for Textual unseen, and end in good order at a signal."""
        import atexit  # noqa: PLC0415
        import signal  # noqa: PLC0415
        import termios  # noqa: PLC0415

        before = termios.tcgetattr(0)
        now = termios.tcgetattr(0)
        # As Textual's driver has it, but that ctrl+c ends the program as long as it is not there.
        now[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        now[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
        for key in (termios.VSUSP, termios.VQUIT):
            now[6][key] = b"\0"
        self._before = before
        atexit.register(self.leave)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._at_signal)
        termios.tcsetattr(0, termios.TCSANOW, now)

    def take_over(self) -> list[Any] | None:
        """Hand the screen to Textual, which must neither clear it nor enter it once more.

        Returns:
            What the terminal is to be at the end; None where nothing was painted.
        """
        if self._before is None or self._taken_over:
            return None
        self._taken_over = True
        return self._before

    def leave(self) -> None:
        """Give the terminal back as it was, if nobody has; before a word is said on it."""
        before, self._before = self._before, None
        if before is None:
            return
        import termios  # noqa: PLC0415

        with suppress(OSError):
            write(_UNDO * self._taken_over + _WRAP + _SHOW_CURSOR + NORMAL)
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)

    def given_back(self) -> None:
        """Take note that Textual has given the terminal back."""
        self._before = None

    def _at_signal(self, number: int, _frame: object) -> None:
        self.leave()
        os._exit(128 + number)


PAINT = FirstPaint()


def _is_plain(words: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Whether these words, here, open the reader on two files."""
    return (
        len(words) == 3
        and words[0] in COMMANDS
        and not any(environ.get(name) for name in _OTHERWISE)
        and environ.get(SETTING, "").casefold() not in OFF
        and environ.get("TERM", "") not in _SILENT
        and all(map(os.isatty, (0, 1, 2)))
        and len({os.fstat(each).st_rdev for each in (0, 1, 2)}) == 1
        and os.tcgetpgrp(0) == os.getpgrp()  # else the terminal is another's now
        and all(not word.startswith("-") and os.path.isfile(word) for word in words[1:])  # noqa: PTH113
    )


def state_folder(environ: Mapping[str, str]) -> Path:
    """The state folder as `paths` finds it, which takes as long as all else before the painting."""
    from pathlib import Path  # noqa: PLC0415 - quick start

    if own := environ.get("TUIREADER_STATE_DIR"):
        return Path(own)
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/tuireader").expanduser()
    usual = environ.get("XDG_STATE_HOME", "").strip() or "~/.local/state"
    return Path(usual, "tuireader").expanduser()


def write(text: str) -> None:
    """Write to the terminal, all of it and at once."""
    data = text.encode()
    while data:
        data = data[os.write(2, data) :]
