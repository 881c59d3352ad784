"""Kill -9 at random moments: whatever was told to be decided is there, and at most one step more.

Twenty-five times here; `TUIREADER_KILLS=100` for more.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader import Comparison
from tuireader.compare.review.model import Action, Label
from tuireader.compare.review.session import Session

KILLS = int(os.environ.get("TUIREADER_KILLS", "25"))
MOST = 9  # decisions that are awaited before the kill; a reviewer closes and opens after seven
LONGEST = 0.02  # seconds from there to the kill: a few decisions, or half of an opening

# Forks a reviewer for each line with a path, so that the engine is imported once. A reviewer
# tells its process, then every decision after the call has returned, and opens the session anew
# after each seventh, so that closing is interrupted as well.
REVIEWERS = """
import os, sys
from pathlib import Path
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session

def review(path):
    os.write(1, b"process %d\\n" % os.getpid())
    while True:
        with Session.open(path, tool_version="1") as session:
            for _ in range(7):
                number = len(session.events)
                session.decide("p1", list(Label)[number % 5])
                os.write(1, b"decided %d\\n" % number)

for line in sys.stdin:
    child = os.fork()
    if not child:
        review(Path(line.strip()))
    os.waitpid(child, 0)
    os.write(1, b"dead\\n")
"""


@pytest.fixture
def reviewers() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", REVIEWERS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def killed(reviewers: subprocess.Popen[str], path: Path, wait: int, more: float) -> list[int]:
    """Let a reviewer make some decisions and go on for some seconds; the decisions it told of."""
    assert reviewers.stdin is not None
    assert reviewers.stdout is not None
    reviewers.stdin.write(f"{path}\n")
    _, process = reviewers.stdout.readline().split()
    told = [reviewers.stdout.readline() for _ in range(wait)]
    time.sleep(more)
    os.kill(int(process), signal.SIGKILL)
    told += iter(reviewers.stdout.readline, "dead\n")
    return [int(line.split()[1]) for line in told]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX system")
def test_a_kill_loses_no_decision(
    comparison: Comparison, file: Path, reviewers: subprocess.Popen[str]
) -> None:
    Session.create(file, comparison, reviewer="anna", tool_version="1").close()
    chance = random.Random(9)
    before = 0
    for _ in range(KILLS):
        wait, more = chance.randint(0, MOST), chance.uniform(0, LONGEST)
        told = killed(reviewers, file, wait, more)
        last = max(told, default=before)
        assert told == list(range(before + 1, last + 1))
        with Session.open(file, tool_version="1", writing=False) as session:
            decisions = [event for event in session.events if event.action is Action.DECIDE]
            assert len(decisions) in (last, last + 1)
            if decisions:
                assert session.rulings["p1"].label is list(Label)[len(decisions) % 5]
            before = len(decisions)
    assert before > KILLS
