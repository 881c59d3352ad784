"""What is told of a fault of the program: a line for the user, a report for who mends it.

Neither holds a word of the texts. A traceback as Textual prints it shows the values of variables,
and those are the texts.
"""

from __future__ import annotations

import os
import platform
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePath

FOLDER = "crashes"
KEPT = 10  # reports
LONGEST = 80  # characters of an error's message
_QUOTED = re.compile(r"(?:'[^']*'?|\"[^\"]*\"?)")


class Crash(Exception):  # noqa: N818 - the fault is the one behind it
    """The reader broke down; the message is a line for people."""


def crash_of(error: BaseException, folder: Path) -> Crash:
    """Write a report and say where it is.

    Args:
        error: What was raised.
        folder: The state folder.
    """
    report = _write(_report(error), folder / FOLDER)
    cause = _causes(error)[-1]
    where = _frames(cause)[-1:] or ["?"]
    told = f"the reader broke down ({type(cause).__name__} at {where[0].split(' ')[0]})"
    if report is None:
        return Crash(f"{told}; no report could be written")
    return Crash(f"{told}; please report it with {report}, which holds no word of the texts")


def _report(error: BaseException) -> str:
    from tuireader import __version__  # noqa: PLC0415 - not at start

    lines = [
        f"tuireader {__version__}, Python {platform.python_version()}, {platform.system()}, "
        f"TERM {os.environ.get('TERM', '?')[:40]}",
        *(line for each in _causes(error) for line in _told(each)),
    ]
    return "\n".join(lines) + "\n"


def _told(error: BaseException) -> Iterator[str]:
    # A message may quote the text, and often does: what stands in quotes is left out.
    message = _QUOTED.sub("'…'", " ".join(str(error).split()))[:LONGEST]
    yield ""
    yield f"{type(error).__name__}: {message}"
    yield from (f"  {frame}" for frame in _frames(error))


def _causes(error: BaseException) -> list[BaseException]:
    """The error and what led to it, the first cause last."""
    found: list[BaseException] = []
    following: BaseException | None = error
    while following and following not in found:
        found.append(following)
        inner = getattr(following, "error", None)  # a worker's
        own = inner if isinstance(inner, BaseException) else None
        following = own or following.__cause__ or following.__context__
    return found


def _frames(error: BaseException) -> list[str]:
    return [
        f"{'/'.join(PurePath(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
        for frame in traceback.StackSummary.extract(
            traceback.walk_tb(error.__traceback__), lookup_lines=False
        )
    ]


def _write(report: str, folder: Path) -> Path | None:
    now = datetime.now(UTC)
    path = folder / f"{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with open(draft, "w", encoding="utf-8") as file:  # noqa: PTH123 - it is open already
            file.write(report)
        for old in sorted(folder.glob("*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path
