"""From a path, or standard input, to bytes: everything that can go wrong says so in one line."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.ready import compiled

MAX_BYTES = 64 * 1024 * 1024
"""More than a thousand novels' worth of pages is no account of one event."""

_MEGABYTE = 1024 * 1024
# The shell's <(command) opens a pipe and passes its name: that one has a writer and an end.
_SHELL_PIPE = compiled(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def load(source: str, *, stdin: BinaryIO | None = None) -> bytes:
    """Read the bytes of a file, or of standard input for "-".

    Args:
        source: A path, or "-".
        stdin: What to read for "-"; the process's own standard input unless given.

    Raises:
        DocumentError: The file is missing, no regular file, unreadable, empty or too large.
    """
    try:
        if source == "-":
            data = (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)
        else:
            _check(source)
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _explain(source, error) from error
    if not data:
        raise trouble(source, "it is empty", "give a file with text in it")
    if len(data) > MAX_BYTES:
        raise too_large(source)
    return data


def too_large(source: str) -> DocumentError:
    """The error for a text beyond the limit."""
    problem = f"it is larger than {MAX_BYTES // _MEGABYTE} MiB, the most that can be read"
    return trouble(source, problem, "give only the part that tells of the event")


def _check(source: str) -> None:
    status = Path(source).stat()
    if stat.S_ISDIR(status.st_mode):
        raise trouble(source, "it is a folder, not a text", "name a file inside it")
    if _SHELL_PIPE.fullmatch(source):
        return
    for is_kind, name in _KINDS:
        if is_kind(status.st_mode):
            remedy = 'save its content in a file, or pass it on standard input as "-"'
            raise trouble(source, f"it is {name}, not a file", remedy)
    if status.st_size > MAX_BYTES:
        raise too_large(source)


def _explain(source: str, error: OSError | ValueError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return trouble(source, "there is no such file", _suggestion(source))
    if isinstance(error, PermissionError):
        return trouble(source, "you have no permission to read it", "check its access rights")
    reason = getattr(error, "strerror", None) or str(error)
    return trouble(source, f"it cannot be read ({reason})", "check the path and the file")


def _suggestion(source: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a missing file needs it

    path = Path(source)
    try:
        names = os.listdir(path.parent)  # noqa: PTH208 - names only, and it must stay cheap
    except OSError:
        return "check the path"
    close = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f"did you mean {path.parent / close[0]}?" if close else "check the path"
