"""Takes the reader back to where it was left, without keeping a word of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.compare.digest import sha256_of
from tuireader.compare.model import Claim, Comparison, Pair, Side
from tuireader.tui.memory.history import Place, Places
from tuireader.tui.memory.state import PLACES, Spot, State

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
        # Places of the last reading, whose selections are not known before the comparison.
        self._waiting: list[tuple[Place, Spot]] = []
        for side, top in zip(Side, state.spot.tops, strict=True):
            screen.panes[side].begin_at(*top)
        screen.link.enabled = state.link is not False
        screen.arrangement = state.ledger
        # Its first message: after the widgets are there, before they are painted.
        screen.call_later(self._arrange)

    def _arrange(self) -> None:
        """Give the keys to the right side, arrange the room as it was."""
        left, screen = self._left, self._screen
        self._arranged = True
        screen.panes[left.spot.side].focus()
        if not left.why:
            screen.why.display = False
        screen.share_out(share=left.share, zoomed=left.zoomed, tall=left.tall)
        self._remember(left)

    def _remember(self, left: State) -> None:
        marks = {letter: self._place(spot) for letter, spot in left.marks.items()}
        behind, ahead = (tuple(map(self._place, spots)) for spots in (left.behind, left.ahead))
        self._screen.resume(Places(behind, ahead, marks))

    def catch_up(self, left: State) -> None:
        """Take over where the texts were left, which was found out only after they were shown.

        One who has done anything meanwhile, or is typing something, stays as one is, with the
        earlier places remembered.
        """
        if self.state != self._left or not self._screen.pane.has_focus:
            self._remember(left)
            return
        self._left = left
        self._screen.link.enabled = left.link is not False
        self._screen.arrangement = left.ledger
        for pane, top in zip(self._screen.panes.values(), left.spot.tops, strict=True):
            self._screen.link.put(pane, top)
        self._arrange()

    def select(self, comparison: Comparison) -> None:
        """Mark what was selected, unless something is by now; nothing moves."""
        subject = chosen_before(comparison, self._left.spot.chosen)
        if subject and self._screen.selection.subject is None:
            self._screen.selection.mark(subject)
            self._screen.show_selection()
        spots = {id(place): spot for place, spot in self._waiting}

        def known(place: Place) -> Place:
            spot = spots.get(id(place))
            chosen = chosen_before(comparison, spot.chosen) if spot else None
            return place._replace(subject=chosen) if chosen else place

        self._screen.carry_places(known)
        self._waiting.clear()

    @property
    def state(self) -> State | None:
        """Where the reader is now, but for its theme; None before it is shown."""
        if not self._arranged:
            return None
        screen = self._screen
        spot = self._spot(screen.here)
        if not screen.comparison:
            spot = spot._replace(chosen=self._left.spot.chosen)
        places = screen.places
        return State(
            spot,
            link=screen.link.enabled,
            # Hidden by the user, not by a screen that has no room for it.
            why=screen.why.styles.inline.display != "none",
            tall=screen.tall,
            zoomed=screen.zoomed,
            share=screen.share,
            ledger=screen.arrangement,
            marks={letter: self._spot(place) for letter, place in places.marks.items()},
            behind=tuple(map(self._spot, places.behind[-PLACES:])),
            ahead=tuple(map(self._spot, places.ahead[-PLACES:])),
        )

    def _place(self, spot: Spot) -> Place:
        place = Place(spot.side, spot.tops)
        self._waiting.append((place, spot))
        return place

    def _spot(self, place: Place) -> Spot:
        chosen: tuple[str, ...] = ()
        if comparison := self._screen.comparison:
            chosen = fingerprints(comparison, place.subject)
        else:
            chosen = next((spot.chosen for each, spot in self._waiting if each is place), ())
        return Spot(place.side, place.tops, chosen)


def fingerprints(comparison: Comparison, subject: Pair | Claim | None) -> tuple[str, ...]:
    """The claims of a selection: side, place and a digest of the words of each."""
    if subject is None:
        return ()
    if isinstance(subject, Claim):
        return (_fingerprint(subject),)
    return tuple(_fingerprint(comparison.claim(each)) for each in (*subject.a, *subject.b))


def chosen_before(comparison: Comparison, chosen: tuple[str, ...]) -> Pair | Claim | None:
    """The pair that has most of the claims that were selected, or the claim if it stands alone.

    Args:
        comparison: Where to look.
        chosen: The claims, as `fingerprints` gives them.
    """
    if not chosen:
        return None
    places = {each.rpartition(" ")[0] for each in chosen}
    claims = {
        claim.id: claim
        for side in Side
        for claim in comparison.claims_of(side)
        if _place(claim) in places and _fingerprint(claim) in chosen
    }
    shared = [len(claims.keys() & {*pair.a, *pair.b}) for pair in comparison.pairs]
    most = max(shared, default=0)
    if most:
        return comparison.pairs[shared.index(most)]
    return next(iter(claims.values()), None)


def _place(claim: Claim) -> str:
    return f"{claim.id[0]} {claim.span.start}"


def _fingerprint(claim: Claim) -> str:
    return f"{_place(claim)} {sha256_of(claim.text)[:16]}"
