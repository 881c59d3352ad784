"""Makes a pair of claims picked in the panes, with the aligner's guesses to choose from."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import Any, ClassVar

from textual.binding import Binding
from textual.content import Content

from tuireader.compare.model import Claim, Side
from tuireader.compare.review.errors import ReviewError
from tuireader.compare.review.ranking import Suggestion
from tuireader.tui.keymap import bindings
from tuireader.tui.review.keys import PAIRING
from tuireader.tui.review.tool import Bench, Tool

MOST = 9  # suggestions, as there are digits


class PairTool(Tool):
    """First one side, then the other; a digit takes a suggestion."""

    commands = PAIRING
    BINDINGS: ClassVar[list[Any]] = [
        *bindings(PAIRING),
        *(Binding(str(n), f"suggested({n})", show=False) for n in range(1, MOST + 1)),
    ]

    def begin(self) -> None:
        """Nothing is picked yet."""
        self.chosen: dict[Side, list[str]] = {side: [] for side in Side}
        self._suggestions: tuple[Suggestion, ...] = ()
        self._ranked = ""  # the claim that they are for
        self._waiting = False

    def show(self) -> None:
        """Mark what is picked, and the claim under the cursor."""
        marks = {side: frozenset(ids) for side, ids in self.chosen.items()}
        marks[self.side] |= {self.claim.id}
        self.mark(marks)

    def picked(self, claim: Claim) -> None:
        """A click takes a claim as enter does."""
        super().picked(claim)
        self.action_take()

    def action_move(self, count: int) -> None:
        """Go on by so many claims."""
        self.move_to(self.at[self.side] + count)

    def action_add(self) -> None:
        """Take the claim too, or no longer."""
        chosen = self.chosen[self.side]
        if self.claim.id in chosen:
            chosen.remove(self.claim.id)
        else:
            chosen.append(self.claim.id)
        self.show()

    def action_take(self) -> None:
        """Take the claim; then the other side, or the pair is made."""
        if not self.chosen[self.side]:
            self.chosen[self.side].append(self.claim.id)
        if all(self.chosen.values()):
            self._make()
        else:
            self._rank(self.chosen[self.side][0])
            self.action_side()

    def action_suggested(self, number: int) -> None:
        """Take a suggestion, and make the pair."""
        if number > len(self._suggestions):
            self.app.bell()
            return
        claim = self._suggestions[number - 1].claim
        self.chosen[Side(claim.id[0])] = [claim.id]
        self._make()

    def lines(self) -> list[Content]:
        """What is picked, then the suggestions."""
        look = self.look
        ids = {side: "+".join(self.chosen[side]) or "?" for side in Side}
        head = Content.assemble(
            look.write("Pair ", "heading"),
            look.write(f"{ids[Side.A]} with {ids[Side.B]}", "kind"),
            look.write(f"   pick a claim of {self.side.value.upper()}: ", "muted"),
            self.quoted(self.claim.text, max(self.size.width - 36, 8)),
        )
        if self._waiting:
            return [head, look.write("likely counterparts are being looked for", "muted")]
        return [head, *(self._row(n, each) for n, each in enumerate(self._suggestions, 1))]

    def _row(self, number: int, suggestion: Suggestion) -> Content:
        claim = suggestion.claim
        holders = self._holders(claim.id)
        paired = f"  with {holders}" if holders else ""
        text = self.quoted(claim.text, max(self.size.width - 16 - len(paired), 8))
        return Content.assemble(
            self.look.write(f"{number} ", "key"),
            self.look.write(f"{suggestion.score:>4.0%} {claim.id:<4} ", "muted"),
            text,
            self.look.write(paired, "muted"),
        )

    def _holders(self, claim: str) -> str:
        """The claims that a claim is paired with already."""
        if self.bench is None:
            return ""
        side = Side(claim[0])
        return ", ".join(
            "+".join(pair.claims(side.other))
            for pair in self.bench.comparison.pairs
            if claim in pair.claims(side)
        )

    def _make(self) -> None:
        bench = self.bench
        if bench:
            a, b = self.chosen[Side.A], self.chosen[Side.B]
            self.end(lambda: bench.session.pair_up(a, b))

    def _rank(self, claim: str) -> None:
        """Have the other side ranked, in a thread: it takes a while for long texts."""
        self._waiting, self._suggestions, self._ranked = True, (), claim
        # No worker: the end of the program would wait for it.
        Thread(target=self._look_for, args=(claim, self.bench), daemon=True).start()

    def _look_for(self, claim: str, bench: Bench | None) -> None:
        if bench:
            # The session may be closed, or the program over, before this is.
            with suppress(ReviewError, RuntimeError):
                found = bench.session.suggestions(claim, MOST)
                self.app.call_from_thread(self._suggest, claim, found)

    def _suggest(self, claim: str, found: tuple[Suggestion, ...]) -> None:
        """Show the suggestions; the cursor goes to the best, unless it was moved meanwhile."""
        if self.bench is None or claim != self._ranked:
            return
        self._waiting = False
        self._suggestions = tuple(each for each in found if each.score > 0)
        if self._suggestions and not self.chosen[self.side]:
            self.move_to(self.claims.index(self._suggestions[0].claim))
        self.refresh()
