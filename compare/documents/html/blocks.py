"""The blocks of a page: the words of each with their places, and where it stands in the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuireader.compare.documents.placed import TextBuilder


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that says what it is.

    Attributes:
        kind: "body" (of the story), "article" or "main".
        parent: Index of the region around it, or -1.
    """

    kind: str
    parent: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What an element hands down to all in it.

    Attributes:
        silent: Its words are no part of the text.
        furniture: It stands around the story.
        quotes: How many quotations it is in.
        heading: "h1" to "h6", or "".
        lists: How many lists it is in.
        caption: It is the caption of a picture.
        preformatted: Its line breaks count.
        link: It is in a link.
        bold: It is bold.
        italic: It is italic.
        time: It is in a `time` element.
        raised: It is a superscript.
        set_in: It stands in from the rest by its style.
        region: Index of its region, or -1.
        cell: Number of its table cell, or -1.
        container: Number of the block element that it is directly in.
    """

    silent: bool = False
    furniture: bool = False
    quotes: int = 0
    heading: str = ""
    lists: int = 0
    caption: bool = False
    preformatted: bool = False
    link: bool = False
    bold: bool = False
    italic: bool = False
    time: bool = False
    raised: bool = False
    set_in: bool = False
    region: int = -1
    cell: int = -1
    container: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, known by its numbers in the page; `table` counts the tables."""

    table: int
    row: int


@dataclass(slots=True)
class Piece:
    """One block of the page while it is being read.

    Attributes:
        setting: Of its first word.
        text: What it says, with places in the page.
        bullet: "• " or a number before an item, with the blanks of its depth.
        close: Whether only a line break stands before it.
        links: Characters that are in links.
        bold: Characters that are bold.
        italic: Characters that are italic.
        timed: Characters that are in `time` elements.
    """

    setting: Setting
    text: TextBuilder = field(default_factory=TextBuilder)
    bullet: str = ""
    close: bool = False
    links: int = 0
    bold: int = 0
    italic: int = 0
    timed: int = 0

    def take(self, text: str, place: int, setting: Setting) -> None:
        """Append characters that stand at `place` in the page."""
        self.text.take(text, place)
        self._count(len(text), setting)

    def add(self, text: str, setting: Setting) -> None:
        """Append characters that have no place in the page."""
        self.text.add(text)
        self._count(len(text), setting)

    def _count(self, length: int, setting: Setting) -> None:
        self.links += length * setting.link
        self.bold += length * setting.bold
        self.italic += length * setting.italic
        self.timed += length * setting.time

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.text.split())

    def mostly(self, characters: int) -> bool:
        """Whether so many characters are more than half of it."""
        return characters * 2 > self.text.length

    def wholly(self, characters: int) -> bool:
        """Whether so many characters are all of it but a mark or two."""
        return characters > 0 and characters + 2 >= self.text.length
