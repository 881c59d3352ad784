"""What the first frame shows of two texts, and how it is drawn into a stencil."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.tui.painting.stencil import Box, Room, Stencil

BOILERPLATE_LABEL = "boilerplate, not compared"
ELLIPSIS = "…"  # Textual's
PLAIN = "\x1b[0m"


class Line(NamedTuple):
    """One row of a text.

    Attributes:
        y: Rows below the first one of the text.
        ink: Its name.
        lead: What stands before the words, in the ink of rules.
        words: What it says.
    """

    y: int
    ink: str
    lead: str
    words: str


class Sheet(NamedTuple):
    """One of the two texts.

    Attributes:
        title: What stands over it.
        lines: The rows that are not empty.
        seen: The rows of its ruler that stand for what is seen: the first, and the one after the
            last.
    """

    title: str
    lines: tuple[Line, ...]
    seen: tuple[int, int]


Page = tuple[Sheet, Sheet]


def draw(stencil: Stencil, page: Page) -> str:
    """The whole screen, for a terminal that does not wrap what is too long."""
    parts = [f"\x1b[{y};1H{row}" for y, row in enumerate(stencil.rows, 1)]
    for side, room, sheet in zip("ab", stencil.rooms, page, strict=True):
        parts += _title(stencil, room.title, sheet.title, f"title-{side}")
        parts += _lines(stencil, room, sheet.lines)
        parts += _window(stencil, room.ruler, sheet.seen)
    return "".join(parts) + PLAIN


def boilerplate_rule(sign: str, width: int) -> str:
    """What stands above boilerplate."""
    return f"{sign * 2} {BOILERPLATE_LABEL} ".ljust(width, sign)[:width]


def is_visible(page: Page) -> bool:
    """Whether nothing in it steers a terminal or hides: a name of a file may hold anything."""
    words = [line.words for sheet in page for line in sheet.lines]
    words += (sheet.title for sheet in page)
    return all(each.replace("\xa0", " ").isprintable() for each in words)


def _title(stencil: Stencil, box: Box, title: str, ink: str) -> Iterator[str]:
    if box.width:
        fitting = title if len(title) <= box.width else title[: box.width - 1] + ELLIPSIS
        yield f"{_at(box.x, box.y)}{stencil.inks[ink]}{fitting}{PLAIN}"


def _lines(stencil: Stencil, room: Room, lines: Sequence[Line]) -> Iterator[str]:
    box = room.text
    for line in lines:
        if line.y < box.height and box.width:
            lead = f"{stencil.inks['rule']}{line.lead}{PLAIN}" if line.lead else ""
            words = f"{stencil.inks[line.ink]}{line.words}{PLAIN}"
            yield f"{_at(box.x, box.y + line.y)}{lead}{words}"


def _window(stencil: Stencil, box: Box, seen: tuple[int, int]) -> Iterator[str]:
    if box.width:
        for y in range(max(seen[0], 0), min(seen[1], box.height)):
            sign = f"{stencil.inks['window']}{stencil.signs['window']}{PLAIN}"
            yield f"{_at(box.x, box.y + y)}{sign}"


def _at(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
