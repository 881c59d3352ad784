from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tuireader.cli.pool import cores, in_order


def square(number: int) -> int:
    return number * number


def slow_when_early(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0)
    return number


def deadly_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
    return number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_in_the_order_of_the_tasks(jobs: int, count: int) -> None:
    found = in_order(square, range(count), jobs=jobs, lost=lost)
    assert list(found) == [number * number for number in range(count)]


def test_a_slow_task_does_not_lose_its_place() -> None:
    assert list(in_order(slow_when_early, range(6), jobs=2, lost=lost)) == list(range(6))


def test_a_task_that_kills_its_process_takes_no_other_with_it() -> None:
    found = list(in_order(deadly_at_three, range(8), jobs=2, lost=lost))
    assert found == [0, 1, 2, -3, 4, 5, 6, 7]


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(square, tasks(), jobs=2, lost=lost)
    next(results)
    results.close()
    assert len(taken) < 20


def test_one_job_answers_before_it_asks_for_the_next() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    results = in_order(square, tasks(), jobs=1, lost=lost)
    next(results)
    assert taken == [0]


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
