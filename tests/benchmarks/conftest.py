from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
# The scripts import their helpers by bare names, as Python lets scripts of one folder do.
sys.path.append(str(BENCHMARKS))


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """Run a script of benchmarks/; its standard output."""

    def call(script: str, *arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, str(BENCHMARKS / script), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return call
