"""Small files of the state folder, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is readable by its user alone, in a folder that is made where it is not.

    Raises:
        OSError: It can't be written; what was there before is there still.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, draft = mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(data)
        os.replace(draft, path)  # noqa: PTH105 - the draft has no Path
    finally:
        Path(draft).unlink(missing_ok=True)


def thin(folder: Path, pattern: str, most: int) -> None:
    """Let go of the files least lately written, where there are too many of a pattern.

    Raises:
        OSError: One of them can't be taken away.
    """
    dated = [(file.stat().st_mtime, file) for file in folder.glob(pattern)]
    for _, file in sorted(dated, reverse=True)[most:]:
        file.unlink(missing_ok=True)
