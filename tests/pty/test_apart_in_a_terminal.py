"""A long comparison in the real program on a real terminal: by a process that never outlives it."""

from __future__ import annotations

import os
import re
import runpy
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

TASKS = Path("/proc/self/task")
pytestmark = [
    pytest.mark.skipif(not TASKS.exists(), reason="asks Linux for the processes"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pytest.importorskip("pexpect")
pytest.importorskip("pyte")

HERE = Path(__file__).parent
PATIENCE = 30  # seconds, for a loaded machine
READ = "The mill of ward {} ground {} tonnes of rye, and nobody in the ward went without bread."
SHORT, LONG = 620, 9_000  # paragraphs: a second's work for the engine, and a minute's

Start = Callable[..., Any]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """The reader on two texts of so many paragraphs."""
    terminal_class = runpy.run_path(str(HERE / "test_reader_in_a_terminal.py"))["Terminal"]
    started: list[Any] = []

    def call(count: int) -> Any:
        paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
        for number, path in enumerate(paths):
            lines = (READ.format(ward, ward + number) for ward in range(1, count))
            path.write_text("\n\n".join(lines), encoding="utf-8")
        home = {"XDG_STATE_HOME": str(tmp_path / "state")}
        command = (sys.executable, "-m", "tuireader", "read", *paths)
        started.append(terminal_class(*command, **home))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


def engines(reader: int) -> list[int]:
    """The processes that the reader has started."""
    tasks = Path(f"/proc/{reader}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def wait_for_the_end(process: int) -> None:
    end = monotonic() + PATIENCE
    while True:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state == "Z":  # nobody here waits for it
            return
        assert monotonic() < end, "it does not end"


def at_work(terminal: Any) -> int:
    """Wait until the engine tells how far it is."""
    reader = terminal.process.pid
    terminal.until(lambda text: engines(reader) and re.search(r"claims \d+%", text))
    (engine,) = engines(reader)
    return engine


def test_long_texts_are_compared_and_the_engine_ends_with_the_reader(start: Start) -> None:
    terminal = start(SHORT)
    engine = at_work(terminal)
    terminal.until(lambda text: "618 conflict" in text)
    assert engines(terminal.process.pid) == [engine]
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    wait_for_the_end(engine)


def test_escape_stops_at_once_and_a_refresh_begins_anew(start: Start) -> None:
    terminal = start(LONG)
    first = at_work(terminal)
    terminal.process.send("\x1b")
    terminal.until(lambda text: "comparison stopped" in text)
    assert engines(terminal.process.pid) == []
    terminal.process.send("\x12")  # ctrl+r
    second = at_work(terminal)
    os.kill(second, signal.SIGKILL)
    terminal.until(lambda text: "failed: its process was killed by signal 9, perhaps" in text)
    terminal.process.send("\x12")
    third = at_work(terminal)
    assert len({first, second, third}) == 3
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    wait_for_the_end(third)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_engine_ends_however_the_reader_does(start: Start, number: int) -> None:
    terminal = start(LONG)
    engine = at_work(terminal)
    os.kill(terminal.process.pid, number)
    terminal.exit_code()
    wait_for_the_end(engine)
