"""A comparison made ready for the screen, in the thread that computed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuireader.compare.model import Comparison, Side
from tuireader.tui.linking import anchors
from tuireader.tui.marks import SideMarks
from tuireader.tui.tour import Tour


class View(NamedTuple):
    """What the widgets ask of a comparison.

    Attributes:
        comparison: The comparison.
        marks: The marks of each side.
        tour: The way through its pairs.
        anchors: Places that belong together, for linked scrolling.
    """

    comparison: Comparison
    marks: Mapping[Side, SideMarks]
    tour: Tour
    anchors: list[tuple[int, int]]

    @classmethod
    def of(cls, comparison: Comparison) -> View:
        """The view of a comparison; takes a while for a long one."""
        comparison.summary  # noqa: B018 - counted here, shown there
        return cls(
            comparison,
            {side: SideMarks.of(comparison, side) for side in Side},
            Tour(comparison),
            anchors(comparison),
        )
