"""Which reader reads what: by the bytes where they are unmistakable, else by the name.

A new format is one module with `read(text) -> Draft` (or one from bytes, as PDF will need) and one
row here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.errors import trouble

Reader = Callable[[str], Draft]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A format that is read from its decoded and cleaned text.

    Attributes:
        name: For messages.
        module: Of `read(text) -> Draft`; imported when the first such text is read.
        suffixes: Of file names, lower case.
    """

    name: str
    module: str
    suffixes: tuple[str, ...] = ()

    @property
    def read(self) -> Reader:
        """The reader; its module is imported now."""
        reader: Reader = import_module(f"tuireader.compare.documents.{self.module}").read
        return reader


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A format that cannot be read yet, by how it begins and by what else it must hold."""

    name: str
    magic: tuple[bytes, ...]
    inside: bytes = b""
    remedy: str = "save it as plain text and give that"


PLAIN = TextFormat("plain text", "plain", (".txt", ".text", ".asc", ".log"))
MARKDOWN = TextFormat("Markdown", "markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"))
_TEXT_FORMATS = (PLAIN, MARKDOWN)

_HEAD = 4096
_FOREIGN = (
    _Foreign(
        "a PDF file", (b"%PDF-",), remedy="extract its text (pdftotext FILE.pdf) and give that"
    ),
    _Foreign("a Word file (DOCX)", (b"PK\x03\x04",), b"word/"),
    _Foreign("an OpenDocument file", (b"PK\x03\x04",), b"opendocument.text"),
    _Foreign("an EPUB book", (b"PK\x03\x04",), b"epub+zip"),
    _Foreign("a ZIP archive", (b"PK\x03\x04",), remedy="unpack it and give the text inside"),
    _Foreign("an old Word file", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    _Foreign("an RTF file", (b"{\\rtf",)),
    _Foreign(
        "a gzip archive", (b"\x1f\x8b\x08",), remedy="unpack it (gunzip) and give the text inside"
    ),
    _Foreign("a picture", (b"RIFF",), b"WEBP", remedy="give the text itself"),
    _Foreign(
        "a picture",
        (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
        remedy="give the text itself",
    ),
)
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[\w-]+[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n)+---[ \t]*(?:\n|$)"
)
_MARKDOWN_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"^#{1,4} \S[^\n]*$",
        r"!?\[[^\]\n]{1,200}\]\((?:https?://|/|\.|#)[^)\s]{0,500}\)",
        r"^```",
        r"^\|?(?: ?:?-{3,}:? ?\|)+",
        r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])",
    )
)


def refuse_foreign(data: bytes, source: str) -> None:
    """Turn away a format that cannot be read.

    Raises:
        DocumentError: The bytes are unmistakably of such a format.
    """
    head = data[:_HEAD]
    bare = head.removeprefix(b"\xef\xbb\xbf")
    for foreign in _FOREIGN:
        if bare.startswith(foreign.magic) and foreign.inside in data:
            problem = f"it is {foreign.name}, which cannot be read yet"
            raise trouble(source, problem, foreign.remedy)
    named = source.lower().endswith(_HTML_SUFFIXES) and bare.lstrip().startswith(b"<")
    if named or _HTML.match(bare):
        remedy = "open it in a browser and save its text"
        raise trouble(source, "it is an HTML page, which cannot be read yet", remedy)


def text_format(source: str, text: str) -> TextFormat:
    """The format of a text, by the suffix of its name, else by what it holds."""
    suffix = PurePath(source).suffix.lower()
    for known in _TEXT_FORMATS:
        if suffix in known.suffixes:
            return known
    return MARKDOWN if looks_like_markdown(text) else PLAIN


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: front matter, or two signs of it."""
    if _FRONT_MATTER.match(text):
        return True
    return sum(sign.search(text) is not None for sign in _MARKDOWN_SIGNS) >= 2
