"""The table of cases, read once for the tests that run over it."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
LINES = [
    line
    for line in (HERE / "cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        rows = [[cell.strip() for cell in line.split("|")] for line in LINES]
        metafunc.parametrize("case", rows, ids=[row[0] for row in rows])


@pytest.fixture
def cases() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in LINES]


@pytest.fixture
def here() -> Path:
    return HERE
