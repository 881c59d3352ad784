"""Texts that remember where each of their characters stood in the text they were made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

Run = tuple[int, int, int]
"""Start in the text, start in the source, length: as in `Origin.runs`.

A run holds characters taken over one for one, which includes a space for a tab, for a no-break
space or for the newline of a wrapped line.
"""

_NEWLINE = compiled(r"\r\n|\r|\n")


class TextBuilder:
    """Builds a text from pieces of a source and from characters that the source does not have."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._runs: list[Run] = []

    def take(self, text: str, place: int) -> None:
        """Append `text`, whose characters stand at `place` and onwards in the source."""
        if text:
            length = len(text)
            _append(self._runs, (self.length, place, length))
            self._parts.append(text)
            self.length += length

    def append(self, text: str, runs: Sequence[Run]) -> None:
        """Append a text that was built elsewhere, with its places."""
        for start, place, length in runs:
            _append(self._runs, (self.length + start, place, length))
        TextBuilder.add(self, text)

    def add(self, text: str) -> None:
        """Append characters that have no place in the source."""
        self._parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """What has been built so far."""
        return "".join(self._parts)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The places of what has been built so far; neighbours are joined."""
        return tuple(self._runs)


def compose(outer: Sequence[Run], inner: Sequence[Run]) -> tuple[Run, ...]:
    """The way from a text to its source over a text between: `outer` first, then `inner`."""
    starts = [run[0] for run in inner]
    composed: list[Run] = []
    for start, between, length in outer:
        index = max(bisect_right(starts, between) - 1, 0)
        while index < len(inner) and starts[index] < between + length:
            inner_start, place, inner_length = inner[index]
            low = max(between, inner_start)
            high = min(between + length, inner_start + inner_length)
            if low < high:
                _append(composed, (start + low - between, place + low - inner_start, high - low))
            index += 1
    return tuple(composed)


def cut(runs: Sequence[Run], span: Span) -> tuple[Run, ...]:
    """The places of `text[span.start:span.end]`, counted from its own start."""
    return compose([(0, span.start, len(span))], runs)


def line_number(source: str, offset: int) -> int:
    """The line that holds the character at `offset`, from 1, as an editor counts."""
    return 1 + sum(1 for _ in _NEWLINE.finditer(source, 0, offset))


def _append(runs: list[Run], run: Run) -> None:
    if runs:
        start, place, length = runs[-1]
        if start + length == run[0] and place + length == run[1]:
            runs[-1] = (start, place, length + run[2])
            return
    runs.append(run)
