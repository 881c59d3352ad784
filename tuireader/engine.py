"""The process that compares long texts for the reader: `python -m tuireader.engine`.

It knows no terminal and talks in pickles. What it hears are the lenses, once, and two documents for
each comparison; what it says is how far it is, and then what it found, a few nouns at a time.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison

KEPT = 1_500_000
"""Characters of both texts together up to which a comparison is remembered for the next one, and
the process kept: at most 300 MB, for which that takes 1 second in place of 12. At 11 million what
is remembered would be 700 MB beyond the 1,140 that the comparison needs."""

CHUNK = 100
"""Nouns of one answer: the reader takes a millisecond for them, in which it hears no key."""

LOOK = 0.1
"""Seconds between two words on how far it is."""

Answer = tuple[Any, ...]
"""("step", what `Progress` is called with), ("found", number of a part of a comparison, nouns),
("failed", error), ("done",); () where nothing is heard for a while."""


def tell(what: object, pipe: IO[bytes]) -> None:
    """Say something to the other side.

    Raises:
        OSError: There is none any more.
    """
    pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def serve(tasks: IO[bytes], answers: IO[bytes]) -> None:
    """Do what comes, until nothing does or something fails.

    Args:
        tasks: Where the lenses come from, then two documents for each comparison.
        answers: Where each `Answer` goes to.
    """
    from tuireader.compare.memory import Memory  # noqa: PLC0415 - the reader has no use for them
    from tuireader.compare.pipeline import compare_documents  # noqa: PLC0415

    told = 0.0

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= LOOK:
            told = monotonic()
            tell(("step", (stage, done, total)), answers)

    known = Memory()
    with suppress(EOFError):
        lenses = pickle.load(tasks)  # noqa: S301 - nobody but the reader has these pipes
        while True:
            a, b = pickle.load(tasks), pickle.load(tasks)  # noqa: S301
            memory = known if len(a.text) + len(b.text) <= KEPT else None
            try:
                found = compare_documents(a, b, lenses=lenses, progress=progress, memory=memory)
            except Exception as error:  # noqa: BLE001 - the reader says it
                tell(("failed", _portable(error)), answers)
                return
            _hand_over(found, answers)
            del found


def _hand_over(found: Comparison, answers: IO[bytes]) -> None:
    for part, nouns in enumerate((*found.claims, found.pairs)):
        for start in range(0, len(nouns), CHUNK):
            tell(("found", part, nouns[start : start + CHUNK]), answers)
    tell(("done",), answers)


def _portable(error: Exception) -> Exception:
    """An error of the same words, and of the same kind if that can be."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - whether it can be
    except Exception:  # noqa: BLE001 - whatever it is made of
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def main() -> None:
    """Serve by standard input and output, and end at once."""
    from tuireader import collector  # noqa: PLC0415

    collector.rest()  # a comparison leaves no garbage that holds itself
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    code = 1
    try:
        serve(sys.stdin.buffer, answers)
        code = 0
    finally:
        os._exit(code)  # to take everything apart first would be seconds


if __name__ == "__main__":
    main()
