"""The real command line in a process of its own, away from the user's settings and terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPORT = """The old bridge over the Senn fell into the river on 3 May 2024.

Twelve people were hurt, the mayor said.

The bridge was built in 1931.

Repairs will cost 4 million euros.
"""
ANSWER = """The old bridge over the Senn fell into the river on 3 May 2024.

Thirty people were hurt, the mayor said.

Nobody had looked at its cables for nine years.
"""


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(
        *arguments: object, stdin: bytes | None = None, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TUIREADER_", "COLUMNS"))}
        done = subprocess.run(
            [sys.executable, "-m", "tuireader", *map(str, arguments)],
            input=stdin or b"",
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
