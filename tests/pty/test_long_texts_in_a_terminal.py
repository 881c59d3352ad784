"""Long texts in the real program on a real terminal: their beginnings first, then the whole."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pytest.importorskip("pexpect")
pytest.importorskip("pyte")

HERE = Path(__file__).parent
COUNT = 9_000
READ = "The mill of ward {} ground {} tonnes of rye, and nobody in the ward went without bread."

Start = Callable[..., Any]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    terminal_class = runpy.run_path(str(HERE / "test_reader_in_a_terminal.py"))["Terminal"]
    started: list[Any] = []

    def call(*arguments: object) -> Any:
        home = {"XDG_STATE_HOME": str(tmp_path / "state")}
        started.append(terminal_class(sys.executable, "-m", "tuireader", *arguments, **home))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    """Two texts of 800 kB."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for number, path in enumerate(paths):
        lines = (READ.format(ward, ward + number) for ward in range(1, COUNT))
        path.write_text("\n\n".join(lines), encoding="utf-8")
    return paths


def test_the_end_is_reached_and_the_place_is_kept(start: Start, pair: list[Path]) -> None:
    last = f"The mill of ward {COUNT - 1}"
    terminal = start("read", *pair)
    terminal.until(lambda text: "The mill of ward 1 " in text and "Help" in text)
    terminal.process.send("G")
    terminal.until(lambda text: text.count(last) == 2)
    terminal.process.send("\x1b")
    terminal.until(lambda text: "comparison stopped" in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    terminal = start("read", *pair)
    terminal.until(lambda text: text.count(last) == 2)
    terminal.process.send("\x1b")
    terminal.until(lambda text: "comparison stopped" in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_one_can_leave_at_once(start: Start, pair: list[Path]) -> None:
    terminal = start("read", *pair)
    terminal.until(lambda text: "The mill of ward 1 " in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_an_error_in_the_rest_is_one_line_and_the_terminal_is_whole(
    start: Start, pair: list[Path]
) -> None:
    with pair[1].open("ab") as file:
        file.write("\n\nCaf\xe9 \xe9t\xe9 \xe9l\xe8ve\n".encode() + b"\n\nCaf\xe9.\n")
    terminal = start("read", *pair)
    assert terminal.exit_code() == 2
    screen = "".join(terminal.screen.display)
    assert "b.txt: byte " in screen
    assert "is not UTF-8 as the rest of it is; mend that place" in screen
    assert "Traceback" not in screen
    assert not terminal.screen.cursor.hidden
