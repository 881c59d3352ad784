"""The command line, run away from the user's settings and terminal: in this process or in its own.

Most tests run it in this process, since a new one takes half a second to start.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tuireader.cli import run as running

Run = Callable[..., subprocess.CompletedProcess[bytes]]

OURS = ("TUIREADER_", "COLUMNS", "NO_COLOR", "PYTHON")

REPORT = """The old bridge over the Senn fell into the river on 3 May 2024.

Twelve people were hurt, the mayor said.

The bridge was built in 1931.

Repairs will cost 4 million euros.
"""
ANSWER = """The old bridge over the Senn fell into the river on 3 May 2024.

Thirty people were hurt, the mayor said.

Nobody had looked at its cables for nine years.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; the streams are as a C locale has them."""

    def call(
        *arguments: object, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        words = [*map(str, arguments)]
        out, err = BytesIO(), BytesIO()
        with monkeypatch.context() as patch:
            for name in filter(lambda name: name.startswith(OURS), list(os.environ)):
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(tmp_path)
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
            patch.setattr(sys, "stdout", TextIOWrapper(out, encoding="ascii"))
            patch.setattr(sys, "stderr", TextIOWrapper(err, encoding="ascii"))
            code = running.run(words)
            sys.stdout.flush()
            sys.stderr.flush()
            return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def launch(tmp_path: Path) -> Run:
    """Run `python -m tuireader` as users do, in a process of its own."""

    def call(
        *arguments: object, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        done = subprocess.run(
            [sys.executable, "-m", "tuireader", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**kept, **environment},
            timeout=60,
            check=False,
        )
        assert b"Traceback" not in done.stderr
        return done

    return call


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that agree in one sentence and differ in others."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(REPORT, encoding="utf-8")
    b.write_text(ANSWER, encoding="utf-8")
    return a, b
