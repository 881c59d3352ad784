"""The band between the panes: a line from each claim to its counterpart."""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.tui.glyphs import DOWN, LEFT, RIGHT, UP
from tuireader.tui.look import Look
from tuireader.tui.widgets.lines import Lines
from tuireader.tui.widgets.pane import Pane


class Wire(NamedTuple):
    """One connection to draw.

    Attributes:
        left: Rows of the screen where its claims begin on the left, those in view.
        right: The same on the right.
        away_left: -1 if a claim on the left lies above the window, 1 below, 0 if none is away.
        away_right: The same on the right.
        relation: For the colour.
        chosen: Whether it is the selected pair.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    away_left: int
    away_right: int
    relation: Relation
    chosen: bool = False

    @property
    def reach(self) -> tuple[int, int]:
        """The rows that its upright part spans, both inclusive."""
        rows = (*self.left, *self.right)
        return min(rows), max(rows)


class Canvas:
    """A grid of cells, each with the ways that lines leave it and the wire drawn there last."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._ways = [[0] * width for _ in range(height)]
        self._owners: list[list[Wire | None]] = [[None] * width for _ in range(height)]
        self._signs: dict[tuple[int, int], int] = {}

    def draw(self, wire: Wire, lane: int) -> None:
        """Draw one wire, its upright part in column `lane`."""
        if not (wire.left and wire.right):
            self._stub(wire)
            return
        for row in wire.left:
            self._level(wire, row, 0, lane, into=LEFT)
        for row in wire.right:
            self._level(wire, row, lane, self.width - 1, into=RIGHT)
        top, bottom = wire.reach
        for row in range(top, bottom + 1):
            self._add(wire, row, lane, (UP if row > top else 0) | (DOWN if row < bottom else 0))

    def row(self, y: int) -> list[tuple[int, Wire | None, int]]:
        """The cells of a row: ways, wire, and -1 or 1 for an arrow up or down."""
        return [
            (ways, owner, self._signs.get((y, x), 0))
            for x, (ways, owner) in enumerate(zip(self._ways[y], self._owners[y], strict=True))
        ]

    def _level(self, wire: Wire, row: int, first: int, last: int, *, into: int) -> None:
        for column in range(first, last + 1):
            ways = LEFT | RIGHT
            if into == LEFT and column == last:
                ways = LEFT
            elif into == RIGHT and column == first:
                ways = RIGHT
            self._add(wire, row, column, ways)

    def _stub(self, wire: Wire) -> None:
        for row in wire.left:
            self._add(wire, row, 0, LEFT | RIGHT)
            self._sign(wire, row, 1, wire.away_right)
        for row in wire.right:
            self._add(wire, row, self.width - 1, LEFT | RIGHT)
            self._sign(wire, row, self.width - 2, wire.away_left)

    def _sign(self, wire: Wire, row: int, column: int, away: int) -> None:
        if 0 <= column < self.width and not self._ways[row][column]:
            self._signs[row, column] = away
            self._owners[row][column] = wire

    def _add(self, wire: Wire, row: int, column: int, ways: int) -> None:
        if 0 <= column < self.width and 0 <= row < self.height:
            if wire.chosen:
                # The selected wire runs over the others unbroken.
                own = self._owners[row][column]
                self._ways[row][column] = ways | (self._ways[row][column] if own is wire else 0)
            else:
                self._ways[row][column] |= ways
            self._owners[row][column] = wire


def lanes(wires: list[Wire], width: int) -> list[int]:
    """A column for the upright part of each wire, so that those side by side do not overlap.

    Columns are taken from the middle outwards; where there are more wires than columns, some share.
    """
    middle = width // 2
    columns = sorted(range(1, max(width - 1, 2)), key=lambda column: abs(column - middle))
    taken: dict[int, list[tuple[int, int]]] = {column: [] for column in columns}
    chosen: list[int] = []
    for wire in wires:
        if not (wire.left and wire.right):
            chosen.append(middle)
            continue
        top, bottom = wire.reach
        free = (
            column
            for column in columns
            if all(bottom < low or top > high for low, high in taken[column])
        )
        column = next(free, columns[len(chosen) % len(columns)])
        if top != bottom:
            taken[column].append((top, bottom))
        chosen.append(column)
    return chosen


