"""The encoding that a page declares in its own head."""

from __future__ import annotations

import re

from tuireader.compare.ready import compiled

_HEAD = 4096
_META = compiled(
    rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML = compiled(rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""")


def declared_charset(data: bytes) -> str:
    """What `<meta charset>`, its older form or the XML declaration says, or ""."""
    head = data[:_HEAD]
    match = _XML.match(head) or _META.search(head)
    return match[1].decode("ascii") if match else ""
