"""A small comparison, and a clock that goes on by five seconds a look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tuireader import Comparison, compare_texts
from tuireader.compare.review.session import Session

VERSION = "1.2.3"
START = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)

REPORT = """The old bridge over the Senn fell into the river on 3 May 2024.

Twelve people were hurt, the mayor said. Repairs will cost 4 million euros after long talks.

The bridge was built in 1931. It was closed to lorries in 2019.
"""
ANSWER = """The old bridge over the Senn fell into the river on 3 May 2024.

Thirty people were hurt, the mayor said. Repairs will cost 9 million euros.

The bridge was built in 1931. It was never closed to lorries. Nobody had looked at its cables.
"""


def ticking(seconds: float = 5) -> Callable[[], dt.datetime]:
    """A clock that is `seconds` further at each look."""
    steps = count()
    return lambda: START + dt.timedelta(seconds=seconds * next(steps))


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return compare_texts(REPORT, ANSWER, label_a="report.txt", label_b="answer.txt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bridge.review"


@pytest.fixture
def session(comparison: Comparison, file: Path) -> Iterator[Session]:
    with Session.create(
        file, comparison, reviewer="anna", tool_version=VERSION, clock=ticking()
    ) as made:
        yield made
