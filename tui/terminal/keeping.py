"""Keeps the stencil of the reader's first frame, and the ground of the terminal, for the next time.

It is made of what Textual has painted, right after it did, and only where none is kept that still
holds. No word of a text is in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

import textual
from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.strip import Strip

from tuireader.compare.model import Side
from tuireader.tui.memory.state import StateFile
from tuireader.tui.opening.request import LONG, Request
from tuireader.tui.terminal import stencil as stencils
from tuireader.tui.terminal.cutting import cut_page
from tuireader.tui.terminal.first_page import first_page
from tuireader.tui.terminal.kept_page import dump_page, page_place
from tuireader.tui.terminal.stencil import Box, Room, Stamp, Stencil, find_stencil
from tuireader.tui.widgets.painter import GUTTER, overlaid
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.status import State

if TYPE_CHECKING:
    from tuireader.tui.look import Look
    from tuireader.tui.opening.request import Reading
    from tuireader.tui.screens.reader import ReaderScreen

KEPT = 80  # files; the ones least lately written go first
# What the status line begins with, of whole texts and of the beginnings of long ones.
_PROGRESS = ("comparing, escape stops", "reading the rest")
_NO_INK = Style.null()
_NOWHERE = Box(0, 0, 0, 0)
_ON_TEXT = ("title", "heading", "quote", "boilerplate", "rule")


class Keeper:
    """Keeps first frames. No call raises.

    Args:
        folder: The state folder.
        environ: The variables of the process.
        config: The config folder.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str], config: Path) -> None:
        self._folder = str(folder)
        self._environ = dict(environ)
        self._config = config
        self._ground = self.ground

    @property
    def ground(self) -> str:
        """What the ground of this terminal was last found to be: "dark", "light", or ""."""
        return stencils.ground(self._folder, self._environ)

    def note_ground(self, light: bool) -> None:
        """Keep what the terminal says of its ground."""
        told = "light" if light else "dark"
        if told != self.ground:
            _write(Path(stencils.ground_place(self._folder, self._environ)), told)

    def keep(self, screen: ReaderScreen, look: Look, *, linked: bool, remembers: bool) -> None:
        """Keep the frame that is on the screen, if it is a usual first one and none is kept.

        Args:
            screen: Shows it.
            look: What it is drawn with.
            linked: Whether the panes are usually linked.
            remembers: Whether the reader goes on where it left two texts.
        """
        with suppress(OSError, ValueError, LookupError):
            size, partial = screen.app.size, screen.refreshing.reading.partial
            place = stencils.place(self._folder, self._environ, size, partial=partial)
            kept = find_stencil(self._folder, self._environ, size, partial=partial)
            if self.ground != self._ground:  # it may be half in one look, half in the other
                return
            if kept is None and _is_usual(screen, linked=linked, partial=partial):
                found = _Maker(screen, look).stencil(self._stamps(), remembers=remembers)
                text = stencils.dump(found)
                stencils.parse(text, size)
                _write(Path(place), text)
                _thin(Path(place).parent)

    def keep_page(self, reading: Reading, size: tuple[int, int]) -> None:
        """Keep what will be shown of two files the next time, where they were left just now.

        Args:
            reading: The texts.
            size: Columns and rows of the terminal.
        """
        request = reading.request
        if request is None or request.b is None or request != Request(request.a, request.b):
            return
        with suppress(OSError, ValueError, LookupError):
            place = stencils.place(self._folder, self._environ, size, partial=False)
            place = page_place(self._folder, place, (request.a, request.b))
            stencil = find_stencil(self._folder, self._environ, size, partial=False)
            folder = Path(self._folder)
            page = first_page(reading, stencil, folder) if stencil else None
            if (
                stencil
                and page
                and all(each and each[1] < LONG for each in reading.stamps.values())
            ):
                state = stencils.stamp(str(StateFile(folder, reading.a, reading.b).path))
                _write(Path(place), dump_page(cut_page(reading, page, stencil, state)))
                _thin(Path(place).parent)
            else:
                Path(place).unlink(missing_ok=True)

    def forget(self) -> None:
        """Let all go."""
        for path in Path(self._folder, stencils.FOLDER).glob("*"):
            with suppress(OSError):
                path.unlink()

    def _stamps(self) -> tuple[Stamp, ...]:
        """What the look of a frame comes from: settings, themes, styles, and the programs."""
        config = self._config
        here = Path(__file__).parents[1]
        files = [config / "config.toml", config / "themes", *sorted(config.glob("themes/*.toml"))]
        files += [here / "screens" / "reader.tcss", here / "keymap.py", Path(textual.__file__)]
        return tuple(stencils.stamp(str(path)) for path in files)


