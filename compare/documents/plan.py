"""Which paragraph of a two-sided text belongs to which side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.compare.documents.evidence import (
    ENOUGH,
    Scene,
    Sign,
    announces_report,
    collect,
    opens_answer,
    shown,
)
from tuireader.compare.model import Block, Side

_SOME_WORDS = 5
_QUOTED_WORDS = 20
_FOLDED = str.maketrans("‘’“”–—", "''\"\"--")
_BLANKS = re.compile(r"\s+")


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


def best_plan(scene: Scene) -> Plan | None:
    """The plan with the most evidence, or None where there is not enough for any."""
    signs: dict[int, list[Sign]] = defaultdict(list)
    for sign in collect(scene):
        signs[sign.index].append(sign)
    quoted = _quoted_plan(scene)
    speaking = [index for index in scene.content if _speaks(scene, index)]
    cuts = [
        (sum(sign.weight for sign in found), -index)
        for index, found in signs.items()
        if speaking and speaking[0] < index <= speaking[-1]
    ]
    score, negative = max(cuts, default=(0.0, 0))
    if quoted and quoted[0] >= max(score, ENOUGH):
        return quoted[1]
    if score >= ENOUGH:
        found = sorted(signs[-negative], key=lambda sign: -sign.weight)
        reason = "; ".join(dict.fromkeys(sign.reason for sign in found))
        return _with_preface(scene, cut_plan(scene, -negative, found[0].cue, reason))
    return _answer_first_plan(scene)


def cut_plan(scene: Scene, index: int, cue: str = "", reason: str = "") -> Plan:
    """The report up to paragraph `index`, the answer from there."""
    sides: list[Side | None] = [
        Side.A if position < index else Side.B for position in range(len(scene.paragraphs))
    ]
    for position in scene.gap(index):
        if scene.is_rule(position):
            sides[position] = None
    return _finished(scene, sides, index, cue, reason)


def find_words(scene: Scene, words: str) -> list[int]:
    """The paragraphs that are, else begin with, else contain `words`, whatever case and quotes."""
    wanted = _fold(words)
    if not wanted:
        return []
    folded = [_fold(text) for text in scene.texts]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [index for index, text in enumerate(folded) if fits(text, wanted)]
        if found:
            return found
    return []


def speaks(scene: Scene, plan: Plan, side: Side) -> bool:
    """Whether a side has anything to say."""
    return any(
        plan.sides[index] is side and index not in plan.headings and _speaks(scene, index)
        for index in scene.content
    )


def _speaks(scene: Scene, index: int) -> bool:
    """Whether a paragraph has a few words that neither entitle nor announce anything."""
    text = scene.texts[index]
    return (
        scene.paragraphs[index].block not in (Block.HEADING, Block.TITLE)
        and len(text.split(None, _SOME_WORDS)) >= _SOME_WORDS
        and opens_answer(text) < 1
    )


def _both_sides_speak(scene: Scene, plan: Plan) -> bool:
    return speaks(scene, plan, Side.A) and speaks(scene, plan, Side.B)


def _finished(scene: Scene, sides: list[Side | None], index: int, cue: str, reason: str) -> Plan:
    """Give the tail to the answer, and make headings of the lines that announce a side."""
    if scene.content:
        for position in range(scene.content[-1] + 1, len(sides)):
            sides[position] = Side.B
    headings = {
        position
        for position in scene.content
        if (
            sides[position] is Side.A
            and announces_report(scene.texts[position]) == "strong"
            and position in scene.content[:3]
        )
        or (sides[position] is Side.B and opens_answer(scene.texts[position]) == 1)
    }
    return Plan(tuple(sides), index, cue, reason, frozenset(headings))


def _with_preface(scene: Scene, plan: Plan) -> Plan:
    """What is said before the report is quoted is the answer's, unless it is only a title."""
    before = [index for index in scene.content if index < plan.index]
    lead_in = next((i for i in before if announces_report(scene.texts[i]) == "strong"), None)
    if lead_in is None:
        return plan
    sides = [Side.B if i < lead_in else side for i, side in enumerate(plan.sides)]
    changed = _finished(scene, sides, plan.index, plan.cue, plan.reason)
    preface = [index for index in before if index < lead_in]
    spoken = any(
        scene.paragraphs[i].block is Block.PROSE and len(scene.texts[i].split()) > _SOME_WORDS
        for i in preface
    )
    if spoken and len(preface) <= len(before) / 2 and _both_sides_speak(scene, changed):
        return changed
    return plan


