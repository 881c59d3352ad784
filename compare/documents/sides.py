"""Who says each paragraph: the outcome of a split, and what all outcomes have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.compare.documents.cues import ANSWER_LINE, announces_report, opens_answer
from tuireader.compare.documents.scene import Scene
from tuireader.compare.model import Side

_WHERE_REPORTS_ARE_ANNOUNCED = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A decision on every paragraph.

    Attributes:
        sides: Of each paragraph; None for a rule at the cut, which belongs to neither.
        index: Of the paragraph at which the answer (or, if it comes second, the report) begins.
        cue: The words that decided.
        reason: Why, in one line.
        headings: Indices of the lines that only announce a side.
    """

    sides: tuple[Side | None, ...]
    index: int
    cue: str
    reason: str
    headings: frozenset[int] = frozenset()

    def gives_words_to(self, side: Side, scene: Scene) -> bool:
        """Whether a side has anything to say."""
        return any(
            self.sides[index] is side and index not in self.headings for index in scene.speaking
        )

    def gives_words_to_both(self, scene: Scene) -> bool:
        """Whether both sides have."""
        return self.gives_words_to(Side.A, scene) and self.gives_words_to(Side.B, scene)


def make_plan(
    scene: Scene,
    sides: Sequence[Side | None],
    index: int,
    cue: str,
    reason: str,
    *,
    headings: frozenset[int] = frozenset(),
) -> Plan:
    """A plan in which the tail is the answer's, and lines that announce a side are headings."""
    kept = list(sides)
    last = scene.content[-1] if scene.content else -1
    kept[last + 1 :] = [Side.B] * (len(kept) - last - 1)
    announcing = {
        position
        for position in scene.content[:_WHERE_REPORTS_ARE_ANNOUNCED]
        if kept[position] is Side.A and announces_report(scene.texts[position]) == "strong"
    }
    opening = {
        position
        for position in scene.content
        if kept[position] is Side.B and opens_answer(scene.texts[position]) == ANSWER_LINE
    }
    return Plan(tuple(kept), index, cue, reason, headings | announcing | opening)
