"""Which claims can be found by what, and what finds too many of them."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

CROWD = 400
"""What so many couples of claims of two texts share tells of the whole texts, not of a couple."""


def postings(
    entries: Sequence[Iterable[K]], order: Iterable[int], wanted: Container[K]
) -> dict[K, list[int]]:
    """The places at which each of the wanted keys is entered, in some order of the entries."""
    found: dict[K, list[int]] = {}
    for place in order:
        for key in entries[place]:
            if key in wanted:
                if key in found:
                    found[key].append(place)
                else:
                    found[key] = [place]
    return found
