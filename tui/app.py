"""The reader as a Textual application: a shell in which texts are picked and read."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual.binding import Binding
from textual.command import Provider
from textual.screen import Screen

from tuireader import collector
from tuireader.compare.model import Document
from tuireader.themes.loader import ThemeFile
from tuireader.tui.comparing import Compare
from tuireader.tui.dressing import NOTICED, DressedApp
from tuireader.tui.glyphs import ASCII, UNICODE
from tuireader.tui.look import Look
from tuireader.tui.messages import Compared
from tuireader.tui.opening import Reading, Request
from tuireader.tui.sitting import Manner, Shelf, Sitting
from tuireader.tui.state import Memory


def _commands() -> type[Provider]:
    from tuireader.tui.commands import ReaderCommands  # noqa: PLC0415 - only when it is opened

    return ReaderCommands


class ReaderApp(DressedApp):
    """Two documents side by side, readable at once; the comparison is computed meanwhile.

    Args:
        a: The text on the left, as it is; None to begin with what `reading` holds.
        b: The text on the right.
        compare: Computes the comparison, in a thread; reports progress to its third argument,
            which raises when the user cancels.
        reading: Both texts, and how to read them again; without any texts the user picks some.
        theme: Name of a theme; None for the one that fits the terminal.
        ascii_only: Draw with ASCII characters only.
        labels: What to call the two sides; None for their titles or sources.
        usual_theme: Name of the theme where neither `theme` nor the memory names one.
        linked: Whether the panes begin linked, where the memory says nothing else.
        watch: Whether files are read and compared again when they change.
        themes: The user's own, beside those that come with tuireader.
        themes_folder: Where their files lie, if their changes are to show at once.
        keymap: Keys for ids of commands ("reader.next-pair": "j,down"), in place of the usual ones.
        memory: Where the last reading of these texts was left; None to begin and end without.
        shelf: Where every reading is noted; None if nowhere.
        notices: Lines to show for a while at the beginning.

    Raises:
        ThemeError: No theme has this name.

    Attributes:
        on_settled: Called once the comparison is on the screen.
    """

    TITLE = "tuireader"
    CSS_PATH = Path(__file__).parent / "screens" / "reader.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        a: Document | None,
        b: Document | None,
        compare: Compare,
        *,
        reading: Reading | None = None,
        theme: str | None = None,
        ascii_only: bool = False,
        labels: tuple[str, str] | None = None,
        usual_theme: str | None = None,
        linked: bool = True,
        watch: bool = False,
        themes: Sequence[ThemeFile] = (),
        themes_folder: Path | None = None,
        keymap: Mapping[str, str] | None = None,
        memory: Memory | None = None,
        shelf: Shelf | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.look = Look(ASCII if ascii_only else UNICODE)
        self.shelf = shelf
        self._manner = Manner(compare, self.look, linked, watch)
        if a and b:
            reading = Reading(a, b, Request(a.source, b.source, labels=labels or (None, None)))
        self._sitting = Sitting(reading, self._manner, shelf, memory) if reading else None
        self.dress(
            asked=theme,
            kept=self._sitting.theme if self._sitting else "",
            usual=usual_theme,
            own=themes,
            folder=themes_folder,
        )
        self._notices = notices
        if keymap:
            self.set_keymap(keymap)
        self.on_settled: Callable[[], None] | None = None

    def on_mount(self) -> None:
        """Say what has to be said at the beginning."""
        for line in self._notices:
            self.notify(line, severity="warning", timeout=NOTICED, markup=False)
        if self._sitting:
            self.call_after_refresh(self._begin, self._sitting)

    def get_default_screen(self) -> Screen[Any]:
        """The reader is the first screen."""
        return self._sitting.screen if self._sitting else super().get_default_screen()

    def open(self, reading: Reading) -> None:
        """Show these texts in place of those that are shown, if any."""
        self._keep()
        sitting = self._sitting = Sitting(reading, self._manner, self.shelf)
        self.redress(sitting.theme)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(sitting.screen)
        self._begin(sitting)

    def on_compared(self, message: Compared) -> None:
        """Select what was selected; say so once the comparison is on the screen."""
        if self._sitting:
            self._sitting.settle(message)
        if self.on_settled:
            self.call_after_refresh(self.on_settled)

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; keep where one was."""
        self._keep()
        super().exit(result, return_code, message)

    def _begin(self, sitting: Sitting) -> None:
        sitting.note()
        if sitting.reading.told:
            self.notify(sitting.reading.told, timeout=NOTICED, markup=False)

    def _keep(self) -> None:
        if self._sitting:
            self._sitting.keep(lambda: self.theme_to_keep)


def run(app: ReaderApp, *, headless: bool = False) -> int:
    """Run the reader until it is left. The garbage collector may be off until now, to start sooner.

    Args:
        app: The reader.
        headless: Draw nothing, for tests and measurements.

    Returns:
        0, or Textual's code of an error.
    """
    # A page on the screen is some thousand small objects, and the collector would walk through
    # both texts and all claims for it: 160 ms at 100,000 lines.
    collector.resume()
    app.on_settled = gc.freeze
    app.run(headless=headless)
    return app.return_code or 0
