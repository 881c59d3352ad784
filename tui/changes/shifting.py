"""Where a place of a text is after the text has changed."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

_LOOKED_AT = 2_000  # lines up and down from a line that is no longer there


class Shift:
    """Carries places from one state of a text to the next, line by line.

    A line that stands once in both states is the same line; so are those of the common beginning
    and end. A place in any other line goes by the nearest line above that is still there, or
    below. The cost is linear, as texts may be long and changes anything.

    Args:
        old: The text as it was.
        new: The text as it is.
    """

    def __init__(self, old: str, new: str) -> None:
        self._length = len(new)
        before, after = old.split("\n"), new.split("\n")
        self._old = _starts(before)
        self._new = _starts(after)
        self._lines = _same_lines(before, after)

    def __call__(self, place: int) -> int:
        """The place that was at `place`; inside the new text."""
        line = bisect_right(self._old, place) - 1
        lines = self._lines
        if line in lines:
            return self._within(self._new[lines[line]] + place - self._old[line])
        for distance in range(1, min(len(self._old), _LOOKED_AT) + 1):
            above, below = line - distance, line + distance
            if above in lines:
                # What came so many lines after the line above comes about there now.
                target = min(lines[above] + distance, len(self._new) - 1)
                return self._within(self._new[target])
            if below in lines:
                return self._within(self._new[max(lines[below] - distance, 0)])
        return self._within(place)

    def _within(self, place: int) -> int:
        return min(max(place, 0), self._length)


def _starts(lines: list[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines[:-1])]


def _same_lines(before: list[str], after: list[str]) -> dict[int, int]:
    """The number a line has after, by the number it had before."""
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    same = {number: number for number in range(head)}
    same |= {len(before) - 1 - n: len(after) - 1 - n for n in range(tail)}
    old = _once(before, head, len(before) - tail)
    new = _once(after, head, len(after) - tail)
    same |= {old[line]: new[line] for line in old.keys() & new.keys()}
    return same


def _once(lines: list[str], first: int, last: int) -> dict[str, int]:
    """The number of each line that stands there once, by the line; blank ones left out."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for number in range(first, last):
        line = lines[number]
        if line in found or not line.strip():
            twice.add(line)
        found[line] = number
    return {line: number for line, number in found.items() if line not in twice}
