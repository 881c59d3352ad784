"""The reader as a Textual application: a shell in which texts are picked and read."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import ScreenStackError
from textual.binding import Binding
from textual.command import Provider
from textual.screen import Screen

from tuireader import collector
from tuireader.compare.model import Document
from tuireader.themes.loader import ThemeFile
from tuireader.tui.comparing import Compare
from tuireader.tui.dressing import NOTICED, DressedApp
from tuireader.tui.glyphs import ASCII, UNICODE
from tuireader.tui.ledger import TopicOf, no_topic
from tuireader.tui.look import Look
from tuireader.tui.memory.state import Memory
from tuireader.tui.messages import Compared
from tuireader.tui.opening.choosing import Picked
from tuireader.tui.opening.request import Reading, Request
from tuireader.tui.opening.sitting import Manner, Shelf, Sitting
from tuireader.tui.paths import state_folder
from tuireader.tui.terminal.signals import heed_signals

if TYPE_CHECKING:
    from tuireader.tui.changes.completing import Completed, Unfinished
    from tuireader.tui.painting.stencil import Stencils
    from tuireader.tui.review.desk import Desk

SCREENS = Path(__file__).parent / "screens"
PICKER_CSS = SCREENS / "picker.tcss"
SHORT_TURN, USUAL_TURN = 0.0005, 0.005
"""Seconds that a thread may keep others waiting: until the first frame is there, and then. With the
usual ones each of the first writes to the terminal waits so long for the screen that is being made;
with the short ones the screen and the engine would interrupt each other all the time."""


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
        topic_of: Gives claims without a counterpart their topics, the ids of lenses.
        themes: The user's own, beside those that come with tuireader.
        themes_folder: Where their files lie, if their changes are to show at once.
        keymap: Keys for ids of commands ("reader.next-pair": "j,down"), in place of the usual ones.
        memory: Where the last reading of these texts was left; None to begin and end without.
        shelf: Where every reading is noted; None if nowhere.
        notices: Lines to show for a while at the beginning.
        stencils: Where the first frame is kept, to be painted sooner the next time; None to keep
            none.

    Raises:
        ThemeError: No theme has this name.

    Attributes:
        on_settled: Called once the comparison is on the screen, or was stopped.
        find_desk: Tells how reviews are done; None where nothing is set.
        refused: Why the rest of a text can't be read, which ended the reader.
    """

    TITLE = "tuireader"
    CSS_PATH = SCREENS / "reader.tcss"
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
        topic_of: TopicOf = no_topic,
        themes: Sequence[ThemeFile] = (),
        themes_folder: Path | None = None,
        keymap: Mapping[str, str] | None = None,
        memory: Memory | None = None,
        shelf: Shelf | None = None,
        notices: Sequence[str] = (),
        stencils: Stencils | None = None,
    ) -> None:
        picks = not (a or reading)
        super().__init__(
            # Textual loads the styles of the first screen only from here.
            css_path=[self.CSS_PATH, PICKER_CSS] if picks else None,
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self.look = Look(ASCII if ascii_only else UNICODE)
        self.shelf = shelf
        self._manner = Manner(compare, self.look, linked, watch, topic_of)
        self.set_class(ascii_only, "-ascii")
        if a and b:
            reading = Reading(a, b, Request(a.source, b.source, labels=labels or (None, None)))
        self._sitting = Sitting(reading, self._manner, shelf, memory) if reading else None
        self.dress(
            asked=theme,
            kept=self._sitting.theme if self._sitting else "",
            usual=usual_theme,
            ground=stencils.ground if stencils else "",
            own=themes,
            folder=themes_folder,
        )
        self._notices = notices
        self._stencils = stencils
        self.note_ground = stencils.note_ground if stencils else None
        if keymap:
            self.set_keymap(keymap)
        self.on_settled: Callable[[], None] | None = None
        self.find_desk: Callable[[], Desk] | None = None
        self.refused: Exception | None = None

    @property
    def broken(self) -> Exception | None:
        """The fault that ended the reader, if one did."""
        return self._exception

    def get_key_display(self, binding: Binding) -> str:
        """The sign of a key, or its name where signs are to be ASCII."""
        display = super().get_key_display(binding)
        ascii_only = self.look.glyphs is ASCII
        return binding.key if ascii_only and not display.isascii() else display

    def on_mount(self) -> None:
        """Say what has to be said at the beginning."""
        if not self.is_headless:
            heed_signals(lambda code: self.exit(return_code=code))
        for line in self._notices:
            self.notify(line, severity="warning", timeout=NOTICED, markup=False)
        self.call_after_refresh(sys.setswitchinterval, USUAL_TURN)
        if self._sitting:
            self.call_after_refresh(self._begin, self._sitting)

    def get_default_screen(self) -> Screen[Any]:
        """The reader, or the picker where there is nothing to read yet."""
        screen = self._sitting.screen if self._sitting else self._picker()
        # Textual forgets this for the first screen, and then can't switch from it to another.
        screen._push_result_callback(self, None)  # noqa: SLF001
        return screen

    def open(self, reading: Reading) -> None:
        """Show these texts in place of those that are shown, if any."""
        self._keep()
        sitting = self._sitting = Sitting(reading, self._manner, self.shelf)
        self.redress(sitting.theme)
        self.run_worker(self._show(sitting), group="show", exclusive=True)

    def action_pick(self) -> None:
        """Pick other texts; escape goes back to those that are shown."""
        self._pick()

    def on_picked(self, message: Picked) -> None:
        """Open what was picked."""
        self.open(message.reading)

    def _pick(self, *sources: str) -> None:
        if self.is_web:
            # Whoever can see the page could read every file of this user.
            self.notify("In a browser no other texts can be opened.", markup=False)
            return
        self.push_screen(self._picker(*sources))

    def on_completed(self, message: Completed) -> None:
        """Go to where the texts were left, which is known now."""
        sitting = self._sitting
        if sitting and sitting.screen.refreshing.reading is message.reading:
            sitting.complete(message.reading)
            if sitting.theme and not self.theme_to_keep:
                self.redress(sitting.theme)

    def on_unfinished(self, message: Unfinished) -> None:
        """Leave as if these texts had never been shown."""
        if self._sitting and self._sitting.reading.partial:
            self.refused = message.error
            self.exit()

    def on_compared(self, message: Compared) -> None:
        """Select what was selected; say so once the comparison is on the screen."""
        sitting = self._sitting
        # What a reader tells that is left meanwhile does not matter any more.
        if sitting and sitting.screen.comparison is message.view.comparison:
            sitting.settle(message)
        self._settle()

    def on_stopped(self) -> None:
        """Settle with what was found out until then."""
        self._settle()

    def _settle(self) -> None:
        if self.on_settled:
            self.call_after_refresh(self.on_settled)

    def on_paste(self, event: events.Paste) -> None:
        """Open files that are dropped on the reader."""
        from tuireader.tui.opening.dropping import dropped  # noqa: PLC0415 - quick start

        if self._sitting and self.screen is self._sitting.screen:
            if paths := dropped(event.text):
                self._pick(*paths)
            else:
                self.notify("What was pasted is no path of a file.", markup=False)

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; keep where one was."""
        self._keep()
        super().exit(result, return_code, message)

    def _picker(self, *sources: str) -> Screen[Any]:
        from tuireader.tui.screens.picker import PickerScreen  # noqa: PLC0415 - quick start

        recents = self.shelf.recents if self.shelf else None
        return PickerScreen(self.look, recents, sources)

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002
        """End at once after a fault; `run` tells of it, without a word of the texts."""
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    async def _show(self, sitting: Sitting) -> None:
        """Leave what is shown before the new screen comes: both readers have the same name."""
        with suppress(ScreenStackError):  # the user leaves meanwhile
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            await self.switch_screen(Screen())
            await self.switch_screen(sitting.screen)
            self._begin(sitting)

    def _begin(self, sitting: Sitting) -> None:
        if self._stencils and self.theme == self._first and not (sitting.theme or self._notices):
            from tuireader.tui.painting.tracing import keep_frame  # noqa: PLC0415 - after the frame

            linked, remembers = self._manner.linked, bool(self.shelf)
            keep_frame(
                self._stencils, sitting.screen, self.look, linked=linked, remembers=remembers
            )
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
        The exit code: 0, or 128 and the number of a signal.

    Raises:
        Crash: The reader broke down; the terminal is as it was.
        DocumentError: The rest of a text, of which the beginning was shown, can't be read.
    """
    # A page on the screen is some thousand small objects, and the collector would walk through
    # both texts and all claims for it: 160 ms at 100,000 lines.
    collector.resume()
    app.on_settled = gc.freeze
    sys.setswitchinterval(SHORT_TURN)
    app.run(headless=headless)
    if app.broken:
        from tuireader.tui.terminal.crash import crash_of  # noqa: PLC0415 - hardly ever

        raise crash_of(app.broken, state_folder()) from app.broken
    if app.refused:
        raise app.refused
    return app.return_code or 0
