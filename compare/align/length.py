"""From when on a text counts as long, so that the search and the weights in it are coarser."""

from __future__ import annotations

from collections.abc import Sized

LONG = 500
"""A text of more claims than this is long."""


def is_long(a: Sized, b: Sized) -> bool:
    """Whether one of two texts is long, by their claims; the same from either side."""
    return max(len(a), len(b)) > LONG
