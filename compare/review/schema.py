"""The tables of a session file, and how a file of an older tuireader comes to have them."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from tuireader.compare.model import Comparison
from tuireader.compare.review.codec import moment, stamp, to_plain, to_text
from tuireader.compare.review.model import Action, Event
from tuireader.compare.review.seals import brought, first_seal, seal

APPLICATION_ID = 0x74756972
"""Stands for "tuir" in the head of the file, where `file` and sqlite look for it."""

SCHEMA = 2
"""1 had no seals."""

_STAY = """
CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
"""
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE texts (
    number INTEGER PRIMARY KEY, sha_a TEXT NOT NULL, sha_b TEXT NOT NULL, comparison TEXT NOT NULL
);
CREATE TABLE events (
    number INTEGER PRIMARY KEY, time TEXT NOT NULL, reviewer TEXT NOT NULL, tool TEXT NOT NULL,
    action TEXT NOT NULL, of INTEGER, before TEXT NOT NULL, after TEXT NOT NULL, seal TEXT NOT NULL
);
"""
EVENTS = """
SELECT number, time, reviewer, tool, action, of, before, after, seal FROM events ORDER BY number
"""
Row = tuple[int, str, str, str, str, int | None, str, str, str]


def make_tables(connection: sqlite3.Connection, meta: Mapping[str, object]) -> None:
    """Make an empty session; opens a transaction, which the caller commits."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.executescript("BEGIN;" + _TABLES + _STAY)
    rows = [(key, to_text(value)) for key, value in meta.items()]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)


def write_texts(connection: sqlite3.Connection, number: int, comparison: Comparison) -> None:
    """Add a comparison, within a transaction of the caller."""
    a, b = comparison.documents
    row = (number, a.sha256, b.sha256, to_text(to_plain(comparison)))
    connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", row)


def write_event(connection: sqlite3.Connection, event: Event) -> None:
    """Add an event, within a transaction of the caller."""
    row: Row = (
        event.number,
        stamp(event.time),
        event.reviewer,
        event.tool,
        event.action.value,
        event.of,
        to_text(event.before),
        to_text(event.after),
        event.seal,
    )
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def event_from(row: Row) -> Event:
    """The event of a row.

    Raises:
        ValueError: A field can't be read.
    """
    number, time, reviewer, tool, action, of, before, after, sealed = row
    when, changes = moment(time), (json.loads(before), json.loads(after))
    return Event(number, when, reviewer, tool, Action(action), *changes, of, sealed)


def seal_before_events(connection: sqlite3.Connection) -> str:
    """What stands in for the seal before the first event."""
    return first_seal(connection.execute("SELECT key, value FROM meta").fetchall())


def brought_text(connection: sqlite3.Connection, event: Event) -> str:
    """The JSON of the comparison that an event brings, or "".

    Raises:
        ValueError: It is not there.
    """
    number = brought(event)
    if number is None:
        return ""
    query = "SELECT comparison FROM texts WHERE number = ?"
    row = connection.execute(query, (number,)).fetchone()
    if row is None:
        raise ValueError(f"text {number} is not there")
    text: str = row[0]
    return text


def schema_of(connection: sqlite3.Connection) -> int:
    """The schema that the file says it has."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables of an older tuireader up to date, all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        _add_seals(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _add_seals(connection: sqlite3.Connection) -> None:
    for trigger in ("events_stay", "events_last"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("ALTER TABLE events ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    previous = seal_before_events(connection)
    for row in connection.execute(EVENTS).fetchall():
        event = event_from(row)
        previous = seal(previous, event, brought_text(connection, event))
        change = "UPDATE events SET seal = ? WHERE number = ?"
        connection.execute(change, (previous, event.number))
    for statement in _STAY.strip().split("END;\n"):
        connection.execute(statement.removesuffix("END;") + "END;")


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """A copy of the session beside it, before its tables change; never over another file."""
    number, stem = schema_of(connection), path.name
    for count in range(1, 1000):
        again = "" if count == 1 else f"-{count}"
        copy = path.with_name(f"{stem}.schema-{number}{again}.bak")
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        with contextlib.closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
        return copy
    raise FileExistsError(f"{stem}.bak")
