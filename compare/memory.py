"""What one comparison found out that the next one, of nearly the same texts, need not do again.

Everything is kept by all that it was made from and by nothing else, so that a comparison with a
memory is the same as one without: only what has changed is worked out anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")
_Make = Callable[..., Any]

_SPARE = 1.25
_NOTHING = (None, None)


class Memory:
    """Keeps what the last two comparisons used, and of what neither used at most a quarter more."""

    def __init__(self) -> None:
        self._kept: defaultdict[_Make, dict[Hashable, _Entry]] = defaultdict(dict)
        self._before: dict[tuple[object, int], tuple[object, Any]] = {}
        self._now = self._before.copy()
        self._used = 0  # results, when those that were not used were last forgotten
        self._number = 0
        self._terms: object = None

    @property
    def size(self) -> int:
        """How many results are kept by what they were made from."""
        return sum(map(len, self._kept.values()))

    def begin(self, terms: object) -> None:
        """Begin a comparison.

        Args:
            terms: What everything depends on; where it is not what it was, all is forgotten.
        """
        if self._terms is not None and self._terms != terms:
            self._kept.clear()
            self._before = {}
        self._terms, self._now = terms, {}

    def drop(self) -> None:
        """Forget what a comparison that was cancelled found for the first time."""
        self._forget(lambda entry: entry.fresh == self._number)

    def end(self) -> None:
        """End a comparison that was not cancelled."""
        before = self._number - 1
        if self.size > _SPARE * self._used:  # to look at each takes as long as to use it
            self._forget(lambda entry: entry.used <= before)
            self._used = self.size
        self._before = self._now
        self._number += 1

    def _forget(self, is_old: Callable[[_Entry], bool]) -> None:
        # A comparison that was told to stop may still be at work in its own thread: the lists are
        # made in one go, and what is gone by then is gone.
        for kept in list(self._kept.values()):
            for key, entry in list(kept.items()):
                if is_old(entry):
                    kept.pop(key, None)

    def of(self, thing: S, make: Callable[..., T], *args: object) -> T:
        """What `make(thing, *args)` gives, or gave for this very object the last time.

        Args:
            thing: Never changed; kept, so that no other object can pass for it.
            make: A function of a module, without side effects.
            args: Its other arguments, on which the result does not depend.
        """
        key = (make, id(thing))
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key) or (thing, make(thing, *args))
            self._now[key] = found
        result: T = found[1]
        return result

    def last(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """What the last comparison kept under a name, or None."""
        return self._before.get((name, 0), _NOTHING)[1]

    def keep(self, name: str, what: object) -> None:
        """Keep something for the next comparison, if this one comes to its end."""
        self._now[name, 0] = None, what

    def recall_all(self, keys: Iterable[tuple[Any, ...]], make: Callable[..., T]) -> list[T]:
        """For each key what `make(*key)` gave, or gives now: `recall` of many."""
        kept, number = self._kept[make], self._number
        found: list[T] = []
        for key in keys:
            entry = kept.get(key)
            if entry is None:
                entry = kept[key] = _Entry(make(*key), number)
            entry.used = number
            found.append(entry.result)
        return found

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:
        """What `make(*args)` gave for this key, or gives now.

        Args:
            key: Tells all that this result of `make` depends on.
            make: A function of a module, without side effects.
            args: Its arguments.
        """
        kept = self._kept[make]
        entry = kept.get(key)
        if entry is None:
            entry = kept[key] = _Entry(make(*args), self._number)
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

    def of(self, thing: S, make: Callable[..., T], *args: object) -> T:
        """What `make` gives."""
        return make(thing, *args)

    def keep(self, name: str, what: object) -> None:
        """There is no next one."""

    def recall_all(self, keys: Iterable[tuple[Any, ...]], make: Callable[..., T]) -> list[T]:
        """What `make` gives for each."""
        return [make(*key) for key in keys]