def _quoted_plan(scene: Scene) -> tuple[float, Plan] | None:
    """The report in block quotes, the answer around and between them, and how sure that is."""
    quotes = _quotes(scene)
    if not quotes:
        return None
    lead_ins = {
        before
        for before, index in pairwise(scene.content)
        if index in quotes and before not in quotes and announces_report(scene.texts[before])
    }
    sides: list[Side | None] = []
    for index, paragraph in enumerate(scene.paragraphs):
        in_report = index in quotes or index in lead_ins
        if paragraph.block is Block.BOILERPLATE and sides:
            in_report = sides[-1] is Side.A
        sides.append(Side.A if in_report else Side.B)
    first = min(quotes)
    after = [i for i in scene.content if i > first and i not in quotes and i not in lead_ins]
    if not after:
        return None
    base = _finished(scene, sides, after[0], "", "")
    lengths = [len(scene.texts[i].split()) for i in scene.content]
    words = sum(n for i, n in zip(scene.content, lengths, strict=True) if i in quotes)
    runs = sum(i in quotes and i - 1 not in quotes for i in quotes)
    unquoted_before = sum(
        scene.paragraphs[i].block is Block.PROSE for i in scene.content if i < first
    ) - len([i for i in lead_ins if i < first])
    if words < _QUOTED_WORDS or not _both_sides_speak(scene, base):
        return None
    score = (
        0.9
        + 0.3 * bool(lead_ins)
        + 0.4 * (runs > 1)
        + 0.2 * (words * 10 >= sum(lengths) * 3)
        - 0.6 * (unquoted_before >= 2 and not lead_ins)
    )
    reason = "the report stands in quotation" + (f", in {runs} pieces" if runs > 1 else "")
    cue = shown(scene.texts[min(lead_ins)]) if lead_ins else "quotation"
    plan = Plan(base.sides, base.index, cue, reason, base.headings | frozenset(lead_ins))
    return score, plan


def _quotes(scene: Scene) -> set[int]:
    """Block quotes, and paragraphs in quotation marks right after a line that announces them."""
    quotes = {i for i in scene.content if scene.paragraphs[i].block is Block.QUOTE}
    for before, index in pairwise(scene.content):
        if announces_report(scene.texts[before]) and scene.texts[index].startswith(("“", '"')):
            run = [i for i in scene.content if i >= index]
            quotes.update(_in_marks(scene, run))
    return quotes


def _in_marks(scene: Scene, run: Sequence[int]) -> list[int]:
    """The first paragraphs of `run` that make one quotation: each opens it, the last closes it."""
    for position, index in enumerate(run):
        text = scene.texts[index]
        if not text.startswith(("“", '"')):
            return []
        if text.endswith(("”", '"')):
            return list(run[: position + 1])
    return []


def _answer_first_plan(scene: Scene) -> Plan | None:
    """The answer above, the report that it speaks of below, announced by a line of its own."""
    for index in scene.content[1:]:
        text = scene.texts[index]
        if announces_report(text) == "strong":
            sides: list[Side | None] = [
                Side.B if i < index else Side.A for i in range(len(scene.paragraphs))
            ]
            reason = f"{shown(text)} announces the report, and the answer stands before it"
            plan = _finished(scene, sides, index, text, reason)
            plan = Plan(plan.sides, index, text, reason, plan.headings | {index})
            if _both_sides_speak(scene, plan):
                return plan
    return None


def _fold(text: str) -> str:
    return _BLANKS.sub(" ", text.translate(_FOLDED)).strip().casefold()
