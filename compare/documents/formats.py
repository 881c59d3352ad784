"""The formats: what each is called, which module reads it, and by what a file is known.

A new format is one module with a `read` and one row here: `TextFormat` where it is read from
decoded and cleaned text, `ByteFormat` where it is read from the bytes themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.errors import trouble

TextReader = Callable[[str], Draft]
ByteReader = Callable[[bytes, str], Draft]

_PACKAGE = "tuireader.compare.documents"


class TextFormat(NamedTuple):
    """A format that is read from its decoded and cleaned text.

    Attributes:
        id: The word for it on the command line.
        name: For messages, with its article.
        module: Of `read(text) -> Draft`, whose runs are places in `text`.
        suffixes: Of file names, lower case.
        media: Its types in the answers of web servers.
    """

    id: str
    name: str
    module: str
    suffixes: tuple[str, ...] = ()
    media: tuple[str, ...] = ()

    @property
    def read(self) -> TextReader:
        """The reader; its module is imported now."""
        reader: TextReader = import_module(f"{_PACKAGE}.{self.module}").read
        return reader


class ByteFormat(NamedTuple):
    """A format that is read from bytes.

    Attributes:
        id: The word for it on the command line.
        name: For messages, with its article.
        module: Of `read(data, source) -> Draft`. Its draft has no runs, since no character has a
            place in a decoded file; `pages` says where each page begins. The reader need not clean
            the text: that is done to whatever it returns.
        suffixes: Of file names, lower case.
        media: Its types in the answers of web servers.
        remedy: For the case that the module is not there.
    """

    id: str
    name: str
    module: str
    suffixes: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    remedy: str = "save it as plain text and give that"

    def read(self, data: bytes, source: str) -> Draft:
        """Read it; the module is imported now.

        Raises:
            DocumentError: It cannot be read.
        """
        name = f"{_PACKAGE}.{self.module}"
        if find_spec(name) is None:
            raise trouble(source, f"it is {self.name}, which cannot be read yet", self.remedy)
        reader: ByteReader = import_module(name).read
        return reader(data, source)


Format = TextFormat | ByteFormat

PLAIN = TextFormat(
    "text", "plain text", "plain", (".txt", ".text", ".asc", ".log"), ("text/plain",)
)
MARKDOWN = TextFormat(
    "markdown",
    "Markdown",
    "markdown",
    (".md", ".markdown", ".mdown", ".mkd", ".mdx"),
    ("text/markdown",),
)
HTML = TextFormat(
    "html",
    "an HTML page",
    "html",
    (".html", ".htm", ".xhtml", ".xht"),
    ("text/html", "application/xhtml+xml"),
)
PDF = ByteFormat(
    "pdf",
    "a PDF file",
    "pdf",
    (".pdf",),
    ("application/pdf", "application/x-pdf"),
    "extract its text (pdftotext FILE.pdf) and give that",
)
DOCX = ByteFormat(
    "docx",
    "a Word file (DOCX)",
    "docx",
    (".docx", ".docm"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
)
ODT = ByteFormat(
    "odt",
    "an OpenDocument file",
    "odt",
    (".odt", ".ott"),
    ("application/vnd.oasis.opendocument.text",),
)
EML = ByteFormat("eml", "a mail (EML)", "eml", (".eml",), ("message/rfc822",))

FORMATS: tuple[Format, ...] = (PLAIN, MARKDOWN, HTML, PDF, DOCX, ODT, EML)


def format_named(word: str) -> Format:
    """The format that the command line calls `word`.

    Raises:
        DocumentError: There is none.
    """
    for known in FORMATS:
        if known.id == word:
            return known
    words = ", ".join(known.id for known in FORMATS)
    raise trouble(f"format {word!r}", "there is no such format", f"the formats are {words}")


def format_of_media(media: str) -> Format | None:
    """The format with this media type, or None."""
    return next((known for known in FORMATS if media.lower() in known.media), None)
