"""Taking times that can be held against each other on a machine that is doing other things too.

Candidates are run in turn, A B C A B C, so that a slow spell falls on all of them, and a figure is
quoted as a ratio to another one of the same run. `low` is the steadiest: the lower quarter of the
samples, which a busy neighbour disturbs least.
"""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

Sample = Callable[[], float]
"""Takes one sample: runs something once and says how long it took, in seconds."""


@dataclass(frozen=True)
class Measured:
    """One thing measured several times.

    Attributes:
        samples: In the order they were taken, at least one.
        unit: "s", "MB" or whatever the samples are in.
    """

    samples: tuple[float, ...]
    unit: str = "s"

    @property
    def best(self) -> float:
        """The smallest sample."""
        return min(self.samples)

    @property
    def low(self) -> float:
        """The sample that a quarter of them do not exceed."""
        return quantile(self.samples, 0.25)

    @property
    def median(self) -> float:
        """The middle."""
        return quantile(self.samples, 0.5)

    @property
    def p95(self) -> float:
        """The sample that 95 in a hundred do not exceed."""
        return quantile(self.samples, 0.95)


class Finished(NamedTuple):
    """How a process went, by the operating system's own account."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: float  # megabytes of resident memory
    code: int


def quantile(samples: Sequence[float], share: float) -> float:
    """The sample that `share` of them, from 0 to 1, do not exceed (nearest rank)."""
    ordered = sorted(samples)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def in_turn(
    cases: Mapping[str, Sample], rounds: int, *, warm_up: int = 1, unit: str = "s"
) -> dict[str, Measured]:
    """Take a sample of each case, and again, `rounds` times after the warm-up."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(-warm_up, rounds):
        for name, sample in cases.items():
            value = sample()
            if number >= 0:
                taken[name].append(value)
    return {name: Measured(tuple(samples), unit) for name, samples in taken.items()}


def call_time(function: Callable[[], object]) -> float:
    """Seconds that one call takes, without the garbage of what ran before it."""
    gc.collect()
    start = perf_counter()
    function()
    return perf_counter() - start


def run_once(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Finished:
    """Run a command to its end, its input empty and its output thrown away.

    Raises:
        OSError: It can't be started.
    """
    start = perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment or compiled(),
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Finished(
        wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode
    )


def compiled(**more: str) -> dict[str, str]:
    """The environment of this process, in which Python keeps what it compiles, and `more`."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}
