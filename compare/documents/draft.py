"""What a format's reader hands back: the readable text, its blocks and its places."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tuireader.compare.documents.placed import Run, TextBuilder
from tuireader.compare.model import Block, Paragraph, Span


class Draft(NamedTuple):
    """A text on its way to a `Document`.

    Attributes:
        text: Readable, with "\\n" for every break; no paragraph holds a break or a tab.
        paragraphs: In order; separated by a blank line, or by one break where the source has one.
            Bullets and separators between them belong to none.
        runs: Places of `text` in what the reader was given.
        title: From the text's own markup, or "".
        date: Of publication, where the markup gives one.
        author: Where the markup names one, or "".
        publisher: The newspaper, agency or site, where the markup names one, or "".
        pages: Where each page begins in `text`; () where the source has none.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    runs: tuple[Run, ...]
    title: str = ""
    date: dt.date | None = None
    author: str = ""
    publisher: str = ""
    pages: tuple[int, ...] = ()


class DraftBuilder(TextBuilder):
    """A text builder that also notes the blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[Paragraph] = []
        self._start = 0

    def take(self, text: str, place: int) -> None:
        """Append characters of the source; a tab becomes the space in its place."""
        TextBuilder.take(self, text.replace("\t", " "), place)

    def begin(self, separator: str = "\n\n") -> None:
        """Begin a paragraph, after `separator` unless it is the first."""
        if self.length:
            self.add(separator)
        self.mark()

    def mark(self) -> None:
        """Let the paragraph begin here, after what has just been appended."""
        self._start = self.length

    def end(self, block: Block) -> None:
        """End the paragraph; one without characters is none."""
        if self.length > self._start:
            self.paragraphs.append(Paragraph(Span(self._start, self.length), block))

    def draft(self, title: str = "", date: dt.date | None = None) -> Draft:
        """What has been built; blanks at the edges of a paragraph are left out of its span."""
        text = self.text
        trimmed = [_trimmed(paragraph, text) for paragraph in self.paragraphs]
        return Draft(text, tuple([p for p in trimmed if len(p.span)]), self.runs, title, date)


def _trimmed(paragraph: Paragraph, text: str) -> Paragraph:
    span = paragraph.span
    if not (text[span.start].isspace() or text[span.end - 1].isspace()):
        return paragraph
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.start + len(words.rstrip()))
    return Paragraph(Span(start, end), paragraph.block)
