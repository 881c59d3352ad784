"""Compares the texts of a reader, and compares them again when their files change."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tuireader.compare.model import Comparison
from tuireader.tui.changes.watching import PAUSE, Glance, Watch, Watcher
from tuireader.tui.comparing import Compare, Comparing
from tuireader.tui.messages import Compared, FilesSeen, Unchanged
from tuireader.tui.opening.request import Reading, stamps_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tuireader.tui.changes.completing import Completed, Completing


class Refreshing:
    """Sees to the comparison of one reader. What comes of it is posted to the screen.

    While a later comparison runs, what is on the screen stays and can be read.

    Args:
        screen: The reader.
        compare: Computes a comparison.
        reading: The texts.
        watch: Whether to look after their files.

    Attributes:
        reading: The texts as they are on the screen.
        comparison: What was found in them; None until it is known.
        pause: Seconds between two looks at the files.
    """

    pause = PAUSE

    def __init__(
        self, screen: Screen[None], compare: Compare, reading: Reading, *, watch: bool
    ) -> None:
        self.reading = reading
        self.comparison: Comparison | None = None
        self._screen = screen
        self._compare = compare
        self._run: Comparing | None = None
        self._completing: Completing | None = None
        self._held = False  # whether the texts are not to be compared once they are whole
        self._changed: frozenset[Path] = frozenset()
        self._reason = ""
        self._watch = Watch(reading.stamps)
        self._watcher = (
            Watcher(self._watch, lambda glance: screen.post_message(FilesSeen(glance)))
            if watch and reading.stamps
            else None
        )

    def begin(self) -> None:
        """Compare for the first time, and look after the files from now on.

        Where only the beginnings of the texts are there, the rest is read first.
        """
        if self.reading.partial and self.reading.request:
            from tuireader.tui.changes.completing import Completing  # noqa: PLC0415 - quick start

            post = self._screen.post_message
            self._completing = Completing(self.reading, self.reading.request, post)
            self._completing.start()
            return
        if not self._held:
            self._start(Comparing(self._compare, self.reading))
        if self._watcher:
            self._watcher.start()

    def settle_whole(self, message: Completed) -> bool:
        """Take note that the whole of the texts is on the screen, and go on with it.

        Returns:
            Whether they are compared now; else the user has said not to.
        """
        self._completing = None
        self.reading = message.reading
        self._watch.saw(message.reading.stamps)
        self.begin()
        return not self._held

    def again(self) -> None:
        """Read the texts again, and compare them if they have changed or are not compared yet."""
        self._held = False
        if not self.reading.partial:
            self._read_again(None)

    def heed(self, glance: Glance) -> str:
        """Compare again what has changed; what there is to say of the files, "" if nothing."""
        if glance.changed:
            self._changed |= glance.changed
            self._read_again(self._changed)
        return f"{self._names(glance.gone)} is gone, shown as last read" if glance.gone else ""

    def settle(self, message: Compared) -> str:
        """Take note of what is on the screen now; what has changed, in a line, "" if nothing."""
        self._run = None
        self._reason = ""
        self.reading, self.comparison = message.reading, message.view.comparison
        self._watch.saw(message.reading.stamps)
        changed, self._changed = self._changed, frozenset()
        if message.carry is None:
            return ""
        what = f"{self._names(changed)} changed" if changed else "Read again"
        return f"{what}: {message.carry.news}"

    def settle_unchanged(self, message: Unchanged) -> str:
        """Take note that all is as it was; what to tell one who has asked, else ""."""
        self._run = None
        self._reason = ""
        self.reading = message.reading
        self._watch.saw(message.reading.stamps)
        asked, self._changed = not self._changed, frozenset()
        return "Nothing has changed." if asked else ""

    def settle_nothing(self) -> None:
        """Take note that a run was stopped, or broke down; only another change starts another."""
        self._run = None
        self._watch.saw(stamps_of(self.reading.stamps))

    def settle_unreadable(self, reason: str) -> bool:
        """Take note that a text could not be read; it is tried again after a while.

        Returns:
            Whether that is news.
        """
        self._run = None
        self._watch.saw(stamps_of(self.reading.stamps), well=False)
        before, self._reason = self._reason, reason
        return reason != before

    def cancel(self) -> bool:
        """Stop the comparison; False if none is running or to come."""
        if self.reading.partial and not self._held:
            self._held = True  # the rest is read all the same
            return True
        if self._run is None:
            return False
        self._run.cancel()
        return True

    def end(self) -> None:
        """Let nothing outlive the reader."""
        self.cancel()
        if self._completing:
            self._completing.stop()
        if self._watcher:
            self._watcher.stop()

    def _read_again(self, paths: frozenset[Path] | None) -> None:
        """Read the texts of these files again, or all that can be."""
        again = partial(self.reading.again, paths)
        self._start(Comparing(self._compare, self.reading, self.comparison, again=again))

    def _start(self, run: Comparing) -> None:
        self.cancel()
        self._run = run
        work = partial(run.run, partial(self._post, run))
        self._screen.run_worker(work, thread=True, exit_on_error=False)

    def _post(self, run: Comparing, message: Message) -> None:
        """Hand on what a run tells, unless another was started since."""
        if run is self._run:
            self._screen.post_message(message)

    def _names(self, paths: frozenset[Path]) -> str:
        """The files in a word or two; their folders only where they are needed."""
        names = sorted(path.name for path in paths)
        if len(names) == 1 and sum(path.name == names[0] for path in self.reading.stamps) > 1:
            names = [str(path) for path in paths]
        return " and ".join(names)
