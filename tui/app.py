"""The reader as a Textual application."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual.binding import Binding
from textual.command import Provider

from tuireader.compare.model import Document
from tuireader.themes.loader import ThemeFile
from tuireader.tui.comparing import Compare
from tuireader.tui.dressing import NOTICED, DressedApp
from tuireader.tui.glyphs import ASCII, UNICODE
from tuireader.tui.look import Look
from tuireader.tui.messages import Compared
from tuireader.tui.resuming import Resuming
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.state import FRESH, Memory, State


def _commands() -> type[Provider]:
    from tuireader.tui.commands import ReaderCommands  # noqa: PLC0415 - only when it is opened

    return ReaderCommands


class ReaderApp(DressedApp):
    """Two documents side by side, readable at once; the comparison is computed meanwhile.

    Args:
        a: The text on the left.
        b: The text on the right.
        compare: Computes the comparison, in a thread; reports progress to its third argument,
            which raises when the user cancels.
        theme: Name of a theme; None for the one that fits the terminal.
        ascii_only: Draw with ASCII characters only.
        labels: What to call the two sides; None for their titles or sources.
        usual_theme: Name of the theme where neither `theme` nor the memory names one.
        linked: Whether the panes begin linked, where the memory says nothing else.
        themes: The user's own, beside those that come with tuireader.
        themes_folder: Where their files lie, if their changes are to show at once.
        keymap: Keys for ids of commands ("reader.next-pair": "j,down"), in place of the usual ones.
        memory: Where the last reading of these texts was left; None to begin and end without.
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
        a: Document,
        b: Document,
        compare: Compare,
        *,
        theme: str | None = None,
        ascii_only: bool = False,
        labels: tuple[str, str] | None = None,
        usual_theme: str | None = None,
        linked: bool = True,
        themes: Sequence[ThemeFile] = (),
        themes_folder: Path | None = None,
        keymap: Mapping[str, str] | None = None,
        memory: Memory | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        left = (memory.recall() if memory else None) or FRESH
        self.dress(
            asked=theme, kept=left.theme, usual=usual_theme, own=themes, folder=themes_folder
        )
        self._memory = memory
        self._left = replace(left, link=linked if left.link is None else left.link)
        self._linked = linked
        self._notices = notices
        self._resuming: Resuming | None = None
        if keymap:
            self.set_keymap(keymap)
        self._documents = (a, b)
        self._compare = compare
        self._look = Look(ASCII if ascii_only else UNICODE)
        self.on_settled: Callable[[], None] | None = None
        self._labels = labels or (a.title or a.source, b.title or b.source)

    def on_mount(self) -> None:
        """Say what has to be said at the beginning."""
        for line in self._notices:
            self.notify(line, severity="warning", timeout=NOTICED, markup=False)

    def on_compared(self, message: Compared) -> None:
        """Select what was selected; say so once the comparison is on the screen."""
        if self._resuming:
            self._resuming.select(message.view.comparison)
        if self.on_settled:
            self.call_after_refresh(self.on_settled)

    def get_default_screen(self) -> ReaderScreen:
        """The reader is the first screen."""
        screen = ReaderScreen(*self._documents, self._compare, self._look, self._labels)
        self._resuming = Resuming(screen, self._left)
        return screen

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; keep where one was."""
        state = self._resuming.state if self._resuming else None
        if self._memory and state:
            self._memory.keep(self._kept(state))
        super().exit(result, return_code, message)

    def _kept(self, state: State) -> State:
        """The state without what is as the settings have it, so that those can change later."""
        link = None if state.link == self._linked else state.link
        return replace(state, theme=self.theme_to_keep, link=link)


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
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()
    app.on_settled = gc.freeze
    app.run(headless=headless)
    return app.return_code or 0
