"""Which paragraph of a two-sided text belongs to which side."""

from __future__ import annotations

from collections import defaultdict

from tuireader.compare.documents.cues import announces_report, brief, shown
from tuireader.compare.documents.evidence import ENOUGH, Sign, collect
from tuireader.compare.documents.interleaved import labelled_plan, quoted_plan
from tuireader.compare.documents.scene import Scene
from tuireader.compare.documents.sides import Plan, make_plan
from tuireader.compare.model import Block, Side
from tuireader.compare.ready import compiled

_FOLDED = str.maketrans("‘’“”–—", "''\"\"--")
_BLANKS = compiled(r"\s+")


def best_plan(scene: Scene) -> Plan | None:
    """The plan with the most evidence, or None where there is not enough for any."""
    if not scene.speaking:
        return None
    signs: dict[int, list[Sign]] = defaultdict(list)
    for sign in collect(scene):
        signs[sign.index].append(sign)
    cuts = [
        (sum(sign.weight for sign in found), -index)
        for index, found in signs.items()
        if _parts(scene, index)
    ]
    score, negative = max(cuts, default=(0.0, 0))
    for interleaved in (labelled_plan(scene), quoted_plan(scene)):
        if interleaved and interleaved[0] >= max(score, ENOUGH):
            return interleaved[1]
    if score >= ENOUGH:
        found = sorted(signs[-negative], key=lambda sign: -sign.weight)
        reason = "; ".join(dict.fromkeys(sign.reason for sign in found))
        return _with_preface(scene, cut_plan(scene, -negative, found[0].cue, reason))
    return _answer_first_plan(scene)


def cut_plan(scene: Scene, index: int, cue: str, reason: str) -> Plan:
    """The report up to paragraph `index`, the answer from there."""
    sides: list[Side | None] = [
        Side.A if position < index else Side.B for position in range(len(scene.paragraphs))
    ]
    for position in scene.gap(index):
        if scene.is_rule(position):
            sides[position] = None
    return make_plan(scene, sides, index, cue, reason)


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


def _parts(scene: Scene, index: int) -> bool:
    """Whether a cut at `index` leaves something to say on both sides."""
    return scene.speaking[0] < index <= scene.speaking[-1]


def _with_preface(scene: Scene, plan: Plan) -> Plan:
    """What is said before the report is quoted is the answer's, unless it is only a title."""
    before = [index for index in scene.content if index < plan.index]
    lead_in = next((i for i in before if announces_report(scene.texts[i]) == "strong"), 0)
    preface = [index for index in before if index < lead_in]
    spoken = any(
        index < lead_in and scene.paragraphs[index].block is Block.PROSE for index in scene.speaking
    )
    if not spoken or len(preface) * 2 > len(before):
        return plan
    sides = [Side.B if index < lead_in else side for index, side in enumerate(plan.sides)]
    changed = make_plan(
        scene, sides, plan.index, plan.cue, plan.reason, headings=frozenset({lead_in})
    )
    return changed if changed.gives_words_to_both(scene) else plan


def _answer_first_plan(scene: Scene) -> Plan | None:
    """The answer above, the report that it speaks of below, announced by a line of its own."""
    for index in scene.content[1:]:
        text = scene.texts[index]
        if _parts(scene, index) and announces_report(text) == "strong":
            sides = [Side.B] * index + [Side.A] * (len(scene.paragraphs) - index)
            reason = f"{shown(text)} announces the report, and the answer stands before it"
            return make_plan(scene, sides, index, brief(text), reason, headings=frozenset({index}))
    return None


def _fold(text: str) -> str:
    return _BLANKS.sub(" ", text.translate(_FOLDED)).strip().casefold()
