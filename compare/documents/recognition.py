"""What a file is: by its bytes where they are unmistakable, then by its name, then by its text."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from tuireader.compare.documents.decoding import mark_of
from tuireader.compare.documents.errors import trouble
from tuireader.compare.documents.formats import (
    DOCX,
    EML,
    FORMATS,
    HTML,
    MARKDOWN,
    ODT,
    PDF,
    PLAIN,
    Format,
    TextFormat,
    format_of_media,
)
from tuireader.compare.ready import compiled

_HEAD = 4096
_NO_TEXT = ("image/", "audio/", "video/", "font/")
_DATA = frozenset(("application/json", "application/javascript", "text/javascript", "text/css"))
_ZIP = b"PK\x03\x04"


class _Magic(NamedTuple):
    """How a format begins.

    Attributes:
        known: The format, or the name of one that is not read.
        starts: Its first bytes.
        inside: What else it holds.
        remedy: Where it is not read.
        perhaps: What it is if the file's name says so: cut off, as its reader will tell.
    """

    known: Format | str
    starts: tuple[bytes, ...]
    inside: bytes = b""
    remedy: str = "save it as plain text and give that"
    perhaps: tuple[Format, ...] = ()


_MAGIC = (
    _Magic(PDF, (b"%PDF-",)),
    _Magic(DOCX, (_ZIP,), b"word/"),
    _Magic(ODT, (_ZIP,), b"opendocument.text"),
    _Magic("an EPUB book", (_ZIP,), b"epub+zip"),
    _Magic("a spreadsheet", (_ZIP,), b"xl/workbook"),
    _Magic("a presentation", (_ZIP,), b"ppt/presentation"),
    _Magic(
        "a Pages file", (_ZIP,), b"Index/Document.iwa", "export it as PDF or Word and give that"
    ),
    _Magic(
        "a ZIP archive",
        (_ZIP,),
        remedy="unpack it and give the text inside",
        perhaps=(DOCX, ODT),
    ),
    # What Office locks with a password is wrapped like an old Word file; its reader tells which.
    _Magic(DOCX, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    _Magic("an RTF file", (b"{\\rtf",)),
    _Magic("a web archive of Safari", (b"bplist00",), remedy="save it as page source instead"),
    _Magic(
        "a gzip archive", (b"\x1f\x8b\x08",), remedy="unpack it (gunzip) and give the text inside"
    ),
    _Magic(
        "an archive",
        (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\0", b"BZh", b"\x28\xb5\x2f\xfd"),
        remedy="unpack it and give the text inside",
    ),
    _Magic("a picture", (b"RIFF",), b"WEBP", remedy="give the text itself"),
    _Magic(
        "a picture",
        (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
        remedy="give the text itself",
    ),
)

_HTML = compiled(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_HTML_FRAGMENT = compiled(
    r"\s*<(?:article|aside|blockquote|div|dl|figure|footer|h[1-6]|header|link|main|meta|nav|ol|p"
    r"|section|script|span|style|table|title|ul)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
# A mail begins with nothing but header fields, and one of these is written by no person.
_FIELDS = compiled(r"(?:From [^\n]*\r?\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL = compiled(
    r"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-Mailer):",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = compiled(r"^(?:From|Sender):", re.IGNORECASE | re.MULTILINE)

_FRONT_MATTER = compiled(r"---[ \t]*\n(?:[\w-]+[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n)+---[ \t]*(?:\n|$)")
_MARKDOWN_SIGNS = tuple(
    compiled(sign, re.MULTILINE)
    for sign in (
        r"^#{1,4} \S[^\n]*$",
        r"!?\[[^\]\n]{1,200}\]\((?:https?://|/|\.|#)[^)\s]{0,500}\)",
        r"^```",
        r"^\|?(?: ?:?-{3,}:? ?\|)+",
        r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])",
    )
)


def recognise(data: bytes, source: str, *, name: str = "", media: str = "") -> Format | None:
    """The format of a file, or None where only its decoded text can tell.

    Args:
        data: The file.
        source: For messages.
        name: What it is called, where that is not its source.
        media: Its type, as a web server names it.

    Raises:
        DocumentError: It is of a kind that is not read.
    """
    suffix = PurePath(name or source).suffix.lower()
    named = next((known for known in FORMATS if suffix in known.suffixes), None)
    bare = data.removeprefix(b"\xef\xbb\xbf")
    for magic in _MAGIC:
        if bare.startswith(magic.starts) and magic.inside in data:
            if not isinstance(magic.known, str):
                return magic.known
            if named in magic.perhaps:
                return named
            raise trouble(source, f"it is {magic.known}, which cannot be read", magic.remedy)
    head = _head(data)
    if _HTML.match(head):
        return HTML
    if _is_mail(head):
        return EML
    if named is None and (media.startswith(_NO_TEXT) or media in _DATA):
        problem = f"it is of the type {media}, which holds no article"
        raise trouble(source, problem, "give the address of the page itself")
    known = format_of_media(media)
    return named or (None if known is PLAIN else known)


def format_of_text(text: str) -> TextFormat:
    """The format of a text without a telling name, by what it holds."""
    if _HTML.match(text):
        return HTML
    # Markdown may open with a tag, and a page has next to no signs of Markdown.
    if looks_like_markdown(text):
        return MARKDOWN
    return HTML if _is_html_fragment(text) else PLAIN


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: front matter, or two signs of it."""
    if _FRONT_MATTER.match(text):
        return True
    return sum(sign.search(text) is not None for sign in _MARKDOWN_SIGNS) >= 2


def _head(data: bytes) -> str:
    """The beginning as text, whatever the encoding: only its ASCII letters are looked at."""
    mark, encoding = mark_of(data)
    return data[len(mark) : len(mark) + _HEAD].decode(encoding or "latin-1", "replace")


def _is_mail(head: str) -> bool:
    fields = _FIELDS.match(head)
    return bool(fields and _MAIL.search(fields[0]) and _FROM.search(fields[0]))


def _is_html_fragment(text: str) -> bool:
    """A text that opens with a tag of a page, and closes some."""
    return _HTML_FRAGMENT.match(text) is not None and text.count("</", 0, _HEAD) >= 2
