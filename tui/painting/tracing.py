"""What Textual has painted, traced: the stencil of the frame on the screen, without the texts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import textual
from rich.segment import Segment
from rich.style import Style
from textual.css.query import QueryError
from textual.filter import ANSIToTruecolor
from textual.strip import Strip

from tuireader.compare.model import Side
from tuireader.tui.glyphs import ASCII
from tuireader.tui.look import Look
from tuireader.tui.painting.stencil import Box, Room, Stencil, Stencils, state_of
from tuireader.tui.paths import config_folder
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.widgets.painter import GUTTER, overlaid
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.status import State

# What the status line begins with, of whole texts and of the beginnings of long ones.
_PROGRESS = ("comparing, escape stops", "reading the rest")
_NO_INK = Style.null()
_NOWHERE = Box(0, 0, 0, 0)
_ON_TEXT = ("title", "heading", "quote", "boilerplate", "rule")
# Where the look of a frame is written, beside the settings and themes of the user.
_SOURCES = ("screens/reader.tcss", "keymap.py", "glyphs.py", "look.py", "widgets/*.py")


def keep_frame(
    stencils: Stencils, screen: ReaderScreen, look: Look, *, linked: bool, remembers: bool
) -> None:
    """Keep the frame that is on the screen, if it is a usual first one and none is kept.

    Args:
        stencils: Where it is kept.
        screen: Shows it.
        look: What it is drawn with.
        linked: Whether the panes are usually linked.
        remembers: Whether the reader goes on where it left two texts.
    """
    size, partial = screen.app.size, screen.refreshing.reading.partial
    with suppress(OSError, ValueError, LookupError, QueryError):
        usual = is_usual(screen, linked=linked, partial=partial)
        if usual and not stencils.find(size, partial=partial):
            stencil = _Tracer(screen, look).stencil(_files(), remembers=remembers)
            stencils.keep(stencil, size, partial=partial)


def is_usual(screen: ReaderScreen, *, linked: bool, partial: bool) -> bool:
    """Whether the room is shared out as usual, and nothing is known of the texts yet."""
    return (
        screen.comparison is None
        and screen.status.state == State(linked=linked, progress=_PROGRESS[partial])
        and screen.pane.side is Side.A
        and not (screen.share or screen.zoomed or screen.tall or screen.places.marks)
        and screen.why.styles.inline.display != "none"
    )


def _files() -> list[Path]:
    """What the look of a frame hangs on."""
    here, config = Path(__file__).parents[1], config_folder()
    themes = [config / "themes", *sorted(config.glob("themes/*.toml"))]
    sources = [file for pattern in _SOURCES for file in sorted(here.glob(pattern))]
    return [config / "config.toml", *themes, *sources, Path(textual.__file__)]


class _Tracer:
    """Makes a stencil of what a reader shows."""

    def __init__(self, screen: ReaderScreen, look: Look) -> None:
        self._screen = screen
        self._look = look
        self._rows = screen._compositor.render_strips()  # noqa: SLF001 - as for screenshots

    def stencil(self, hangs_on: Sequence[Path], *, remembers: bool) -> Stencil:
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
        files = tuple(map(str, hangs_on))
        return Stencil(
            files,
            state_of(files),
            (a, b),
            {name: self._sequence(style) for name, style in styles.items()},
            glyphs is ASCII,
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
