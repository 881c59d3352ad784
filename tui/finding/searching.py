"""The search that is going on: one query, its places in both texts, and the one it is at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tuireader.compare.model import Side, Span
from tuireader.tui.finding.search import Hits, Query, SearchError
from tuireader.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tuireader.tui.finding.worker import Finding


class Searching:
    """Marks what is found in both panes and steps through it in one of them.

    Attributes:
        found: Called whenever something was looked for and it is known where it is.
    """

    def __init__(self, panes: Mapping[Side, Pane]) -> None:
        self.found: Callable[[], None] = _nobody
        self._panes = panes
        self._hits = {side: Hits() for side in Side}
        self._at: tuple[Side, Span] | None = None
        self._trouble = ""
        self._query = Query("")
        self._finding: Finding | None = None

    def __bool__(self) -> bool:
        return bool(self._query.text)

    def look_for(self, query: Query) -> None:
        """Mark a query's places; a query that can't be read finds nothing and says why.

        Words are found at once, an expression after a while.
        """
        if self._finding:
            self._finding.stop()
            self._finding = None
        texts = [pane.document.text for pane in self._panes.values()]
        try:
            if query.regex and query.text:
                from tuireader.tui.finding.worker import Finding  # noqa: PLC0415 - quick start

                self._start(query, Finding(query, texts))
            else:
                self._take(query, [query.find(text) for text in texts])
        except SearchError as error:
            self._take(query, trouble=str(error))

    def clear(self) -> None:
        """Forget the query."""
        self.look_for(Query(""))

    def again(self) -> None:
        """Mark the places of the same query in texts that have changed."""
        at = self._at
        if self:
            self.look_for(self._query)
        if at and at[1] in self._hits[at[0]].touching(at[1].start, at[1].end):
            self._go(self._panes[at[0]], at[1])
            self.found()

    def first(self, pane: Pane, start: int) -> Span | None:
        """The first place in a pane from `start` on, round its end; None if there is none."""
        hits = self._hits[pane.side]
        return self._go(pane, hits.after(start - 1)) if hits else None

    def step(self, pane: Pane, *, forward: bool) -> Span | None:
        """The next or last place in a pane, round its ends; None if there is none."""
        hits = self._hits[pane.side]
        if not hits:
            return None
        place = pane.window[0] - forward
        if self._at and self._at[0] is pane.side:
            place = self._at[1].start
        return self._go(pane, hits.after(place) if forward else hits.before(place))

    def report(self, side: Side) -> str:
        """How many places there are, for the status line; "" while nothing is looked for."""
        if self._finding:
            return "looking"
        if self._trouble or not self._query.text:
            return self._trouble
        here, there = len(self._hits[side]), len(self._hits[side.other])
        if not here + there:
            return "expression not found" if self._query.regex else "not found"
        number = self._hits[side].number(self._at[1]) if self._at and self._at[0] is side else 0
        count = f"{number}/{here}" if number else str(here)
        how = "expression " * self._query.regex
        return f"{how}found {count} in {side.value.upper()}, {there} in {side.other.value.upper()}"

    def _start(self, query: Query, finding: Finding) -> None:
        query.pattern  # noqa: B018 - whether it is an expression is told at once
        self._query, self._finding = query, finding
        pane = self._panes[Side.A]

        def work() -> None:
            try:
                hits = finding.run()
            except SearchError as error:
                pane.call_later(self._end, finding, query, (), str(error))
            else:
                pane.call_later(self._end, finding, query, hits)

        pane.run_worker(work, thread=True, exit_on_error=False)

    def _end(self, finding: Finding, query: Query, hits: Sequence[Hits], trouble: str = "") -> None:
        if finding is self._finding:  # else something else is looked for by now
            self._finding = None
            self._take(query, hits, trouble)

    def _take(self, query: Query, hits: Sequence[Hits] = (), trouble: str = "") -> None:
        self._query, self._trouble, self._at = query, trouble, None
        self._hits = dict(zip(Side, hits or (Hits(), Hits()), strict=True))
        self._show()
        self.found()

    def _go(self, pane: Pane, span: Span) -> Span:
        self._at = (pane.side, span)
        self._show()
        return span

    def _show(self) -> None:
        for side, pane in self._panes.items():
            here = self._at[1] if self._at and self._at[0] is side else None
            pane.show_hits(self._hits[side], here)


def _nobody() -> None:
    """Nobody listens yet."""
