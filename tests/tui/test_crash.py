from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tuireader.tui.terminal.crash import FOLDER, KEPT, crash_of

SECRET = "the minister knew"


def broken(message: str) -> Exception:
    """An error as it arrives: raised in the course of another."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(message) from error
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    "message",
    [f"no place for '{SECRET}'", f'got "{SECRET}" twice', f"an open '{SECRET}", "plain"],
)
def test_neither_line_nor_report_holds_what_an_error_quotes(tmp_path, message):
    crash = crash_of(broken(message), tmp_path)
    (report,) = (tmp_path / FOLDER).iterdir()
    told = report.read_text("utf-8")
    assert SECRET not in told + str(crash)
    assert str(report) in str(crash)
    assert "\n" not in str(crash)
    assert told.splitlines()[0].startswith("tuireader ")
    assert "ValueError: " in told
    assert "KeyError: " in told
    assert "tests/tui/test_crash.py:" in told
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_long_message_is_cut(tmp_path):
    crash_of(broken("word " * 100), tmp_path)
    (report,) = (tmp_path / FOLDER).iterdir()
    assert max(map(len, report.read_text("utf-8").splitlines())) < 120


def test_only_the_last_reports_are_kept(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    for number in range(KEPT + 5):
        (folder / f"2000{number:02}.txt").write_text("old")
    crash_of(broken("x"), tmp_path)
    assert len(list(folder.iterdir())) == KEPT
    assert not (folder / "200000.txt").exists()


def test_where_nothing_can_be_written_the_line_says_so(tmp_path):
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    crash = crash_of(broken("x"), nowhere)
    assert "no report could be written" in str(crash)
    assert "KeyError at " in str(crash)
    assert Path(nowhere).read_text() == ""
