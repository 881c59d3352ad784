"""Makes of a page what can be kept of it: which bytes of the files its words are."""

from __future__ import annotations

import os
from pathlib import Path

from tuireader.compare.model import Block, Document, Span
from tuireader.tui.opening.legible import legible
from tuireader.tui.opening.request import Reading
from tuireader.tui.painting.kept import Stamp, stamp
from tuireader.tui.painting.kept_page import Cut, KeptPage, Leaf, read_words
from tuireader.tui.painting.page import Line, Page, Sheet
from tuireader.tui.painting.stencil import Stencil

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class CutError(ValueError):
    """A page whose words do not stand in the files as they are shown."""


def cut_page(reading: Reading, page: Page, stencil: Stencil, state: Stamp) -> KeptPage:
    """What to keep of a page.

    Args:
        reading: The texts, as they were read from two files.
        page: What is shown of them.
        stencil: What it is drawn into.
        state: The file that says where they were left.

    Raises:
        CutError: The words of a file are not shown as they stand there, or it has changed.
        OSError: It can't be read.
    """
    try:
        a, b = (
            _leaf(document, sheet, label, reading, stencil)
            for document, sheet, label in zip(
                (reading.a, reading.b), page, reading.labels, strict=True
            )
        )
    except ValueError as error:  # no UTF-8, or rows that lie far apart
        raise CutError(str(error)) from error
    return KeptPage(state, (a, b))


def _leaf(document: Document, sheet: Sheet, label: str, reading: Reading, stencil: Stencil) -> Leaf:
    path = Path(document.source)
    mark = stamp(os.path.abspath(path))  # noqa: PTH100 - as it will be looked for
    before = reading.stamps.get(path)
    if before is None or before[:2] != mark[:2]:
        raise CutError("it has changed")
    file = _File(document, path.read_bytes())
    leads = ["", "  ", stencil.signs["quote"].ljust(2)]
    cuts = tuple(file.cut(line, leads.index(line.lead)) for line in sheet.lines)
    date = document.date
    leaf = Leaf(
        mark,
        _title(document, label, file),
        (date.year, date.month, date.day) if date else (),
        sheet.seen,
        cuts,
    )
    words = read_words(mark.path, [(cut.first, cut.size) for cut in cuts if cut.size])
    shown = [words[cut.first, cut.size] for cut in cuts if cut.size]
    if shown != [line.words for line in sheet.lines if line.start >= 0]:
        raise CutError("it is shown otherwise")
    return leaf


def _title(document: Document, label: str, file: _File) -> tuple[int, int]:
    if not document.title:
        if label != document.source or legible(label) != label:
            raise CutError("it is called otherwise")
        return 0, 0
    first = document.paragraphs[0]
    if first.block is not Block.TITLE or first.span.of(document.text) != label:
        raise CutError("its title is not its first line")
    return file.bytes_of(first.span, label)


class _File:
    """Finds the bytes of what a document says."""

    def __init__(self, document: Document, data: bytes) -> None:
        self._origin = document.origin
        self._skipped = len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0
        self._raw = data[self._skipped :].decode("utf-8")
        self._known = (0, self._skipped)  # a character, and its byte

    def cut(self, line: Line, lead: int) -> Cut:
        """What to keep of a row."""
        if line.start < 0:
            return Cut(line.y, line.ink, lead, 0, 0)
        span = Span(line.start, line.start + len(line.words))
        return Cut(line.y, line.ink, lead, *self.bytes_of(span, line.words))

    def bytes_of(self, span: Span, words: str) -> tuple[int, int]:
        """The first byte of a stretch of the document, and how many it has."""
        place = self._origin.locate(span) if self._origin else span
        if place is None:
            raise CutError("it does not come from the file")
        character, byte = self._known if self._known[0] <= place.start else (0, self._skipped)
        byte += len(self._raw[character : place.start].encode())
        self._known = (place.start, byte)
        said = self._raw[place.start : place.end]
        if " ".join(said.splitlines()) != words:
            raise CutError("it is shown otherwise")
        return byte, len(said.encode())
