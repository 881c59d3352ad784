"""Turns one row of a document into a finished strip."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.compare.model import Block
from tuireader.tui.look import Look
from tuireader.tui.marks import Mark, SideMarks
from tuireader.tui.widgets.rows import INDENT, Row, RowIndex
from tuireader.tui.widgets.wrap import shown

GUTTER = 3  # cells: bar, sign, space
BLOCK_INKS = {
    Block.TITLE: "title",
    Block.HEADING: "heading",
    Block.QUOTE: "quote",
    Block.BOILERPLATE: "boilerplate",
}
BOILERPLATE_LABEL = "boilerplate, not compared"

# A newline inside a paragraph is shown as a space; so is any control character that got this far.
_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), " ")


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells of a pane beside its text.

    Attributes:
        left: Margin before everything.
        text: Width of the text.
        right: Margin after everything.
        gutter_right: Whether the gutter stands to the right of the text.
    """

    left: int
    text: int
    right: int
    gutter_right: bool


class Painter:
    """Paints rows; holds what is the same for all rows of one frame."""

    def __init__(
        self,
        index: RowIndex,
        marks: SideMarks,
        frame: Frame,
        look: Look,
    ) -> None:
        self._index = index
        self._marks = marks
        self._frame = frame
        self._look = look
        self._base = look.inks.rich("text")

    def marks(self, row: Row) -> list[Mark]:
        """The marks that reach into a row."""
        return list(self._marks.touching(row.start, row.end)) if row.end > row.start else []

    def paint(
        self, row: Row, marks: list[Mark], chosen: frozenset[str], selected: tuple[int, int] | None
    ) -> Strip:
        """The strip of a row.

        Args:
            row: The row.
            marks: The marks that reach into it.
            chosen: Ids of the claims that are selected.
            selected: Code points under the mouse selection.
        """
        frame = self._frame
        base = self._base
        text, used = self._text(row, marks, chosen, selected, base)
        fill = Segment(" " * max(frame.text - used, 0), base)
        gutter = self._gutter(row, marks, chosen, base)
        body = [*text, fill, *gutter] if frame.gutter_right else [*gutter, *text, fill]
        body = [Segment(" " * frame.left, base), *body, Segment(" " * frame.right, base)]
        width = frame.left + max(frame.text, used) + GUTTER + frame.right
        return Strip([segment for segment in body if segment.text], width)

    def _gutter(
        self, row: Row, marks: list[Mark], chosen: frozenset[str], base: Style
    ) -> list[Segment]:
        right = self._frame.gutter_right
        bar = next((mark for mark in marks if mark.claim.id in chosen), None)
        opening = [mark for mark in marks if row.start <= mark.span.start < row.end]
        sign = max(opening, key=lambda mark: (mark.claim.id in chosen, mark.gravity), default=None)
        cells = [_blank(base), _blank(base), _blank(base)]
        if bar:
            cells[0] = Segment(self._look.glyphs.bars[right], self._sign(bar, base))
        if sign:
            cells[1] = Segment(self._look.glyphs.relations[sign.relation], self._sign(sign, base))
        return cells[::-1] if right else cells

    def _sign(self, mark: Mark, base: Style) -> Style:
        return base + self._look.inks.rich(mark.ink())

    def _text(
        self,
        row: Row,
        marks: list[Mark],
        chosen: frozenset[str],
        selected: tuple[int, int] | None,
        base: Style,
    ) -> tuple[list[Segment], int]:
        """The segments of a row's text, with their width in cells."""
        if row.gap or row.start == row.end:
            return self._rule(row, base)
        block = self._index.block(row)
        if block in BLOCK_INKS:
            base = base + self._look.inks.rich(BLOCK_INKS[block])
        segments, used = self._lead(row, block, base)
        layers = self._layers(marks, chosen)
        if selected:
            layers.append((*selected, "dragged"))
        cuts = {row.start, row.end}
        for start, end, _ in layers:
            cuts.add(min(max(start, row.start), row.end))
            cuts.add(min(max(end, row.start), row.end))
        text = self._index.text
        for start, end in pairwise(sorted(cuts)):
            style = base
            for low, high, name in layers:
                if low <= start and end <= high:
                    style = style + self._look.inks.rich(name)
            style = style + Style.from_meta({"offset": (start, 0)})
            piece = shown(text[start:end])
            segments.append(Segment(piece, style))
            used += cell_len(piece)
        return segments, used

    def _layers(self, marks: list[Mark], chosen: frozenset[str]) -> list[tuple[int, int, str]]:
        layers: list[tuple[int, int, str]] = []
        for mark in marks:
            picked = mark.claim.id in chosen
            name = mark.ink("-selected" if picked else "-claim")
            layers.append((mark.span.start, mark.span.end, name))
            evidence = "evidence-selected" if picked else "evidence"
            layers += [(span.start, span.end, evidence) for span in mark.evidence]
        return layers

    def _lead(self, row: Row, block: Block, base: Style) -> tuple[list[Segment], int]:
        indent = INDENT.get(block, 0)
        if not indent or (block is Block.ITEM and row.opens):
            return [], 0
        lead = self._look.glyphs.quote if block is Block.QUOTE else ""
        return [Segment(lead.ljust(indent), base + self._look.inks.rich("rule"))], indent

    def _rule(self, row: Row, base: Style) -> tuple[list[Segment], int]:
        if not self._index.opens_boilerplate(row):
            return [], 0
        width = self._frame.text
        label = f"{self._look.glyphs.rule * 2} {BOILERPLATE_LABEL} "[:width]
        line = label + self._look.glyphs.rule * (width - len(label))
        return [Segment(line, base + self._look.inks.rich("rule"))], width


def _blank(style: Style) -> Segment:
    return Segment(" ", style)


def place_at(index: RowIndex, row: Row, cell: int) -> int:
    """The code point of a row that is shown in a cell of its text, or the nearest one."""
    indent = INDENT.get(index.block(row), 0)
    if index.block(row) is Block.ITEM and row.opens:
        indent = 0
    if cell < indent or row.end <= row.start:
        return row.start
    text = shown(index.text[row.start : row.end])
    ends = [cell_len(text[: count + 1]) for count in range(len(text))]
    return row.start + min(bisect_right(ends, cell - indent), len(text) - 1)
