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

from tuireader.tui.painting import kept, surroundings
from tuireader.tui.painting.stencil import dump, find_stencil, parse

if TYPE_CHECKING:
    from tuireader.tui.look import Look
    from tuireader.tui.screens.reader import ReaderScreen

KEPT = 80  # files; the ones least lately written go first


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
        return surroundings.ground(self._folder, self._environ)

    def note_ground(self, light: bool) -> None:
        """Keep what the terminal says of its ground."""
        told = "light" if light else "dark"
        if told != self.ground:
            self._write(surroundings.ground_place(self._folder, self._environ), told)

    def keep(self, screen: ReaderScreen, look: Look, *, linked: bool, remembers: bool) -> None:
        """Keep the frame that is on the screen, if it is a usual first one and none is kept.

        Args:
            screen: Shows it.
            look: What it is drawn with.
            linked: Whether the panes are usually linked.
            remembers: Whether the reader goes on where it left two texts.
        """
        from textual.css.query import QueryError  # noqa: PLC0415 - after the first frame

        from tuireader.tui.painting.tracing import is_usual, trace  # noqa: PLC0415

        with suppress(OSError, ValueError, LookupError, QueryError):
            size, partial = screen.app.size, screen.refreshing.reading.partial
            known = find_stencil(self._folder, self._environ, size, partial=partial)
            # Where the ground was told meanwhile, it may be half in one look, half in the other.
            changed = self.ground != self._ground
            if known or changed or not is_usual(screen, linked=linked, partial=partial):
                return
            text = dump(trace(screen, look, self._config, remembers=remembers))
            parse(text, size)
            self._write(
                surroundings.place(self._folder, self._environ, size, partial=partial), text
            )

    def forget(self) -> None:
        """Let all go."""
        for path in Path(self._folder, kept.FOLDER).glob("*"):
            with suppress(OSError):
                path.unlink()

    def _write(self, place: str, text: str) -> None:
        """Write a file, whole or not at all, and let the oldest of too many go."""
        path = Path(place)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, draft = mkstemp(prefix=".", suffix=".part", dir=path.parent)
            try:
                with open(number, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
                    file.write(text)
                os.replace(draft, path)  # noqa: PTH105 - the draft has no Path
            finally:
                Path(draft).unlink(missing_ok=True)
            dated = [(each.stat().st_mtime, each) for each in path.parent.glob("[!.]*")]
            for _, each in sorted(dated, reverse=True)[KEPT:]:
                each.unlink(missing_ok=True)
