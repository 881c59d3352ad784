"""Sentences, by their closing marks and a table of abbreviations.

A cut is made where a mark ends a sentence for certain or nearly so: a name cut in two is worse than
two sentences left as one. A blank line and the start of a list item always cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.claims.segments.stops import ends_sentence, runs_on, stop_at
from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_SIGN = compiled(r"[.!?…؟۔।。！？｡\n]")
_CANDIDATE = compiled(
    r"(?P<mark>(?:\.\s?){2}\.+|[.!?…؟۔।]+)"
    r"""(?:["'”’“‘»)\]]|\[\d{1,3}\])*"""
    r"""(?:\s["'”’»]{1,2}(?=\s|\Z))?(?=\s|\Z)"""
    r"|[。！？｡]+[」』”’）]*"
    r"|(?P<glued>[.!?])[”\"]?(?=[“\"]?[A-Z][a-z])"
    r"|\n[ \t]*(?:\n\s*|(?=(?:[-*•‣▪·–]|\d{1,3}[.)])[ \t]))"
)


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order; the range is meant to be one paragraph.

    Spans are trimmed of white space and together hold every other character of the range. What
    stands before a blank line is not changed by what follows it. Nothing outside the range counts.
    """
    end = len(text) if end is None else min(end, len(text))
    spans: list[Span] = []
    opened = start
    for cut in _cuts(text, start, end):
        _append(spans, text, opened, cut)
        opened = cut
    _append(spans, text, opened, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add the range without its outer white space, unless nothing is left."""
    piece = text[start:end]
    if stripped := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(first, first + len(stripped)))


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """The places where one sentence ends and the next one may begin."""
    opened = read = start
    for sign in _SIGN.finditer(text, start, end):
        place = sign.start()
        if place < read or (match := _CANDIDATE.match(text, place, end)) is None:
            continue
        read = cut = match.end()
        mark = match["mark"]
        if mark or match["glued"]:
            stop = stop_at(text, opened, place, cut, end)
            if not (ends_sentence(stop, mark) if mark else runs_on(stop)):
                continue
        opened = cut
        yield cut
