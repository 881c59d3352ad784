"""The search that is going on: one query, its places in both texts, and the one it is at."""

from __future__ import annotations

from collections.abc import Mapping

from tuireader.compare.model import Side, Span
from tuireader.tui.search import Hits, Query, SearchError
from tuireader.tui.widgets.pane import Pane


class Searching:
    """Marks what is found in both panes and steps through it in one of them."""

    def __init__(self, panes: Mapping[Side, Pane]) -> None:
        self._panes = panes
        self._hits = {side: Hits() for side in Side}
        self._at: tuple[Side, Span] | None = None
        self._trouble = ""
        self._query = Query("")

    def __bool__(self) -> bool:
        return bool(self._query.text)

    def look_for(self, query: Query) -> None:
        """Mark a query's places; a query that can't be read finds nothing and says why."""
        self._query, self._trouble, self._at = query, "", None
        for side, pane in self._panes.items():
            self._hits[side] = Hits()
            try:
                self._hits[side] = query.find(pane.document.text)
            except SearchError as error:
                self._trouble = str(error)
        self._show()

    def clear(self) -> None:
        """Forget the query."""
        self.look_for(Query(""))

    def again(self) -> None:
        """Mark the places of the same query in texts that have changed."""
        if self:
            self.look_for(self._query)

    def first(self, pane: Pane) -> Span | None:
        """The first place from the top of a pane on, or None."""
        hits = self._hits[pane.side]
        return self._go(pane, hits.after(pane.window[0] - 1)) if hits else None

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
        if self._trouble or not self:
            return self._trouble
        here, there = len(self._hits[side]), len(self._hits[side.other])
        if not here + there:
            return "not found"
        number = self._hits[side].number(self._at[1]) if self._at and self._at[0] is side else 0
        count = f"{number}/{here}" if number else str(here)
        return f"found {count} in {side.value.upper()}, {there} in {side.other.value.upper()}"

    def _go(self, pane: Pane, span: Span) -> Span:
        self._at = (pane.side, span)
        self._show()
        return span

    def _show(self) -> None:
        for side, pane in self._panes.items():
            here = self._at[1] if self._at and self._at[0] is side else None
            pane.show_hits(self._hits[side], here)
