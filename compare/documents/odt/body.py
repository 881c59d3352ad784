"""The text of an OpenDocument file: what a reader of the page would see, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tuireader.compare.documents.odt.styles import Styles
from tuireader.compare.documents.passages import (
    Passage,
    looks_like_heading,
    passages_of,
    table_rows,
)
from tuireader.compare.model import Block

# Deleted text stands apart in `tracked-changes`; notes, comments and forms are not on the page.
_GONE = frozenset(
    "text|tracked-changes text|note text|hidden-text text|hidden-paragraph office|annotation"
    " office|forms text|sequence-decls text|variable-decls text|user-field-decls text|ruby-text"
    " text|index-title-template text|table-of-content-source office|event-listeners"
    " svg|title svg|desc text|meta-field-declarations table|shapes draw|glue-point".split()
)
_INDEXES = ("text|table-of-content", "text|illustration-index", "text|alphabetical-index")
_CHARACTERS = {"text|tab": " ", "text|line-break": "\n"}
_BOXES = ("draw|text-box", "draw|custom-shape")
_CELLS = ("table|table-cell", "table|covered-table-cell")
_MOST_BLANKS = 100
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def passages_of_body(body: Element, styles: Styles) -> list[Passage]:
    """The passages of `office|text`."""
    reader = _Body(styles)
    reader.blocks(body, Block.PROSE)
    return reader.passages


class _Body:
    """Walks the blocks of a text."""

    def __init__(self, styles: Styles) -> None:
        self.passages: list[Passage] = []
        self._styles = styles
        self._boxes: list[Element] = []

    def blocks(self, parent: Element, around: Block) -> None:
        """Read all blocks below `parent`, which are prose, or what stands `around` them."""
        for element in parent:
            tag = element.tag
            if tag in ("text|p", "text|h"):
                self._paragraph(element, around)
            elif tag == "table|table":
                self.passages.extend(table_rows(self._rows(element)))
            elif tag == "text|list":
                self.blocks(element, Block.ITEM)
            elif tag in _INDEXES:
                self.blocks(element, Block.BOILERPLATE)
            elif tag == "text|section" and element.get("text|display") == "none":
                continue
            elif tag not in _GONE:
                self.blocks(element, around)

    def _paragraph(self, element: Element, around: Block) -> None:
        name = element.get("text|style-name", "")
        if (
            self._styles.hides("paragraph", name)
            or element.find("text|hidden-paragraph") is not None
        ):
            return
        pieces: list[str] = []
        self._inline(element, pieces)
        text = "".join(pieces)
        block = self._block(element, name, around, text)
        self.passages.extend(passages_of(text, block, inset=self._styles.is_inset(name)))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, Block.PROSE)

    def _block(self, element: Element, name: str, around: Block, text: str) -> Block:
        if around is Block.BOILERPLATE:
            return around
        named = self._styles.block(name)
        if named is not Block.PROSE:
            return named
        if element.tag == "text|h":
            return Block.HEADING
        if around is Block.PROSE and self._is_bold(element, name) and looks_like_heading(text):
            return Block.HEADING
        return around

    def _is_bold(self, element: Element, name: str) -> bool:
        if self._styles.is_bold("paragraph", name):
            return True
        spans = [span for span in element if span.tag == "text|span"]
        bare = (element.text or "") + "".join(child.tail or "" for child in element)
        return (
            bool(spans)
            and not bare.strip()
            and all(self._styles.is_bold("text", span.get("text|style-name", "")) for span in spans)
        )

    def _inline(self, parent: Element, pieces: list[str]) -> None:
        pieces.append(_plain(parent.text))
        for element in parent:
            tag = element.tag
            if tag == "text|s":
                count = element.get("text|c", "1")
                pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
            elif tag in _CHARACTERS:
                pieces.append(_CHARACTERS[tag])
            elif tag in _BOXES:
                self._boxes.append(element)
            elif tag == "text|span":
                self._span(element, pieces)
            elif tag not in _GONE:
                self._inline(element, pieces)
            pieces.append(_plain(element.tail))

    def _span(self, span: Element, pieces: list[str]) -> None:
        name = span.get("text|style-name", "")
        own: list[str] = []
        self._inline(span, own)
        if self._styles.hides("text", name):
            return
        text = "".join(own)
        place = self._styles.place(name)
        if place:
            text = text.translate(_RAISED if place == "super" else _LOWERED)
        pieces.append(text)

    def _rows(self, table: Element) -> Iterator[list[list[Passage]]]:
        for row in _inside(table, ("table|table-row",)):
            yield [self._cell(cell) for cell in _inside(row, _CELLS)]

    def _cell(self, cell: Element) -> list[Passage]:
        kept, self.passages = self.passages, []
        self.blocks(cell, Block.PROSE)
        kept, self.passages = self.passages, kept
        return kept


def _inside(parent: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The rows of a table, also those in groups, or the cells of a row."""
    for element in parent:
        if element.tag in tags:
            yield element
        elif element.tag not in _GONE:
            yield from _inside(element, tags)


def _plain(text: str | None) -> str:
    """Characters between tags: breaks and tabs there only lay out the XML."""
    return (text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
