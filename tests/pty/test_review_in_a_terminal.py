"""Reviews in the real program on a real terminal: from start to export, and killed on the way.

`TUIREADER_KILLS=100 pytest tests/pty/test_review_in_a_terminal.py -k kill` does it a hundred times.
"""

from __future__ import annotations

import os
import random
import re
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tuireader.compare.review.model import Action, Label
from tuireader.compare.review.session import Session

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pytest.importorskip("pexpect")
pytest.importorskip("pyte")

KILLS = int(os.environ.get("TUIREADER_KILLS", "4"))
SAMPLES = Path(__file__).parents[2] / "sample_docs"
HERE = Path(__file__).parent
_made = runpy.run_path(str(HERE.parent / "tui" / "conftest.py"))


@pytest.fixture(scope="module")
def terminal_class() -> type:
    return runpy.run_path(str(HERE / "test_reader_in_a_terminal.py"))["Terminal"]


@pytest.fixture
def start(terminal_class: type, tmp_path: Path) -> Iterator[Callable[..., object]]:
    started: list[object] = []

    def call(*arguments: object, **environment: str) -> object:
        own = {
            "TUIREADER_DATA_DIR": str(tmp_path / "data"),
            "TUIREADER_STATE_DIR": str(tmp_path / "state"),
            "TUIREADER_CONFIG_DIR": str(tmp_path / "config"),
            **environment,
        }
        command = [sys.executable, "-m", "tuireader", *map(str, arguments)]
        started.append(terminal_class(*command, **own))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


def tuireader(tmp_path: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TUIREADER_DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "-m", "tuireader", *map(str, arguments)]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, timeout=60
    )


def at(number: int, total: int) -> Callable[[str], object]:
    return lambda text: re.search(rf"(?<!\d){number}/{total} ", text)


def stored(path: Path) -> Session:
    return Session.open(path, tool_version="test", writing=False)


def test_a_review_of_a_sample_from_start_to_export(start, tmp_path):
    texts = (SAMPLES / "ferry-report.txt", SAMPLES / "ferry-answer.txt")
    terminal = start("review", *texts, "--reviewer", "Ana")
    text = terminal.until(lambda text: re.search(r"\b1/\d+ ", text))
    total = int(re.search(r"\b1/(\d+) ", text)[1])
    # A note, a flag, a tag, a pair taken back and decided anew, a pair taken apart and put back.
    terminal.process.send("eask the ministry\r")
    terminal.until(lambda text: "ask the ministry" in text)
    terminal.process.send("ftlaw\r")
    terminal.until(lambda text: "flagged" in text and "#law" in text)
    terminal.process.send("dU")
    terminal.until(lambda text: "undone" in text)
    terminal.process.send("P")
    terminal.until(lambda text: "unpaired" in text)
    terminal.process.send("U")
    terminal.until(at(1, total))
    keys = ("adcxu" * total)[:total]
    for number, key in enumerate(keys, 1):
        terminal.until(at(number, total))
        terminal.process.send(key)
    text = terminal.until(lambda text: "All pairs are decided" in text)
    assert f"{total} of {total} decided" in text
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    (file,) = (tmp_path / "data" / "sessions").glob("*.review")
    assert file.stem in tuireader(tmp_path, "sessions", "list").stdout
    for form in ("jsonl", "csv", "markdown", "html", "annotation"):
        printed = tuireader(tmp_path, "sessions", "export", file.stem, "--format", form)
        assert printed.returncode == 0, printed.stderr
        assert "ask the ministry" in printed.stdout
    with stored(file) as session:
        told = [session.rulings[pair.id].label for pair in session.queue()]
        letters = dict(zip("adcxu", Label, strict=True))
        assert told == [letters[key] for key in keys]


def test_a_review_is_resumed_where_it_was_left(start, tmp_path):
    texts = (SAMPLES / "ferry-report.txt", SAMPLES / "ferry-answer.txt")
    terminal = start("review", *texts)
    terminal.until(lambda text: re.search(r"\b1/\d+ ", text))
    terminal.process.send("aad")
    terminal.until(lambda text: re.search(r"\b4/\d+ ", text))
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    terminal = start("review", "--resume")
    terminal.until(lambda text: re.search(r"\b4/\d+ ", text))
    terminal.process.send("U")
    terminal.until(lambda text: re.search(r"\b3/\d+ ", text) and "undone" in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0


def test_five_hundred_pairs_by_scripted_keys(start, tmp_path):
    path = tmp_path / "long.review"
    comparison = _made["long_comparison"](500)
    Session.create(path, comparison, reviewer="Ana", tool_version="test").close()
    terminal = start("review", "--session", path)
    terminal.until(at(1, 500))
    keys = "".join(random.Random(5).choice("adcxu") for _ in range(500))
    for first in range(0, 500, 25):
        terminal.process.send(keys[first : first + 25])
        if first + 25 < 500:
            terminal.until(at(first + 26, 500))
    terminal.until(lambda text: "All pairs are decided" in text)
    terminal.process.send("q")
    assert terminal.exit_code() == 0
    with stored(path) as session:
        told = [session.rulings[pair.id].label for pair in session.queue()]
        assert told == [dict(zip("adcxu", Label, strict=True))[key] for key in keys]


def test_a_session_that_is_open_elsewhere_is_told_before_the_screen_is_taken(start, tmp_path):
    path = tmp_path / "open.review"
    with Session.create(path, _made["long_comparison"](3), reviewer="Ben", tool_version="test"):
        terminal = start("review", "--session", path)
        terminal.until(lambda text: "open for review by Ben" in text)
        assert terminal.exit_code() == 2


def test_to_kill_it_costs_at_most_the_key_being_pressed(start, tmp_path):
    path = tmp_path / "killed.review"
    total = 500
    comparison = _made["long_comparison"](total)
    with Session.create(path, comparison, reviewer="Ana", tool_version="test") as session:
        order = [pair.id for pair in session.queue()]
    chance = random.Random(29)
    decided: list[str] = []
    for _ in range(KILLS):
        terminal = start("review", "--session", path)
        terminal.until(at(len(decided) + 1, total))
        sent = "".join(chance.choice("adcxu") for _ in range(chance.randint(1, 4)))
        for key in sent[:-1]:
            terminal.process.send(key)
            decided.append(key)
            terminal.until(at(len(decided) + 1, total))
        terminal.process.send(sent[-1])
        # Anywhere between the key and the picture of what it did: here the moment is the matter.
        time.sleep(chance.uniform(0, 0.08))
        terminal.process.kill(signal.SIGKILL)
        terminal.process.wait()
        with stored(path) as session:
            rulings = session.rulings
            told = [rulings[pair].label.value for pair in order if pair in rulings]
            assert all(event.action is Action.DECIDE for event in session.events[1:])
        kept = ["adcxu"[list(Label).index(Label(label))] for label in told]
        assert kept in (decided, [*decided, sent[-1]])
        decided = kept
