"""How a run ends other than by its own choice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tuireader.cli import run as running
from tuireader.cli.trouble import Exit

Run = Callable[..., CompletedProcess[bytes]]
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and pipes")


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tuireader", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@posix
def test_a_broken_pipe_is_quiet() -> None:
    process = start("batch", "-", "--jobs", "1")
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        process.stdout.close()
        process.stdin.write(b'{"id": 1, "a": "One thing.", "b": "One thing."}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == Exit.BROKEN_PIPE


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_quiet(jobs: str) -> None:
    process = start("batch", "-", "--jobs", jobs)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        # More rows than are taken ahead: the first answer shows that the work has begun.
        process.stdin.write(b'{"id": 1, "a": "One thing.", "b": "One thing."}\n' * 30)
        process.stdin.flush()
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        assert process.stderr.read() == b""
    assert process.returncode == Exit.INTERRUPTED


def broken(*arguments: object, **options: object) -> None:
    raise KeyError("the wrong\nkey")


def test_an_unforeseen_error_is_one_line_and_a_way_to_report_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "assembled", broken)
    monkeypatch.delenv("TUIREADER_DEBUG", raising=False)
    assert running.run([]) == Exit.TROUBLE
    told = capsys.readouterr().err
    assert told.startswith("tuireader: internal error, KeyError: ")
    assert "TUIREADER_DEBUG=1" in told
    assert told.count("\n") == 1


def test_the_trace_is_shown_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "assembled", broken)
    monkeypatch.setenv("TUIREADER_DEBUG", "1")
    assert running.run([]) == Exit.TROUBLE
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert told.splitlines()[-1].startswith("tuireader: internal error")


@posix
def test_a_closed_standard_output_is_told(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("One thing happened on Monday.")
    command = f'"{sys.executable}" -m tuireader compare "{source}" "{source}" >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"tuireader: standard output is closed\n")
