"""Dark or light by the terminal's own word, in a real one; its answer is never taken for keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tuireader.tui.terminal.ground import ASK

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    # A forked child of a process with threads, as xdist's workers are, makes Python 3.12 warn.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

ROWS, COLUMNS = 24, 80
PATIENCE = 30  # seconds, for a loaded machine
PAPER, INK = "fbf9f4", "14171c"  # the grounds of the light theme and of the dark one


class Terminal:
    """The reader on a pty that answers a question about its ground, or does not."""

    def __init__(self, folder: Path, answer: str, **environment: str) -> None:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TUIREADER_", "NO_COLOR", "COLORFGBG", "COLORTERM"))
        }
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.heard = b""
        self._stream = pyte.ByteStream(self.screen)
        self._answer = answer.encode()
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "tuireader", "demo", "march"],
            dimensions=(ROWS, COLUMNS),
            env={
                **kept,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "TUIREADER_CONFIG_DIR": str(folder),
                **environment,
            },
        )

    def until(self, shown: Callable[[], object]) -> None:
        """Paint, and answer a question once it is asked, until the screen is as wanted."""
        end = monotonic() + PATIENCE
        while not shown():
            assert monotonic() < end, "\n".join(self.screen.display)
            try:
                data = self.process.read_nonblocking(65536, timeout=0.1)
            except pexpect.TIMEOUT:
                continue
            self.heard += data
            self._stream.feed(data)
            if self._answer and ASK.encode() in self.heard:
                self.process.send(self._answer)
                self._answer = b""

    @property
    def ground(self) -> str:
        """The colour behind the blank row below the title."""
        return self.screen.buffer[2][10].bg

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def call(answer: str = "", **environment: str) -> Terminal:
        started.append(Terminal(tmp_path, answer, **environment))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


def leave(terminal: Terminal) -> None:
    """What was typed since is done, and nothing else was."""
    terminal.until(lambda: " pairs  " in terminal.text)
    assert "Find" in terminal.text
    terminal.process.send("q")
    while terminal.process.isalive():
        try:
            terminal.process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            continue
        except pexpect.EOF:
            break


@pytest.mark.parametrize("end", ["\x1b\\", "\x07"], ids=["ST", "BEL"])
def test_a_light_terminal_gets_the_light_theme(start: Callable[..., Terminal], end: str) -> None:
    terminal = start(f"\x1b]11;rgb:ffff/ffff/ffff{end}")
    terminal.until(lambda: terminal.ground == PAPER)
    leave(terminal)


def test_a_silent_terminal_gets_the_dark_theme(start: Callable[..., Terminal]) -> None:
    terminal = start()
    terminal.until(lambda: terminal.ground == INK)
    assert ASK.encode() in terminal.heard
    leave(terminal)


def test_a_change_is_followed(start: Callable[..., Terminal]) -> None:
    terminal = start("\x1b]11;rgb:0/0/0\x07")
    terminal.until(lambda: terminal.ground == INK and " pairs  " in terminal.text)
    terminal.process.send("\x1b[?997;2n")
    terminal.until(lambda: terminal.ground == PAPER)
    leave(terminal)


@pytest.mark.parametrize(
    "environment", [{"TUIREADER_THEME": "ink"}, {"TERM": "linux"}, {"NO_COLOR": "1"}], ids=str
)
def test_nothing_is_asked_where_no_answer_counts(
    start: Callable[..., Terminal], environment: dict[str, str]
) -> None:
    terminal = start(**environment)
    terminal.until(lambda: " pairs  " in terminal.text)
    assert ASK.encode() not in terminal.heard
