"""One writer a session: a lock that the system lets go of when its holder dies, however it dies."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from pathlib import Path
from typing import IO

from tuireader.compare.review.errors import LockedError, NotWritableError

_TRIES = 20  # a holder that has just left takes its file along; then there is another to lock
_PLACE = 4096  # the byte that is locked, behind the text: Windows lets nobody read a locked byte


class WriterLock:
    """A locked file beside the session, which says who holds it."""

    def __init__(self, session: Path) -> None:
        """Take the lock.

        Raises:
            LockedError: Another process, or this one, has it already.
            NotWritableError: No file can be made there.
        """
        self._path = session.with_name(f"{session.name}-lock")
        for _ in range(_TRIES):
            try:
                self._file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
            except OSError as error:
                raise NotWritableError(f"{session}: {error.strerror or error}") from error
            if not _lock(self._file):
                holder = _holder(self._file)
                self._file.close()
                raise LockedError(f"{session}: is open for review {holder}; close it there first")
            if _is_at(self._file, self._path):
                return
            self._file.close()
        raise LockedError(f"{session}: is being opened and closed by others; try again")

    def release(self) -> None:
        """Let go, and leave no file behind."""
        if sys.platform == "win32":
            self._file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            # While it is still locked, so that nobody's lock is on a file that is gone.
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._file.close()

    def sign(self, reviewer: str) -> None:
        """Say who holds it."""
        told = {"reviewer": reviewer, "process": os.getpid(), "host": socket.gethostname()}
        # The lock counts also where a full disk has no room for the name.
        with contextlib.suppress(OSError):
            self._file.truncate(0)
            self._file.write(json.dumps(told).encode())
            self._file.flush()


def _holder(file: IO[bytes]) -> str:
    try:
        told = json.loads(file.read(_PLACE))
        return f"by {told['reviewer']} (process {told['process']} on {told['host']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "in another program"


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Whether the path still names this file."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(_PLACE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
