"""The frozen dataclasses of a comparison as plain JSON values, and back without loss."""

from __future__ import annotations

import datetime as dt
import json
import math
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Value

Json = object
"""None, bool, int, float, str, list or dict of these."""

T = TypeVar("T")
_VALUES = {kind.kind.value: kind for kind in typing.get_args(Value)}


def to_plain(value: object) -> Json:
    """A dataclass, an enum, a date, a tuple, set or mapping of them as JSON has it.

    A span is a list of two, an endless number a string, and the value of a facet names its kind.
    """
    return _writer(cast("Hashable", type(value)))(value)


def from_plain(kind: type[T], data: Json) -> T:
    """What `to_plain` was given.

    Args:
        kind: Its class, or an alias such as `tuple[Pair, ...]`.
        data: What `to_plain` made of it.

    Raises:
        ValueError: `data` is nothing that `to_plain` makes of a `kind`.
    """
    try:
        made: T = _reader(cast("Hashable", kind))(data)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {getattr(kind, '__name__', kind)}: {error}") from error
    return made


def to_text(data: Json) -> str:
    """One line of ASCII: half characters, which no file may hold, become escapes."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def stamp(time: dt.datetime) -> str:
    """A time in UTC, to the microsecond: "2026-03-01T09:30:00.000000Z"."""
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> dt.datetime:
    """The time that `stamp` wrote."""
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC)


_Converter = Callable[[Any], Any]

_WRITERS: tuple[tuple[type | tuple[type, ...], _Converter], ...] = (
    (Enum, lambda value: str(value.value)),
    ((str, int, types.NoneType), lambda value: value),
    (float, lambda value: value if math.isfinite(value) else str(value)),
    (dt.datetime, stamp),
    (dt.date, dt.date.isoformat),
    (Span, lambda span: [span.start, span.end]),
    (Facet, lambda facet: [to_plain(facet.span), facet.kind.value, to_plain(facet.value)]),
    ((tuple, list), lambda items: [to_plain(item) for item in items]),
    (frozenset, lambda items: sorted((to_plain(item) for item in items), key=to_text)),
    (Mapping, lambda rows: {str(key): to_plain(item) for key, item in rows.items()}),
)


@cache
def _writer(kind: Hashable) -> _Converter:
    """What turns values of a class into plain ones."""
    for base, write in _WRITERS:
        if issubclass(cast("type", kind), base):
            return write
    if not is_dataclass(kind):
        raise TypeError(f"no JSON for {kind}")
    names = [f.name for f in fields(kind) if f.init]
    return lambda value: {name: to_plain(getattr(value, name)) for name in names}


@cache
def _reader(kind: Hashable) -> _Converter:
    """What turns plain values into a `kind`, a class or a typing alias."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if origin in _GENERIC:
        return _GENERIC[origin](inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        return _dataclass(cast("type", kind))
    raise TypeError(f"no reader for {kind}")


def _exactly(kind: type) -> _Converter:
    def read(data: object) -> object:
        if type(data) is not kind:
            raise TypeError(f"{data!r:.40} is no {kind.__name__}")
        return data

    return read


def _facet(data: tuple[list[int], str, Json]) -> Facet[Value]:
    place, kind, value = data
    return Facet(Span(*place), _reader(_VALUES[kind])(value))


def _tuple(inner: tuple[Any, ...]) -> _Converter:
    readers = [_reader(part) for part in inner if part is not ...]
    if inner[-1] is ...:
        item = readers[0]
        return lambda data: tuple([item(found) for found in data])
    return lambda data: tuple([read(found) for read, found in zip(readers, data, strict=True)])


def _set(inner: tuple[Any, ...]) -> _Converter:
    item = _reader(inner[0])
    return lambda data: frozenset(map(item, data))


def _mapping(inner: tuple[Any, ...]) -> _Converter:
    item = _reader(inner[1])
    return lambda data: {key: item(found) for key, found in data.items()}


def _optional(inner: tuple[Any, ...]) -> _Converter:
    (item,) = (_reader(part) for part in inner if part is not types.NoneType)
    return lambda data: None if data is None else item(data)


def _dataclass(kind: type) -> _Converter:
    hints = typing.get_type_hints(kind, localns={"Value": Value})
    plan = [(f.name, _reader(hints[f.name])) for f in fields(kind) if f.init]

    def read(data: Mapping[str, Json]) -> object:
        # A field that a later version added keeps its default.
        return kind(**{name: item(data[name]) for name, item in plan if name in data})

    return read


_PLAIN: Mapping[Any, _Converter] = {
    object: lambda data: data,
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    float: float,
    dt.date: dt.date.fromisoformat,
    dt.datetime: moment,
    Span: lambda data: Span(*map(int, data)),
}
_GENERIC: Mapping[Any, Callable[[tuple[Any, ...]], _Converter]] = {
    Facet: lambda _: _facet,
    tuple: _tuple,
    frozenset: _set,
    Mapping: _mapping,
    typing.Union: _optional,
    types.UnionType: _optional,
}
