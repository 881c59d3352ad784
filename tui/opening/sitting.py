"""One pair of texts that is open: its screen, and what is kept of it for another day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tuireader.compare.model import Document
from tuireader.tui.comparing import Compare
from tuireader.tui.ledger import TopicOf, no_topic
from tuireader.tui.look import Look
from tuireader.tui.memory.resuming import Resuming
from tuireader.tui.memory.state import FRESH, Memory, State, StateFile
from tuireader.tui.messages import Compared
from tuireader.tui.opening.recent import Recent, Recents
from tuireader.tui.opening.request import Reading
from tuireader.tui.screens.reader import ReaderScreen


class Shelf(NamedTuple):
    """Where things are kept between two readings.

    Attributes:
        folder: The state folder.
    """

    folder: Path

    def memory(self, a: Document, b: Document) -> Memory:
        """That of one pair of texts."""
        return StateFile(self.folder, a, b)

    @property
    def recents(self) -> Recents:
        """The comparisons that were opened of late."""
        return Recents(self.folder)


class Manner(NamedTuple):
    """How every pair of texts is shown.

    Attributes:
        compare: Computes a comparison.
        look: The glyphs and inks.
        linked: Whether the panes begin linked, where nothing else was kept.
        watch: Whether the files are looked after.
        topic_of: Gives claims without a counterpart their topics.
    """

    compare: Compare
    look: Look
    linked: bool = True
    watch: bool = False
    topic_of: TopicOf = no_topic


class Sitting:
    """From the opening of two texts to their closing.

    Args:
        reading: The texts.
        manner: How they are shown.
        shelf: Where they are noted; None if nowhere.
        memory: Keeps the place in these very texts, in the stead of the shelf's.

    Attributes:
        screen: The reader.
        reading: The texts as they were opened.
        theme: The theme that was taken in the last reading of them; "" for none.
    """

    def __init__(
        self,
        reading: Reading,
        manner: Manner,
        shelf: Shelf | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.reading = reading
        self._manner = manner
        self._shelf = shelf
        # What is kept of texts is known by the whole of them.
        known = shelf.memory(reading.a, reading.b) if shelf and not reading.partial else None
        self._memory = memory or known
        left = self._left()
        self.theme = left.theme
        self.screen = ReaderScreen(reading, manner.compare, manner.look, watch=manner.watch)
        self.screen.topic_of = manner.topic_of
        self._resuming = Resuming(self.screen, left)
        self._is_first = True

    def _left(self) -> State:
        """Where these texts were left."""
        left = (self._memory.recall() if self._memory else None) or FRESH
        return left._replace(link=self._manner.linked if left.link is None else left.link)

    def complete(self, reading: Reading) -> None:
        """Go to where these texts were left, now that they are there to their ends."""
        self.reading = reading
        if self._shelf and not self._memory:
            self._memory = self._shelf.memory(reading.a, reading.b)
            left = self._left()
            self.theme = left.theme
            self._resuming.catch_up(left)
        self.note()

    def settle(self, message: Compared) -> None:
        """Select what was selected when these texts were left; note the verdicts."""
        comparison = message.view.comparison
        if self._is_first:
            self._resuming.select(comparison)
        self._is_first = False
        if self._shelf:
            if message.carry:
                self._memory = self._shelf.memory(message.reading.a, message.reading.b)
            if recent := Recent.of(message.reading, comparison.summary):
                self._shelf.recents.note(recent)

    def note(self) -> None:
        """Note that these texts were opened, once it is sure that they can be read."""
        sure = self._shelf and not self.reading.partial
        recent = Recent.of(self.reading) if sure else None
        if self._shelf and recent:
            self._shelf.recents.note(recent)

    def keep(self, theme: Callable[[], str]) -> None:
        """Keep where one is.

        Args:
            theme: Tells the theme to keep.
        """
        state = self._resuming.state
        if self._memory and state:
            # What is as the settings have it is left out, so that those can change later.
            link = None if state.link == self._manner.linked else state.link
            self._memory.keep(state._replace(theme=theme(), link=link))
