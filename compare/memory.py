"""What one comparison found out that the next one, of nearly the same texts, need not do again.

Everything is kept by all that it was made from and by nothing else, so that a comparison with a
memory is the same as one without: only what has changed is worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

_SPARE = 1.25


class Memory:
    """Keeps what the last two comparisons used, and of what neither used at most a quarter more."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Entry] = {}
        self._used = 0  # results, when those that were not used were last forgotten
        self._number = 0
        self._terms: object = None

    def begin(self, terms: object) -> None:
        """Begin a comparison.

        Args:
            terms: What everything depends on; where it is not what it was, all is forgotten.
        """
        if self._terms is not None and self._terms != terms:
            self._kept = {}
        self._terms = terms

    def drop(self) -> None:
        """Forget what a comparison that was cancelled found for the first time."""
        self._forget(lambda entry: entry.fresh == self._number)

    def end(self) -> None:
        """End a comparison that was not cancelled."""
        before = self._number - 1
        if len(self._kept) > _SPARE * self._used:  # to look at each takes as long as to use it
            self._forget(lambda entry: entry.used <= before)
            self._used = len(self._kept)
        self._number += 1

    def _forget(self, is_old: Callable[[_Entry], bool]) -> None:
        # A comparison that was told to stop may still be at work in its own thread: the list is
        # made in one go, and what is gone by then is gone.
        for key, entry in list(self._kept.items()):
            if is_old(entry):
                self._kept.pop(key, None)

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:
        """What `make(*args)` gave for this key, or gives now.

        Args:
            key: Tells all that the result depends on.
            make: A function without side effects.
            args: Its arguments.
        """
        entry = self._kept.get(key)
        if entry is None:
            entry = self._kept[key] = _Entry(make(*args), self._number)
        entry.used = self._number
        result: T = entry.result
        return result


class _Entry:
    """One result.

    Attributes:
        result: What was made.
        fresh: Number of the comparison that made it.
        used: Number of the last comparison that asked for it.
    """

    __slots__ = ("fresh", "result", "used")

    def __init__(self, result: object, number: int) -> None:
        self.result: Any = result
        self.fresh = self.used = number


class NoMemory(Memory):
    """Keeps nothing: for a comparison that has no successor."""

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:  # noqa: ARG002
        """What `make` gives."""
        return make(*args)
