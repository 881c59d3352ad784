"""The one kind of trouble that this room reports."""

from __future__ import annotations


class DocumentError(Exception):
    """A text cannot be read or split; `str` is one printable line for the user.

    The line names the source, what is wrong and where, and what to do about it.
    """


def trouble(source: str, problem: str, remedy: str) -> DocumentError:
    """A DocumentError in the one form that all of them have.

    Whatever cannot be printed (a file name may hold a newline or an escape sequence) is written as
    its code.
    """
    name = "standard input" if source == "-" else source
    return DocumentError(_printable(f"{name}: {problem}; {remedy}"))


def _printable(line: str) -> str:
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in line
    )