class Band(Lines):
    """Draws the connections of the pairs that are in view; dragging it moves the divider."""

    ALLOW_SELECT = False

    class Dragged(Message):
        """The band is dragged.

        Attributes:
            column: Column of the screen that the mouse is in.
        """

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self, a: Pane, b: Pane, look: Look) -> None:
        super().__init__(id="band")
        self._panes = {Side.A: a, Side.B: b}
        self._look = look
        self._comparison: Comparison | None = None
        self._chosen: Pair | None = None
        self._canvas: Canvas | None = None
        self._above = 0

    def connect(self, comparison: Comparison) -> None:
        """Draw the pairs of a comparison from now on."""
        self._comparison = comparison
        self.redraw()

    def choose(self, pair: Pair | None) -> None:
        """Draw this pair boldly."""
        self._chosen = pair
        self.redraw()

    def redraw(self) -> None:
        """Draw anew at the next frame, after a pane has moved."""
        self._canvas = None
        self.refresh()

    def on_resize(self) -> None:
        """Draw anew."""
        self.redraw()

    def on_mouse_down(self) -> None:
        """The band is the handle of the divider."""
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say where it is dragged."""
        if self.app.mouse_captured is self:
            self.post_message(self.Dragged(event.screen_x))

    def on_mouse_up(self) -> None:
        """Let the mouse go."""
        self.release_mouse()

    def prepare(self) -> None:
        """Draw what is stale; the panes begin some rows below the band, under their titles."""
        self._above = self._panes[Side.A].region.y - self.region.y
        if self._canvas is None or (self._canvas.width, self._canvas.height) != self.size:
            self._canvas = self._draw()

    def paint_line(self, y: int) -> Strip:
        """One row of the band."""
        if y < self._above:
            return Strip.blank(self.size.width, self._look.inks.rich("bar"))
        y -= self._above
        base = self._look.inks.rich("text")
        cells = self._canvas.row(y) if self._canvas else []
        if not any(wire for _, wire, _ in cells):
            return Strip.blank(self.size.width, base)
        segments = []
        for ways, wire, sign in cells:
            if wire:
                style = base + self._style(wire)
                segments.append(Segment(self._character(ways, sign, wire), style))
            else:
                segments.append(Segment(" ", base))
        return Strip(segments, len(segments))

    def _draw(self) -> Canvas:
        canvas = Canvas(*self.size)
        wires = self._wires() if self._comparison else []
        for wire, lane in zip(wires, lanes(wires, canvas.width), strict=True):
            canvas.draw(wire, lane)
        return canvas

    def _character(self, ways: int, sign: int, wire: Wire) -> str:
        if sign:
            return self._look.glyphs.arrows[sign > 0]
        lines = self._look.glyphs.heavy if wire.chosen else self._look.glyphs.light
        return lines.get(ways, " ")

    def _style(self, wire: Wire) -> Style:
        return self._look.inks.rich(f"{wire.relation}{'' if wire.chosen else '-line'}")

    def _wires(self) -> list[Wire]:
        """The wires in view: gravest last, so that they lie on top; the selected one at the end."""
        seen: dict[str, Pair] = {}
        for pane in self._panes.values():
            for mark in pane.marks.touching(*pane.window):
                seen.update((pair.id, pair) for pair in mark.pairs)
        wires = [self._wire(pair) for pair in seen.values()]
        shown = [wire for wire in wires if wire.left or wire.right]
        return sorted(shown, key=lambda wire: (wire.chosen, wire.relation.gravity, wire.reach))

    def _wire(self, pair: Pair) -> Wire:
        left, away_left = self._ends(pair, Side.A)
        right, away_right = self._ends(pair, Side.B)
        chosen = self._chosen is not None and pair.id == self._chosen.id
        return Wire(left, right, away_left, away_right, pair.relation, chosen)

    def _ends(self, pair: Pair, side: Side) -> tuple[tuple[int, ...], int]:
        pane = self._panes[side]
        first, last = pane.window
        rows: list[int] = []
        away = 0
        for identity in pair.claims(side):
            place = self._place(identity)
            if place < first:
                away = -1
            elif place >= last:
                away = 1
            else:
                rows.append(pane.index.number(place) - pane.top)
        return tuple(rows), away

    def _place(self, identity: str) -> int:
        assert self._comparison is not None  # noqa: S101
        return self._comparison.claim(identity).span.start
