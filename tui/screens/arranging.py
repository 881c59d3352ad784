"""How the two texts share the room: side by side, stacked, one at a time, or one alone."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from tuireader.compare.model import Side
from tuireader.tui.screens.travelling import Travelling
from tuireader.tui.widgets.band import Band
from tuireader.tui.widgets.ruler import Ruler

WIDE = 100  # cells from which the texts stand side by side
ACROSS = [(0, "-single"), (60, "-stacked"), (WIDE, "-wide")]
DOWN = [(0, "-flat"), (10, "-short"), (18, "-middle"), (36, "-tall")]
MOST = 6  # steps of the divider to either side of the middle


class Room(Widget):
    """A container that its children fill: its own rows need not be painted with care."""

    BLANK = True


class Arranging(Travelling):
    """A screen that arranges its panes by the room there is, and by a divider."""

    HORIZONTAL_BREAKPOINTS = ACROSS
    VERTICAL_BREAKPOINTS = DOWN

    share = 0  # steps of the divider from the middle, a twentieth of the width each

    @property
    def zoomed(self) -> bool:
        """Whether the text that has the keys is shown alone."""
        return self.query_one("#texts").has_class("-zoomed")

    @property
    def tall(self) -> bool:
        """Whether the reasons have half the screen."""
        return self.has_class("-tall-why")

    def share_out(self, *, share: int, zoomed: bool, tall: bool) -> None:
        """Arrange the room as it was left."""
        self.action_widen(share - self.share)
        self._zoom(zoomed)
        self.set_class(tall, "-tall-why")

    def foresee(self) -> None:
        """Arrange the first frame as its size will ask, which Textual tells only after it."""
        width, height = self.app.size
        self.panes[Side.A].gutter_right = width >= WIDE
        for room, breakpoints in ((width, ACROSS), (height, DOWN)):
            self.add_class(max(each for each in breakpoints if each[0] <= room)[1], update=False)

    def on_resize(self) -> None:
        """Arrange the panes by the room there is."""
        self._face()
        self._divide()

    @on(Band.Dragged)
    def _on_dragged(self, message: Band.Dragged) -> None:
        share = round(20 * message.column / max(self.size.width, 1)) - 10
        self.action_widen(share - self.share)

    def action_toggle_zoom(self) -> None:
        """Show the text that has the keys alone, or both."""
        self._zoom(not self.zoomed)

    def action_toggle_tall(self) -> None:
        """Give the reasons half the screen, or their usual room."""
        self.toggle_class("-tall-why")

    def action_widen(self, steps: int) -> None:
        """Move the divider, by a twentieth of the width."""
        self.share = min(max(self.share + steps, -MOST), MOST)
        self._divide()

    def _zoom(self, zoomed: bool) -> None:
        self.query_one("#texts").set_class(zoomed, "-zoomed")
        self._face()

    def _face(self) -> None:
        """Turn the signs of A to the band where there is one, else all to the left."""
        beside = self.app.size.width >= WIDE and not self.zoomed
        self.panes[Side.A].gutter_right = beside
        for ruler in self.query(Ruler):
            ruler.set_class(beside and ruler.pane.side is Side.A, "-left")

    def _divide(self) -> None:
        # Of stacked texts one "fr" is the whole width.
        apart = self.share and self.app.size.width >= WIDE
        for side, share in zip(Side, (self.share, -self.share), strict=True):
            self.query_one(f"#side-{side}").styles.width = f"{10 + share}fr" if apart else None
