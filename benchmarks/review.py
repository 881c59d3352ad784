"""What a decision costs, on disk and back, at 20 and at 2,000 pairs.

    python benchmarks/review.py [--steps 300] [--folder PLACE]

For each size: milliseconds of a decision until it is safe on disk (median and 95th percentile), of
an undo, of the way to the next undecided pair, and of opening the session again with all its steps.
The floor is an insert of the same size into a plain sqlite table with the same guarantees. The
two sizes take turns, so that a busy disk is as slow for both.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tuireader.compare.model import (
    Claim,
    Comparison,
    Document,
    Finding,
    FindingKind,
    Pair,
    Paragraph,
    Relation,
    Side,
    Span,
)
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session

SIZES = (20, 2000)


def made_up(size: int) -> Comparison:
    """A comparison of so many pairs, a sentence each."""
    documents, claims = [], []
    for side in Side:
        lines = [
            f"Bridge {number} of side {side} fell in {number} minutes." for number in range(size)
        ]
        spans, start = [], 0
        for line in lines:
            spans.append(Span(start, start + len(line)))
            start += len(line) + 2
        paragraphs = tuple(Paragraph(span) for span in spans)
        documents.append(Document(side, f"{side}.txt", "\n\n".join(lines), paragraphs))
        claims.append(
            tuple(
                Claim(f"{side}{number + 1}", span, line, (), span, number)
                for number, (span, line) in enumerate(zip(spans, lines, strict=True))
            )
        )
    relations = cycle(Relation)
    pairs = tuple(
        Pair(
            f"p{one.id[1:]}",
            (one.id,),
            (other.id,),
            relation := next(relations),
            0.5,
            (Finding(FindingKind.WORDING, relation, one.span, other.span, "told differently"),),
        )
        for one, other in zip(*claims, strict=True)
    )
    return Comparison((documents[0], documents[1]), (claims[0], claims[1]), pairs)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def reopen(path: Path) -> None:
    """Read a session whole, ready to be written to, and close it."""
    Session.open(path, tool_version="0").close()


def told(name: str, by_size: dict[int, list[float]]) -> None:
    """Print a line: median and p95 of each size, and what the greater costs of the smaller."""
    cells = [
        f"{median(times):8.3f} {quantiles(times, n=20)[-1]:8.3f}" for times in by_size.values()
    ]
    small, great = (median(times) for times in by_size.values())
    print(f"{name:24}{'   '.join(cells)}   {great / small:6.2f}")


def floor(folder: Path, steps: int) -> list[float]:
    """The same guarantees, and nothing else."""
    connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, text TEXT)")
    row = "INSERT INTO rows (text) VALUES (?)"
    times = [timed(lambda: connection.execute(row, ("x" * 450,))) for _ in range(steps)]
    connection.close()
    return times


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="on the disk that is meant")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        sessions = {
            size: Session.create(
                folder / f"{size}.review", made_up(size), reviewer="anna", tool_version="0"
            )
            for size in SIZES
        }
        tasks = ("decide", "undo", "next undecided")
        times: dict[str, dict[int, list[float]]] = {
            task: {size: [] for size in SIZES} for task in tasks
        }
        for step in range(options.steps):
            for size, session in sessions.items():
                pair = f"p{step % size + 1}"
                label = list(Label)[step % 5]
                runs: dict[str, Callable[[], object]] = {
                    "decide": partial(session.decide, pair, label),
                    "next undecided": partial(session.following, "p1"),
                    "undo": session.undo,
                }
                for task, run in runs.items():
                    times[task][size].append(timed(run))
                if step % 2:
                    session.redo()
        print(f"{'ms':24}{'   '.join(f'{size:>8} pairs  p95' for size in SIZES)}    ratio")
        for task in tasks:
            told(task, times[task])
        base = floor(folder, options.steps)
        print(f"{'floor: plain insert':24}{median(base):8.3f} {quantiles(base, n=20)[-1]:8.3f}")
        for size, session in sessions.items():
            session.close()
            path = session.path
            opening = timed(partial(reopen, path))
            steps, kib = len(session.events), path.stat().st_size // 1024
            print(f"open {size} pairs, {steps} steps, {kib} KiB: {opening:.1f} ms")


if __name__ == "__main__":
    main()
