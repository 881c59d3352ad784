"""The rows of a whole document at one width, made exact only where somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from tuireader.compare.model import Block, Document, Paragraph, Span
from tuireader.tui.widgets.wrap import wrap

CHUNK = 64  # paragraphs wrapped at one go
EAGER = 60_000  # a text of so many characters is exact from the start

_TIGHT = frozenset({Block.ITEM, Block.TABLE, Block.BOILERPLATE})  # no empty row among their like
_LINED = frozenset({Block.TABLE, Block.BOILERPLATE})  # a newline in them is a line break
INDENT = {Block.QUOTE: 2, Block.ITEM: 2}  # cells before the rows of such a paragraph
BLOCK_INKS = {
    Block.TITLE: "title",
    Block.HEADING: "heading",
    Block.QUOTE: "quote",
    Block.BOILERPLATE: "boilerplate",
}


class Row(NamedTuple):
    """One row of the screen.

    Attributes:
        paragraph: Index into the document's paragraphs.
        start: First code point.
        end: After the last code point; equals `start` in an empty row.
        opens: Whether it is the first row of its paragraph.
        gap: For the rows that stand before a paragraph, how far its first row is; 0 in others.
    """

    paragraph: int
    start: int
    end: int
    opens: bool = False
    gap: int = 0


class RowIndex:
    """Rows by number, and numbers by place.

    Chunks of paragraphs that nobody has looked at have an estimated height; looking makes them
    exact and moves what stands below. `version` tells that something moved.
    """

    def __init__(self, document: Document, width: int) -> None:
        self.text = document.text
        self.width = max(width, 1)
        self.version = 0
        self._paragraphs = document.paragraphs or (Paragraph(Span(0, len(document.text))),)
        self._chunks: list[list[Row] | None] = []
        self._heights: list[int] = []
        for first in range(0, len(self._paragraphs), CHUNK):
            last = min(first + CHUNK, len(self._paragraphs)) - 1
            start, end = self._paragraphs[first].span.start, self._paragraphs[last].span.end
            self._chunks.append(None)
            self._heights.append((end - start) // self.width + last - first + 1)
        # The beginning, which is shown first, tells how far the guesses are off.
        begin = self._chunks[0] = self._wrap_chunk(0)
        scale = len(begin) / self._heights[0]
        self._heights = [len(begin), *(max(round(h * scale), 1) for h in self._heights[1:])]
        self._tops = [0, *accumulate(self._heights)]
        if len(document.text) <= EAGER:
            for chunk in range(len(self._chunks)):
                self._rows(chunk)

    @property
    def total(self) -> int:
        """Number of rows: exact for what was looked at, estimated for the rest."""
        return self._tops[-1]

    def row(self, number: int) -> Row | None:
        """The row of this number, or None beyond the end."""
        if not 0 <= number < self.total:
            return None
        chunk = bisect_right(self._tops, number) - 1
        rows = self._rows(chunk)
        within = number - self._tops[chunk]
        return rows[within] if within < len(rows) else self.row(number)

    def number(self, place: int) -> int:
        """Number of the row that holds the code point `place`; exact."""
        chunk = self._chunk_of(place)
        rows = self._rows(chunk)
        within = bisect_right(rows, place, key=lambda row: row.start) - 1
        return self._tops[chunk] + max(within, 0)

    def guess(self, place: int) -> float:
        """About the number of the row that holds `place`, without wrapping anything."""
        chunk = self._chunk_of(place)
        if self._chunks[chunk] is not None:
            return self.number(place)
        first = self._paragraphs[chunk * CHUNK].span.start
        last = self._paragraphs[min(chunk * CHUNK + CHUNK, len(self._paragraphs)) - 1].span.end
        share = (place - first) / max(last - first, 1)
        return self._tops[chunk] + min(max(share, 0), 1) * self._heights[chunk]

    def block(self, row: Row) -> Block:
        """What the paragraph of a row is."""
        return self._paragraphs[row.paragraph].block

    def opens_boilerplate(self, row: Row) -> bool:
        """Whether boilerplate begins right after this row."""
        return (
            row.gap == 1
            and self.block(row) is Block.BOILERPLATE
            and (
                row.paragraph == 0
                or self._paragraphs[row.paragraph - 1].block is not Block.BOILERPLATE
            )
        )

    def _chunk_of(self, place: int) -> int:
        after = bisect_right(self._paragraphs, place, key=lambda paragraph: paragraph.span.start)
        return max(after - 1, 0) // CHUNK

    def _rows(self, chunk: int) -> list[Row]:
        rows = self._chunks[chunk]
        if rows is None:
            rows = self._chunks[chunk] = self._wrap_chunk(chunk)
            if len(rows) != self._heights[chunk]:
                self._heights[chunk] = len(rows)
                self._tops = [0, *accumulate(self._heights)]
                self.version += 1
        return rows

    def _wrap_chunk(self, chunk: int) -> list[Row]:
        rows: list[Row] = []
        first = chunk * CHUNK
        for number, paragraph in enumerate(self._paragraphs[first : first + CHUNK], first):
            block, span = paragraph.block, paragraph.span
            ranges = wrap(
                self.text,
                span.start,
                span.end,
                self.width - INDENT.get(block, 0),
                keep_lines=block in _LINED,
            )
            rows += [
                Row(number, ranges[0][0], ranges[0][0], gap=gap)
                for gap in range(self._gap(number), 0, -1)
            ]
            rows += [
                Row(number, start, end, index == 0) for index, (start, end) in enumerate(ranges)
            ]
        return rows

    def _gap(self, number: int) -> int:
        """How many rows stand before a paragraph; where boilerplate begins, the last is a rule."""
        block = self._paragraphs[number].block
        if number == 0:
            return int(block is Block.BOILERPLATE)
        if block is self._paragraphs[number - 1].block:
            return int(block not in _TIGHT)
        return 1 + (block is Block.BOILERPLATE)


def lead(row: Row, block: Block, quote: str) -> str:
    """What stands before the words of a row: nothing, spaces, or the sign of quotations."""
    if block is Block.ITEM and row.opens:
        return ""
    return (quote if block is Block.QUOTE else "").ljust(INDENT.get(block, 0))


def boilerplate_rule(sign: str, width: int) -> str:
    """What stands above boilerplate."""
    return f"{sign * 2} boilerplate, not compared ".ljust(width, sign)[:width]
