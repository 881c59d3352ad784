"""A program in a terminal of its own, and when each byte of what it paints arrives.

Nothing is looked at while the program runs: what it wrote is kept with the time it came, and is
painted on pyte's screen afterwards.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pyte
from timing import compiled

COLUMNS, ROWS = 160, 48
QUIET = 0.04  # seconds without a byte, after which a frame is over
_UNKNOWN = re.compile(rb"\x1b\[[>?][0-9;]*m")  # vim asks for keys so; pyte takes it for a colour
PATIENCE = 30.0  # seconds for anything at all to come


class Chunk(NamedTuple):
    """Bytes that came at once, and when, in seconds of `perf_counter`."""

    time: float
    data: bytes


class Terminal:
    """One run of a program.

    Attributes:
        started: When it was started.
        chunks: All that it wrote so far.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = perf_counter()
        self.chunks: list[Chunk] = []
        self._process, self._file = pty.fork()
        if self._process == 0:
            os.execvpe(command[0], list(command), dict(environment))
        self.resize(COLUMNS, ROWS)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size and tell the program."""
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGWINCH)

    def read(self, wait: float) -> Chunk | None:
        """What comes within so many seconds; None where nothing does, or it has ended."""
        if not select.select([self._file], [], [], wait)[0]:
            return None
        try:
            data = os.read(self._file, 1 << 20)
        except OSError:
            return None
        chunk = Chunk(perf_counter(), data)
        self.chunks.append(chunk)
        return chunk

    def until(self, shown: Callable[[bytes], object], quiet: float = QUIET) -> None:
        """Read until the last bytes are as wanted and a frame is over.

        Raises:
            TimeoutError: They never are.
        """
        end = perf_counter() + PATIENCE
        tail = b""
        while not shown(tail):
            if perf_counter() > end:
                raise TimeoutError(tail[-2000:].decode("utf-8", "replace"))
            chunk = self.read(1.0)
            tail = (tail + chunk.data)[-200_000:] if chunk else tail
        while self.read(quiet):
            pass

    def key(self, keys: bytes, quiet: float = QUIET, least: int = 1) -> float:
        """Press keys; seconds until the last byte of what is painted for them.

        Args:
            keys: As the terminal sends them.
            quiet: Seconds without a byte, after which it is all there.
            least: Bytes that it has, where something else may be painted before.

        Raises:
            TimeoutError: Nothing is painted.
        """
        start = perf_counter()
        self.press(keys)
        painted, last = 0, start
        while (chunk := self.read(PATIENCE if painted < least else quiet)) is not None:
            painted, last = painted + len(chunk.data), chunk.time
        if painted < least:
            raise TimeoutError(f"nothing was painted for {keys!r}")
        return last - start

    def press(self, keys: bytes) -> None:
        """Press keys, and wait for nothing."""
        os.write(self._file, keys)

    def settle(self, quiet: float) -> None:
        """Read until nothing has come for so many seconds."""
        while self.read(quiet):
            pass

    @property
    def memory(self) -> float:
        """Megabytes that the program and the processes it has started hold now (Linux).

        The sum of their resident sets: what several of them share is counted several times.
        """
        return sum(map(_resident, _family(self._process)))

    def end(self) -> None:
        """Kill it."""
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)

    def painted(self, *wanted: str) -> float:
        """Seconds from the start until the screen showed all of these.

        Raises:
            LookupError: It never did.
        """
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        for time, data in self.chunks:
            stream.feed(_UNKNOWN.sub(b"", data))
            text = "\n".join(screen.display)
            if all(word in text for word in wanted):
                return time - self.started
        raise LookupError(f"{wanted} in\n{text}")


def _family(process: int) -> Iterator[int]:
    """A process, and all that it and they have started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended
            for child in children.read_text("utf-8").split():
                yield from _family(int(child))


def _resident(process: int) -> float:
    """Megabytes of one process; none of one that has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    lines = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in lines) / 1024


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """Run a program while the block lasts."""
    terminal = Terminal(command, environment)
    try:
        yield terminal
    finally:
        terminal.end()


@contextmanager
def clean_environment() -> Iterator[dict[str, str]]:
    """An environment with no settings of anybody's, with a terminal of full colour."""
    with tempfile.TemporaryDirectory() as folder:
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        own = ("TUIREADER_", "TEXTUAL", "NO_COLOR", "COLUMNS", "LINES")
        kept = {name: value for name, value in compiled().items() if not name.startswith(own)}
        looks = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        yield {**kept, **dict.fromkeys(places, folder), **looks}


def first_frame(command: Sequence[str], environment: Mapping[str, str], *wanted: str) -> float:
    """Seconds from the start of a program until its screen shows all of these words."""
    last = wanted[-1].encode()
    with running(command, environment) as terminal:
        terminal.until(lambda tail: last in tail, quiet=0.2)
        return terminal.painted(*wanted)
