"""The way from a path, or from a text in memory, to a Document."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import BinaryIO

from tuireader.compare.documents.boilerplate import mark_boilerplate, stamps
from tuireader.compare.documents.charset import declared_charset
from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.dateline import find_dateline, full_date
from tuireader.compare.documents.decoding import decode
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.errors import Unreadable, trouble
from tuireader.compare.documents.formats import (
    HTML,
    MARKDOWN,
    PLAIN,
    Format,
    TextFormat,
    format_named,
)
from tuireader.compare.documents.loading import load
from tuireader.compare.documents.naming import agency_in, author_in
from tuireader.compare.documents.placed import compose
from tuireader.compare.documents.recognition import format_of_text, recognise
from tuireader.compare.documents.scrubbing import scrub
from tuireader.compare.documents.sources import open_source
from tuireader.compare.model import Document, Origin, Side


def read_document(
    source: str,
    side: Side,
    *,
    date: dt.date | None = None,
    stdin: BinaryIO | None = None,
    form: str | None = None,
    allow_private: bool = False,
) -> Document:
    """Read a file, standard input, the clipboard or a web page.

    Args:
        source: A path, "-", "@clipboard" or a web address.
        side: Which of the two texts it is.
        date: The day that relative dates start from; wins over the text's own.
        stdin: What to read for "-"; the process's own standard input unless given.
        form: The format ("text", "html", ...), where it is not to be found out.
        allow_private: Whether web addresses count that are not of the internet at large.

    Returns:
        The document; its `origin` counts code points of the decoded file, byte order mark not
        counted. Formats that are no text (PDF, DOCX, ODT, EML) have no such places: the origin
        locates nothing, and `pages` tells the page where there are pages.

    Raises:
        DocumentError: There is nothing to read, or it cannot be read.
    """
    _, draft = read_source(source, stdin=stdin, form=form, allow_private=allow_private)
    return document_of(draft, side, source, date)


def document_from_text(
    text: str,
    side: Side,
    *,
    source: str = "text",
    markdown: bool = False,
    form: str | None = None,
    date: dt.date | None = None,
) -> Document:
    """Make a document of a text in memory; its `origin` counts characters of `text`.

    Args:
        text: The text.
        side: Which of the two texts it is.
        source: What to call it.
        markdown: The same as the form "markdown".
        form: "text", "markdown" or "html"; plain text unless given.
        date: The day that relative dates start from; wins over the text's own.

    Raises:
        DocumentError: There is nothing in it to read, or the form is none of a text.
    """
    draft = draft_text(text, source, text_format(source, form, markdown=markdown))
    return document_of(draft, side, source, date)


def text_format(source: str, form: str | None, *, markdown: bool = False) -> TextFormat:
    """The format of a text in memory, as `document_from_text` is told it.

    Raises:
        DocumentError: There is none of that name, or it is none of a text.
    """
    known = format_named(form) if form else MARKDOWN if markdown else PLAIN
    if not isinstance(known, TextFormat):
        problem = f"a text in memory is not {known.name}"
        raise trouble(source, problem, "give the file, or one of text, markdown and html")
    return known


def read_text(source: str, *, stdin: BinaryIO | None = None) -> str:
    """The decoded text of a file or of standard input, as it stands there.

    Raises:
        DocumentError: There is nothing to read, or it is no text.
    """
    data = load(source, stdin=stdin)
    known = recognise(data, source)
    if known is not None and not isinstance(known, TextFormat):
        problem = f"it is {known.name}, not a text with lines"
        raise trouble(source, problem, "open it in its own program")
    return _decoded(data, source, known)


def read_source(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    form: str | None = None,
    allow_private: bool = False,
) -> tuple[str, Draft]:
    """What a source holds, read and marked up; the arguments are those of `read_document`.

    Returns:
        The decoded text that the places of the draft count in, and the draft. The draft of a
        format that is no text has no places, and comes with its own text.

    Raises:
        DocumentError: There is nothing to read, or it cannot be read.
    """
    loaded = open_source(source, stdin=stdin, allow_private=allow_private)
    if form:
        known: Format | None = format_named(form)
    else:
        known = recognise(loaded.data, source, name=loaded.name, media=loaded.media)
    if known is None or isinstance(known, TextFormat):
        raw = _decoded(loaded.data, source, known, loaded.charset)
        return raw, draft_text(raw, source, known)
    try:
        draft = scrub(known.read(loaded.data, source))
    except Unreadable as error:  # of a text inside
        raise trouble(source, error.problem, error.remedy) from error
    draft = _finished(draft, source)
    return draft.text, draft


def _decoded(data: bytes, source: str, known: Format | None, charset: str = "") -> str:
    """The text; the encoding that a server names goes before the one that the page declares."""
    if not charset and known in (None, HTML):
        charset = declared_charset(data)
    return decode(data, source, declared=charset).text


def draft_text(raw: str, source: str, known: TextFormat | None = None) -> Draft:
    """Clean a text, read it in its format and mark its boilerplate; places are places in `raw`.

    Raises:
        DocumentError: Nothing is left to read.
    """
    text, places = clean(raw)
    try:
        draft = (known or format_of_text(text)).read(text)
    except Unreadable as error:
        raise trouble(source, error.problem, error.remedy) from error
    return _finished(draft, source)._replace(runs=compose(draft.runs, places))


def _finished(draft: Draft, source: str) -> Draft:
    words = (paragraph.span.of(draft.text) for paragraph in draft.paragraphs)
    if not any(map(str.isalnum, chain.from_iterable(words))):
        raise trouble(source, "it holds no words", "give a text with words in it")
    return draft._replace(paragraphs=mark_boilerplate(draft.text, draft.paragraphs))


def document_of(draft: Draft, side: Side, source: str, date: dt.date | None) -> Document:
    """The document of a finished draft, with its dateline found.

    The day is the one given, else the dateline's, else that of the front matter or of a line such
    as "Published May 3, 2013" above the story. Without names in its markup the author is that of
    its byline, and the publisher the agency of its dateline.
    """
    published = draft.date or _stamped(draft)
    dateline = find_dateline(draft.text, draft.paragraphs, near=date or published)
    return Document(
        side=side,
        source=source,
        text=draft.text,
        paragraphs=draft.paragraphs,
        title=draft.title,
        date=date or (dateline.date if dateline else None) or published,
        dateline=dateline,
        origin=Origin(draft.runs),
        author=draft.author or author_in(draft),
        publisher=draft.publisher or agency_in(draft.text, dateline),
        pages=draft.pages,
    )


def _stamped(draft: Draft) -> dt.date | None:
    dates = map(full_date, stamps(draft.text, draft.paragraphs))
    return next((date for date in dates if date), None)
