"""How a report that is printed as text looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tuireader.compare.report.signs import UNICODE, Signs

SIDE_BY_SIDE_FROM = 100
NARROWEST = 24


class Order(StrEnum):
    """In what order pairs are listed."""

    GRAVITY = "gravity"  # conflicts first, then as they stand in side A
    PLACE = "place"  # as they stand in side A


@dataclass(frozen=True, slots=True)
class Style:
    """How a report looks.

    Attributes:
        width: Cells of a line; two columns from 100 on, and never less than 24.
        colour: Whether ANSI colours are used; else marked words stand between asterisks.
        order: Of the pairs.
        signs: The glyphs.
        stat: Whether there is a line a topic in place of the pairs.
    """

    width: int = SIDE_BY_SIDE_FROM
    colour: bool = False
    order: Order = Order.GRAVITY
    signs: Signs = UNICODE
    stat: bool = False

    @property
    def cells(self) -> int:
        """The width that is used."""
        return max(self.width, NARROWEST)
