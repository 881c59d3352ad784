"""The real program in a real terminal: started, read, moved in, left."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    # A forked child of a process with threads, as xdist's workers are, makes Python 3.12 warn.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

ROWS, COLUMNS = 40, 140
PATIENCE = 30  # seconds, for a loaded machine
REPORT = "The old bridge over the Senn fell on 3 May 2024.\n\nTwelve people were hurt.\n"
ANSWER = "The old bridge over the Senn fell on 3 May 2024.\n\nThirty people were hurt.\n"


class Terminal:
    """A program on a pty, and the screen that its output paints."""

    def __init__(self, command: str, *arguments: object, **environment: str) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TUIREADER_", "NO_COLOR"))}
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            command,
            [*map(str, arguments)],
            dimensions=(ROWS, COLUMNS),
            env={**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
        )

    def read(self) -> bool:
        """Paint what comes within a moment; False at the program's end."""
        try:
            self._stream.feed(self.process.read_nonblocking(65536, timeout=0.1))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def until(self, shown: Callable[[str], object]) -> str:
        """Paint until the screen is as wanted."""
        end = monotonic() + PATIENCE
        while not shown(text := "\n".join(self.screen.display)):
            if not self.read() or monotonic() > end:
                pytest.fail(f"never came to it; the screen:\n{text}")
        return text

    def exit_code(self) -> int | None:
        """Wait for the end."""
        end = monotonic() + PATIENCE
        while self.read():
            assert monotonic() < end, "it does not end"
        self.process.close()
        status: int | None = self.process.exitstatus
        return status


@pytest.fixture
def start() -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def call(*arguments: object, shell: str = "", **environment: str) -> Terminal:
        """`python -m tuireader ARGUMENTS`, or what a shell makes of a line that ends with it."""
        command = [sys.executable, "-m", "tuireader", *map(str, arguments)]
        if shell:
            command = ["/bin/sh", "-c", f"{shell} {shlex.join(command)}"]
        started.append(Terminal(*command, **environment))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(REPORT, encoding="utf-8")
    b.write_text(ANSWER, encoding="utf-8")
    return a, b


def judged(text: str) -> object:
    """Whether a verdict stands on the screen."""
    return re.search(r"≠|≈|conflict|diverge", text, re.IGNORECASE)


def test_compare_shows_both_texts_and_a_verdict_moves_and_leaves(
    start: Callable[..., Terminal], pair: tuple[Path, Path]
) -> None:
    terminal = start("compare", *pair)
    text = terminal.until(
        lambda text: "Twelve people" in text and "Thirty people" in text and judged(text)
    )
    terminal.process.send("j")
    terminal.until(lambda now: now != text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_demo_opens_the_reader(start: Callable[..., Terminal]) -> None:
    terminal = start("demo")
    terminal.until(judged)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_a_text_from_a_pipe_leaves_the_keyboard_to_the_reader(
    pair: tuple[Path, Path], start: Callable[..., Terminal]
) -> None:
    terminal = start("compare", "-", pair[1], shell=f"cat {shlex.quote(str(pair[0]))} |")
    terminal.until(lambda text: "Twelve people" in text and "Thirty people" in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_an_unknown_theme_is_told_before_the_screen_is_taken(
    start: Callable[..., Terminal], pair: tuple[Path, Path]
) -> None:
    terminal = start("compare", *pair, "--theme", "nonesuch")
    terminal.until(lambda text: "no theme is called 'nonesuch'" in text)
    assert terminal.exit_code() == 2


def test_a_printed_form_stays_on_the_terminal_and_has_colour(
    start: Callable[..., Terminal], pair: tuple[Path, Path]
) -> None:
    terminal = start("compare", *pair, "--format", "text", PAGER="cat")
    terminal.until(lambda text: "agree: both say the same" in text)
    assert terminal.exit_code() == 1
    inks = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
    assert "green" in inks


def test_a_long_print_goes_through_the_pager(
    start: Callable[..., Terminal], pair: tuple[Path, Path], tmp_path: Path
) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nexec sed 's/^/paged: /'\n")
    pager.chmod(0o755)
    for path in pair:
        path.write_text(path.read_text("utf-8") * 30, encoding="utf-8")
    terminal = start("compare", *pair, "--format", "text", PAGER=str(pager))
    terminal.until(lambda text: "paged:" in text)
    assert terminal.exit_code() == 1


def test_a_batch_shows_how_far_it_is(start: Callable[..., Terminal], tmp_path: Path) -> None:
    rows, answers = tmp_path / "rows.jsonl", tmp_path / "answers.jsonl"
    rows.write_text(
        "".join(json.dumps({"id": n, "a": REPORT, "b": ANSWER}) + "\n" for n in range(400)),
        encoding="utf-8",
    )
    into = f"exec > {shlex.quote(str(answers))};"
    terminal = start("batch", rows, "--jobs", "1", shell=into)
    terminal.until(lambda text: re.search(r"\[[#.]{30}\] \d+ of 400 rows", text))
    assert terminal.exit_code() == 0
    assert len(answers.read_text(encoding="utf-8").splitlines()) == 400
