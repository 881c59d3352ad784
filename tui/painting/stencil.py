"""What is kept of a first frame: the screen of one terminal at one size, without the texts.

A stencil is every cell that is the same for all texts, the places that the texts and their titles
have, and the inks of those. It is a file of JSON, and whatever in it is not what belongs there
makes it no stencil at all: nothing of it reaches the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tuireader import __version__
from tuireader.compare.digest import sha256_of
from tuireader.compare.ready import compiled
from tuireader.tui.config import project_files
from tuireader.tui.opening.request import stamps_of

FOLDER = "first"  # in the state folder
KEPT = 80  # files; the ones least lately written go first
LONGEST = 1_000_000  # bytes of a file worth reading
GROUNDS = ("dark", "light")
INKS = ("text", "title", "heading", "quote", "boilerplate", "rule", "window", "title-a", "title-b")

_COLOUR = compiled(r"\x1b\[[0-9;]*m")
# What the look of a frame may hang on beside the files that were read for it.
_VARIABLES = frozenset(
    (
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM"),
        *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "LANG", "LC_ALL", "LC_CTYPE", "LC_TIME"),
        *("HOME", "XDG_CONFIG_HOME"),
    )
)
_PREFIXES = ("TUIREADER_", "TEXTUAL")


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
        files: Those that it hangs on.
        state: What `state_of` made of them.
        rooms: Where A and B go.
        inks: The sequence that turns each ink on, by name.
        ascii_only: Whether it is drawn with ASCII characters only.
        remembers: Whether the reader goes on where it left two texts.
        rows: The screen from the top: characters and colours, blank where a text goes.
    """

    files: tuple[str, ...]
    state: str
    rooms: tuple[Room, Room]
    inks: Mapping[str, str]
    ascii_only: bool
    remembers: bool
    rows: tuple[str, ...]


class Stencils:
    """The stencils that are kept of this terminal, and its ground. No call raises.

    Args:
        folder: The state folder.
        environ: The variables of the process.

    Attributes:
        ground: What its ground was in an earlier run: "dark", "light", or "" if nobody knows.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._folder = folder / FOLDER
        self._looks = [__version__] + [
            f"{name}={value}"
            for name, value in sorted(environ.items())
            if name in _VARIABLES or name.startswith(_PREFIXES)
        ]
        self.ground = self._ground_now()

    def find(self, size: tuple[int, int], *, partial: bool) -> Stencil | None:
        """The stencil of a screen; None where there is none, or what it hangs on has changed.

        Args:
            size: Columns and rows.
            partial: Whether it is for the beginnings of long texts, of which the reader says so.
        """
        with suppress(OSError, RuntimeError, ValueError):
            found = from_json(_load(self._place(size, partial=partial)), size)
            if state_of(found.files) == found.state:
                return found
        return None

    def keep(self, stencil: Stencil, size: tuple[int, int], *, partial: bool) -> None:
        """Keep one to be found, if the ground is still what it is made for."""
        with suppress(OSError, RuntimeError, ValueError):
            text = to_json(stencil)
            from_json(text, size)
            # Where it was told meanwhile, the frame may be half in one look, half in the other.
            if self._ground_now() == self.ground:
                self._write(self._place(size, partial=partial), text)

    def note_ground(self, light: bool) -> None:
        """Keep what the terminal says of its ground."""
        told = GROUNDS[light]
        if told != self._ground_now():
            with suppress(OSError):
                self._write(self._ground_place, told.encode())

    def forget(self) -> None:
        """Let all go."""
        for path in self._folder.glob("*"):
            with suppress(OSError):
                path.unlink()

    def _place(self, size: tuple[int, int], *, partial: bool) -> Path:
        projects = stamps_of(project_files(Path.cwd(), Path.home()))
        look = (*self._looks, repr(projects), self.ground, f"{size[0]} {size[1]} {partial}")
        return self._folder / f"{_digest(look)}.stencil"

    @property
    def _ground_place(self) -> Path:
        return self._folder / f"{_digest(self._looks)}.ground"

    def _ground_now(self) -> str:
        with suppress(OSError, ValueError):
            told = _load(self._ground_place).decode()
            return told if told in GROUNDS else ""
        return ""

    def _write(self, path: Path, data: bytes) -> None:
        from tuireader.tui.memory.files import thin, write_whole  # noqa: PLC0415 - quick start

        write_whole(path, data)
        thin(self._folder, "[!.]*", KEPT)


def state_of(files: Iterable[str]) -> str:
    """What tells one state of all these files from another."""
    return _digest(map(repr, stamps_of(map(Path, files)).values()))


def to_json(stencil: Stencil) -> bytes:
    """The content of a stencil's file."""
    return json.dumps(stencil._asdict()).encode()


def from_json(data: bytes, size: tuple[int, int]) -> Stencil:
    """The stencil that a file holds.

    Args:
        data: Its content.
        size: Columns and rows of the terminal.

    Raises:
        ValueError: It holds none for this terminal, or anything that might steer it.
    """
    try:
        told = json.loads(data)
        a, b = (Room(*(Box(*box) for box in room)) for room in told["rooms"])
        told |= {"rooms": (a, b), "rows": tuple(told["rows"]), "files": tuple(told["files"])}
        found = Stencil(**told)
        if not (
            all(_is_inside(box, size) for room in found.rooms for box in room)
            and len(found.rows) == size[1]
            and all(_COLOUR.sub("", row).isprintable() for row in found.rows)
            and sorted(found.inks) == sorted(INKS)
            and not any(_COLOUR.sub("", ink) for ink in found.inks.values())
        ):
            raise ValueError("not a screen, or not this one")
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a stencil") from error
    return found


def _is_inside(box: Box, size: tuple[int, int]) -> bool:
    x, y, width, height = box
    numbers = all(type(each) is int and each >= 0 for each in box)
    return numbers and x + width <= size[0] and y + height <= size[1]


def _load(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LONGEST)


def _digest(parts: Iterable[str]) -> str:
    return sha256_of("\0".join(parts))[:24]
