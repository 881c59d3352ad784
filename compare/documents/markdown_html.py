"""HTML inside Markdown: the tags go, the words between them stay, with their places."""

from __future__ import annotations

import html

from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.draft import DraftBuilder
from tuireader.compare.model import Block
from tuireader.compare.ready import compiled

_PIECE = compiled(
    r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)?[^<>]*>|(?P<entity>&#?\w{1,31};)|\s+"
)
_SILENT = compiled(r"script|style|template|iframe|svg|noscript")
_BREAKS = compiled(
    r"address|article|aside|blockquote|br|d[dlt]|details|div|fieldset|figcaption|figure|footer|form"
    r"|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|td|th|thead|tr"
)


class HtmlBlock:
    """Writes the words of one HTML block to a builder, a paragraph for each block element."""

    def __init__(self, builder: DraftBuilder, block: Block) -> None:
        self._builder = builder
        self._block = block
        self._inside = ""
        self._open = False
        self._space: int | None = None

    def write(self, text: str, place: int) -> None:
        """Write the block `text`, which stands at `place` in the source."""
        if text.lstrip().startswith(("<!", "<?")):
            return
        start = 0
        for match in _PIECE.finditer(text):
            self._words(text[start : match.start()], place + start)
            start = match.end()
            if match["entity"]:
                self._entity(match["entity"])
            elif match[0].isspace():
                self._space = place + match.start()
            else:
                self._tag(match["tag"] or "", closes=bool(match["close"]))
        self._words(text[start:], place + start)
        self._close()

    def _words(self, text: str, place: int) -> None:
        if text and not self._inside:
            self._start()
            self._builder.take(text, place)

    def _entity(self, entity: str) -> None:
        text = " ".join(clean(html.unescape(entity))[0].split())
        if text and not self._inside:
            self._start()
            self._builder.add(text)

    def _start(self) -> None:
        if not self._open:
            self._builder.begin()
            self._open = True
        elif self._space is not None:
            self._builder.take(" ", self._space)
        self._space = None

    def _close(self) -> None:
        if self._open:
            self._builder.end(self._block)
            self._open = False
        self._space = None

    def _tag(self, tag: str, *, closes: bool) -> None:
        name = tag.lower()
        if self._inside:
            if closes and name == self._inside:
                self._inside = ""
        elif _SILENT.fullmatch(name) and not closes:
            self._inside = name
        elif _BREAKS.fullmatch(name):
            self._close()
