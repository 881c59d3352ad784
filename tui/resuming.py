"""Takes the reader back to where it was left, without keeping a word of the texts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.tui.state import State

if TYPE_CHECKING:
    from tuireader.tui.screens.reader import ReaderScreen


class Resuming:
    """Sees to one reader, from before its first frame until it is left.

    Args:
        screen: The reader, not yet shown.
        state: Where it was left.
    """

    def __init__(self, screen: ReaderScreen, state: State) -> None:
        self._screen = screen
        self._left = state
        self._arranged = False
        for side, top in zip(Side, state.tops, strict=True):
            screen.panes[side].begin_at(*top)
        screen.link.enabled = state.link is not False
        # Its first message: after the widgets are there, before they are painted.
        screen.call_later(self._arrange)

    def _arrange(self) -> None:
        """Give the keys to the right side, hide what was hidden."""
        self._arranged = True
        self._screen.panes[self._left.side].focus()
        if not self._left.why:
            self._screen.why.display = False

    def select(self, comparison: Comparison) -> None:
        """Mark what was selected, unless something is by now; nothing moves."""
        subject = chosen_before(comparison, self._left)
        if subject and self._screen.selection.subject is None:
            self._screen.selection.mark(subject)
            self._screen.show_selection()

    @property
    def state(self) -> State | None:
        """Where the reader is now, but for its theme; None before it is shown."""
        if not self._arranged:
            return None
        screen = self._screen
        chosen = self._left.chosen
        if screen.comparison:
            chosen = fingerprints(screen.comparison, screen.selection.subject)
        return State(
            screen.pane.side,
            (screen.panes[Side.A].first_words, screen.panes[Side.B].first_words),
            chosen,
            link=screen.link.enabled,
            # Hidden by the user, not by a screen that has no room for it.
            why=screen.why.styles.inline.display != "none",
        )


def fingerprints(comparison: Comparison, subject: Pair | Claim | None) -> tuple[str, ...]:
    """The claims of a selection: side, place and a digest of the words of each."""
    if subject is None:
        return ()
    if isinstance(subject, Claim):
        return (_fingerprint(subject),)
    return tuple(_fingerprint(comparison.claim(each)) for each in (*subject.a, *subject.b))


def chosen_before(comparison: Comparison, state: State) -> Pair | Claim | None:
    """The pair that has most of the claims that were selected, or the claim if it stands alone."""
    if not state.chosen:
        return None
    places = {each.rpartition(" ")[0] for each in state.chosen}
    claims = {
        claim.id: claim
        for side in Side
        for claim in comparison.claims_of(side)
        if _place(claim) in places and _fingerprint(claim) in state.chosen
    }
    shared = [len(claims.keys() & {*pair.a, *pair.b}) for pair in comparison.pairs]
    most = max(shared, default=0)
    if most:
        return comparison.pairs[shared.index(most)]
    return next(iter(claims.values()), None)


def _place(claim: Claim) -> str:
    return f"{claim.id[0]} {claim.span.start}"


def _fingerprint(claim: Claim) -> str:
    digest = hashlib.sha256(claim.text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_place(claim)} {digest[:16]}"
