"""How far a printed comparison is: told on a terminal only, and only where it takes a while."""

from __future__ import annotations

import io
import sys
from contextlib import suppress

import pytest

from tuireader.cli import progress
from tuireader.cli.progress import meter
from tuireader.stages import told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard error; pytest's own comes after the fixtures."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_a_long_one_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    with meter() as tell:
        assert tell
        tell("claims", 0, 2)
        assert terminal.getvalue() == ""
        now[0] = 0.6
        tell("claims", 1, 2)
        tell("align", 0, 1)
        now[0] = 0.8
        tell("judge", 30, 40)
    lines = terminal.getvalue().split("\r\x1b[K")
    assert lines == ["", "finding claims 50%", "judging pairs 75%", ""]


def test_a_short_one_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with meter() as tell:
        assert tell
        tell("judge", 1, 1)
    assert terminal.getvalue() == ""


def test_a_broken_one_is_wiped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with suppress(ZeroDivisionError), meter() as tell:
        assert tell
        tell("judge", 1, 4)
        tell("judge", 1 // 0, 4)
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("quiet", [True, False])
def test_nobody_is_told_who_does_not_watch(monkeypatch: pytest.MonkeyPatch, *, quiet: bool) -> None:
    on_terminal(monkeypatch)
    if not quiet:
        monkeypatch.setattr(sys, "stderr", io.StringIO())
    with meter(quiet=quiet) as tell:
        assert tell is None
    monkeypatch.setattr(sys, "stderr", None)
    with meter() as tell:
        assert tell is None


def test_a_dumb_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    with meter() as tell:
        assert tell is None


@pytest.mark.parametrize(
    ("stage", "done", "total", "words"),
    [
        ("claims", 1, 2, "finding claims 50%"),
        ("align", 0, 1, "aligning claims"),
        ("judge", 0, 0, "judging pairs"),
        ("judge", 9, 8, "judging pairs 100%"),
        ("weighing", 1, 4, "weighing 25%"),
    ],
)
def test_stages_in_words(stage: str, done: int, total: int, words: str) -> None:
    assert told(stage, done, total) == words
