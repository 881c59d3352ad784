"""The reader's first frame without the texts, as it is kept from one start to the next.

A stencil is the screen of one terminal at one size: every cell that is the same for all texts, the
places that the texts and their titles have, and the inks of those. It is a file of plain lines
that is read before anything else is imported, and whatever in it is not what this module writes
makes it no stencil at all: nothing of it reaches the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tuireader import __version__
from tuireader.tui.painting.kept import KeptError, Stamp, is_current, load, stamp_line, stamp_of
from tuireader.tui.painting.surroundings import place

KIND = f"tuireader stencil {__version__}"
WIDEST = 2_000  # cells of a screen, either way
INKS = frozenset(
    ("text", "title", "heading", "quote", "boilerplate", "rule", "window", "title-a", "title-b")
)
SIGNS = frozenset(("dot", "quote", "rule", "window"))

_NUMBERS = "0123456789;"


class Box(NamedTuple):
    """A rectangle of the screen, in cells from the left and from the top; empty if not shown."""

    x: int
    y: int
    width: int
    height: int


class Room(NamedTuple):
    """Where one of the two texts goes.

    Attributes:
        title: What stands over it.
        text: Its rows, without the gutter.
        ruler: The cells that show which part is seen.
    """

    title: Box
    text: Box
    ruler: Box


class Stencil(NamedTuple):
    """A frame with room for two texts.

    Attributes:
        stamps: The files that it hangs on, as they were.
        rooms: Where A and B go.
        inks: The sequence that turns each ink on, by name.
        signs: The characters that are drawn beside the texts, by name.
        remembers: Whether the reader goes on where it left two texts.
        rows: The screen from the top: characters and colours, blank where a text goes.
    """

    stamps: tuple[Stamp, ...]
    rooms: tuple[Room, Room]
    inks: Mapping[str, str]
    signs: Mapping[str, str]
    remembers: bool
    rows: tuple[str, ...]


def find_stencil(
    folder: str, environ: Mapping[str, str], size: tuple[int, int], *, partial: bool
) -> Stencil | None:
    """The stencil of a terminal; None where there is none, or what it hangs on has changed."""
    try:
        found = parse(load(place(folder, environ, size, partial=partial)), size)
    except (OSError, ValueError):
        return None
    return found if is_current(found.stamps) else None


def dump(stencil: Stencil) -> str:
    """The text of a stencil's file."""
    lines = [KIND, f"remembers {int(stencil.remembers)}"]
    lines += (f"stamp {stamp_line(each)}" for each in stencil.stamps)
    for room in stencil.rooms:
        lines += (f"box {box.x} {box.y} {box.width} {box.height}" for box in room)
    lines += (f"ink {name} {sequence}" for name, sequence in sorted(stencil.inks.items()))
    lines += (f"sign {name} {sign}" for name, sign in sorted(stencil.signs.items()))
    lines += (f"row {row}" for row in stencil.rows)
    return "\n".join(lines) + "\n"


def parse(text: str, size: tuple[int, int]) -> Stencil:
    """The stencil that a file holds.

    Args:
        text: Its text.
        size: Columns and rows of the terminal.

    Raises:
        KeptError: It holds none for this terminal.
    """
    try:
        return _parsed(text, size)
    except ValueError as error:
        raise KeptError(str(error)) from error


def _parsed(text: str, size: tuple[int, int]) -> Stencil:
    first, *lines = text.removesuffix("\n").split("\n")
    if first != KIND:
        raise KeptError("of another version")
    told: dict[str, list[str]] = {}
    for line in lines:
        word, _, rest = line.partition(" ")
        told.setdefault(word, []).append(rest)
    boxes = [_box(each, size) for each in told.get("box", ())]
    if len(boxes) != 6:
        raise KeptError("not of two texts")
    found = Stencil(
        tuple(stamp_of(each) for each in told.get("stamp", ())),
        (Room(*boxes[:3]), Room(*boxes[3:])),
        _named(told.get("ink", ()), INKS),
        _named(told.get("sign", ()), SIGNS),
        told.get("remembers") == ["1"],
        tuple(told.get("row", ())),
    )
    if len(found.rows) != size[1] or not all(map(is_harmless, found.rows)):
        raise KeptError("not the rows of a screen")
    if not all(is_ink(each) for each in found.inks.values()):
        raise KeptError("not inks")
    if not all(sign.isprintable() for sign in found.signs.values()):
        raise KeptError("not signs")
    return found


def is_harmless(row: str) -> bool:
    """Whether there is nothing but characters to be seen, and changes of colour."""
    first, *others = row.split("\x1b[")
    if not first.isprintable():
        return False
    for each in others:
        numbers, letter, rest = each.partition("m")
        if not letter or numbers.strip(_NUMBERS) or not rest.isprintable():
            return False
    return True


def is_ink(sequence: str) -> bool:
    """Whether it is changes of colour alone."""
    first, *others = sequence.split("\x1b[")
    return not first and all(
        each.endswith("m") and not each[:-1].strip(_NUMBERS) for each in others
    )


def _box(told: str, size: tuple[int, int]) -> Box:
    x, y, width, height = map(int, told.split(" "))
    box = Box(x, y, width, height)
    inside = box.x + box.width <= size[0] and box.y + box.height <= size[1]
    if min(box) < 0 or max(box) > WIDEST or not inside:
        raise KeptError("not inside the screen")
    return box


def _named(lines: Iterable[str], wanted: frozenset[str]) -> dict[str, str]:
    named = {name: rest for name, _, rest in (line.partition(" ") for line in lines)}
    if named.keys() != wanted:
        raise KeptError("not all that is drawn with")
    return named
