"""The garbage collector, which rests while the program starts."""

from __future__ import annotations

import gc

NEW = 10_000
"""Objects made since the last look at the young ones. Python's 700 is for programs that make cyclic
garbage; here a sentence makes some hundred objects that stay, or go when nothing holds them. A look
at so many takes two milliseconds, which nobody sees; at 50,000 it held up every eighteenth page."""

NEW_UNSEEN = 50_000
"""The same where no page waits: twice as many as a comparison of two short texts makes."""

LOOKS = 100
"""Of the young ones between two at the older ones."""


def rest() -> None:
    """Collect nothing from now on: what is made now stays, so that looking at it is in vain."""
    gc.disable()


def resume(new: int = NEW) -> None:
    """Collect from now on, seldom, and nothing of what there is already."""
    gc.freeze()
    gc.set_threshold(new, LOOKS, LOOKS)
    gc.enable()
