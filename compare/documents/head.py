"""The beginning of a long plain text, which can be shown long before the whole is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tuireader.compare.documents.charset import declared_charset
from tuireader.compare.documents.decoding import decode
from tuireader.compare.documents.errors import DocumentError
from tuireader.compare.documents.formats import PLAIN, format_named
from tuireader.compare.documents.reading import document_of, draft_text
from tuireader.compare.documents.recognition import format_of_text, recognise
from tuireader.compare.model import Document, Side

HEAD = 64 * 1024
"""Bytes that are read: some thirty screens, and no more than looking for the encoding asks for."""

_ENDS = (b"\n\n", b"\r\n\r\n", b"\n", b"\r")


def read_head(
    source: str, side: Side, *, date: dt.date | None = None, form: str | None = None
) -> Document | None:
    """Read the first paragraphs of a long plain text by themselves, as the whole is read.

    The beginning of what `read_document` makes of the whole, wherever the rest of the text does not
    shed another light on it (most of its lines are set in, say).

    Args:
        source: A path.
        side: Which of the two texts it is.
        date: As of `read_document`.
        form: As of `read_document`.

    Returns:
        None where only the whole can tell: it is no plain text in UTF-8, it can't be read, or its
        first line is very long.
    """
    try:
        with Path(source).open("rb") as file:
            data = _to_a_break(file.read(HEAD))
        known = format_named(form) if form else recognise(data, source)
        text, encoding = decode(data, source, declared=declared_charset(data))
        if encoding != "utf-8" or (known or format_of_text(text)) is not PLAIN:
            return None
        return document_of(draft_text(text, source, PLAIN), side, source, date)
    except (OSError, ValueError, DocumentError):  # the whole will tell what is wrong
        return None


def _to_a_break(data: bytes) -> bytes:
    """What stands before the last blank line, or the last break; nothing if that is far back."""
    ends = (data.rfind(end, len(data) // 2) for end in _ENDS)
    return data[: next((end for end in ends if end > 0), 0)]
