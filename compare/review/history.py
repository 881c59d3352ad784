"""The log in memory, and which of its steps can be undone and redone."""

from __future__ import annotations

from tuireader.compare.model import Comparison, Side
from tuireader.compare.review.model import Action, Event
from tuireader.compare.review.seals import brought

_LASTING = frozenset({Action.CREATE})


class History:
    """All events, with the stacks of what is done and what is undone.

    Both are the fold of the events, so they are the same after a restart.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._done: list[Event] = []
        self._undone: list[Event] = []
        self._highest: dict[str, int] = {}
        self.texts = 0  # the highest number of a comparison that an event brought

    def add(self, event: Event) -> None:
        """Take in the next event."""
        self.events.append(event)
        if event.action is Action.UNDO:
            self._move(self._done, self._undone, event.of)
        elif event.action is Action.REDO:
            self._move(self._undone, self._done, event.of)
        elif event.action not in _LASTING:
            self._done.append(event)
            self._undone.clear()
        self.texts = max(self.texts, brought(event) or 0)
        for section in ("claims", "pairs"):
            for key in event.after.get(section, ()):
                letter = key[0]
                self._highest[letter] = max(self._highest.get(letter, 0), int(key[1:]))

    @property
    def last_done(self) -> Event | None:
        """What an undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Event | None:
        """What a redo makes again."""
        return self._undone[-1] if self._undone else None

    def highest(self, letter: str, machine: Comparison) -> int:
        """The highest number that any id with this letter has, of the machine's and all events."""
        keys = (
            [pair.id for pair in machine.pairs]
            if letter == "p"
            else [claim.id for claim in machine.claims_of(Side(letter))]
        )
        return max([self._highest.get(letter, 0), *(int(key[1:]) for key in keys)])

    @staticmethod
    def _move(source: list[Event], target: list[Event], number: int | None) -> None:
        for place in reversed(range(len(source))):
            if source[place].number == number:
                target.append(source.pop(place))
                return
