"""One session in one sqlite file: a log that only grows, each event on disk before it counts."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tuireader.compare.model import Comparison
from tuireader.compare.review import schema
from tuireader.compare.review.codec import from_plain
from tuireader.compare.review.errors import (
    NewerSchemaError,
    NotASessionError,
    NotWritableError,
)
from tuireader.compare.review.locks import WriterLock
from tuireader.compare.review.model import Event
from tuireader.compare.review.seals import brought, seal
from tuireader.compare.review.trouble import told

_BUSY = 5.0  # seconds to wait for a reader that checks or copies the file


class Store:
    """The file of one session.

    While it is open for writing there are up to three more files beside it: sqlite's "-wal" and
    "-shm", and the "-lock" of the writer. At rest it is one file.

    Attributes:
        path: Of the file.
        writing: Whether events can be added.
        backup: The copy that was made before an older schema was brought up to date.
    """

    def __init__(self, path: Path, *, writing: bool) -> None:
        """Open a session file.

        Args:
            path: The file.
            writing: Whether events are to be added; then no other process may open it so.

        Raises:
            ReviewError: One of its kinds, by what is wrong.
        """
        self.path = path
        self.writing = writing
        self.backup: Path | None = None
        if not path.is_file():
            remedy = "`tuireader sessions list` lists what there is"
            raise NotASessionError(f"{path}: there is no such session; {remedy}")
        with contextlib.ExitStack() as opened, told(path):
            if writing:
                _check_writable(path)
                self._lock = WriterLock(path)
                opened.callback(self._lock.release)
            # Nothing is written to a file before all of it has been read and found whole.
            self._connection, self._reading = _reader(path)
            opened.callback(self._reading.close)
            self._check()
            self._seal = ""
            self._opened = opened.pop_all()

    def _check(self) -> None:
        read = self._connection.execute
        if read("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
            raise NotASessionError(f"{self.path}: is no session of tuireader")
        number = schema.schema_of(self._connection)
        if number > schema.SCHEMA:
            known = f"has schema {number}, this tuireader knows {schema.SCHEMA}"
            raise NewerSchemaError(f"{self.path}: {known}; update tuireader to open it")
        verdict = read("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        if number < schema.SCHEMA:
            copy = sqlite3.connect(":memory:", isolation_level=None)
            self._reading.callback(copy.close)
            self._connection.backup(copy)
            schema.migrate(copy)
            self._connection = copy

    def start_writing(self, reviewer: str) -> None:
        """Go on from reading, when all events were read, to writing.

        Args:
            reviewer: Who writes, for the message to others who would.
        """
        with told(self.path):
            self._lock.sign(reviewer)
            self._reading.close()
            self._connection = _connect(self.path, "mode=rw")
            self._opened.callback(self._connection.close)
            if schema.schema_of(self._connection) < schema.SCHEMA:
                self.backup = schema.back_up(self._connection, self.path)
                schema.migrate(self._connection)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")

    @property
    def meta(self) -> dict[str, object]:
        """What was fixed when the session was made."""
        with told(self.path):
            rows = self._connection.execute("SELECT key, value FROM meta ORDER BY key").fetchall()
            return {key: json.loads(value) for key, value in rows}

    def comparison(self, number: int) -> Comparison:
        """The comparison with this number."""
        with told(self.path):
            query = "SELECT comparison FROM texts WHERE number = ?"
            row = self._connection.execute(query, (number,)).fetchone()
            if row is None:
                raise ValueError(f"text {number} is not there")
            return from_plain(Comparison, json.loads(row[0]))

    def events(self) -> Iterator[Event]:
        """All events, in order, their seals checked."""
        with told(self.path):
            self._seal = schema.seal_before_events(self._connection)
            # A salvaged log may have gaps; a gap that is not told of breaks the chain of seals.
            for row in self._connection.execute(schema.EVENTS):
                event = schema.event_from(row)
                text = schema.brought_text(self._connection, event)
                self._seal = seal(self._seal, event, text)
                if event.seal != self._seal:
                    raise ValueError(f"event {event.number} is not as it was written")
                yield event

    def append(self, event: Event, comparison: Comparison | None = None) -> Event:
        """Put an event on disk, with the comparison that it brings; all or nothing.

        When this returns, the event outlives a crash of the program and of the machine.

        Args:
            event: Its seal is not looked at.
            comparison: Under the number that the event gives.

        Returns:
            The event with its seal.

        Raises:
            DiskFullError: There is no room.
            ReviewError: It can't be written for another reason.
        """
        if not self.writing:
            raise NotWritableError(f"{self.path}: was opened to be read only")
        connection = self._connection
        with told(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                sealed = _write(connection, self._seal, event, comparison)
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
        self._seal = sealed.seal
        return sealed

    def close(self) -> None:
        """Let go of the file; what sqlite keeps beside it is folded into it."""
        if self.writing:
            # A file at rest that needs no other beside it can be read in a read-only folder.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._opened.close()


def create(path: Path, meta: Mapping[str, object], first: Event, comparison: Comparison) -> None:
    """Make a session file, whole or not at all, readable by its owner alone.

    Raises:
        ReviewError: There is a file already, or none can be made.
    """
    with told(path), drafted(path) as connection:
        schema.make_tables(connection, meta)
        _write(connection, schema.seal_before_events(connection), first, comparison)
        connection.execute("COMMIT")


@contextlib.contextmanager
def drafted(path: Path) -> Iterator[sqlite3.Connection]:
    """A new database that comes to be at `path` when all went well.

    Raises:
        OSError: There is a file already, or none can be made.
    """
    draft = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
        _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _write(
    connection: sqlite3.Connection, previous: str, event: Event, comparison: Comparison | None
) -> Event:
    number, text = brought(event), ""
    if comparison is not None and number is not None:
        schema.write_texts(connection, number, comparison)
        text = schema.brought_text(connection, event)
    sealed = replace(event, seal=seal(previous, event, text))
    schema.write_event(connection, sealed)
    return sealed


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


def _check_writable(path: Path) -> None:
    for place in (path, path.parent):
        if not os.access(place, os.W_OK):
            remedy = "copy the session to a folder of yours and resume the copy"
            raise NotWritableError(f"{path}: {place.name or place} is read-only; {remedy}")


def _reader(path: Path) -> tuple[sqlite3.Connection, contextlib.ExitStack]:
    """A connection that changes nothing but what a kill left half done, and what closes it."""
    beside = [path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-journal")]
    left = [file for file in beside if file.exists()]
    with contextlib.ExitStack() as opened:
        if os.access(path.parent, os.W_OK):
            # A journal is there where a kill met the change of modes: who reads must roll it back.
            connection = _connect(path, "mode=rw" if beside[1] in left else "mode=ro")
        elif not left:
            # sqlite would make a file beside it to share with others; there are none.
            connection = _connect(path, "immutable=1")
        else:
            folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
            for file in (path, *left):
                shutil.copyfile(file, folder / file.name)
            connection = _connect(folder / path.name, "mode=rw")
        opened.callback(connection.close)
        return connection, opened.pop_all()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=_BUSY, isolation_level=None)
