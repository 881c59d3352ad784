"""The reader on a session: the corrected comparison, what stands about each pair, the bars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual import getters
from textual.app import ComposeResult
from textual.widget import Widget

from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Item, Order
from tuireader.compare.review.session import Session
from tuireader.tui.changes.refreshing import Refreshing
from tuireader.tui.comparing import Compare
from tuireader.tui.glyphs import ASCII
from tuireader.tui.look import Inks, Look
from tuireader.tui.opening.request import Reading
from tuireader.tui.review.bar import DecisionBar, Stand
from tuireader.tui.review.course import Course
from tuireader.tui.review.keys import REVIEW
from tuireader.tui.review.line import TextLine
from tuireader.tui.review.masking import masked, masked_glyphs, masked_inks
from tuireader.tui.review.status import ReviewStatus, Standing
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.view import View
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.ruler import Ruler
from tuireader.tui.widgets.status import StatusLine

UNBLINDED = "unblinded"
"""The tag of a pair whose verdict was shown in a blind review: it stands in the log."""

BLIND = "The machine's verdict is hidden. b shows it for this pair, and the log says so."

_LETTERS = {
    Label.AGREE: "a",
    Label.DIVERGE: "d",
    Label.CONFLICT: "c",
    Label.UNRELATED: "x",
    Label.UNSURE: "u",
}
_BEYOND = 500  # code points around the window whose claims get their letters too


class Settled(Refreshing):
    """Compares nothing: a session has its comparison, and stays with the texts it is of."""

    def begin(self) -> None:
        """There is nothing to begin."""

    def again(self) -> None:
        """There is nothing to read again."""


class Showing(ReaderScreen):
    """A reader that shows a session.

    Args:
        session: The session; the screen closes it when it ends.
        reading: The texts as they were read; gives the labels.
        look: The application's look.
        order: What comes first; None for the usual order.
        blind: Whether verdicts are hidden.

    Attributes:
        session: The session.
        course: The way through it.
        blind: Whether verdicts are hidden.
        begin_at: Id of the pair to begin at; None for the first that is undecided.
    """

    ID = "review"

    begin_at: str | None = None
    CSS_PATH = Path(__file__).with_name("review.tcss")

    bar = getters.query_one(DecisionBar)
    line = getters.query_one(TextLine)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        look: Look,
        *,
        order: Order | None = None,
        blind: bool = False,
    ) -> None:
        own = Look(masked_glyphs(look.glyphs) if blind else look.glyphs)
        a, b = session.comparison.documents
        super().__init__(reading._replace(a=a, b=b), _known(session), own)
        self.session = session
        self.blind = blind
        self.course = Course(session, order or _usual(session), blind=blind)
        reading = self.refreshing.reading
        self.refreshing = Settled(self, _known(session), reading, watch=False)
        self._true = Look(look.glyphs)
        self._whole: Comparison | None = None
        self._pairs: dict[str, Pair] = {}
        self._stamped: dict[Side, dict[int, str]] = {}
        self._news = ""
        self._trouble = ""
        self.set_class(blind, "-blind").set_class(look.glyphs is ASCII, "-ascii")

    @property
    def comparison(self) -> Comparison | None:
        """What is on the screen: the corrected comparison, without verdicts in a blind review."""
        return self.refreshing.comparison

    @property
    def item(self) -> Item | None:
        """The selected pair with what stands about it, verdict included; None between pairs."""
        pair = self.selection.pair
        return self.session.item(pair.id) if pair else None

    def compose(self) -> ComposeResult:
        """The reader, with the decision bar above its keys."""
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                yield TextLine()
                yield DecisionBar(self._true, self._keys)
                yield widget
            else:
                yield from self._exchanged(widget)

    def _exchanged(self, widget: Widget) -> Iterator[Any]:
        yield ReviewStatus(self._look) if isinstance(widget, StatusLine) else widget

    def on_mount(self) -> None:
        """Mark the texts up before the first frame; go to the first pair once there is room."""
        self.take_comparison()
        self.call_after_refresh(self.begin)

    def on_unmount(self) -> None:
        """Let go of the session: all of it is on disk."""
        self.session.close()

    def begin(self) -> None:
        """Go to where the review goes on."""
        first = self.begin_at or self.course.first()
        if first in self._pairs:
            self.visit(first)
        else:
            self.show_selection()

    def take_comparison(self) -> None:
        """Show the session's comparison as it is now; the texts stay where they are."""
        whole = self.session.comparison
        if whole is self._whole:
            return
        self._whole = whole
        shown = masked(whole) if self.blind else whole
        view = View.of(shown)
        self.refreshing.comparison = shown
        self._pairs = {pair.id: pair for pair in shown.pairs}
        self.selection.learn(view)
        for side, pane in self.panes.items():
            pane.mark_up(shown.document(side), view.marks[side])
        self.link.learn(view.anchors)
        self.band.connect(shown)
        for ruler in self.query(Ruler):
            ruler.measure()
        self.stamp()

    def visit(self, pair: str) -> None:
        """Select a pair and bring it into view."""
        self.course.at = pair
        self._select(self._pairs[pair], self.pane)

    def say(self, news: str) -> None:
        """Show a few words until the next step."""
        self._news = news
        self._tell()

    def show_selection(self) -> None:
        """Tell the band, the panel and the bars of the selection."""
        pair = self.selection.pair
        if pair:
            self.course.at = pair.id
        self.band.choose(pair)
        self._explain()
        self._tell()

    def stamp(self) -> None:
        """Write the letter of each decision beside its claims, of those in view."""
        rulings = self.session.rulings
        for side, pane in self.panes.items():
            marks, (first, last) = pane.marks, pane.window
            begin = bisect_left(marks.claims, first - _BEYOND, key=_start)
            end = bisect_right(marks.claims, last + _BEYOND, key=_start)
            letters: dict[int, str] = {}
            for claim in marks.claims[begin:end]:
                for pair in marks.pairs(claim):
                    ruling = rulings.get(pair.id)
                    if ruling and ruling.label:
                        letters.setdefault(claim.span.start, _LETTERS[ruling.label])
            if letters != self._stamped.get(side):
                self._stamped[side] = letters
                pane.show_letters(letters)

    def reveals(self, item: Item) -> bool:
        """Whether the machine's verdict on a pair may be seen."""
        return not self.blind or (item.ruling is not None and UNBLINDED in item.ruling.tags)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without verdicts there is none to confirm or to show twice."""
        if action == "reveal" and not self.blind:
            return False
        return super().check_action(action, parameters)

    def _explain(self) -> None:
        whole, item = self._whole, self.item
        if whole is None:
            return
        if (item and not self.reveals(item)) or (self.blind and item is None):
            self.why.tell(BLIND)
        else:
            self.why.explain(whole, item.pair if item else self.selection.subject)

    def _tell(self) -> None:
        super()._tell()
        item, session, course = self.item, self.session, self.course
        sieve = course.sieve.words_for_it
        if sieve:
            sieve = f"{sieve} ({len(course.shown())})"
        self.query_one(ReviewStatus).standing = Standing(
            course.number(item.pair.id) if item else 0,
            item.pair.id if item else "",
            session.progress,
            course.order,
            sieve,
            len(session.orphans),
            self.blind,
        )
        seen = item is not None and self.reveals(item)
        reason = ""
        if item and seen and not self.why.display:
            finding = item.pair.findings[0]
            reason = f"{finding.kind}: {finding.reason}"
        self.bar.stand = Stand(
            item, item.pair.relation if item and seen else None, reason, self._news, self._trouble
        )

    def _moved(self, pane: Pane) -> None:
        super()._moved(pane)
        self.stamp()

    def _redraw(self, _pane: Pane | None = None) -> None:
        super()._redraw(_pane)
        if self._whole:
            self.stamp()

    def _mix(self) -> None:
        super()._mix()
        plain = self.app.no_color
        self._true.inks = Inks(self.app.theme_variables, plain=plain)
        if self.blind:
            self._look.inks = masked_inks(self.app.theme_variables, plain=plain)

    def _restyle(self, _theme: object = None) -> None:
        super()._restyle(_theme)
        self.bar.refresh()

    def _keys(self, identity: str) -> list[str]:
        """The keys of a command, as they are shown to people."""
        found = (
            self.app.get_key_display(active.binding)
            for active in self.active_bindings.values()
            if active.binding.id == identity
        )
        usual = (command.keys.split(",")[0] for command in REVIEW if command.id == identity)
        return list(dict.fromkeys(found)) or list(usual)


def _start(claim: Claim) -> int:
    return claim.span.start


def _known(session: Session) -> Compare:
    """What is known of the texts without comparing them again."""
    return lambda _a, _b, _progress: session.comparison


def _usual(session: Session) -> Order:
    merged = any(session.item(pair.id).votes for pair in session.comparison.pairs)
    return Order.DISPUTE if merged else Order.GRAVITY
