"""How far a long piece of work has come, told often enough that it can be stopped at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

Tell = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1; may raise to stop it."""

STEP = 128
"""Items between two reports: some hundredths of a second for whatever is done to a sentence."""


def silent(share: float) -> None:
    """No one is listening."""


def part(tell: Tell, first: float, last: float) -> Tell:
    """For a part of the work, from the one share of the whole to the other."""
    return lambda share: tell(first + (last - first) * share)


def told(items: Sequence[T], tell: Tell) -> Iterator[T]:
    """The items in order; how many are done is told before every so many."""
    for start in range(0, len(items), STEP):
        tell(start / len(items))
        yield from items[start : start + STEP]
