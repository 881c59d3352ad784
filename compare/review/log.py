"""A session as JSON Lines, and back: the same events, the same state, the same bytes again.

The first line has what is fixed of the session, then comes a line an event, and before each event
that brings texts a line with the comparison of them. Everything is ASCII; see docs/review.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path

from tuireader.compare.model import Comparison
from tuireader.compare.review import schema
from tuireader.compare.review.codec import Json, from_plain, to_plain, to_text
from tuireader.compare.review.errors import ReviewError
from tuireader.compare.review.model import Event
from tuireader.compare.review.seals import brought, seal
from tuireader.compare.review.store import Store, drafted
from tuireader.compare.review.trouble import told

SCHEMA_ID = "tuireader.review/1"


class LogError(ReviewError):
    """A log can't be imported; `str` names the line and what to do."""


def lines_of(path: Path) -> Iterator[str]:
    """The log of a session file, each line with its newline.

    Raises:
        ReviewError: The file is no session, or damaged.
    """
    store = Store(path, writing=False)
    try:
        yield head_line(store.meta)
        for event in store.events():
            number = brought(event)
            if number is not None:
                yield text_line(number, to_plain(store.comparison(number)))
            yield event_line(event)
    finally:
        store.close()


def head_line(meta: Mapping[str, Json], *, salvaged: bool = False) -> str:
    """The first line."""
    head: dict[str, Json] = {"schema": SCHEMA_ID, "session": dict(meta)}
    return to_text(head | {"salvaged": True} if salvaged else head) + "\n"


def text_line(number: int, comparison: Json) -> str:
    """The line of a comparison."""
    return to_text({"texts": number, "comparison": comparison}) + "\n"


def event_line(event: Event) -> str:
    """The line of an event."""
    row = {field.name: to_plain(getattr(event, field.name)) for field in fields(event)}
    return to_text({"event": row.pop("number"), **row}) + "\n"


def read_log(lines: Iterable[str], path: Path, comparison: Comparison | None = None) -> None:
    """Make a session file of a log.

    Args:
        lines: Those of `lines_of`, or of a salvage.
        path: Where no file is yet.
        comparison: Stands in for texts that a salvage could not read; it must be of the same texts
            and by the same version of tuireader, so that its pairs have the same ids.

    Raises:
        LogError: A line can't be read or was altered, or texts are missing.
        ReviewError: A file is there already, or none can be made.
    """
    numbered = enumerate(lines, 1)
    head = _record(*next(numbered, (1, "")))
    meta = head.get("session")
    if head.get("schema") != SCHEMA_ID or not isinstance(meta, dict):
        known = f"the first line of a log has the schema {SCHEMA_ID}"
        raise LogError(f"line 1: is no log of a session ({known})")
    with told(path), drafted(path) as connection:
        schema.make_tables(connection, meta)
        previous = schema.seal_before_events(connection)
        texts: dict[int, str] = {}
        salvaged = head.get("salvaged") is True
        event = None
        for number, line in numbered:
            record = _record(number, line)
            if "texts" in record:
                _keep_text(texts, number, record)
                continue
            event = _event(number, record)
            text = _text_for(event, texts, comparison)
            if text:
                schema.write_texts(connection, brought(event) or 1, _comparison(number, text))
            sealed = replace(event, seal=seal(previous, event, text))
            if sealed.seal != event.seal and not salvaged:
                raise LogError(f"line {number}: was altered, or lines before it were; seals differ")
            schema.write_event(connection, sealed)
            previous = sealed.seal
        if event is None:
            raise LogError("the log has no events")
        connection.execute("COMMIT")


def _record(number: int, line: str) -> dict[str, Json]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise LogError(f"line {number}: is no JSON ({error})") from error
    if not isinstance(record, dict):
        raise LogError(f"line {number}: is no object")
    return record


def _keep_text(texts: dict[int, str], number: int, record: Mapping[str, Json]) -> None:
    key = record["texts"]
    if not isinstance(key, int):
        raise LogError(f'line {number}: "texts" is no number')
    texts[key] = to_text(record.get("comparison"))


def _event(number: int, record: dict[str, Json]) -> Event:
    try:
        return from_plain(Event, {"number": record.pop("event"), **record})
    except (KeyError, ValueError) as error:
        raise LogError(f"line {number}: is no event ({error})") from error


def _text_for(event: Event, texts: dict[int, str], comparison: Comparison | None) -> str:
    number = brought(event)
    if number is None:
        return ""
    if number not in texts:
        if comparison is None:
            raise LogError(f"event {event.number}: its texts are missing; name the two files")
        return to_text(to_plain(comparison))
    return texts[number]


def _comparison(number: int, text: str) -> Comparison:
    try:
        return from_plain(Comparison, json.loads(text))
    except ValueError as error:
        raise LogError(f"line {number}: no comparison before it ({error})") from error