def _is_usual(screen: ReaderScreen, *, linked: bool, partial: bool) -> bool:
    """Whether the room is shared out as usual, and nothing is known of the texts yet."""
    return (
        screen.comparison is None
        and screen.status.state == State(linked=linked, progress=_PROGRESS[partial])
        and screen.pane.side is Side.A
        and not (screen.share or screen.zoomed or screen.tall or screen.places.marks)
        and screen.why.styles.inline.display != "none"
    )


class _Maker:
    """Makes a stencil of what a reader shows."""

    def __init__(self, screen: ReaderScreen, look: Look) -> None:
        self._screen = screen
        self._look = look
        self._rows = screen._compositor.render_strips()  # noqa: SLF001 - as for screenshots

    def stencil(self, stamps: tuple[Stamp, ...], *, remembers: bool) -> Stencil:
        """The frame without the words of the texts."""
        a, b = rooms = [self._room(side) for side in Side]
        inks, glyphs = self._look.inks, self._look.glyphs
        base, track = inks.rich("text"), inks.rich("track")
        styles = {name: self._filtered(base + inks.rich(name)) for name in _ON_TEXT}
        styles |= {"text": self._filtered(base)}
        styles |= {"window": self._filtered(track + inks.rich("window"))}
        for side, room in zip(Side, rooms, strict=True):
            x, y, width, _ = room.title
            styles[f"title-{side}"] = self._style_at(x, y) if width else _NO_INK
            if width:
                self._fill(room.title, " ", self._style_at(x - 1, y))
            self._fill(self._screen.panes[side].region, " ", styles["text"])
            self._fill(room.ruler, glyphs.window[1], self._filtered(track))
        return Stencil(
            stamps,
            (a, b),
            {name: self._sequence(style) for name, style in styles.items()},
            {name: getattr(glyphs, name) for name in ("dot", "quote", "rule")}
            | {"window": glyphs.window[0]},
            remembers,
            tuple(row.render(self._screen.app.console) for row in self._rows),
        )

    def _room(self, side: Side) -> Room:
        pane = self._screen.panes[side]
        title = self._screen.query_one(f"#side-{side} .side--title").content_region
        ruler = self._screen.query_one(f"#ruler-{side}", Ruler)
        sign = ruler.region.x + ruler.has_class("-left")
        spare = pane.size.width - GUTTER - 1 - pane.index.width
        left = 1 + spare if pane.gutter_right else GUTTER
        text = Box(pane.region.x + left, pane.region.y, pane.index.width, pane.region.height)
        if not pane.region:
            return Room(_NOWHERE, _NOWHERE, _NOWHERE)
        return Room(Box(*title), text, Box(sign, ruler.region.y, 1, ruler.region.height))

    def _filtered(self, style: Style) -> Style:
        """What becomes of an ink on its way to the screen; see `Lines`."""
        pane = self._screen.panes[Side.A]
        strip = Strip([Segment(" ", style)])
        for each in pane.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):
                strip = strip.apply_filter(each, pane.background_colors[1])
        return next(iter(strip)).style or _NO_INK

    def _style_at(self, x: int, y: int) -> Style:
        return next((each.style for each in self._rows[y].crop(x, x + 1) if each.style), _NO_INK)

    def _fill(self, box: tuple[int, int, int, int], sign: str, style: Style) -> None:
        x, y, width, height = box
        for row in range(y, y + height):
            self._rows[row] = overlaid(self._rows[row], x, sign * width, style)

    def _sequence(self, style: Style) -> str:
        drawn = Strip([Segment("x", style)]).render(self._screen.app.console)
        return drawn.partition("x")[0]


def _write(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, draft = mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with open(number, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
                file.write(text)
            os.replace(draft, path)  # noqa: PTH105 - the draft has no Path
        finally:
            Path(draft).unlink(missing_ok=True)


def _thin(folder: Path) -> None:
    dated = [(file.stat().st_mtime, file) for file in folder.glob("*.*")]
    for _, file in sorted(dated, reverse=True)[KEPT:]:
        file.unlink(missing_ok=True)
