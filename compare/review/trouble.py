"""What sqlite and the system raise, as the errors of this room: one line with a way on."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tuireader.compare.review.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NotASessionError,
    NotWritableError,
    ReviewError,
)

# Result codes of sqlite (https://sqlite.org/rescode.html); the low byte of one is its kind.
_NO_ROOM = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
)
_TAKEN = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CONSTRAINT})
_BARRED = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a session file as a ReviewError that names it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _by_code(path, error) from error
    except FileExistsError as error:
        raise ReviewError(f"{path}: is there already; resume it, or take another name") from error
    except OSError as error:
        raise NotWritableError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise damaged(path, str(error)) from error


def damaged(path: Path, what: str) -> DamagedError:
    """The error for a file that can't be read whole."""
    remedy = "`tuireader sessions export --salvage` writes what can be read of it to a new file"
    return DamagedError(f"{path}: is damaged ({' '.join(what.split())[:90]}); {remedy}")


def _by_code(path: Path, error: sqlite3.DatabaseError) -> ReviewError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_NOTADB:
        return NotASessionError(f"{path}: is no session of tuireader")
    if code in _NO_ROOM:
        stored = "this step is not stored, all before it are"
        return DiskFullError(f"{path}: no room on the disk; {stored}: free some and repeat it")
    if kind in _TAKEN:
        return LockedError(f"{path}: another program has written to it; close that, resume this")
    if kind in _BARRED:
        return NotWritableError(f"{path}: can't be written ({error}); copy it to a folder of yours")
    if kind == sqlite3.SQLITE_IOERR:
        return NotWritableError(f"{path}: the disk fails ({error}); copy what is there elsewhere")
    return damaged(path, str(error))
