"""What is laid out: the words of two texts as the reader's first frame will show them.

They are read and wrapped by what the reader itself reads and wraps with, so that its frame can't be
another. Where it might be, nothing is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tuireader.compare.model import Document
from tuireader.tui.glyphs import ASCII, UNICODE, Glyphs
from tuireader.tui.memory.state import FRESH, State, StateFile, Top
from tuireader.tui.opening.request import Reading
from tuireader.tui.painting.stencil import Room, Stencil
from tuireader.tui.widgets.rows import BLOCK_INKS, CHUNK, Row, RowIndex, boilerplate_rule, lead
from tuireader.tui.widgets.wrap import is_narrow, shown

ELLIPSIS = "…"  # Textual's
PLAIN = "\x1b[0m"


class PageError(ValueError):
    """The reader's frame would be another, or what was to be drawn might steer the terminal."""


class Words(NamedTuple):
    """What is drawn at one place.

    Attributes:
        x: Cells from the left.
        y: Rows from the top.
        ink: The name of its ink.
        said: One row of it.
    """

    x: int
    y: int
    ink: str
    said: str


def draw(stencil: Stencil, words: list[Words]) -> str:
    """The whole screen, for a terminal that does not wrap what is too long.

    Raises:
        PageError: There is something in the words that steers or hides: names of files may have it.
    """
    if not all(each.said.replace("\xa0", " ").isprintable() for each in words):
        raise PageError("not all of it can be seen")
    parts = [f"\x1b[{y};1H{row}" for y, row in enumerate(stencil.rows, 1)]
    parts += (f"\x1b[{y + 1};{x + 1}H{stencil.inks[ink]}{said}{PLAIN}" for x, y, ink, said in words)
    return "".join(parts)


def page_of(reading: Reading, stencil: Stencil, folder: Path) -> list[Words]:
    """The page of two texts, where they were left.

    Args:
        reading: The texts.
        stencil: Where they go.
        folder: The state folder.

    Raises:
        PageError: The room would be shared out otherwise, or something may not be as wide as it
            looks.
    """
    memory = StateFile(folder, reading.a, reading.b)
    state = (memory.recall() if stencil.remembers else None) or FRESH
    if not is_usual(state):
        raise PageError("left otherwise")
    glyphs = ASCII if stencil.ascii_only else UNICODE
    words: list[Words] = []
    for document, label, room, top in zip(
        (reading.a, reading.b), reading.labels, stencil.rooms, state.spot.tops, strict=True
    ):
        words += _title(document, label, room, glyphs)
        if room.text.width:
            words += _text(document, top, room, glyphs)
    return words


def is_usual(state: State) -> bool:
    """Whether a frame looks as that of texts that were never opened, but for their places."""
    spot = state.spot._replace(side=FRESH.spot.side)
    return state == FRESH._replace(
        spot=spot, ledger=state.ledger, behind=state.behind, ahead=state.ahead
    )


def _title(document: Document, label: str, room: Room, glyphs: Glyphs) -> Iterator[Words]:
    side, box = document.side.value, room.title
    title = f"{side.upper()}  {label}"
    if day := document.date:
        title += f"  {glyphs.dot}  {day.day} {day:%B} {day.year}"
    if not is_narrow(title):
        raise PageError("a title of wide characters")
    if box.width:
        fitting = title if len(title) <= box.width else title[: box.width - 1] + ELLIPSIS
        yield Words(box.x, box.y, f"title-{side}", fitting)


def _text(document: Document, top: Top, room: Room, glyphs: Glyphs) -> Iterator[Words]:
    box, ruler = room.text, room.ruler
    index = RowIndex(document, box.width)
    rows = _rows(index, top, box.height)
    for y, row in enumerate(rows, box.y):
        block = index.block(row)
        if row.start < row.end:
            if before := lead(row, block, glyphs.quote):
                yield Words(box.x, y, "rule", before)
            said = shown(index.text[row.start : row.end])
            yield Words(box.x + len(before), y, BLOCK_INKS.get(block, "text"), said)
        elif index.opens_boilerplate(row):
            yield Words(box.x, y, "rule", boilerplate_rule(glyphs.rule, box.width))
    length = max(len(document.text), 1)
    first = rows[0].start * ruler.height // length
    end = max(-(-rows[-1].end * ruler.height // length), first + 1)
    for y in range(first, min(end, ruler.height) if ruler.width else first):
        yield Words(ruler.x, ruler.y + y, "window", glyphs.window[0])


def _rows(index: RowIndex, top: Top, height: int) -> list[Row]:
    first = max(index.number(top[0]) - top[1], 0)
    if index.total - first < 2 * height:  # near the end, which the last page must not go beyond
        for number in range(first, index.total, CHUNK):
            index.row(number)
        first = max(min(first, index.total - height), 0)
    return [row for number in range(first, first + height) if (row := index.row(number))]
