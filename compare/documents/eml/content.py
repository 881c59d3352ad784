"""The parts of a message that a reader sees, decoded whatever they claim their encoding to be."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message

_TEXTS = ("text/plain", "text/html")
# Codecs that Python counts as encodings of text and no mail uses.
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"))
# In these every byte below 128 may be a part of another letter: valid UTF-8 tells nothing.
_SEVEN_BITS = ("utf-16", "utf-32", "utf-7", "iso2022", "hz")
_STUB_WORDS = 40
_TAG = re.compile(r"<[^<>]*>")
_FEWEST = 1 / 3
_MOST_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Content:
    """What a message holds.

    Attributes:
        texts: (media type, text) of each part to be read, in order; the text is unflowed.
        names: Of the attachments, as given, or their media types.
        attached: The first message that is attached whole, as some programs forward.
    """

    texts: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    attached: EmailMessage | None


def contents(message: EmailMessage) -> Content:
    """Take a message apart."""
    texts: list[tuple[str, str]] = []
    names: list[str] = []
    attached: list[EmailMessage] = []
    for part in _shown(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            if isinstance(first, EmailMessage):
                attached.append(first)
            names.append(_name(part))
        elif kind in _TEXTS and part.get_content_disposition() != "attachment":
            texts.append((kind, _decoded(part)))
        else:
            names.append(_name(part))
    return Content(tuple(texts), tuple(names), attached[0] if attached else None)


def _shown(part: Message, room: int = _MOST_PARTS) -> Iterator[Message]:
    """The leaves that are shown, in order: of alternatives the best one."""
    payload = part.get_payload()
    if part.get_content_maintype() != "multipart" or not isinstance(payload, list):
        yield part
        return
    children = [child for child in payload[:room] if isinstance(child, Message)]
    if part.get_content_subtype() == "alternative":
        children = _best(children)
    for child in children:
        yield from _shown(child, room)


def _best(alternatives: list[Message]) -> list[Message]:
    """The plain text, unless it is a stub beside the HTML ("Your program cannot show this")."""
    leaves = [(child, list(_shown(child))) for child in alternatives]
    plain = [leaf for _, inner in leaves for leaf in inner if _is(leaf, "text/plain")]
    html = [leaf for _, inner in leaves for leaf in inner if _is(leaf, "text/html")]
    rich = [child for child, inner in leaves if any(_is(leaf, "text/html") for leaf in inner)]
    if not plain:
        return rich[-1:] or alternatives[-1:]
    if not html:
        return plain[:1]
    words = len(_decoded(plain[0]).split())
    stub = words < _STUB_WORDS and words < _FEWEST * len(_TAG.sub(" ", _decoded(html[0])).split())
    return rich[:1] if stub else plain[:1]


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _name(part: Message) -> str:
    return " ".join((part.get_filename() or part.get_content_type()).split())


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text = _text(data, part.get_content_charset() or "")
    if str(part.get_param("format") or "").lower() == "flowed":
        return unflowed(text, delete_space=str(part.get_param("delsp") or "").lower() == "yes")
    return text


def _text(data: bytes, charset: str) -> str:
    """UTF-8 where the bytes say so, whatever the charset; else by the charset; else Western."""
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        codec = ""
    if codec in _NO_CHARSETS:
        codec = ""
    names = [codec, "utf-8"] if codec.startswith(_SEVEN_BITS) else ["utf-8", codec]
    # Whoever says Latin-1 means the code page with curly quotes in it.
    for name in names:
        if name and name not in ("iso8859-1", "ascii"):
            try:
                return data.decode(name)
            except (UnicodeError, LookupError):
                continue
    return data.decode("cp1252", "replace")


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Join the lines that `format=flowed` (RFC 3676) broke, within one depth of quotation."""
    lines: list[str] = []
    open_depth = -1
    for raw in text.splitlines():
        words = raw.lstrip(">")
        depth = len(raw) - len(words)
        words = words.removeprefix(" ")
        if open_depth == depth:
            lines[-1] += words
        else:
            lines.append(">" * depth + (" " if depth else "") + words)
        flows = words.endswith(" ") and words != "-- "
        open_depth = depth if flows else -1
        if flows and delete_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
