"""The page of two texts that have just been read: what the reader's first frame will show of them.

It is laid out by what the reader itself reads and wraps with, so that it can't be another.
"""

from __future__ import annotations

from pathlib import Path

from tuireader.compare.model import Block, Document
from tuireader.tui.memory.state import FRESH, State, StateFile, Top
from tuireader.tui.opening.request import Reading
from tuireader.tui.painting.page import Line, Page, Sheet, boilerplate_rule
from tuireader.tui.painting.stencil import Room, Stencil
from tuireader.tui.widgets.rows import CHUNK, INDENT, Row, RowIndex
from tuireader.tui.widgets.wrap import is_narrow, shown

_INKS = {
    Block.TITLE: "title",
    Block.HEADING: "heading",
    Block.QUOTE: "quote",
    Block.BOILERPLATE: "boilerplate",
}


def first_page(reading: Reading, stencil: Stencil, folder: Path) -> Page | None:
    """The first page of two texts where they were left.

    Args:
        reading: The texts.
        stencil: Where they go.
        folder: The state folder.

    Returns:
        None where the frame is not like the stencil's: the room was shared out otherwise.
    """
    state = StateFile(folder, reading.a, reading.b).recall() if stencil.remembers else None
    state = state or FRESH
    return page_of(reading, stencil, state.spot.tops) if is_usual(state) else None


def is_usual(state: State) -> bool:
    """Whether a frame looks as that of texts that were never opened, but for their places."""
    arranged = (state.theme, state.link, state.why, state.tall, state.zoomed, state.share)
    usual = (FRESH.theme, FRESH.link, FRESH.why, FRESH.tall, FRESH.zoomed, FRESH.share)
    return arranged == usual and state.spot.side is FRESH.spot.side and not state.marks


def page_of(reading: Reading, stencil: Stencil, tops: tuple[Top, Top]) -> Page | None:
    """The page that begins at certain words; None where it can't be drawn as the reader will."""
    texts = (reading.a, reading.b)
    sheets = [
        _sheet(document, f"{document.side.value.upper()}  {label}", stencil, room, top)
        for document, label, room, top in zip(
            texts, reading.labels, stencil.rooms, tops, strict=True
        )
    ]
    a, b = sheets
    return (a, b) if a and b else None


def _sheet(document: Document, title: str, stencil: Stencil, room: Room, top: Top) -> Sheet | None:
    if day := document.date:
        title += f"  {stencil.signs['dot']}  {day.day} {day:%B} {day.year}"
    if not is_narrow(title):
        return None
    if not room.text.width:
        return Sheet(title, (), (0, 0))
    index = RowIndex(document, room.text.width)
    height = room.text.height
    first = max(index.number(top[0]) - top[1], 0)
    if index.total - first < 2 * height:  # near the end, which the last page must not go beyond
        for number in range(first, index.total, CHUNK):
            index.row(number)
        first = max(min(first, index.total - height), 0)
    rows = [row for y in range(height) if (row := index.row(first + y))]
    lines = (_line(index, row, y, room.text.width, stencil) for y, row in enumerate(rows))
    length = max(len(document.text), 1)
    begin = rows[0].start * room.ruler.height // length
    end = -(-rows[-1].end * room.ruler.height // length)
    seen = (begin, max(end, begin + 1))
    return Sheet(title, tuple(line for line in lines if line), seen)


def _line(index: RowIndex, row: Row, y: int, width: int, stencil: Stencil) -> Line | None:
    block = index.block(row)
    if row.gap or row.start == row.end:
        if not index.opens_boilerplate(row):
            return None
        return Line(y, "rule", "", boilerplate_rule(stencil.signs["rule"], width))
    indent = INDENT.get(block, 0)
    if block is Block.ITEM and row.opens:
        indent = 0
    lead = stencil.signs["quote"] if block is Block.QUOTE else ""
    words = shown(index.text[row.start : row.end])
    return Line(y, _INKS.get(block, "text"), lead.ljust(indent), words)
