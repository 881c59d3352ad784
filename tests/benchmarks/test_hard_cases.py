from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "benchmarks" / "hard_cases.py"
PAGE = ROOT / "docs" / "hard-cases.md"


@pytest.fixture(scope="module")
def printed() -> str:
    call = [sys.executable, str(SCRIPT)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    return done.stdout


def test_the_page_is_what_the_command_prints(printed: str) -> None:
    assert printed == PAGE.read_text("utf-8"), (
        "run: python benchmarks/hard_cases.py > docs/hard-cases.md"
    )


def test_there_are_enough_cases_and_each_stands_on_the_page_once(printed: str) -> None:
    accounts = [line for line in printed.splitlines() if line.startswith("> A: ")]
    wanted = [line for line in printed.splitlines() if line.startswith("- wanted **")]
    got = [line for line in printed.splitlines() if line.startswith("- got **")]
    assert len(accounts) == len(wanted) == len(got) >= 30


def test_the_count_of_right_answers_is_that_of_the_cases(printed: str) -> None:
    signs = Counter(
        line.rpartition(": ")[2] for line in printed.splitlines() if line.startswith("## ")
    )
    assert f"**{signs['right']} of {signs.total()} right.**" in printed
