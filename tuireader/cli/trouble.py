"""What ends a command early: one line on stderr, or none."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes, as diff has them, and those of a process that a signal ends."""

    SAME = 0  # nothing that is listed diverges or conflicts
    DIFFERENT = 1
    TROUBLE = 2
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Trouble(Exception):  # noqa: N818
    """Something that the user can mend; `str` is the line that says what and how."""


class ReaderGone(Exception):  # noqa: N818
    """Whoever read our standard output has gone: stop without a word.

    Not an OSError, since Typer turns a broken pipe into exit code 1, which means a difference.
    """
