"""Work shared out to processes, answered in order, and none lost when a process dies."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Tasks handed out for each process before the first of them is answered."""


def in_order(
    work: Callable[[T], R], tasks: Iterable[T], *, jobs: int, lost: Callable[[T], R]
) -> Generator[R, None, None]:
    """Do each task in one of several processes, and yield the results in the order of the tasks.

    Only some tasks are in memory at a time. With one job everything is done in this process, and
    each result comes before the next task is asked for.

    Args:
        work: Does one task; must be picklable, as must tasks and results.
        tasks: What is to be done.
        jobs: How many processes.
        lost: The result of a task that kills its process even when it is alone there.
    """
    if jobs == 1:
        yield from map(work, tasks)
        return
    crew = _Crew(work, jobs)
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, crew.start(task)))
            if len(waiting) > jobs * AHEAD:
                yield crew.finish(*waiting.popleft(), lost)
        while waiting:
            yield crew.finish(*waiting.popleft(), lost)
    finally:
        crew.dismiss()


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Crew(Generic[T, R]):
    """A pool that is replaced when one of its processes dies."""

    def __init__(self, work: Callable[[T], R], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._pool = _pool(jobs)

    def start(self, task: T) -> Future[R]:
        """Begin a task, with new processes where the old ones broke."""
        try:
            return self._pool.submit(self._work, task)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(self._work, task)

    def finish(self, task: T, future: Future[R], lost: Callable[[T], R]) -> R:
        """The result; a task whose pool broke, by its own fault or another's, is tried alone."""
        try:
            return future.result()
        except BrokenProcessPool:
            with _pool(1) as alone:
                try:
                    return alone.submit(self._work, task).result()
                except BrokenProcessPool:
                    return lost(task)

    def dismiss(self) -> None:
        """End the processes; what has not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_end_at_once)


def _end_at_once() -> None:
    """Let ctrl-c, which reaches all processes of a terminal, end this one without a trace."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
