"""`tuireader batch`: many pairs of texts, a line of JSON each, in the order they came."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from tuireader.cli import options, streams
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tuireader.cli.rows import Answer

PAUSE = 0.1  # seconds between two looks of the progress bar
WIDTH = 30  # cells of the bar


class Lines(StrEnum):
    """The printed forms."""

    JSONL = "jsonl"


def batch(
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS.jsonl",
            show_default=False,
            help="Lines {'id': ..., 'a': 'text', 'b': 'text'} of JSON; '-' is standard input.",
        ),
    ],
    *,
    form: Annotated[
        Lines, typer.Option("--format", metavar="FORM", help="There is only jsonl.")
    ] = Lines.JSONL,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", metavar="N", min=1, help="Processes; without it one a processor core."
        ),
    ] = None,
    lenses: options.Lenses = None,
) -> int:
    """Compare many pairs of texts: a row in, a comparison in JSON out.

    The order stays. A row may have "date_a", "date_b", "format_a" and "format_b" (text, markdown
    or html) besides. A row that cannot be compared is
    answered by a line with "id", "line" and "error", and the rest is still done; the exit code is
    then 2.
    """
    del form
    from tuireader import collector  # noqa: PLC0415
    from tuireader.cli.pool import cores, in_order  # noqa: PLC0415
    from tuireader.cli.rows import Row, answer, lost  # noqa: PLC0415
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

    work = partial(answer, lenses=load_lenses(lenses or ()))
    collector.resume()
    good = bad = 0
    with _opened(pairs) as lines:
        rows = (Row(number, line) for number, line in enumerate(lines, 1) if line.strip())
        results = in_order(work, rows, jobs=jobs or cores(), lost=lost)
        with contextlib.closing(results):
            for result in _counted(results, _rows_in(pairs)):
                streams.emit(result.line + "\n")
                good, bad = good + result.good, bad + (not result.good)
    if bad:
        raise Trouble(f"{bad} of {good + bad} rows could not be compared; see their error lines")
    return Exit.SAME


@contextlib.contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        if sys.stdin is None:
            raise Trouble("standard input is closed")
        yield sys.stdin.buffer
        return
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(Path(source).open("rb"))
        except OSError as error:
            raise Trouble(f"{source}: {error.strerror or error}") from error
        yield file


def _rows_in(source: str) -> int | None:
    """How many rows there are, for who watches; None where that can't be known before."""
    if source == "-" or not streams.watched() or not Path(source).is_file():
        return None
    with Path(source).open("rb") as file:
        return sum(1 for line in file if line.strip())


def _counted(results: Iterable[Answer], total: int | None) -> Iterator[Answer]:
    """Pass the results on, and show who watches how far they are."""
    if not streams.watched():
        yield from results
        return
    told = monotonic()
    for number, result in enumerate(results, 1):
        if monotonic() - told >= PAUSE:
            told = monotonic()
            streams.overwrite(_bar(number, total))
        yield result
    streams.overwrite("")


def _bar(done: int, total: int | None) -> str:
    if not total:
        return f"{done} rows"
    filled = min(done * WIDTH // total, WIDTH)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {total} rows"
