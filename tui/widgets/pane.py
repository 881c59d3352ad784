"""One of the two texts: wrapped, marked, scrolled; rendered a row at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tuireader.compare.model import Document, Side, Span
from tuireader.tui.finding.search import Hits
from tuireader.tui.look import Look
from tuireader.tui.marks import Mark, SideMarks
from tuireader.tui.widgets.lines import Lines
from tuireader.tui.widgets.painter import (
    GUTTER,
    Frame,
    Painter,
    cell_at,
    overlaid,
    place_at,
)
from tuireader.tui.widgets.rows import CHUNK, Row, RowIndex

MEASURE = 96  # cells; a longer row tires the eye
CACHED = 1024  # finished rows kept
WHEEL = 3  # rows a notch
OVERLAP = 2  # rows of the old page that stay on the new one


class Pane(Lines, ScrollView, inherit_bindings=False, can_focus=True):
    """A document with its claims marked. All places are code points of the document's text.

    Attributes:
        gutter_right: Whether the signs stand to the right of the text, next to the band.
        moved: Called after every scrolling.
        laid_out: Called after the text was wrapped anew, which keeps the same words at the top.
    """

    gutter_right = reactive(False)
    # Nothing is laid out by the length of the text: no need for the screen to be arranged anew.
    virtual_size = Reactive(Size(0, 0), layout=False)

    class Clicked(Message):
        """A click on the text.

        Attributes:
            pane: Where.
            mark: The claim under the mouse, or None.
        """

        def __init__(self, pane: Pane, mark: Mark | None) -> None:
            super().__init__()
            self.pane = pane
            self.mark = mark

    def __init__(self, document: Document, look: Look, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = document
        self.marks = SideMarks(document.side)
        self.moved: Callable[[Pane], None] = _nobody
        self.laid_out: Callable[[Pane], None] = _nobody
        self._quiet = False
        self._wrapped = (0, False)
        self._scrolled_for = (0, False)
        self._hits = Hits()
        self._hit: Span | None = None
        self._look = look
        self._chosen: frozenset[str] = frozenset()
        self._index = RowIndex(document, 80)
        self._version = 0
        self._anchor = (0, 0)
        self._first = 0
        self._dragged: tuple[int, int] | None = None
        self._labels: Mapping[int, str] = {}
        self._letters: Mapping[int, str] = {}
        self._strips: dict[tuple[Row, frozenset[str]], Strip] = {}
        self._frame = Frame(0, 1, 0, gutter_right=False)
        self._painter = self._new_painter()

    @property
    def side(self) -> Side:
        """Which of the two texts this is."""
        return self.document.side

    @property
    def index(self) -> RowIndex:
        """The rows at the present width."""
        return self._index

    @property
    def top(self) -> int:
        """Number of the first row that is shown."""
        return self.scroll_offset.y

    @property
    def first_words(self) -> tuple[int, int]:
        """The place of the first words that are shown, and how many blank rows are above them."""
        return self._anchor

    def begin_at(self, place: int, gap: int) -> None:
        """Show what `first_words` told first of all; called before the text is laid out."""
        self._anchor = (min(place, len(self.document.text)), gap)

    @property
    def leading(self) -> tuple[int, int]:
        """The words at the top: a place, and how many rows before it the first one stands."""
        return self._anchor

    @property
    def window(self) -> tuple[int, int]:
        """The places that are shown: the first, and the one after the last."""
        return self._places(self.top)

    @property
    def framed(self) -> tuple[int, int]:
        """The same of the frame that is being painted, for what is painted before the pane."""
        self.prepare()
        return self._places(self._first)

    def _places(self, number: int) -> tuple[int, int]:
        """The first place and the one after the last of a page that begins with a row."""
        first = self._index.row(number)
        last = self._index.row(min(number + self.size.height, self._index.total) - 1)
        return (first.start if first else 0, last.end if last else len(self.document.text))

    def mark_up(
        self, document: Document, marks: SideMarks, top: tuple[int, int] | None = None
    ) -> None:
        """Show marks, over the document they were found in.

        Args:
            document: The document.
            marks: The marks.
            top: The first words to show, as `first_words` tells them; None to stay where one is.
        """
        self.marks = marks
        self._anchor = top or self._anchor
        if document.text != self.document.text or document.paragraphs != self.document.paragraphs:
            self.document = document
            self._lay_out()
        self.document = document
        self._forget()

    def choose(self, claims: frozenset[str]) -> None:
        """Mark the claims with these ids boldly."""
        if claims != self._chosen:
            self._chosen = claims
            self.refresh()

    def show_hits(self, hits: Hits, hit: Span | None = None) -> None:
        """Mark what a search has found, and the one that the reader is at."""
        if (hits, hit) != (self._hits, self._hit):
            self._hits, self._hit = hits, hit
            self._forget()

    def label(self, labels: Mapping[int, str]) -> None:
        """Write these over the text, each at its place, until others are given."""
        if labels != self._labels:
            self._labels = labels
            self.refresh()

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Write these into the gutter, each beside its place."""
        self._letters = letters
        self.refresh()

    def forget_styles(self) -> None:
        """Paint everything anew, after a change of theme."""
        self._forget()

    def row_of(self, place: int) -> int:
        """Number of the row that holds a place; what is shown stays where it is."""
        self._index.number(place)
        self._settle()
        return self._index.number(place)

    def scroll_to_row(self, number: float) -> None:
        """Show this row as the first one, or the nearest that fills the pane."""
        height = self.size.height
        top = min(max(round(number), 0), max(self._index.total - height, 0))
        target = self._index.row(top)
        # The rows about to be shown, and the page above them, become exact before they are needed.
        for near in (max(top - height, 0), *range(top, top + 2 * height, CHUNK // 2)):
            self._index.row(near)
        if target:
            top = self._number_of(target.start, target.gap)
        self._version = self._index.version
        self._fit()
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
        row = self._index.row(self.top)
        self._anchor = (row.start, row.gap) if row else (0, 0)

    def scroll_to_last(self) -> None:
        """Show the end."""
        self._index.number(len(self.document.text))
        self.scroll_to_row(self._index.total)

    def scroll_rows(self, count: int) -> None:
        """Move by so many rows."""
        self.scroll_to_row(self.top + count)

    def scroll_pages(self, count: int) -> None:
        """Move by so many pages; two rows of the old one stay."""
        self.scroll_rows(count * max(self.size.height - OVERLAP, 1))

    def show(self, place: int, *, centre: bool = False) -> None:
        """Bring a place into view: in the middle, or only as far as needed to read on from it."""
        row = self.row_of(place)
        height = self.size.height
        margin = min(3, height // 4)
        if centre or not self.top + margin <= row < self.top + height - margin - 1:
            self.scroll_to_row(row - height // 3)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen, at once: a message would paint the other pane a frame late."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._quiet:
            self.moved(self)

    def watch_gutter_right(self) -> None:
        """Move the gutter to the other edge."""
        self._lay_out()

    def on_resize(self) -> None:
        """Wrap anew at the new width, with the same words at the top."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Say which claim was clicked: the one under the mouse, or the gravest of the row."""
        row = self._index.row(self.top + event.y)
        mark = None
        if row and not row.gap:
            cell = event.x - self._frame.left - (0 if self._frame.gutter_right else GUTTER)
            if 0 <= cell < self._frame.text:
                mark = self.marks.at(place_at(self._index, row, cell))
            else:
                marks = self.marks.touching(row.start, row.end)
                mark = max(marks, key=lambda each: each.gravity, default=None)
        self.post_message(self.Clicked(self, mark))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows on."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows back."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(-WHEEL)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text under the mouse selection, without the breaks that wrapping made."""
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self.document.text)
        return self.document.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Paint the mouse selection."""
        self.refresh()

    def prepare(self) -> None:
        """Look up once what every row of a frame asks for."""
        if self._wrapped != (self.size.width, self.gutter_right):
            # A frame may come before the news of a new size.
            self._wrap()
        is_in_place = self._scrolled_for == self._wrapped
        self._first = self.top if is_in_place else self._number_of(*self._anchor)
        self._dragged = None
        selection = self.text_selection
        if selection is not None:
            start, end = selection.get_span(0) or (0, 0)
            self._dragged = (start, len(self.document.text) if end < 0 else end)

    def render_line(self, y: int) -> Strip:
        """One row by itself, for the mouse: its segments know their places in the text."""
        self.prepare()
        return self._paint(y, placed=True)

    def paint_line(self, y: int) -> Strip:
        """One row of the screen, with labels and letters over it."""
        strip = self._paint(y)
        return self._annotate(y, strip) if self._labels or self._letters else strip

    def _annotate(self, y: int, strip: Strip) -> Strip:
        row = self._index.row(self._first + y)
        if row is None or row.gap:
            return strip
        frame, inks = self._frame, self._look.inks
        edge = frame.left + frame.text + GUTTER - 1 if frame.gutter_right else frame.left
        text = frame.left + (0 if frame.gutter_right else GUTTER)
        for place, letter in self._letters.items():
            if row.start <= place < row.end:
                strip = overlaid(strip, edge, letter, inks.rich("text") + inks.rich("key"))
        for place, label in self._labels.items():
            if row.start <= place < row.end:
                cell = text + cell_at(self._index, row, place)
                strip = overlaid(strip, cell, label, inks.rich("label"))
        return strip

    def _paint(self, y: int, *, placed: bool = False) -> Strip:
        row = self._index.row(self._first + y)
        if row is None:
            return Strip.blank(self.size.width, self._look.inks.rich("text"))
        chosen = self._chosen
        if self._chosen:
            marks = self._painter.marks(row)
            chosen = self._chosen.intersection(mark.claim.id for mark in marks)
        if self._dragged or placed:
            return self._painter.paint(row, chosen, self._dragged, placed=placed)
        key = (row, chosen)
        strip = self._strips.pop(key, None) or self._painter.paint(row, chosen)
        self._strips[key] = strip  # the newest last
        if len(self._strips) > CACHED:
            del self._strips[next(iter(self._strips))]
        return strip

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        self._wrap()
        self._stay()
        self._scrolled_for = self._wrapped
        self.laid_out(self)

    def _wrap(self) -> None:
        """Make frame, rows and painter anew for the present width."""
        self._wrapped = (self.size.width, self.gutter_right)
        available = max(self.size.width - GUTTER - 1, 1)
        text = min(available, MEASURE)
        spare = available - text
        left, right = (1 + spare, 0) if self.gutter_right else (0, 1 + spare)
        self._frame = Frame(left, text, right, self.gutter_right)
        if self._index.width != text or self._index.text is not self.document.text:
            self._index = RowIndex(self.document, text)
        self._forget()

    def _new_painter(self) -> Painter:
        return Painter(self._index, self.marks, self._frame, self._look, (self._hits, self._hit))

    def _forget(self) -> None:
        self._strips.clear()
        self._painter = self._new_painter()
        self.refresh()

    def _settle(self) -> None:
        """After rows above became exact: keep the same text at the top."""
        if self._version != self._index.version:
            self._stay()

    def _stay(self) -> None:
        """Scroll to where the same words are now; for the reader nothing has moved."""
        anchor = self._anchor
        self._quiet = True
        self.scroll_to_row(self._number_of(*anchor))
        self._quiet = False
        self._anchor = anchor

    def _fit(self) -> None:
        size = Size(self.size.width, self._index.total)
        if self.virtual_size != size:
            self.virtual_size = size

    def _number_of(self, place: int, gap: int) -> int:
        """Number of the row that holds a place, or stands so many rows before it."""
        return self._index.number(place) - gap


def _nobody(_pane: Pane) -> None:
    """Nobody listens yet."""
