"""What one comparison found out that the next one, of nearly the same texts, need not do again.

Everything is kept by all that it was made from and by nothing else, so that a comparison with a
memory is the same as one without: only what has changed is worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Keeps what the last two comparisons used; what neither used is forgotten."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}
        self._terms: object = None

    def begin(self, terms: object) -> None:
        """Begin a comparison.

        Args:
            terms: What everything depends on; where it is not what it was, all is forgotten.
        """
        if self._terms is not None and self._terms != terms:
            self._before, self._now = {}, {}
        self._terms = terms

    def end(self) -> None:
        """End a comparison that was not cancelled."""
        self._before, self._now = self._now, {}

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:
        """What `make(*args)` gave for this key, or gives now.

        Args:
            key: Tells all that the result depends on.
            make: A function without side effects.
            args: Its arguments.
        """
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None:
                found = make(*args)
            self._now[key] = found
        result: T = found
        return result


class NoMemory(Memory):
    """Keeps nothing: for a comparison that has no successor."""

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:  # noqa: ARG002
        """What `make` gives."""
        return make(*args)
