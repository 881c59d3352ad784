"""Stretches of a sentence that are not to be cut: quotations and brackets."""

from __future__ import annotations

from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_SIGN = compiled(r"[“”„«»()\[\]\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?])[’'](?!\w)")
_OPENING = dict(zip("“„«([‘", "”“»)]’", strict=True))
_CLOSING = frozenset("”»)]’")


def closed_spans(text: str, start: int, end: int) -> list[Span]:
    """The quotations and brackets of one sentence, signs included, in order.

    A sentence may lie inside a quotation that began before it or goes on behind it: a sign without
    its partner reaches to the end of the sentence on that side.
    """
    spans: list[Span] = []
    opened: int | None = None
    awaited = ""
    for match in _SIGN.finditer(text, start, end):
        sign = match.group()
        if opened is None:
            if sign in _OPENING or (sign in "\"'" and _opens(text, match.start(), start, end)):
                opened, awaited = match.start(), _OPENING.get(sign, sign)
            elif (sign in _CLOSING or sign == '"') and sign not in "’'" and not spans:
                spans.append(Span(start, match.end()))
        elif sign == awaited:
            spans.append(Span(opened, match.end()))
            opened = None
    if opened is not None and awaited not in "’'":
        spans.append(Span(opened, end))
    return spans


def _opens(text: str, place: int, start: int, end: int) -> bool:
    """Whether a straight sign opens: it stands at the start or after white space, before a word."""
    return (place == start or text[place - 1] in " \t\n(—–") and (
        place + 1 < end and not text[place + 1].isspace()
    )
