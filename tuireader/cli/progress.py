"""How far a printed comparison is, on standard error, for who watches a long one."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from tuireader.cli import streams
from tuireader.stages import told

if TYPE_CHECKING:
    from tuireader.compare.pipeline import Progress

PATIENCE = 0.5  # seconds: what is done by then needs no telling
PAUSE = 0.1  # seconds between two lines


@contextlib.contextmanager
def meter(*, quiet: bool = False) -> Iterator[Progress | None]:
    """Give what the engine calls as it goes on; None where nobody watches.

    Args:
        quiet: Whether nothing is to be told.
    """
    if quiet or not _watched():
        yield None
        return
    due = monotonic() + PATIENCE
    shown = False

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal due, shown
        if monotonic() >= due:
            streams.overwrite(told(stage, done, total))
            due, shown = monotonic() + PAUSE, True

    try:
        yield progress
    finally:
        if shown:
            streams.overwrite("")


def _watched() -> bool:
    """Whether standard error is a terminal on which a line can be overwritten."""
    stderr: TextIO | None = sys.stderr
    return stderr is not None and stderr.isatty() and os.environ.get("TERM") != "dumb"
