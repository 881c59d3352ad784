"""The one kind of trouble that this room reports."""

from __future__ import annotations

CLIPBOARD = "@clipboard"
"""The source that stands for the clipboard."""

_NAMES = {"-": "standard input", CLIPBOARD: "the clipboard"}


class DocumentError(Exception):
    """A text cannot be read or split; `str` is one printable line for the user.

    The line names the source, what is wrong and where, and what to do about it.
    """


class Unreadable(Exception):  # noqa: N818
    """What the reader of a text raises, who does not know the source; made a DocumentError above.

    Attributes:
        problem: As in `trouble`.
        remedy: As in `trouble`.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy


def trouble(source: str, problem: str, remedy: str) -> DocumentError:
    """A DocumentError in the one form that all of them have.

    Whatever cannot be printed (a file name may hold a newline or an escape sequence) is written as
    its code.
    """
    return DocumentError(_printable(f"{_NAMES.get(source, source)}: {problem}; {remedy}"))


def _printable(line: str) -> str:
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in line
    )
