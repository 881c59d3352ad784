"""The reader that begins in review mode."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from tuireader.compare.model import Comparison
from tuireader.compare.review.session import Session
from tuireader.tui.app import ReaderApp
from tuireader.tui.comparing import StopComparing
from tuireader.tui.messages import Compared
from tuireader.tui.review.desk import Desk
from tuireader.tui.screens.reader import ReaderScreen


class ReviewApp(ReaderApp):
    """A reader that goes into review mode as soon as its texts are compared.

    Attributes:
        desk: How reviews are done.
        session: The session to begin with, if it is open already.
    """

    desk: Desk = Desk(begins=True)
    session: Session | None = None

    def on_mount(self) -> None:
        """Come back to the same desk whenever review mode is entered again."""
        self.find_desk = lambda: self.desk

    def keep_back(self, comparison: Comparison) -> NoReturn:
        """Begin a blind review: the reader never gets what was found, so it can't show it.

        Called by what compares, in its thread.

        Raises:
            StopComparing: Always; for the reader the comparison was stopped.
        """
        self.call_from_thread(self._review, comparison)
        raise StopComparing

    def on_compared(self, message: Compared) -> None:
        """Begin, once the comparison is on the screen."""
        if self.desk.begins:
            self.call_after_refresh(self._review, message.view.comparison)

    def _review(self, comparison: Comparison) -> None:
        from tuireader.tui.review.entering import enter  # noqa: PLC0415 - after the first frame

        if self.desk.begins and isinstance(self.screen, ReaderScreen):
            session, self.session = self.session, None
            if self.desk.blind:
                self.desk = replace(self.desk, comparison=comparison)
            enter(self.screen, self.desk, session)
            self.desk = self.desk.begun
