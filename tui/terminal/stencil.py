"""The reader's first frame without the texts, as it is kept from one start to the next.

A stencil is the screen of one terminal at one size: every cell that is the same for all texts, the
places that the texts and their titles have, and the inks of those. It is a file of plain lines
that is read before anything else is imported, and whatever in it is not what this module writes
makes it no stencil at all: nothing of it reaches the terminal.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tuireader import __version__

KIND = f"tuireader stencil {__version__}"
FOLDER = "first"  # in the state folder
PROJECT_FILE = ".tuireader.toml"
LONGEST = 200_000  # bytes of a file worth reading
WIDEST = 2_000  # cells of a screen, either way
INKS = frozenset(
    ("text", "title", "heading", "quote", "boilerplate", "rule", "window", "title-a", "title-b")
)
GROUNDS = frozenset(("dark", "light"))
SIGNS = frozenset(("dot", "quote", "rule", "window"))

# What a frame may hang on beside the files that were read for it.
_VARIABLES = frozenset(
    (
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM"),
        *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "LANG", "LC_ALL", "LC_CTYPE", "LC_TIME"),
        *("HOME", "XDG_CONFIG_HOME"),
    )
)
_PREFIXES = ("TUIREADER_", "TEXTUAL")
_NUMBERS = "0123456789;"


class StencilError(ValueError):
    """What was read is no stencil."""


class Stamp(NamedTuple):
    """A file as it was; nanoseconds and bytes are -1 where there was none."""

    nanoseconds: int
    size: int
    path: str


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


def digest(parts: Iterable[str]) -> str:
    """A name for a file, made of what its content hangs on; the same in all processes."""
    from _blake2 import blake2b  # noqa: PLC0415 - hashlib takes five times as long to import

    told = "\0".join(parts).encode("utf-8", "surrogateescape")
    name: str = blake2b(told, digest_size=12).hexdigest()
    return name


def surroundings(environ: Mapping[str, str], here: str) -> list[str]:
    """All that the look of a frame hangs on but its size and what the files say.

    Args:
        environ: The variables of the process.
        here: The working directory; it counts where a project's file may lie in or above it.
    """
    named = (
        f"{name}={value}"
        for name, value in sorted(environ.items())
        if name in _VARIABLES or name.startswith(_PREFIXES)
    )
    return [KIND, *named, *_project(here)]


def place(folder: str, environ: Mapping[str, str], size: tuple[int, int], *, partial: bool) -> str:
    """Where the stencil of a terminal is kept.

    Args:
        folder: The state folder.
        environ: The variables of the process.
        size: Columns and rows of the terminal.
        partial: Whether it is for the beginnings of long texts, of which the reader says so.

    Raises:
        OSError: There is no working directory.
    """
    parts = [*surroundings(environ, os.getcwd()), ground(folder, environ)]  # noqa: PTH109
    parts.append(f"{size[0]}x{size[1]}{' partial' * partial}")
    return f"{folder}/{FOLDER}/{digest(parts)}.stencil"


def ground_place(folder: str, environ: Mapping[str, str]) -> str:
    """Where it is kept whether the ground of a terminal is dark or light."""
    return f"{folder}/{FOLDER}/{digest(surroundings(environ, ''))}.ground"


def ground(folder: str, environ: Mapping[str, str]) -> str:
    """What the ground of a terminal was found to be: "dark", "light", or "" if nobody knows."""
    try:
        found = load(ground_place(folder, environ)).strip()
    except (OSError, ValueError):
        return ""
    return found if found in GROUNDS else ""


def _project(here: str) -> Iterator[str]:
    folder, above = here, ""
    while folder != above:
        if os.path.exists(f"{folder}/{PROJECT_FILE}"):  # noqa: PTH110 - before pathlib is there
            yield here
            yield stamp_line(stamp(f"{folder}/{PROJECT_FILE}"))
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120


def stamp(path: str) -> Stamp:
    """A file as it is now."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return Stamp(-1, -1, path)
    return Stamp(status.st_mtime_ns, status.st_size, path)


def stamp_line(each: Stamp) -> str:
    """A stamp as a line of a file."""
    return f"{each.nanoseconds} {each.size} {each.path}"


def stamp_of(line: str) -> Stamp:
    """What `stamp_line` wrote.

    Raises:
        ValueError: It is none.
    """
    nanoseconds, size, path = line.split(" ", 2)
    return Stamp(int(nanoseconds), int(size), path)


def is_current(stamps: Sequence[Stamp]) -> bool:
    """Whether all these files are as they were."""
    return all(stamp(each.path) == each for each in stamps)


def load(path: str) -> str:
    """The text of a small file.

    Raises:
        OSError: It can't be read.
        ValueError: It is too long, or no UTF-8.
    """
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise StencilError("too long")
    return data.decode("utf-8")


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
        StencilError: It holds none for this terminal.
    """
    try:
        return _parsed(text, size)
    except ValueError as error:
        raise StencilError(str(error)) from error


def _parsed(text: str, size: tuple[int, int]) -> Stencil:
    first, *lines = text.removesuffix("\n").split("\n")
    if first != KIND:
        raise StencilError("of another version")
    told: dict[str, list[str]] = {}
    for line in lines:
        word, _, rest = line.partition(" ")
        told.setdefault(word, []).append(rest)
    boxes = [_box(each, size) for each in told.get("box", ())]
    if len(boxes) != 6:
        raise StencilError("not of two texts")
    found = Stencil(
        tuple(stamp_of(each) for each in told.get("stamp", ())),
        (Room(*boxes[:3]), Room(*boxes[3:])),
        _named(told.get("ink", ()), INKS),
        _named(told.get("sign", ()), SIGNS),
        told.get("remembers") == ["1"],
        tuple(told.get("row", ())),
    )
    if len(found.rows) != size[1] or not all(map(is_harmless, found.rows)):
        raise StencilError("not the rows of a screen")
    if not all(is_ink(each) for each in found.inks.values()):
        raise StencilError("not inks")
    if not all(sign.isprintable() for sign in found.signs.values()):
        raise StencilError("not signs")
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
        raise StencilError("not inside the screen")
    return box


def _named(lines: Iterable[str], wanted: frozenset[str]) -> dict[str, str]:
    named = {name: rest for name, _, rest in (line.partition(" ") for line in lines)}
    if named.keys() != wanted:
        raise StencilError("not all that is drawn with")
    return named
