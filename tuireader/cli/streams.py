"""Standard output and standard error: UTF-8 everywhere, quiet when the other end has gone."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from tuireader.cli.trouble import ReaderGone, Trouble

DEFAULT_WIDTH = 100  # where no terminal says: the narrowest page with two columns
WIDEST = 160  # longer lines are no pleasure to read


def prepare() -> None:
    """Write UTF-8 with plain newlines whatever the locale says; called once, before any output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(text: str) -> None:
    """Write data to standard output, at once.

    Raises:
        ReaderGone: The pipe's other end is closed.
        Trouble: It can't be written, as to a full disk.
    """
    # Python leaves None in place of a stream that was closed before the start.
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise Trouble("standard output is closed")
    try:
        stdout.write(text)
        stdout.flush()
    except BrokenPipeError as error:
        silence()
        raise ReaderGone from error
    except OSError as error:
        silence()
        raise Trouble(f"standard output: {error.strerror or error}") from error


def narrate(line: str) -> None:
    """Write one line about what happens to standard error; it is no trouble if nobody reads it."""
    _tell(line + "\n")


def watched() -> bool:
    """Whether a counter can be shown: standard error is a terminal and the data goes elsewhere."""
    stderr: TextIO | None = sys.stderr
    return stderr is not None and stderr.isatty() and not to_terminal()


def overwrite(line: str) -> None:
    """Show a short line on the terminal of standard error in place of the one before it."""
    _tell(f"\r\x1b[K{line}")


def _tell(text: str) -> None:
    stderr: TextIO | None = sys.stderr
    if stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            stderr.write(text)
            stderr.flush()


def silence() -> None:
    """Send what Python still flushes at its end to nowhere."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def to_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether standard output is a terminal that can do more than print."""
    stdout: TextIO | None = sys.stdout
    return stdout is not None and stdout.isatty() and environ.get("TERM") != "dumb"


def colour_wanted(when: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour, by `--color` and NO_COLOR (https://no-color.org: set and not empty)."""
    if when == "auto":
        return to_terminal(environ) and not environ.get("NO_COLOR")
    return when == "always"


def page_width() -> int:
    """Cells of a printed line: COLUMNS, else the terminal's up to a readable length, else 100."""
    if to_terminal() or os.environ.get("COLUMNS", "").isdigit():
        return min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, WIDEST)
    return DEFAULT_WIDTH
