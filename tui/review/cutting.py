"""Makes one claim of several, and two of one."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from textual.content import Content

from tuireader.compare.model import Claim, Span
from tuireader.tui.finding.search import Hits
from tuireader.tui.keymap import bindings
from tuireader.tui.review.keys import MERGING, SPLITTING
from tuireader.tui.review.tool import Step, Tool


class MergeTool(Tool):
    """A run of neighbours that grows and shrinks."""

    commands = MERGING
    BINDINGS: ClassVar[list[Any]] = bindings(MERGING)

    def begin(self) -> None:
        """With the next claim."""
        self._count = 2

    @property
    def run(self) -> tuple[Claim, ...]:
        """The claims in hand."""
        first = self.at[self.side]
        return self.claims[first : first + self._count]

    def show(self) -> None:
        """Mark the run."""
        self.mark({self.side: frozenset(claim.id for claim in self.run)})

    def action_move(self, count: int) -> None:
        """Take more or fewer."""
        wanted = self._count + count
        if 2 <= wanted <= len(self.claims) - self.at[self.side]:
            self._count = wanted
            self.show()
        else:
            self.app.bell()

    def action_begin(self, count: int) -> None:
        """Begin at another claim."""
        self.move_to(self.at[self.side] + count)

    def action_take(self) -> None:
        """Merge them."""
        bench, ids = self.bench, [claim.id for claim in self.run]
        if bench:
            self.end(lambda: bench.session.merge(ids))

    def lines(self) -> list[Content]:
        """The claims that become one."""
        ids = "+".join(claim.id for claim in self.run)
        head = Content.assemble(
            self.look.write("Merge ", "heading"), self.look.write(f"{ids} to one claim", "kind")
        )
        width = max(self.size.width - 8, 8)
        rows = [
            Content.assemble(
                self.look.write(f"{claim.id:<4} ", "muted"), self.quoted(claim.text, width)
            )
            for claim in self.run
        ]
        return [head, *rows]


class SplitTool(Tool):
    """A cut between two words of a claim."""

    commands = SPLITTING
    BINDINGS: ClassVar[list[Any]] = bindings(SPLITTING)

    def begin(self) -> None:
        """At the middle."""
        self._word = len(self._words) // 2

    @property
    def _words(self) -> list[int]:
        """Where the words of the claim begin, all but the first."""
        start = self.claim.span.start
        return [start + match.start() for match in re.finditer(r"\S+", self.claim.text)][1:]

    @property
    def _cut(self) -> int | None:
        words = self._words
        return words[min(self._word, len(words) - 1)] if words else None

    def show(self) -> None:
        """Mark the claim, and its second part as what is found is marked."""
        self.mark({self.side: frozenset({self.claim.id})})
        if self.bench:
            cut = self._cut
            for side, pane in self.bench.panes.items():
                parts = [Span(cut, self.claim.span.end)] if cut and side is self.side else []
                pane.show_hits(Hits(tuple(parts)), None)

    def end(self, step: Step | None) -> None:
        """Mark nothing any more."""
        for pane in self.bench.panes.values() if self.bench else ():
            pane.show_hits(Hits())
        super().end(step)

    def action_move(self, count: int) -> None:
        """Move the cut by words."""
        if 0 <= self._word + count < len(self._words):
            self._word += count
            self.show()
        else:
            self.app.bell()

    def action_claim(self, count: int) -> None:
        """Split another claim."""
        self.move_to(self.at[self.side] + count)
        self.begin()
        self.show()

    def action_take(self) -> None:
        """Split it."""
        bench, claim, cut = self.bench, self.claim.id, self._cut
        if cut is None:
            self.app.bell()
        elif bench:
            self.end(lambda: bench.session.split(claim, cut))

    def lines(self) -> list[Content]:
        """The two parts."""
        claim, cut = self.claim, self._cut
        head = Content.assemble(
            self.look.write("Split ", "heading"), self.look.write(claim.id, "kind")
        )
        if cut is None:
            return [head, self.look.write("It is one word.", "muted")]
        at = cut - claim.span.start
        width = max(self.size.width - 4, 8)
        # Of the first part its end, of the second its beginning: what stands about the cut.
        parts = self.quoted(claim.text[:at][::-1], width)[::-1], self.quoted(claim.text[at:], width)
        rows = [
            Content.assemble(self.look.write(f"{n} ", "key"), part)
            for n, part in enumerate(parts, 1)
        ]
        return [head, *rows]
