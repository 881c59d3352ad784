"""Turns one row of a document into a finished strip."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.compare.model import Block, Span
from tuireader.tui.finding.search import Hits
from tuireader.tui.look import Look
from tuireader.tui.marks import Mark, SideMarks
from tuireader.tui.widgets.rows import BLOCK_INKS, INDENT, Row, RowIndex, boilerplate_rule, lead
from tuireader.tui.widgets.wrap import shown

GUTTER = 3  # cells: bar, sign, space

# A newline inside a paragraph is shown as a space; so is any control character that got this far.
_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), " ")


class Frame(NamedTuple):
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
        found: tuple[Hits, Span | None],
    ) -> None:
        self._index = index
        self._marks = marks
        self._frame = frame
        self._look = look
        self._hits, self._hit = found
        self._base = look.inks.rich("text")

    def marks(self, row: Row) -> list[Mark]:
        """The marks that reach into a row."""
        return list(self._marks.touching(row.start, row.end)) if row.end > row.start else []

    def paint(
        self,
        row: Row,
        chosen: frozenset[str] = frozenset(),
        dragged: tuple[int, int] | None = None,
        *,
        placed: bool = False,
    ) -> Strip:
        """The strip of a row.

        Args:
            row: The row.
            chosen: Ids of the claims that are selected.
            dragged: Code points under the mouse selection.
            placed: Whether each segment of the text bears its place, as Textual's selection asks.
        """
        frame = self._frame
        marks = self.marks(row)
        text = self._text(row, marks, chosen, dragged, placed=placed)
        used = sum(segment.cell_length for segment in text)
        text.append(Segment(" " * max(frame.text - used, 0), self._base))
        gutter = self._gutter(row, marks, chosen)
        body = [*text, *gutter] if frame.gutter_right else [*gutter, *text]
        body.insert(0, Segment(" " * frame.left, self._base))
        body.append(Segment(" " * frame.right, self._base))
        return Strip(_joined(body), frame.left + max(frame.text, used) + GUTTER + frame.right)

    def _gutter(self, row: Row, marks: list[Mark], chosen: frozenset[str]) -> list[Segment]:
        right = self._frame.gutter_right
        bar = next((mark for mark in marks if mark.claim.id in chosen), None)
        opening = [mark for mark in marks if row.start <= mark.span.start < row.end]
        sign = max(opening, key=lambda mark: (mark.claim.id in chosen, mark.gravity), default=None)
        cells = [Segment(" ", self._base)] * GUTTER
        if bar:
            cells[0] = Segment(self._look.glyphs.bars[right], self._sign(bar))
        if sign:
            cells[1] = Segment(self._look.glyphs.relations[sign.relation], self._sign(sign))
        return cells[::-1] if right else cells

    def _sign(self, mark: Mark) -> Style:
        return self._base + self._look.inks.rich(mark.ink())

    def _text(
        self,
        row: Row,
        marks: list[Mark],
        chosen: frozenset[str],
        dragged: tuple[int, int] | None,
        *,
        placed: bool,
    ) -> list[Segment]:
        if row.gap or row.start == row.end:
            return self._rule(row)
        base = self._base
        block = self._index.block(row)
        if block in BLOCK_INKS:
            base = base + self._look.inks.rich(BLOCK_INKS[block])
        layers = self._layers(marks, chosen)
        for span in self._hits.touching(row.start, row.end):
            layers.append((span.start, span.end, "found-here" if span == self._hit else "found"))
        if dragged:
            layers.append((*dragged, "dragged"))
        cuts = {row.start, row.end}
        for start, end, _ in layers:
            cuts.add(min(max(start, row.start), row.end))
            cuts.add(min(max(end, row.start), row.end))
        segments = self._lead(row, block)
        for start, end in pairwise(sorted(cuts)):
            style = base
            for low, high, name in layers:
                if low <= start and end <= high:
                    style = style + self._look.inks.rich(name)
            if placed:
                style = style + Style.from_meta({"offset": (start, 0)})
            segments.append(Segment(shown(self._index.text[start:end]), style))
        return segments

    def _layers(self, marks: list[Mark], chosen: frozenset[str]) -> list[tuple[int, int, str]]:
        layers: list[tuple[int, int, str]] = []
        for mark in marks:
            picked = mark.claim.id in chosen
            name = mark.ink("-selected" if picked else "-claim")
            layers.append((mark.span.start, mark.span.end, name))
            evidence = "evidence-selected" if picked else "evidence"
            layers += [(span.start, span.end, evidence) for span in mark.evidence]
        return layers

    def _lead(self, row: Row, block: Block) -> list[Segment]:
        before = lead(row, block, self._look.glyphs.quote)
        return [Segment(before, self._base + self._look.inks.rich("rule"))] if before else []

    def _rule(self, row: Row) -> list[Segment]:
        if not self._index.opens_boilerplate(row):
            return []
        line = boilerplate_rule(self._look.glyphs.rule, self._frame.text)
        return [Segment(line, self._base + self._look.inks.rich("rule"))]


def _joined(segments: list[Segment]) -> list[Segment]:
    """The same with neighbours of one style made one: fewer bytes to the terminal."""
    joined: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        if joined and joined[-1].style is segment.style:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.style)
        else:
            joined.append(segment)
    return joined


def place_at(index: RowIndex, row: Row, cell: int) -> int:
    """The code point of a row that is shown in a cell of its text, or the nearest one."""
    indent = INDENT.get(index.block(row), 0)
    if index.block(row) is Block.ITEM and row.opens:
        indent = 0
    if cell < indent or row.end <= row.start:
        return row.start
    graphemes, _ = split_graphemes(shown(index.text[row.start : row.end]))
    ends = list(accumulate(width for _, _, width in graphemes))
    return row.start + graphemes[min(bisect_right(ends, cell - indent), len(ends) - 1)][0]


def cell_at(index: RowIndex, row: Row, place: int) -> int:
    """The cell of a row's text in which a code point begins: the way back of `place_at`."""
    opens_item = index.block(row) is Block.ITEM and row.opens
    indent = 0 if opens_item else INDENT.get(index.block(row), 0)
    return indent + cell_len(shown(index.text[row.start : place]))


def overlaid(strip: Strip, cell: int, text: str, style: Style) -> Strip:
    """A strip with some text laid over it from a cell on, as far as there is room."""
    note = Strip([Segment(text, style)]).crop(0, max(strip.cell_length - cell, 0))
    end = cell + note.cell_length
    return Strip.join([strip.crop(0, cell), note, strip.crop(end, strip.cell_length)])
