"""The text of a Word file: what a reader of the page would see, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tuireader.compare.documents.docx.styles import Styles, is_on
from tuireader.compare.documents.passages import (
    Passage,
    looks_like_heading,
    passages_of,
    table_rows,
)
from tuireader.compare.model import Block

# Deleted and moved text, properties, codes of fields, notes, comments: not on the page.
_GONE = frozenset(
    "w|del w|moveFrom w|pPr w|rPr w|tblPr w|tblGrid w|trPr w|tcPr w|sectPr w|sdtPr w|sdtEndPr"
    " w|instrText w|delText w|delInstrText w|ffData w|rt w|annotationRef w|footnoteReference"
    " w|endnoteReference w|footnoteRef w|endnoteRef".split()
)
_CHARACTERS = {"w|tab": " ", "w|ptab": " ", "w|noBreakHyphen": "-", "w|br": "\n", "w|cr": "\n"}
_TEXTS = ("w|t", "m|t")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_DIGITS = {"": None, "superscript": _RAISED, "subscript": _LOWERED}
_INSET = 360  # twentieths of a point: a quarter of an inch


def passages_of_body(body: Element, styles: Styles) -> list[Passage]:
    """The passages of `w|body`."""
    reader = _Body(styles)
    reader.blocks(body)
    return reader.finished()


class _Body:
    """Walks the blocks of a text; fields may begin in one paragraph and end in another."""

    def __init__(self, styles: Styles) -> None:
        self.passages: list[Passage] = []
        self._styles = styles
        self._codes: list[bool] = []
        self._boxes: list[Element] = []
        self._carried = ""

    def blocks(self, parent: Element) -> None:
        """Take the paragraphs and tables below an element, in order."""
        for element in parent:
            if element.tag == "w|p":
                self._paragraph(element)
            elif element.tag == "w|tbl":
                self.passages.extend(table_rows(self._rows(element)))
            elif element.tag == "mc|AlternateContent":
                self.blocks(_chosen(element))
            elif element.tag not in _GONE:
                self.blocks(element)

    def finished(self) -> list[Passage]:
        """All passages, also one whose end was deleted with nothing after it."""
        return [*self.passages, *passages_of(self._carried, Block.PROSE)]

    def _paragraph(self, element: Element) -> None:
        properties = element.find("w|pPr")
        pieces: list[str] = []
        self._inline(element, pieces)
        text = self._carried + "".join(pieces)
        if properties is not None and properties.find("w|rPr/w|del") is not None:
            self._carried = text  # its end is deleted: it goes on in the next one
        else:
            self._carried = ""
            if not self._styles.hides(properties, "w|pStyle"):
                block = self._block(element, properties, text)
                self.passages.extend(passages_of(text, block, inset=_is_inset(properties)))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _block(self, element: Element, properties: Element | None, text: str) -> Block:
        block = self._styles.block(properties)
        if block is Block.PROSE and looks_like_heading(text):
            bold = _is_bold(element) or self._styles.prints_bold(properties)
            return Block.HEADING if bold else block
        return block

    def _inline(self, parent: Element, pieces: list[str]) -> None:
        for element in parent:
            tag = element.tag
            if tag == "w|r":
                self._run(element, pieces)
            elif tag in _TEXTS:
                if not any(self._codes):
                    pieces.append(element.text or "")
            elif tag in _CHARACTERS:
                pieces.append(_CHARACTERS[tag])
            elif tag == "w|fldChar":
                self._field(element.get("w|fldCharType"))
            elif tag == "w|txbxContent":
                self._boxes.append(element)
            elif tag == "mc|AlternateContent":
                self._inline(_chosen(element), pieces)
            elif tag not in _GONE:
                self._inline(element, pieces)

    def _run(self, run: Element, pieces: list[str]) -> None:
        properties = run.find("w|rPr")
        own: list[str] = []
        self._inline(run, own)
        if self._styles.hides(properties):
            return
        text = "".join(own)
        table = _DIGITS[_place(properties)]
        if table:
            text = text.translate(table)
        pieces.append(text)

    def _field(self, kind: str | None) -> None:
        """A field is its code, which is not shown, and then its outcome, which is."""
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _rows(self, table: Element) -> Iterator[list[list[Passage]]]:
        for row in _inside(table, "w|tr"):
            if row.find("w|trPr/w|del") is None:
                yield [self._cell(cell) for cell in _inside(row, "w|tc")]

    def _cell(self, cell: Element) -> list[Passage]:
        kept, self.passages = self.passages, []
        self.blocks(cell)
        kept, self.passages = self.passages, kept
        return kept


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those wrapped in a content control."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag not in _GONE:
            yield from _inside(element, tag)


def _chosen(alternatives: Element) -> Element:
    """Of the same content in several forms the first: the later ones are for older programs."""
    return alternatives[0] if len(alternatives) else alternatives


def _place(properties: Element | None) -> str:
    """Whether characters are set as "superscript", "subscript" or neither ("")."""
    if properties is None:
        return ""
    place = properties.find("w|vertAlign")
    named = "" if place is None else place.get("w|val", "")
    if named and named in _DIGITS:
        return named
    shift = properties.find("w|position")
    points = "0" if shift is None else shift.get("w|val", "0")
    if points.strip("-0") == "":
        return ""
    return "subscript" if points.startswith("-") else "superscript"


def _is_inset(properties: Element | None) -> bool:
    margin = None if properties is None else properties.find("w|ind")
    if margin is None:
        return False
    hanging = margin.get("w|hanging") or margin.get("w|firstLine") or "0"
    left = margin.get("w|left") or margin.get("w|start") or "0"
    return hanging == "0" and left.isdecimal() and int(left) >= _INSET


def _is_bold(paragraph: Element) -> bool:
    """Whether all its words are set in bold by hand."""
    runs = [run for run in paragraph.iter("w|r") if any((t.text or "").strip() for t in run)]
    return bool(runs) and all(_is_on(run.find("w|rPr/w|b")) for run in runs)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and is_on(switch.get("w|val", "1"))
