"""The comparisons that were opened of late: a line of JSON each, the newest last.

The file holds where the texts are and what the user called them, and no word of the texts
themselves. A line that can't be understood is passed over; so is a file that can't be read or
written.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from time import time
from typing import NamedTuple

from tuireader.compare.model import Summary
from tuireader.tui.memory.files import write_whole
from tuireader.tui.opening.request import Reading, Request

FILE = "recent.jsonl"
KEPT = 50
_DAMAGE = (
    *(ValueError, KeyError, TypeError, AttributeError, OverflowError),
    RecursionError,  # of the JSON module, at a line of brackets
)
LATEST = 1e11  # seconds; later than any clock shows
LONGEST = 1_000_000  # bytes of a file worth reading


class Recent(NamedTuple):
    """One comparison that was opened.

    Attributes:
        request: How to open it again; its paths start from the root.
        when: Seconds since the epoch.
        counts: The verdicts as they were last, if they are known.
    """

    request: Request
    when: float
    counts: Summary | None = None

    @classmethod
    def of(cls, reading: Reading, counts: Summary | None = None) -> Recent | None:
        """What to keep of a reading; None where it could not be opened again."""
        request = reading.request
        if request is None or not reading.lasting:
            return None
        a = _absolute(request.a)
        b = None if request.b is None else _absolute(request.b)
        return cls(request._replace(a=a, b=b, allow_private=False), time(), counts)


class Recents:
    """The file of them. No call raises."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def load(self) -> list[Recent]:
        """All of them, the newest first."""
        try:
            with self.path.open("rb") as file:
                lines = file.read(LONGEST).splitlines()
        except OSError:
            return []
        found: list[Recent] = []
        for line in reversed(lines):
            with contextlib.suppress(*_DAMAGE):
                found.append(from_json(line))
        return found[:KEPT]

    def note(self, recent: Recent) -> None:
        """Put one first, in place of an earlier one of the same texts.

        Verdicts that were known stay known where the new one has none.
        """
        earlier = (each for each in self.load() if _key(each.request) == _key(recent.request))
        known = next((each.counts for each in earlier), None)
        recent = recent._replace(counts=recent.counts or known)
        self._write([recent, *self._without(recent.request)])

    def forget(self, request: Request) -> None:
        """Take one out."""
        self._write(self._without(request))

    def _without(self, request: Request) -> list[Recent]:
        return [each for each in self.load() if _key(each.request) != _key(request)]

    def _write(self, recents: Iterable[Recent]) -> None:
        lines = [to_json(each) for each in recents][:KEPT]
        with contextlib.suppress(OSError):
            write_whole(self.path, b"".join(line + b"\n" for line in reversed(lines)))


def to_json(recent: Recent) -> bytes:
    """One line."""
    import json  # noqa: PLC0415 - quick start

    dates = [date and date.isoformat() for date in recent.request.dates]
    data = {
        "request": {**recent.request._asdict(), "dates": dates},
        "when": recent.when,
        "counts": recent.counts and asdict(recent.counts),
    }
    return json.dumps(data).encode("ascii")


def from_json(line: bytes) -> Recent:
    """What a line holds.

    Raises:
        Exception: One of a few kinds, if it is no such line.
    """
    import json  # noqa: PLC0415 - quick start

    data = json.loads(line)
    request, counts, when = data["request"], data["counts"], data["when"]
    a, b, at = _text(request["a"]), request["b"], request["at"]
    date_a, date_b = (dt.date.fromisoformat(day) if day else None for day in request["dates"])
    label_a, label_b = (label and _text(label) for label in request["labels"])
    form_a, form_b = (form and _text(form) for form in request["forms"])
    return Recent(
        Request(
            a,
            None if b is None else _text(b),
            None if at is None else _text(at),
            (date_a, date_b),
            (label_a, label_b),
            (form_a, form_b),
        ),
        _time(when),
        None if counts is None else Summary(**{name: int(n) for name, n in counts.items()}),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("no text")
    return value


def _time(value: object) -> float:
    if not isinstance(value, (int, float)) or not 0 <= value < LATEST:
        raise ValueError("no time")
    return float(value)


def _key(request: Request) -> tuple[str, str | None, str | None]:
    return (request.a, request.b, request.at)


def _absolute(source: str) -> str:
    return source if "://" in source else os.path.abspath(source)  # noqa: PTH100 - keeps links
