"""Which claims can be found by what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def postings(entries: Sequence[Iterable[K]], order: Iterable[int]) -> dict[K, list[int]]:
    """The places of the entries that each key stands in, in some order of the entries."""
    found: dict[K, list[int]] = {}
    for place in order:
        for key in entries[place]:
            if key in found:
                found[key].append(place)
            else:
                found[key] = [place]
    return found
