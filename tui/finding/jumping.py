"""Labels for what is on the screen: each is typed to go there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from tuireader.tui.marks import Mark
from tuireader.tui.widgets.pane import Pane

# The home row first, then the keys next to it, as the hands lie.
LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Target(NamedTuple):
    """A claim that can be jumped to.

    Attributes:
        pane: Where it is.
        mark: The claim.
        place: Where its label stands: its first code point on the screen.
    """

    pane: Pane
    mark: Mark
    place: int


def labels(count: int) -> list[str]:
    """So many labels of one or two letters, none the beginning of another; at most 676."""
    # Each letter that opens labels of two is lost as a label itself.
    size = len(LETTERS)
    openers = min(-(-max(count - size, 0) // (size - 1)), size)
    short = list(LETTERS[: size - openers])
    pairs = ("".join(pair) for pair in product(LETTERS[size - openers :], LETTERS))
    return [*short, *pairs][:count]


def targets(panes: Sequence[Pane]) -> dict[str, Target]:
    """The claims in view, by label, in reading order; of those at one place, the gravest."""
    found: dict[tuple[Pane, int], Mark] = {}
    for pane in panes:
        if not pane.region:
            continue
        first, last = pane.window
        for mark in pane.marks.touching(first, last):
            key = (pane, max(mark.span.start, first))
            held = found.get(key)
            if held is None or mark.gravity > held.gravity:
                found[key] = mark
    return {
        label: Target(pane, mark, place)
        for label, ((pane, place), mark) in zip(labels(len(found)), found.items(), strict=False)
    }
