"""What corrects the alignment: a panel in the place of the reasons that has the keys meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from tuireader.compare.model import Claim, Comparison, Side
from tuireader.compare.review.model import Event
from tuireader.compare.review.session import Session
from tuireader.tui.keymap import Command
from tuireader.tui.linking import LinkedScroll
from tuireader.tui.look import Look
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.wrap import shown

Step = Callable[[], Event | None]


@dataclass(frozen=True)
class Bench:
    """What a tool works on.

    Attributes:
        session: The session.
        panes: The panes by side.
        link: The link between them.
        done: Makes the step and ends the tool; called with None it only ends it.
    """

    session: Session
    panes: Mapping[Side, Pane]
    link: LinkedScroll
    done: Callable[[Step | None], None]

    @property
    def comparison(self) -> Comparison:
        """The session's."""
        return self.session.comparison


class Tool(Widget, can_focus=True):
    """Has a cursor on a claim of either side."""

    commands: tuple[Command, ...] = ()

    def __init__(self, look: Look) -> None:
        super().__init__(id=type(self).__name__.lower())
        self.look = look
        self.bench: Bench | None = None
        self.side = Side.A
        self.at: dict[Side, int] = dict.fromkeys(Side, 0)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the side that one is on."""
        return self.bench.comparison.claims_of(self.side) if self.bench else ()

    @property
    def claim(self) -> Claim:
        """The claim under the cursor."""
        return self.claims[self.at[self.side]]

    def start(self, bench: Bench, side: Side, places: Mapping[Side, int]) -> None:
        """Take the keys.

        Args:
            bench: What to work on; both sides have claims.
            side: Where to begin.
            places: Where the cursor begins on each side, in code points.
        """
        self.bench = bench
        self.side = side
        for each in Side:
            claims = bench.comparison.claims_of(each)
            before = [n for n, claim in enumerate(claims) if claim.span.start <= places[each]]
            self.at[each] = before[-1] if before else 0
        self.display = True
        self.screen.set_focus(self)
        self.begin()
        self.show()

    def begin(self) -> None:
        """Called once the cursors stand."""

    def show(self) -> None:
        """Mark in the panes what the tool has in hand."""
        raise NotImplementedError

    def picked(self, claim: Claim) -> None:
        """A claim was clicked: the cursor goes there."""
        self.side = Side(claim.id[0])
        self.at[self.side] = self.claims.index(claim)
        self.show()

    def action_side(self) -> None:
        """Go to the other side."""
        self.side = self.side.other
        self.show()

    def action_leave(self) -> None:
        """Change nothing."""
        self.end(None)

    def end(self, step: Step | None) -> None:
        """Give the keys back, and have the step made."""
        bench, self.bench = self.bench, None
        self.display = False
        if bench:
            bench.done(step)

    def move_to(self, index: int) -> None:
        """Put the cursor on another claim of this side; a bell at the ends."""
        if 0 <= index < len(self.claims):
            self.at[self.side] = index
            self.show()
        else:
            self.app.bell()

    def mark(self, claims: Mapping[Side, frozenset[str]]) -> None:
        """Mark claims in the panes, and bring the one under the cursor into view."""
        if self.bench is None:
            return
        for side, pane in self.bench.panes.items():
            pane.choose(claims.get(side, frozenset()))
        self.bench.link.still(self.bench.panes[self.side], self.claim.span.start, centre=False)
        self.refresh()

    def render(self) -> Content:
        """The panel."""
        return Content("\n").join(self.lines()) if self.bench else Content("")

    def lines(self) -> list[Content]:
        """The rows of the panel, what matters most first."""
        raise NotImplementedError

    def quoted(self, text: str, room: int) -> str:
        """Words of a text on one row, cut to fit."""
        ellipsis = self.look.glyphs.ellipsis
        line = Content(shown(" ".join(text.split())))
        if line.cell_length <= room:
            return line.plain
        return line.truncate(max(room - len(ellipsis), 0)).plain.rstrip() + ellipsis
