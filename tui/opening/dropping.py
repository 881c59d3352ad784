"""Paths as terminals paste them when files are dropped: bare, quoted, escaped, or as addresses."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

LONGEST = 20_000  # characters; a longer paste is a text
WEB = re.compile(r"https?://\S+")
_STARTS = re.compile(r"""['"]?(?:/|~/|\.{1,2}/|file://|https?://|[A-Za-z]:\\)""")
# Some terminals paste the bare path of each file and a space, whatever spaces are in it.
_GAP = re.compile(r" +(?=/|~/|[A-Za-z]:\\)")


def dropped(text: str) -> list[str]:
    """The paths and web addresses that a pasted text consists of.

    Returns:
        Those that were dropped; also those that lead nowhere, where the text looks like nothing
        else. An empty list where it is a text of its own.
    """
    text = text.strip()
    if not text or len(text) > LONGEST or "\0" in text:
        return []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: [text],
        lambda: lines,
        lambda: [_unquoted(line) for line in lines],
        lambda: _words(text),
        lambda: _GAP.split(text),
    )
    for way in ways:
        found = [_plain(each) for each in way()]
        if found and all(map(_leads_somewhere, found)):
            return found
    if all(map(_STARTS.match, lines)):
        words = _words(text) if len(lines) == 1 else [_unquoted(line) for line in lines]
        if all(map(_STARTS.match, words)):
            return [_plain(word) for word in words]
    return []


def _words(text: str) -> list[str]:
    """As a POSIX shell reads them; where the backslash parts folders, only quotes count."""
    try:
        words = shlex.split(text, posix=os.name == "posix")
    except ValueError:
        return []
    return words if os.name == "posix" else [word.strip("\"'") for word in words]


def _unquoted(line: str) -> str:
    words = _words(line)
    return words[0] if len(words) == 1 else line


def _plain(word: str) -> str:
    """A path without its home sign or its scheme; a web address as it is."""
    if word.startswith("file://"):
        parts = urlsplit(word)
        path = unquote(parts.path)
        return path[1:] if re.match(r"/[A-Za-z]:/", path) else path
    return os.path.expanduser(word) if word.startswith("~") else word  # noqa: PTH111 - no Path yet


def _leads_somewhere(path: str) -> bool:
    try:
        return bool(WEB.fullmatch(path)) or os.path.exists(path)  # noqa: PTH110 - never raises
    except ValueError:
        return False
