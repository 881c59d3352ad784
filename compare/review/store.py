"""One session in one sqlite file: a log that only grows, each event on disk before it counts."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from tuireader.compare.model import Comparison
from tuireader.compare.review.codec import from_plain, moment, stamp, to_plain, to_text
from tuireader.compare.review.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NewerSchemaError,
    NotASessionError,
    NotWritableError,
    ReviewError,
)
from tuireader.compare.review.model import Action, Event

APPLICATION_ID = 0x74756972
""""tuir": what `file` and sqlite see in the head of the file."""

SCHEMA = 1
_BUSY = 5.0  # seconds to wait for a reader that checks or copies the file

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE texts (
    number INTEGER PRIMARY KEY, sha_a TEXT NOT NULL, sha_b TEXT NOT NULL, comparison TEXT NOT NULL
);
CREATE TABLE events (
    number INTEGER PRIMARY KEY, time TEXT NOT NULL, reviewer TEXT NOT NULL, tool TEXT NOT NULL,
    action TEXT NOT NULL, of INTEGER, before TEXT NOT NULL, after TEXT NOT NULL
);
CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
"""
_EVENTS = """
SELECT number, time, reviewer, tool, action, of, before, after FROM events ORDER BY number
"""


class Store:
    """The file of one session."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        """Open a session file.

        Raises:
            ReviewError: One of its kinds, by what is wrong.
        """
        self.path = path
        self.writing = writing
        if not path.is_file():
            raise NotASessionError(
                f"{path}: there is no such session; `tuireader sessions list` lists them"
            )
        if writing and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise NotWritableError(
                f"{path}: can't be written to; copy it to a folder of yours and resume the copy"
            )
        self._connection = _connect(path, writing=writing)
        try:
            with _told(path):
                self._check()
        except BaseException:
            self._connection.close()
            raise

    def _check(self) -> None:
        read = self._connection.execute
        if read("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotASessionError(f"{self.path}: is no session of tuireader")
        schema = read("PRAGMA user_version").fetchone()[0]
        if schema > SCHEMA:
            raise NewerSchemaError(
                f"{self.path}: has schema {schema}, this tuireader knows {SCHEMA}; update tuireader"
            )
        verdict = read("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        if self.writing:
            read("PRAGMA journal_mode = WAL")
            read("PRAGMA synchronous = FULL")

    @property
    def meta(self) -> dict[str, object]:
        """What was fixed when the session was made."""
        with _told(self.path):
            rows = self._connection.execute("SELECT key, value FROM meta ORDER BY key").fetchall()
            return {key: json.loads(value) for key, value in rows}

    def comparison(self, number: int) -> Comparison:
        """The comparison with this number."""
        with _told(self.path):
            row = self._connection.execute(
                "SELECT comparison FROM texts WHERE number = ?", (number,)
            ).fetchone()
            if row is None:
                raise ValueError(f"text {number} is not there")
            return from_plain(Comparison, json.loads(row[0]))

    def events(self) -> Iterator[Event]:
        """All events, in order."""
        with _told(self.path):
            for row in self._connection.execute(_EVENTS):
                yield event_from(row)

    def append(self, event: Event, texts: Mapping[int, Comparison] | None = None) -> None:
        """Put an event on disk, with the comparisons that it brings; all or nothing.

        When this returns, the event outlives a crash of the program and of the machine.

        Raises:
            DiskFullError: There is no room.
            ReviewError: It can't be written for another reason.
        """
        if not self.writing:
            raise NotWritableError(f"{self.path}: was opened to be read only")
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                write_texts(self._connection, texts or {})
                write_event(self._connection, event)
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self._connection.close()


def create(path: Path, meta: Mapping[str, object], first: Event, comparison: Comparison) -> None:
    """Make a session file, whole or not at all, readable by its owner alone.

    Raises:
        ReviewError: There is a file already, or none can be made.
    """
    draft = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        with _told(path):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection = sqlite3.connect(draft, isolation_level=None)
            with contextlib.closing(connection):
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
                connection.execute("PRAGMA synchronous = FULL")
                connection.executescript("BEGIN;" + _TABLES)
                connection.executemany(
                    "INSERT INTO meta VALUES (?, ?)",
                    [(key, to_text(value)) for key, value in meta.items()],
                )
                write_texts(connection, {1: comparison})
                write_event(connection, first)
                connection.execute("COMMIT")
            _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def write_texts(connection: sqlite3.Connection, texts: Mapping[int, Comparison]) -> None:
    """Add comparisons, within a transaction of the caller."""
    for number, comparison in texts.items():
        a, b = comparison.documents
        row = (number, a.sha256, b.sha256, to_text(to_plain(comparison)))
        connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", row)


def write_event(connection: sqlite3.Connection, event: Event) -> None:
    """Add an event, within a transaction of the caller."""
    row = (
        event.number,
        stamp(event.time),
        event.reviewer,
        event.tool,
        event.action.value,
        event.of,
        to_text(event.before),
        to_text(event.after),
    )
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def event_from(row: tuple[int, str, str, str, str, int | None, str, str]) -> Event:
    """The event of a row of the table.

    Raises:
        ValueError: A field can't be read.
    """
    number, time, reviewer, tool, action, of, before, after = row
    return Event(
        number,
        moment(time),
        reviewer,
        tool,
        Action(action),
        json.loads(before),
        json.loads(after),
        of,
    )


def _place(draft: Path, path: Path) -> None:
    """A link, unlike a rename, fails where something came to be in the meantime."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(str(path)) from None
        draft.rename(path)


def _connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    mode = "rw" if writing else "ro"
    with _told(path):
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_BUSY, isolation_level=None
        )


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what sqlite and the system raise into the errors of this room."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _named(path, error) from error
    except FileExistsError as error:
        raise ReviewError(f"{path}: is there already; resume it, or take another name") from error
    except OSError as error:
        raise NotWritableError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise _damaged(path, str(error)) from error


def _named(path: Path, error: sqlite3.DatabaseError) -> ReviewError:
    """By sqlite's result code, whose low byte is the kind (https://sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", 0)
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_NOTADB:
        return NotASessionError(f"{path}: is no session of tuireader")
    if kind == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE:
        return DiskFullError(
            f"{path}: the disk is full; this step is not stored, all before it are:"
            " free some space and repeat it"
        )
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedError(f"{path}: another program is writing to it; close that first")
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return NotWritableError(f"{path}: can't be opened for writing ({error})")
    return _damaged(path, str(error))


def _damaged(path: Path, what: str) -> DamagedError:
    return DamagedError(
        f"{path}: is damaged ({' '.join(what.split())[:80]});"
        " `tuireader sessions export --salvage` writes what can be read to a new file"
    )
