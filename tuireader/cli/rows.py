"""A row of `batch`: read, compared, and answered in one line whatever it holds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import NamedTuple

from tuireader import __version__, api
from tuireader.compare.documents import DocumentError, document_from_text
from tuireader.compare.lenses import Lens
from tuireader.compare.model import Document, Side
from tuireader.compare.report.json_report import as_json, to_line


class Row(NamedTuple):
    """One line of input, counted from 1."""

    number: int
    line: bytes


class Answer(NamedTuple):
    """One line of output, and whether it holds a comparison."""

    line: str
    good: bool


class RowError(Exception):
    """A row is not what it should be; `str` says how."""


def answer(row: Row, *, lenses: Sequence[Lens] | None = None) -> Answer:
    """Compare the texts of one row.

    A row without an id gets its number for one. What cannot be compared is answered by a line
    with "id", "line" and "error"; no row raises.
    """
    identity: object = row.number
    try:
        data = _read(row.line)
        identity = data.get("id", row.number)
        if not isinstance(identity, (str, int)) or isinstance(identity, bool):
            identity = row.number
            raise RowError('"id" must be a string or a whole number')
        a, b = _document(data, Side.A), _document(data, Side.B)
        comparison = api.compare(a, b, lenses=lenses)
        return Answer(to_line({"id": identity, **as_json(comparison, version=__version__)}), True)
    except (RowError, DocumentError) as error:
        return _refusal(identity, row, str(error))
    except Exception as error:  # noqa: BLE001 - one row's fault must not end the others
        return _refusal(identity, row, f"internal error, {type(error).__name__}: {error}")


def lost(row: Row) -> Answer:
    """The answer to a row that killed the process it was compared in."""
    return _refusal(row.number, row, "its process died, perhaps for want of memory")


def _refusal(identity: object, row: Row, message: str) -> Answer:
    return Answer(to_line({"id": identity, "line": row.number, "error": message}), False)


def _read(line: bytes) -> dict[str, object]:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise RowError(f"not JSON: {error.msg} at column {error.colno}") from error
    except UnicodeDecodeError as error:
        raise RowError(f"not UTF-8: byte {error.start + 1}") from error
    except RecursionError as error:
        raise RowError("not JSON that could be read: nested too deep") from error
    if not isinstance(data, dict):
        raise RowError('not an object {"id": …, "a": …, "b": …}')
    return data


def _document(data: dict[str, object], side: Side) -> Document:
    name = side.value
    form = data.get(f"format_{name}")
    if form is not None and not isinstance(form, str):
        raise RowError(f'"format_{name}" must be a text')
    date = _date(data, f"date_{name}")
    return document_from_text(_text(data, name), side, source=name, form=form, date=date)


def _text(data: dict[str, object], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str):
        raise RowError(f'"{name}" must be a text' if name in data else f'"{name}" is missing')
    return value


def _date(data: dict[str, object], name: str) -> dt.date | None:
    value = data.get(name)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError as error:
        raise RowError(f'"{name}" is no day of the form YYYY-MM-DD') from error
