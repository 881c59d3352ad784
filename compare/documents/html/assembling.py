"""Puts the words of a page together to blocks: spaces, line breaks, entities and bullets."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.html.blocks import Piece, Setting

_PIECE = re.compile(
    r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?|\s+", re.ASCII
)
_BLANKS = re.compile(r"\s+")
_DEEPEST = 4
_NO_PLACE = -1
RULE = "* * *"
"""Stands in the text for a horizontal rule."""


class Assembler:
    """Takes the words of a page in their order.

    Attributes:
        pieces: The blocks so far.
        bullet: What the next block begins with.
    """

    def __init__(self, page: str) -> None:
        self.pieces: list[Piece] = []
        self.bullet = ""
        self._page = page
        self._piece: Piece | None = None
        self._space: int | None = None
        self._breaks = 0

    def flush(self) -> None:
        """End the block."""
        self._piece, self._space, self._breaks = None, None, 0

    def break_line(self) -> None:
        """Note a line break."""
        self._breaks += 1

    def rule(self, setting: Setting) -> None:
        """Append a horizontal rule."""
        self.flush()
        piece = Piece(setting)
        piece.text.add(RULE)
        self.pieces.append(piece)

    def running(self, start: int, end: int, setting: Setting) -> None:
        """Take over characters of the page, in which all blanks are one space."""
        for match in _PIECE.finditer(self._page, start, end):
            self._words(start, match.start(), setting)
            start = match.end()
            if match[0][0] != "&":
                self._blank(match.start())
            elif (character := _resolved(match[0])) is None:
                self._words(match.start(), start, setting)
            elif character == " ":
                self._blank(_NO_PLACE)
            else:
                self.unplaced(character, setting)
        self._words(start, end, setting)

    def preformatted(self, start: int, end: int, setting: Setting) -> None:
        """Take over characters of the page, in which line breaks and blanks count."""
        piece = self._current("", setting)
        self._breaks = 0
        for match in _PIECE.finditer(self._page, start, end):
            character = _resolved(match[0]) if match[0][0] == "&" else None
            if character is not None:
                piece.text.take(self._page[start : match.start()], start)
                piece.text.add(character)
                start = match.end()
        piece.text.take(self._page[start:end], start)

    def unplaced(self, text: str, setting: Setting) -> None:
        """Append characters that the page has not as they are."""
        if text:
            self._current(text, setting).add(text, setting)

    def _words(self, start: int, end: int, setting: Setting) -> None:
        if start < end:
            text = self._page[start:end]
            self._current(text, setting).take(text, start, setting)

    def _blank(self, place: int) -> None:
        if self._space is None or self._space == _NO_PLACE:
            self._space = place

    def _current(self, text: str, setting: Setting) -> Piece:
        """The block that `text` goes to, with the space or the break before it resolved."""
        breaks, self._breaks = self._breaks, 0
        close = False
        if self._piece is not None and breaks and not setting.preformatted:
            if breaks == 1 and text[:1].islower():
                self._blank(_NO_PLACE)  # the sentence goes on
            else:
                self.flush()
                close = breaks == 1
        space, self._space = self._space, None
        if self._piece is None:
            self._piece = self._opened(setting, close=close)
        elif space is not None and not setting.preformatted:
            if space == _NO_PLACE:
                self._piece.add(" ", setting)
            else:
                self._piece.take(" ", space, setting)
        return self._piece

    def _opened(self, setting: Setting, *, close: bool) -> Piece:
        before = self.pieces[-1].setting.lists if self.pieces else 0
        bullet, self.bullet = self.bullet, ""
        if bullet:
            close = close or before > 0
            bullet = "  " * min(setting.lists - 1, _DEEPEST) + bullet
        piece = Piece(setting, bullet=bullet, close=close)
        self.pieces.append(piece)
        return piece


@lru_cache(4096)
def _resolved(entity: str) -> str | None:
    """The character that an entity stands for, cleaned and blanks as " "; None if it is none."""
    text = html.unescape(entity)
    if text == entity:
        return None
    return _BLANKS.sub(" ", clean(text)[0])
