"""All pairs and all claims that stand alone, as a list to sort, choose from and go to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from rich.cells import set_cell_size
from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.tui.keymap import LEDGER, bindings
from tuireader.tui.ledger import (
    USUAL,
    Arrangement,
    Choice,
    Heading,
    Order,
    Row,
    TopicOf,
    arranged,
    entries,
    following,
    grouped,
    no_topic,
)
from tuireader.tui.look import Look
from tuireader.tui.terminal import copying
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.listing import NARROW, SIGN, WIDE, Listing
from tuireader.tui.widgets.why import Why

DOWN = [(0, "-flat"), (16, "-middle"), (36, "-tall")]

# The fields of an arrangement, with the key that changes each and what it is called.
_FIELDS = (
    ("choice", "f", "show"),
    ("topic", "o", "topic"),
    ("kind", "w", "reason"),
    ("order", "s", "by"),
)


class LedgerScreen(Screen[Pair | Claim | None]):
    """Ends with what was chosen, or None.

    Args:
        comparison: What to list.
        look: How things look.
        labels: What to call the two sides.
        arrangement: What to show first, and in what order.
        subject: What the cursor is to stand on first, if it is shown.
        topic_of: Gives claims without a counterpart their topics.

    Attributes:
        arrangement: What is shown, and in what order.
    """

    CSS_PATH = Path(__file__).with_name("ledger.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(LEDGER)
    OFFERS = LEDGER  # in the palette
    VERTICAL_BREAKPOINTS = DOWN

    listing = getters.query_one(Listing)
    detail = getters.query_one(Why)

    def __init__(
        self,
        comparison: Comparison,
        look: Look,
        labels: tuple[str, str],
        *,
        arrangement: Arrangement = USUAL,
        subject: Pair | Claim | None = None,
        topic_of: TopicOf = no_topic,
    ) -> None:
        super().__init__(id="ledger")
        self.arrangement = arrangement
        self._comparison = comparison
        self._entries = entries(comparison, topic_of)
        self._look = look
        self._labels = labels
        self._subject = subject
        self._folded: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """What is shown, the columns' heads, the list, the row under the cursor whole, the keys."""
        yield Static("", id="ledger--what", markup=False)
        yield Static("", id="ledger--heads", markup=False)
        yield Listing(self._look)
        yield Why(self._look, self._labels, whole=True)
        yield KeyBar(self._look)

    def on_mount(self) -> None:
        """Fill the list."""
        self.listing.moved = self._tell
        self.query_one("#ledger--what").auto_links = False
        if not any(map(self.arrangement.has, self._entries)):
            self.arrangement = self.arrangement._replace(choice=Choice.ALL, topic="", kind="")
        self._fill(self._subject)

    def on_resize(self) -> None:
        """Set the heads over their columns."""
        width = self.size.width
        heads = self.query_one("#ledger--heads", Static)
        heads.display = width >= NARROW
        columns = 3 if width >= WIDE else 2
        room = max((width - SIGN) // columns, 2)
        sides = zip(Side, self._labels, strict=True)
        names = [*(f"{side.value.upper()}  {label}" for side, label in sides), "why"][:columns]
        cells = (set_cell_size(name, room - 2) + "  " for name in names)
        heads.update(Content(" " * SIGN + "".join(cells)))
        self._say()

    @on(Listing.Picked)
    def action_go(self) -> None:
        """Back to the texts, at the entry; the heading of a topic opens or closes."""
        row = self.listing.row
        if isinstance(row, Heading):
            self._folded ^= {row.topic}
            self._fill(row.topic)
        else:
            self.dismiss(row.subject if row else None)

    def action_fold(self) -> None:
        """Show a row a topic, or all entries below their topics."""
        topics = frozenset(row.topic for row in self._entries)
        by_topic = self.arrangement.order is Order.TOPIC
        self._folded = frozenset() if by_topic and topics <= self._folded else topics
        self.arrangement = self.arrangement._replace(order=Order.TOPIC)
        row = self.listing.row
        self._fill(row.topic if row else None)

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(LEDGER, self._look))

    def action_leave(self) -> None:
        """Back to the texts, where one was."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the pair with its reasons, or the claim."""
        row = self.listing.row
        if row and not isinstance(row, Heading):
            text = copying.subject_text(self._comparison, row.subject, self._labels)
            copying.copy(self, text, "the entry")

    def action_move(self, count: int) -> None:
        """Move the cursor by rows."""
        self.listing.move(count)

    def action_page(self, count: int) -> None:
        """Move the cursor by pages."""
        self.listing.move(count * max(self.listing.size.height - 1, 1))

    def action_end(self, count: int) -> None:
        """Move the cursor to the first or the last row."""
        self.listing.move(count * 2 * len(self._entries))

    def action_scroll_detail(self, count: int) -> None:
        """Scroll the entry that is shown whole."""
        self.detail.scroll_relative(y=count, animate=False)

    def action_next(self, field: str, way: int) -> None:
        """Take the next value of a field of the arrangement, or the one before."""
        self.arrangement = following(self.arrangement, field, self._entries, forward=way > 0)
        self._folded = frozenset()
        self._fill(self.listing.subject)

    def _rows(self) -> tuple[Row, ...]:
        rows = arranged(self._entries, self.arrangement)
        return grouped(rows, self._folded) if self.arrangement.order is Order.TOPIC else rows

    def _fill(self, subject: Pair | Claim | str | None = None) -> None:
        self.listing.fill(self._rows(), subject)
        self._say()

    def _tell(self) -> None:
        """Show the entry under the cursor whole."""
        row = self.listing.row
        if row is None or isinstance(row, Heading):
            self.detail.tell("Enter opens or closes a topic." if row else "Nothing to show.")
        else:
            self.detail.explain(self._comparison, row.subject)

    def _say(self) -> None:
        """Say what is shown; what may be changed stands with its key, and a click does it too."""
        count = sum(map(self.arrangement.has, self._entries))
        parts = [self._look.write("Ledger", "heading"), *self._fields(count)]
        gap = "  " if self.size.width < WIDE else "    "
        self.query_one("#ledger--what", Static).update(Content(gap).join(parts))

    def _fields(self, count: int) -> Iterator[Content]:
        for field, key, name in _FIELDS:
            value = str(getattr(self.arrangement, field)).replace("-", " ") or "any"
            if field == "choice":
                value += f" {count}" if self.size.width < NARROW else f" ({count})"
            action = f"screen.next('{field}', 1)"
            text = Content.assemble(
                self._look.write(key, "key"),
                self._look.write(f" {name} " if self.size.width >= NARROW else " ", "muted"),
                value,
            )
            yield text.stylize(Style.from_meta({"@click": action}))
