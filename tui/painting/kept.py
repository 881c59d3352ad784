"""Small files that are kept between two runs, and the stamps of the files that they hang on.

This is read before anything else is imported: it does without pathlib, re and json.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FOLDER = "first"  # in the state folder
LONGEST = 200_000  # bytes of a file worth reading


class KeptError(ValueError):
    """What was read is not what was kept."""


class Stamp(NamedTuple):
    """A file as it was; nanoseconds and bytes are -1 where there was none."""

    nanoseconds: int
    size: int
    path: str


def digest(parts: Iterable[str]) -> str:
    """A name for a file, made of what its content hangs on; the same in all processes."""
    try:
        from _blake2 import blake2b  # noqa: PLC0415 - hashlib takes five times as long to import
    except ImportError:
        from hashlib import blake2b  # noqa: PLC0415

    told = "\0".join(parts).encode("utf-8", "surrogateescape")
    name: str = blake2b(told, digest_size=12).hexdigest()
    return name


def stamp(path: str) -> Stamp:
    """A file as it is now."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return Stamp(-1, -1, path)
    return Stamp(status.st_mtime_ns, status.st_size, path)


def stamp_line(each: Stamp) -> str:
    """A stamp as a line of a file."""
    return f"{each.nanoseconds} {each.size} {each.path}"


def stamp_of(line: str) -> Stamp:
    """What `stamp_line` wrote.

    Raises:
        ValueError: It is none.
    """
    nanoseconds, size, path = line.split(" ", 2)
    return Stamp(int(nanoseconds), int(size), path)


def is_current(stamps: Sequence[Stamp]) -> bool:
    """Whether all these files are as they were."""
    return all(stamp(each.path) == each for each in stamps)


def load(path: str) -> str:
    """The text of a small file.

    Raises:
        OSError: It can't be read.
        ValueError: It is too long, or no UTF-8.
    """
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise KeptError("too long")
    return data.decode("utf-8")
