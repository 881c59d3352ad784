"""Texts that go through a report piece by piece: quotation and comment, claim and fact."""

from __future__ import annotations

from itertools import pairwise

from tuireader.compare.documents.cues import announces_report, brief, label_of
from tuireader.compare.documents.scene import Scene
from tuireader.compare.documents.sides import Plan, make_plan
from tuireader.compare.model import Block, Side

_QUOTED_WORDS = 12
_LABEL_WORDS = 4
_MARKS = ("“", '"')
_END_MARKS = ("”", '"')

# On the scale of the signs (see `evidence`). A report with a quotation in it looks the same: what
# speaks against that is a line that announces each quotation, several quotations with words
# between, and their share of the text.
_QUOTATION, _ANNOUNCED, _IN_PIECES, _LARGE, _AFTER_A_STORY = 0.9, 0.3, 0.4, 0.2, -0.6
_LABELLED = 1.5


def labelled_plan(scene: Scene) -> tuple[float, Plan] | None:
    """A list of claims, each with its fact: at least two of both, and claim before fact."""
    labels = {index: label_of(scene.texts[index]) for index in scene.content}
    found = [index for index in scene.content if labels[index]]
    turns = [labels[index] for index in found]
    if turns.count(Side.A) < 2 or turns.count(Side.B) < 2 or turns[0] is not Side.A:
        return None
    changes = sum(one is not other for one, other in pairwise(turns))
    if changes < 3:
        return None
    sides: list[Side | None] = []
    side = Side.B
    for index, paragraph in enumerate(scene.paragraphs):
        side = labels.get(index) or side
        entitles = index < found[0] and paragraph.block in (Block.TITLE, Block.HEADING)
        sides.append(Side.A if entitles else side)
    first = next(index for index in found if labels[index] is Side.B)
    bare = frozenset(i for i in found if len(scene.texts[i].split()) <= _LABEL_WORDS)
    reason = f"{turns.count(Side.A)} labelled claims alternate with their answers"
    plan = make_plan(scene, sides, first, brief(scene.texts[first]), reason, headings=bare)
    return (_LABELLED, plan) if plan.gives_words_to_both(scene) else None


def quoted_plan(scene: Scene) -> tuple[float, Plan] | None:
    """The report in quotations, the answer around and between them, and how sure that is."""
    quotes = _quotes(scene)
    lead_ins = frozenset(
        before
        for before, index in pairwise(scene.content)
        if index in quotes and before not in quotes and announces_report(scene.texts[before])
    )
    own = [index for index in scene.content if index not in quotes and index not in lead_ins]
    first = min(quotes, default=len(scene.paragraphs))
    after = [index for index in own if index > first]
    if not after:
        return None
    sides: list[Side | None] = []
    for index, paragraph in enumerate(scene.paragraphs):
        furniture = paragraph.block is Block.BOILERPLATE and sides
        in_report = sides[-1] is Side.A if furniture else index in quotes or index in lead_ins
        sides.append(Side.A if in_report else Side.B)
    pieces = sum(index in quotes and index - 1 not in quotes for index in quotes)
    reason = "the report stands in quotation" + (f", in {pieces} pieces" if pieces > 1 else "")
    cue = brief(scene.texts[min(lead_ins)]) if lead_ins else "quotation"
    plan = make_plan(scene, sides, after[0], cue, reason, headings=lead_ins)
    lengths = {index: len(scene.texts[index].split()) for index in scene.content}
    quoted = sum(lengths[index] for index in quotes)
    if quoted < _QUOTED_WORDS or not plan.gives_words_to_both(scene):
        return None
    before = sum(index < first and _is_prose(scene, index) for index in own)
    score = (
        _QUOTATION
        + _ANNOUNCED * bool(lead_ins)
        + _IN_PIECES * (pieces > 1)
        + _LARGE * (quoted * 10 >= sum(lengths.values()) * 3)
        + _AFTER_A_STORY * (before >= 2 and not lead_ins)
    )
    return score, plan


def _is_prose(scene: Scene, index: int) -> bool:
    return scene.paragraphs[index].block is Block.PROSE


def _quotes(scene: Scene) -> set[int]:
    """Block quotes, and paragraphs in quotation marks right after a line that announces them."""
    quotes = {index for index in scene.content if scene.paragraphs[index].block is Block.QUOTE}
    for position, (before, index) in enumerate(pairwise(scene.content)):
        if scene.texts[index].startswith(_MARKS) and announces_report(scene.texts[before]):
            quotes.update(_in_marks(scene, position + 1))
    return quotes


def _in_marks(scene: Scene, first: int) -> list[int]:
    """Paragraphs that make one quotation: each opens it, only the last closes it."""
    for position in range(first, len(scene.content)):
        text = scene.texts[scene.content[position]]
        if not text.startswith(_MARKS):
            break
        if text.endswith(_END_MARKS):
            return scene.content[first : position + 1]
    return []
