"""The status line of a review: where one is, what is left, how long that takes."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tuireader.compare.review.order import Order
from tuireader.compare.review.pace import Progress
from tuireader.tui.look import Look
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.wrap import shown

_BAR = 16  # cells of the bar that fills


@dataclass(frozen=True)
class Standing:
    """What the line says.

    Attributes:
        number: Of the pair in this order, from 1; 0 between pairs.
        pair: Its id.
        progress: How far the review is.
        order: What comes first.
        filter: What the filter asks for, and how many pairs it shows; "" for everything.
        orphans: How many decisions have lost their claims.
        blind: Whether verdicts are hidden.
    """

    number: int
    pair: str
    progress: Progress
    order: Order
    filter: str = ""
    orphans: int = 0
    blind: bool = False


class ReviewStatus(StatusLine):
    """One row; what matters least is left out first where there is no room."""

    standing: reactive[Standing | None] = reactive[Standing | None](None)

    def __init__(self, look: Look) -> None:
        super().__init__(look)

    def render(self) -> Content:
        """The parts that fit, the most important ones kept."""
        standing = self.standing
        if standing is None:
            return Content("")
        line = Content("")
        for part in self._parts(standing):
            gap = 3 if line else 0
            if part and line.cell_length + gap + part.cell_length <= self.size.width - 2:
                line = Content.assemble(line, " " * gap, part)
        return line

    def _parts(self, standing: Standing) -> list[Content]:
        """By importance."""
        look, progress = self._look, standing.progress
        left = f"{progress.left} left" if progress.left else "all decided"
        parts = [
            look.write(f"{standing.number or '-'}/{progress.total}", "kind"),
            Content(left),
            self._bar(progress) if self.size.width >= 100 else Content(""),
            look.write(standing.filter and f"only {shown(standing.filter)}", "key"),
            Content(self.state.found),
            look.write(_pace(progress), "muted"),
            look.write("blind" if standing.blind else "", "key"),
            look.write(_count(standing.orphans, "orphan"), "conflict-line"),
            look.write(f"by {standing.order}", "muted"),
            look.write(standing.pair, "muted"),
            look.write("" if self.state.linked else "not linked", "muted"),
        ]
        return [part for part in parts if part]

    def _bar(self, progress: Progress) -> Content:
        done = round(_BAR * progress.decided / max(progress.total, 1))
        block, rule = self._look.glyphs.block, self._look.glyphs.rule
        return Content.assemble(
            self._look.write(block * done, "key"), self._look.write(rule * (_BAR - done), "rule")
        )


def _pace(progress: Progress) -> str:
    if progress.seconds is None:
        return ""
    pace = f"{duration(progress.seconds)} each"
    left = progress.time_left
    return f"{pace}, {duration(left)} to go" if left else pace


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}" if number else ""


def duration(seconds: float) -> str:
    """A time as people say it: "0.4 s", "12 s", "3 min", "2 h 05 min"."""
    if seconds < 1:
        return f"{seconds:.1f} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
