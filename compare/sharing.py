"""One comparison's work shared between processes, with the results of a single one.

The claims of the first text are found by a helper while those of the second are found here; pairs
are judged in equal shares. The alignment needs both texts as a whole and is not shared.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as StillBusy
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from tuireader.compare.align import Alignment
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.judge.verdicts import Bench
from tuireader.compare.model import Claim, Document, Pair
from tuireader.compare.progress import Tell, part

T = TypeVar("T")

_LOOK = 0.1  # seconds between two looks whether the work is to be stopped


@contextmanager
def helpers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that help this one, `jobs` all together; they end with the block, done or not."""
    pool = ProcessPoolExecutor(jobs - 1, multiprocessing.get_context(), _end_at_once)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def claims_of_both(
    a: Document, b: Document, tell: Tell, pool: ProcessPoolExecutor
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """What `extract_claims` gives for each."""
    first = pool.submit(extract_claims, a)
    second = extract_claims(b, part(tell, 0, 0.9))
    return _waited(first, partial(tell, 0.9)), second


def judged(
    alignments: Sequence[Alignment],
    bench: Bench,
    tell: Callable[[int], None],
    pool: ProcessPoolExecutor,
    jobs: int,
) -> tuple[Pair, ...]:
    """What `bench` finds about the alignments, in their order."""
    size = -(-len(alignments) // jobs)
    shares = [
        (start, alignments[start : start + size]) for start in range(0, len(alignments), size)
    ]
    futures = [pool.submit(bench.pairs, share, start) for start, share in shares[1:]]
    found = [bench.pairs(share, start, tell) for start, share in shares[:1]]
    for (start, share), future in zip(shares[1:], futures, strict=True):
        found.append(_waited(future, partial(tell, start)))
        tell(start + len(share))
    return tuple([pair for pairs in found for pair in pairs])


def _waited(future: Future[T], tell: Callable[[], None]) -> T:
    """The result, once it is there; meanwhile it is told that nothing has changed."""
    while True:
        tell()
        try:
            return future.result(_LOOK)
        except StillBusy:
            if future.done():
                raise


def _end_at_once() -> None:
    """Let ctrl-c, which reaches all processes of a terminal, end a helper without a trace."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
