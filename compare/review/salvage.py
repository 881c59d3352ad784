"""What can still be read of a damaged session, as a log; the damaged file is only copied."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from tuireader.compare.review import schema
from tuireader.compare.review.codec import Json, to_text
from tuireader.compare.review.errors import NotASessionError
from tuireader.compare.review.log import event_line, head_line, text_line
from tuireader.compare.review.model import Event
from tuireader.compare.review.seals import brought, first_seal, seal
from tuireader.compare.review.trouble import told
from tuireader.compare.review.view import Facts

_EVENT = schema.EVENTS.replace("ORDER BY number", "WHERE number = ?")
_MISSES = 2000  # event numbers tried behind the last that was read, where the file can't say more


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read of a damaged session.

    Attributes:
        lines: A log that `read_log` takes; each with its newline.
        events: How many events were read.
        lost: Numbers of the events before the last one that could not be.
        altered: Numbers of the events that were read but do not fit their seals.
        texts_lost: Numbers of the comparisons that could not be read; `read_log` then wants one.
    """

    lines: tuple[str, ...]
    events: int
    lost: tuple[int, ...]
    altered: tuple[int, ...]
    texts_lost: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing seems to be missing."""
        return not (self.lost or self.altered or self.texts_lost)


def salvage(path: Path) -> Salvaged:
    """Read a session file row by row and pass over what can't be read.

    Raises:
        NotASessionError: Nothing in it can be read.
        ReviewError: It can't be opened or copied at all.
    """
    with told(path), tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        for ending in ("-wal", "-journal"):
            beside = path.with_name(f"{path.name}{ending}")
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(f"copy{ending}"))
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            return _read(connection, path)


def _read(connection: sqlite3.Connection, path: Path) -> Salvaged:
    meta = _meta(connection)
    seals = {0: first_seal((key, to_text(value)) for key, value in meta.items())}
    lines: list[str] = []
    altered: list[int] = []
    texts_lost: list[int] = []
    for event in _events(connection):
        number, text = brought(event), ""
        if number is not None:
            text = _value(connection, "SELECT comparison FROM texts WHERE number = ?", number)
            if text:
                lines.append(text_line(number, json.loads(text)))
            else:
                texts_lost.append(number)
        before = seals.get(event.number - 1)
        testable = before and event.seal and (number is None or text)
        if before and testable and event.seal != seal(before, event, text):
            altered.append(event.number)
        seals[event.number] = event.seal
        lines.append(event_line(event))
    numbers = sorted(seals)[1:]
    if not numbers:
        raise NotASessionError(f"{path}: no event in it can be read; there is nothing to salvage")
    lost = tuple(number for number in range(1, numbers[-1]) if number not in seals)
    head = head_line(_completed(meta, lines[-1], path.stem, lost), salvaged=True)
    return Salvaged((head, *lines), len(numbers), lost, tuple(altered), tuple(texts_lost))


def _completed(
    meta: Mapping[str, Json], line: str, name: str, lost: tuple[int, ...]
) -> dict[str, Json]:
    """The facts of the session, where they can't be read those of an event."""
    event = json.loads(line)
    facts = {
        "id": "salvaged",
        "name": name,
        "reviewer": event["reviewer"],
        "created": event["time"],
        "tool": event["tool"],
        "lenses": [],
        **meta,
    }
    before = facts.get("lost")
    return {**facts, "lost": [*(before if isinstance(before, list) else []), *lost]}


def _meta(connection: sqlite3.Connection) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for field in fields(Facts):
        text = _value(connection, "SELECT value FROM meta WHERE key = ?", field.name)
        with contextlib.suppress(ValueError):
            found[field.name] = json.loads(text)
    return found


def _value(connection: sqlite3.Connection, query: str, key: str | int) -> str:
    """The text of one row if it is there, can be read and is JSON, else ""."""
    try:
        row = connection.execute(query, (key,)).fetchone()
        json.loads(row[0])
    except (sqlite3.Error, ValueError, TypeError):
        return ""
    return str(row[0])


def _events(connection: sqlite3.Connection) -> Iterator[Event]:
    """The events that can be read, each looked up by its number."""
    try:
        (last,) = connection.execute("SELECT max(number) FROM events").fetchone()
    except sqlite3.Error:
        last = None
    number = misses = 0
    while misses < _MISSES if last is None else number < last:
        number += 1
        try:
            row = connection.execute(_EVENT, (number,)).fetchone()
            event = schema.event_from(row)
        except (sqlite3.Error, ValueError, TypeError):
            misses += 1
        else:
            misses = 0
            yield event
