"""The reader that begins in review mode."""

from __future__ import annotations

from tuireader.compare.review.session import Session
from tuireader.tui.app import ReaderApp
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

    def on_compared(self, message: Compared) -> None:  # noqa: ARG002 - Textual hands it over
        """Begin, once the comparison is on the screen."""
        if self.desk.begins:
            self.call_after_refresh(self._review)

    def _review(self) -> None:
        from tuireader.tui.review.entering import enter  # noqa: PLC0415 - after the first frame

        if self.desk.begins and isinstance(self.screen, ReaderScreen):
            session, self.session = self.session, None
            enter(self.screen, self.desk, session)
            self.desk = self.desk.begun
