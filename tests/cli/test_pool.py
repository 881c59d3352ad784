"""The tasks are expressions for `eval`: children started afresh can't import a test module."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tuireader.cli.pool import cores, in_order

# A forked child of a process with threads, as xdist's workers are, makes Python 3.12 warn.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

DEADLY = "__import__('os')._exit(3)"
SLOW = "(__import__('time').sleep(0.05), 'slow')[1]"


def lost(task: str) -> str:
    return f"lost {task}"


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_in_the_order_of_the_tasks(jobs: int, count: int) -> None:
    found = in_order(eval, (f"{number} ** 2" for number in range(count)), jobs=jobs, lost=lost)
    assert list(found) == [number**2 for number in range(count)]


def test_a_slow_task_does_not_lose_its_place() -> None:
    assert list(in_order(eval, [SLOW, "1", "2", "3"], jobs=2, lost=lost)) == ["slow", 1, 2, 3]


def test_a_task_that_kills_its_process_takes_no_other_with_it() -> None:
    tasks = ["1", "2", DEADLY, *map(str, range(3, 20))]
    found = list(in_order(eval, tasks, jobs=2, lost=lost))
    assert found == [1, 2, f"lost {DEADLY}", *range(3, 20)]


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 20)])
def test_tasks_are_taken_as_they_are_needed(jobs: int, most: int) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield str(number)

    results = in_order(eval, tasks(), jobs=jobs, lost=lost)
    next(results)
    results.close()
    assert len(taken) <= most


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
