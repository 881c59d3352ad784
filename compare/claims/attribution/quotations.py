"""Passages in quotation marks, those that run over the ends of a sentence included."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_CURLED = compiled(r"“[^“”]*(?:”|\Z)|\A[^“”]*”|«[^«»]*»|(?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)")
_APOSTROPHE = compiled("'")
_OPENING = frozenset(" \n([—–-:")
_CLOSING = frozenset(",.!?")


def find_quotations(text: str, start: int, end: int) -> Iterator[Span]:
    """The quoted passages from `start` to `end`, marks included.

    A mark without its partner reaches to the end of the stretch, or from its start, since a
    quotation of several sentences is split between them.
    """
    stretch = text[start:end]
    if '"' in stretch:
        yield from _straight(text, start, end)
    if "'" in stretch:
        yield from _single(text, start, end)
    if any(mark in stretch for mark in "“”«‘"):
        for match in _CURLED.finditer(stretch):
            yield Span(start + match.start(), start + match.end())


def _straight(text: str, start: int, end: int) -> Iterator[Span]:
    marks = [place for place in range(start, end) if text[place] == '"']
    if len(marks) % 2 and not _opens(text, marks[0], end):
        yield Span(start, marks[0] + 1)
        marks = marks[1:]
    for first, last in zip(marks[::2], [*marks[1::2], end - 1], strict=False):
        if first < last:
            yield Span(first, last + 1)


def _single(text: str, start: int, end: int) -> Iterator[Span]:
    """Passages between straight single marks; the end mark stands behind another sign."""
    first = -1
    for match in _APOSTROPHE.finditer(text, start, end):
        place = match.start()
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        if first < 0 and after.isalnum() and before in _OPENING:
            first = place
        elif first >= 0 and before in _CLOSING and not after.isalnum():
            yield Span(first, place + 1)
            first = -1


def _opens(text: str, place: int, end: int) -> bool:
    """Whether a straight mark begins a quotation: a word follows at once, none goes before."""
    before, after = text[place - 1 : place], text[place + 1 : min(place + 2, end)]
    return bool(after) and not after.isspace() and not before.strip()
