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


class Known:
    """What is known while a comparison is made: nothing, where none came before."""

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:  # noqa: ARG002
        """What `make(*args)` gave for this key, or gives now.

        Args:
            key: Tells all that this result of `make` depends on.
            make: A function of a module, without side effects.
            args: Its arguments.
        """
        return make(*args)

    def recall_all(self, keys: Iterable[tuple[Any, ...]], make: Callable[..., T]) -> list[T]:
        """For each key what `make(*key)` gave, or gives now: `recall` of many."""
        return [make(*key) for key in keys]

    def of(self, thing: S, make: Callable[..., T], *args: object) -> T:
        """What `make(thing, *args)` gives, or gave for this very object the last time.

        Args:
            thing: Never changed; kept, so that no other object can pass for it.
            make: A function of a module, without side effects.
            args: Its other arguments, on which the result does not depend.
        """
        return make(thing, *args)

    def last(self, name: str) -> Any:  # noqa: ANN401, ARG002 - whatever was kept
        """What the last comparison kept under a name, or None."""
        return None

    def keep(self, name: str, what: object) -> None:
        """Keep something for the next comparison, if this one comes to its end."""


class Memory:
    """Keeps what the last comparison used, and of what it did not use at most a quarter more."""

    def __init__(self) -> None:
        self._kept: _Kept = defaultdict(dict)
        self._last = _Last()
        self._used = 0  # results, when those that were not used were last forgotten
        self._number = 0
        self._terms: object = None

    @property
    def size(self) -> int:
        """How many results are kept by what they were made from."""
        return sum(map(len, self._kept.values()))

    def begin(self, terms: object) -> Known:
        """What is known at the beginning of a comparison; to be handed to `end` or to `drop`.

        A comparison that was told to stop may still be at work in its own thread meanwhile.

        Args:
            terms: What everything depends on; where it is not what it was, all is forgotten.
        """
        if self._terms is not None and self._terms != terms:
            self._kept, self._last = defaultdict(dict), _Last()
        self._terms = terms
        self._number += 1
        return _Remembered(self._kept, self._last, self._number)

    def drop(self, known: Known) -> None:
        """Forget what a comparison that was cancelled found for the first time."""
        if isinstance(known, _Remembered):
            self._forget(lambda entry: entry.fresh == known.number)

    def end(self, known: Known) -> None:
        """Let the next comparison know what one found that was not cancelled."""
        if isinstance(known, _Remembered):
            if self.size > _SPARE * self._used:  # to look at each takes as long as to use it
                self._forget(lambda entry: entry.used < known.number)
                self._used = self.size
            self._last = known.now

    def _forget(self, is_old: Callable[[_Entry], bool]) -> None:
        # In lists that are made in one go, and what is gone by then is gone: see `begin`.
        for kept in list(self._kept.values()):
            for key, entry in list(kept.items()):
                if is_old(entry):
                    kept.pop(key, None)


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


_Kept = defaultdict[_Make, dict[Hashable, _Entry]]


class _Last:
    """What one comparison hands on to the next.

    Attributes:
        named: What it kept under a name.
        of: A function and the `id` of an object -> the object, and what the function made of it.
    """

    def __init__(self) -> None:
        self.named: dict[str, object] = {}
        self.of: dict[tuple[_Make, int], tuple[object, Any]] = {}


class _Remembered(Known):
    """What is known from earlier comparisons.

    Attributes:
        now: What this one hands on.
        number: Of this comparison.
    """

    def __init__(self, kept: _Kept, before: _Last, number: int) -> None:
        self.now = _Last()
        self.number = number
        self._kept = kept
        self._before = before

    def recall(self, key: Hashable, make: Callable[..., T], *args: object) -> T:
        kept = self._kept[make]
        entry = kept.get(key)
        if entry is None:
            entry = kept[key] = _Entry(make(*args), self.number)
        entry.used = self.number
        result: T = entry.result
        return result

    def recall_all(self, keys: Iterable[tuple[Any, ...]], make: Callable[..., T]) -> list[T]:
        kept, number = self._kept[make], self.number
        found: list[T] = []
        for key in keys:
            entry = kept.get(key)
            if entry is None:
                entry = kept[key] = _Entry(make(*key), number)
            entry.used = number
            found.append(entry.result)
        return found

    def of(self, thing: S, make: Callable[..., T], *args: object) -> T:
        key = (make, id(thing))
        found = self.now.of.get(key)
        if found is None:
            found = self._before.of.get(key) or (thing, make(thing, *args))
            self.now.of[key] = found
        result: T = found[1]
        return result

    def last(self, name: str) -> Any:  # noqa: ANN401
        return self._before.named.get(name)

    def keep(self, name: str, what: object) -> None:
        self.now.named[name] = what
