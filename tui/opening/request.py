"""What is opened: where two texts come from, and the two as they were read."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tuireader.compare.documents import DocumentError, document_from_text, read_document
from tuireader.compare.documents.loading import MAX_BYTES
from tuireader.compare.model import Document, Side
from tuireader.tui.opening.legible import legible

STDIN = "-"
CLIPBOARD = "@clipboard"
PASTED = "pasted"

LONG = 256 * 1024
"""Bytes from which a text is shown by its beginning first; reading fewer takes no 20 ms."""

Stamp = tuple[int, int, int, int]
Stamps = Mapping[Path, Stamp | None]
NO_STAMPS: Stamps = {}


class Request(NamedTuple):
    """Two sources, or one that holds both sides.

    Attributes:
        a: A path, a web address or "-".
        b: The same; None where `a` holds both sides.
        at: Words with which the second side begins, where `a` holds both.
        dates: The days that relative dates start from.
        labels: What to call the sides; None for their titles or sources.
        forms: The formats of the sides, where they are not to be found out.
        allow_private: Whether web addresses count that are not of the internet at large.
    """

    a: str
    b: str | None = None
    at: str | None = None
    dates: tuple[dt.date | None, dt.date | None] = (None, None)
    labels: tuple[str | None, str | None] = (None, None)
    forms: tuple[str | None, str | None] = (None, None)
    allow_private: bool = False

    def read(self) -> Reading:
        """Read both sides; takes a while for long ones.

        Raises:
            DocumentError: One of them can't be read; the message is one line for people.
        """
        sources = (self.a,) if self.b is None else (self.a, self.b)
        stamps = stamps_of(Path(source) for source in sources if _is_file(source))
        given = frozenset(side for side in Side if self.source(side) in {STDIN, CLIPBOARD})
        if self.b is not None:
            return Reading(self.side(Side.A), self.side(Side.B), self, given, stamps)
        from dataclasses import replace  # noqa: PLC0415 - quick start

        from tuireader.compare.documents import split_document  # noqa: PLC0415

        split = split_document(
            self.a,
            at=self.at,
            date=self.dates[0] or self.dates[1],
            form=self.forms[0],
            allow_private=self.allow_private,
        )
        a, b = (
            replace(one, date=date or one.date)
            for one, date in zip((split.a, split.b), self.dates, strict=True)
        )
        told = f"{self.a}: split at {split.where}: {split.reason}"
        return Reading(a, b, self, given, stamps, told)

    def read_head(self) -> Reading | None:
        """The beginnings of two long plain texts, for the first frame; `read` reads the rest.

        Returns:
            None where the texts are short, or have to be read whole all the same.
        """
        lengths = [_length(self.source(side)) for side in Side]
        if self.b is None or min(lengths) < 0 or not LONG <= max(lengths) <= MAX_BYTES:
            return None
        from tuireader.compare.documents.head import read_head  # noqa: PLC0415 - quick start

        stamps = stamps_of((Path(self.a), Path(self.b)))
        heads: list[Document] = []
        for side, length, date, form in zip(Side, lengths, self.dates, self.forms, strict=True):
            try:
                source = self.source(side)
                long = length >= LONG
                head = read_head(source, side, date=date, form=form) if long else self.side(side)
            except DocumentError:  # of which the other text may have one too, to be told first
                return None
            if head is None:
                return None
            heads.append(head)
        return Reading(heads[0], heads[1], self, frozenset(), stamps, partial=True)

    def side(self, side: Side) -> Document:
        """Read one of two sources.

        Raises:
            DocumentError: It can't be read.
        """
        number = side is Side.B
        return read_document(
            self.source(side),
            side,
            date=self.dates[number],
            form=self.forms[number],
            allow_private=self.allow_private,
        )

    def source(self, side: Side) -> str:
        """Where one side comes from."""
        return self.b if side is Side.B and self.b is not None else self.a


class Reading(NamedTuple):
    """Two documents, and how to come by them again.

    Attributes:
        a: The document of A.
        b: The document of B.
        request: Where they come from; None where only the texts are known.
        given: The sides that can't be read again: standard input, or pasted.
        stamps: The files as they were right before they were read, by path.
        told: How one file was taken apart, in a line; "" for two.
        partial: Whether these are only the beginnings of long texts.
    """

    a: Document
    b: Document
    request: Request | None = None
    given: frozenset[Side] = frozenset(Side)
    stamps: Stamps = NO_STAMPS
    told: str = ""
    partial: bool = False

    @property
    def labels(self) -> tuple[str, str]:
        """What to call the sides: as the user does, else by their titles or sources."""
        request = self.request or Request("", "")
        parts = (", report", ", answer") if request.b is None else ("", "")
        a, b = (
            label or f"{document.title or legible(document.source)}{part}"
            for label, document, part in zip(request.labels, (self.a, self.b), parts, strict=True)
        )
        return a, b

    @property
    def lasting(self) -> bool:
        """Whether both sides could be read again another day."""
        return self.request is not None and not self.given

    def says_the_same(self, other: Reading) -> bool:
        """Whether both texts are those of another reading."""
        return (self.a.sha256, self.b.sha256) == (other.a.sha256, other.b.sha256)

    def again(self, paths: Collection[Path] | None = None) -> Reading:
        """Read anew what can be.

        Args:
            paths: Only the sides that come from these files; None for both.

        Raises:
            DocumentError: One of the sides can't be read now.
        """
        request = self.request
        wanted = {
            side
            for side in Side
            if side not in self.given
            and request
            and (paths is None or Path(request.source(side)) in paths)
        }
        if request is None or not wanted:
            return self
        if request.b is None or self.partial:
            return request.read()
        stamps = stamps_of(self.stamps)
        a, b = (
            request.side(side) if side in wanted else document
            for side, document in zip(Side, (self.a, self.b), strict=True)
        )
        return self._replace(a=a, b=b, stamps=stamps)


class Pasted(NamedTuple):
    """A text that was pasted, in place of a source."""

    text: str


class Part(NamedTuple):
    """One side, read before the other is known.

    Attributes:
        source: Where it comes from.
        document: What was read, as side A.
        stamps: The file as it was right before.
    """

    source: str | Pasted
    document: Document
    stamps: Stamps

    @classmethod
    def read(cls, source: str | Pasted) -> Part:
        """Read one side.

        Raises:
            DocumentError: It can't be read.
        """
        if isinstance(source, Pasted):
            return cls(source, document_from_text(source.text, Side.A, source=PASTED), {})
        stamps = stamps_of([Path(source)] if _is_file(source) else [])
        return cls(source, read_document(source, Side.A), stamps)

    def beside(self, other: Part) -> Reading:
        """This one as A, the other as B."""
        from dataclasses import replace  # noqa: PLC0415 - quick start

        given = frozenset(
            side
            for side, part in zip(Side, (self, other), strict=True)
            if isinstance(part.source, Pasted)
        )
        a, b = (part.document.source for part in (self, other))
        document = replace(other.document, side=Side.B)
        stamps = {**self.stamps, **other.stamps}
        return Reading(self.document, document, Request(a, b), given, stamps)


def stamps_of(paths: Iterable[Path]) -> Stamps:
    """What tells one state of a file from another, by path; None where there is no such file."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    # The time of the change of rights too: a file that was closed to us may be open again.
    return (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


def _length(source: str) -> int:
    """Bytes of a file that can be read twice; -1 of all other sources."""
    if source in {STDIN, CLIPBOARD} or source.startswith(("/dev/", "/proc/")):
        return -1
    try:
        status = os.stat(source)  # noqa: PTH116 - no Path yet
    except (OSError, ValueError):
        return -1
    return status.st_size if stat.S_ISREG(status.st_mode) else -1


def _is_file(source: str) -> bool:
    # A pipe, as the shell makes one of <(command), must not be touched before it is read.
    try:
        return source != STDIN and os.path.isfile(source)  # noqa: PTH113 - never raises
    except ValueError:
        return False
