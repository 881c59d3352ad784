"""All pairs and all claims that stand alone, as a list to sort, choose from and go to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tuireader.compare.model import Claim, Comparison, Pair
from tuireader.tui.keymap import LEDGER, bindings
from tuireader.tui.ledger import Choice, Order, arranged, entries, topics
from tuireader.tui.look import Look
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.listing import SIGN, WIDE, Listing

Cycle = TypeVar("Cycle", Order, Choice)


class LedgerScreen(Screen[Pair | Claim | None]):
    """Ends with what was chosen, or None."""

    CSS_PATH = Path(__file__).with_name("ledger.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(LEDGER)

    def __init__(self, comparison: Comparison, look: Look, labels: tuple[str, str]) -> None:
        super().__init__(id="ledger")
        self._entries = entries(comparison)
        self._look = look
        self._labels = labels
        self._order = Order.GRAVITY
        self._choice = Choice.ALL
        self._topics = ("", *topics(self._entries))
        self._topic = ""

    def compose(self) -> ComposeResult:
        """What is shown, the columns' heads, the list, the keys."""
        yield Static("", id="ledger--what", markup=False)
        yield Static("", id="ledger--heads", markup=False)
        yield Listing(self._look)
        yield KeyBar(self._look)

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def on_resize(self) -> None:
        """Set the heads over their columns."""
        width = self.size.width
        heads = self.query_one("#ledger--heads", Static)
        heads.display = width >= WIDE
        third = (width - SIGN) // 3
        names = [*self._labels, "why"]
        heads.update(
            Content(" " * SIGN + "".join(name[: third - 2].ljust(third) for name in names))
        )

    @on(Listing.Picked)
    def action_go(self) -> None:
        """Back to the texts, at the entry."""
        entry = self.query_one(Listing).entry
        self.dismiss(entry.subject if entry else None)

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(LEDGER, self._look))

    def action_leave(self) -> None:
        """Back to the texts, where one was."""
        self.dismiss(None)

    def action_move(self, count: int) -> None:
        """Move the cursor by rows."""
        self.query_one(Listing).move(count)

    def action_page(self, count: int) -> None:
        """Move the cursor by pages."""
        listing = self.query_one(Listing)
        listing.move(count * max(listing.size.height - 1, 1))

    def action_end(self, count: int) -> None:
        """Move the cursor to the first or the last row."""
        self.query_one(Listing).move(count * len(self._entries))

    def action_next_order(self) -> None:
        """Sort by something else."""
        self._order = _next(self._order)
        self._fill()

    def action_next_choice(self) -> None:
        """Show other entries."""
        self._choice = _next(self._choice)
        self._fill()

    def action_next_topic(self) -> None:
        """Show the pairs of another topic."""
        number = self._topics.index(self._topic) + 1
        self._topic = self._topics[number % len(self._topics)]
        self._fill()

    def _fill(self) -> None:
        rows = arranged(self._entries, self._order, self._choice, self._topic)
        self.query_one(Listing).fill(rows)
        gap = f"  {self._look.glyphs.dot}  "
        entry = "entry" if len(rows) == 1 else "entries"
        parts = [f"{len(rows)} {entry}", f"show {self._choice}", f"by {self._order}"]
        if len(self._topics) > 1:
            parts.insert(2, f"topic {self._topic.replace('-', ' ') or 'any'}")
        what = Content.assemble(
            self._look.write("Ledger", "heading"), self._look.write(gap + gap.join(parts), "muted")
        )
        self.query_one("#ledger--what", Static).update(what)


def _next(value: Cycle) -> Cycle:
    values = list(type(value))
    return values[(values.index(value) + 1) % len(values)]
