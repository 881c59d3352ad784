"""A session in another file: the way on where its own can't be written any more."""

from __future__ import annotations

from pathlib import Path

from tuireader.compare.review.log import lines_of, read_log
from tuireader.compare.review.session import Session


def reopened(session: Session, path: Path) -> Session:
    """The session in a new file, with all that is stored of it.

    Args:
        session: What can be read but not written; it stays as it is.
        path: Where no file is yet.

    Raises:
        ReviewError: It can't be read, or nothing can be written there either.
    """
    from tuireader import __version__  # noqa: PLC0415 - the front door, which imports the rest

    read_log(lines_of(session.path), path)
    return Session.open(path, reviewer=session.reviewer, tool_version=__version__)
