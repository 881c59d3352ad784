"""From the key that decides a pair to the next pair on the screen, at 20 and at 500 pairs.

    python benchmarks/review_keys.py [--keys 200]

The real program in two pseudo terminals of 160 by 48, which take turns: a key is sent, and the
clock stops when the terminal has been told the number of the next pair. The decision is on disk by
then. At 20 pairs what was decided is undone in between, unmeasured, to have as many samples.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
from pathlib import Path
from time import perf_counter

from review import made_up
from runs import Ratio, finish, options
from timing import Measured, compiled

from tuireader.compare.review.session import Session

SIZES = (20, 500)
LIMIT = 1.3  # what 500 pairs may cost beside 20
QUIET = 0.06  # seconds without output after which a frame is over
PATIENCE = 60.0
BLOCK = 15  # decisions in a row, less than there are pairs in the small session


class Reviewing:
    """The program on a pseudo terminal, reviewing so many made-up pairs."""

    def __init__(self, size: int, folder: Path) -> None:
        path = folder / f"{size}.review"
        Session.create(path, made_up(size), reviewer="bench", tool_version="bench").close()
        self.size = size
        self.at = 1
        self.samples: list[float] = []
        self._process, self._terminal = _spawn(path, folder)
        self._until(f"{self.at}/{size}")

    def decide(self) -> None:
        """Decide one pair and take the time until the next one shows."""
        self._drain()
        start = perf_counter()
        os.write(self._terminal, b"a")
        self.at += 1
        self._until(f"{self.at}/{self.size}")
        self.samples.append(perf_counter() - start)

    def undo(self) -> None:
        """Go back by a block, where there is no room for another."""
        while self.at > 1 and self.at + BLOCK > self.size:
            for _ in range(BLOCK):
                self._drain()
                os.write(self._terminal, b"U")
                self.at -= 1
                self._until(f"{self.at}/{self.size}")

    def close(self) -> None:
        """Leave the program."""
        os.write(self._terminal, b"q")
        self._drain()
        os.close(self._terminal)
        os.waitpid(self._process, 0)

    def _until(self, number: str) -> None:
        wanted, end = re.compile(rf"(?<!\d){number}(?!\d)".encode()), perf_counter() + PATIENCE
        held = b""
        while not wanted.search(held):
            if not select.select([self._terminal], [], [], end - perf_counter())[0]:
                raise SystemExit(f"{number} never came")
            held = held[-64:] + os.read(self._terminal, 65536)

    def _drain(self) -> None:
        while select.select([self._terminal], [], [], QUIET)[0]:
            os.read(self._terminal, 65536)


def _spawn(path: Path, folder: Path) -> tuple[int, int]:
    command = [sys.executable, "-m", "tuireader", "review", "--resume", "--session", str(path)]
    settings = compiled(
        TERM="xterm-256color",
        TUIREADER_STATE_DIR=str(folder),
        TUIREADER_CONFIG_DIR=str(folder),
        COLORFGBG="15;0",
    )
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
        os.execve(sys.executable, command, settings)
    return process, terminal


def main() -> None:
    """Measure, print, keep."""
    parser = options(__doc__ or "", 1)
    parser.add_argument("--keys", type=int, default=200, help="samples of each size")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        reviews = [Reviewing(size, Path(name)) for size in SIZES]
        while len(reviews[0].samples) < given.keys:
            for review in reviews:
                review.undo()
            for _ in range(BLOCK):
                for review in reviews:
                    review.decide()
        for review in reviews:
            review.close()
    measured = {
        f"{review.size} pairs": Measured(tuple(review.samples[BLOCK:])) for review in reviews
    }
    small, large = measured.values()
    ratios = [
        Ratio("p95, 500 by 20", large.p95 / small.p95, LIMIT),
        Ratio("median, 500 by 20", large.median / small.median, LIMIT),
    ]
    finish("review_keys", measured, ratios, given)


if __name__ == "__main__":
    main()
