"""The status line: where one is, what there is, what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tuireader.compare.model import Pair, Relation, Summary
from tuireader.tui.look import Look

if TYPE_CHECKING:

    class Changes(TypedDict, total=False):
        """Some of a state."""

        pair: Pair | None
        number: int
        pairs: int
        summary: Summary | None
        linked: bool
        progress: str
        found: str
        files: str
        hint: str


class State(NamedTuple):
    """What the status line says.

    Attributes:
        pair: The selected pair.
        number: Which of the pairs it is, in the order of the focused side; 0 if none is selected.
        pairs: How many there are.
        summary: Counts, once the comparison is there.
        linked: Whether the panes scroll together.
        progress: What is being computed, or what became of it.
        found: What a search has found.
        files: What has become of the files.
        hint: Why the last key did nothing.
    """

    pair: Pair | None = None
    number: int = 0
    pairs: int = 0
    summary: Summary | None = None
    linked: bool = True
    progress: str = ""
    found: str = ""
    files: str = ""
    hint: str = ""


class StatusLine(Widget):
    """One row; what matters least is left out first where there is no room."""

    state: reactive[State] = reactive(State(), always_update=True)

    def __init__(self, look: Look) -> None:
        super().__init__(id="status")
        self._look = look

    def note(self, **changes: Unpack[Changes]) -> None:
        """Change some of what is said."""
        self.state = self.state._replace(**changes)

    def render(self) -> Content:
        """The parts that fit, the most important ones kept."""
        room = self.size.width
        counts = self._counts(words=room >= 100)
        parts = [part for part in (self._place(), *self._news(), *counts) if part]
        link = Content("linked" if self.state.linked else "not linked")
        parts.append(link.stylize(self._look.inks["muted"]))
        line = Content("")
        for part in parts:
            gap = 2 if line else 0
            if line and len(line) + gap + len(part) > room:
                break
            line = Content.assemble(line, " " * gap, part)
        return line

    def _place(self) -> Content:
        state = self.state
        if not state.pairs:
            return Content("")
        if state.pair is None:
            return Content(f"{state.pairs} pairs" if state.pairs > 1 else "1 pair")
        relation = state.pair.relation
        sign = self._look.glyphs.relations[relation]
        return Content.assemble(
            f"pair {state.number}/{state.pairs} ", self._look.write(f"{sign} {relation}", relation)
        )

    def _news(self) -> list[Content]:
        state = self.state
        news = (state.hint, state.found, state.files, state.progress)
        return [Content(text) for text in news if text]

    def _counts(self, *, words: bool) -> list[Content]:
        summary = self.state.summary
        if summary is None:
            return []
        signs = self._look.glyphs.relations
        counts = [
            (Relation.CONFLICT, summary.conflict),
            (Relation.DIVERGE, summary.diverge),
            (Relation.AGREE, summary.agree),
        ]
        parts = [
            self._look.write(
                f"{signs[relation]} {count}" + f" {relation}" * words, f"{relation}-line"
            )
            for relation, count in counts
        ]
        only = f"{signs[None]} only A {summary.only_a}, only B {summary.only_b}"
        if words:
            only = f"{signs[None]} {summary.only_a} only in A, {summary.only_b} only in B"
        return [*parts, self._look.write(only, "unmatched-line")]
