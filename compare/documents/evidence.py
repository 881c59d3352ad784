"""Signs that a text turns from a report to its answer, each with its weight and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.compare.documents.boilerplate import kind_of
from tuireader.compare.documents.cues import (
    announces_report,
    brief,
    label_of,
    opens_answer,
    shown,
    spelling_pairs,
)
from tuireader.compare.documents.dateline import find_dateline
from tuireader.compare.documents.scene import Scene
from tuireader.compare.model import Block, Side

# One is certain, and 0.8 is enough to cut: a rule that stands alone in the text, or two lesser
# signs at one place. A change of spelling, or a report that is announced, cuts nothing by itself.
ENOUGH = 0.8
_ONLY_RULE, _RULE = 0.8, 0.4
_SECOND_OF_TWO_HEADINGS, _HEADING = 0.8, 0.3
_SIGN_OFF, _NEW_REPORT, _LINK = 0.6, 0.6, 0.4
_QUOTE_ENDS = 0.6
_ANNOUNCED = 0.3
_SPELLING, _SPELLINGS_AT_MOST = 0.15, 0.3


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to let the answer begin at a paragraph.

    Attributes:
        index: Of the paragraph.
        weight: 1 is certain.
        cue: The words of the text that give the sign, or its name.
        reason: As a clause for the user.
    """

    index: int
    weight: float
    cue: str
    reason: str


def collect(scene: Scene) -> list[Sign]:
    """All signs in a text, for every paragraph that they speak for."""
    signs = [
        *_answers(scene),
        *_rules(scene),
        *_headings(scene),
        *_sign_offs(scene),
        *_new_reports(scene),
        *_ends_of_quotation(scene),
    ]
    places = sorted({sign.index for sign in signs})
    return [*signs, *_announcements(scene, places), *_spellings(scene, places)]


def _answers(scene: Scene) -> Iterator[Sign]:
    for index in scene.content[1:]:
        text = scene.texts[index]
        weight = opens_answer(text)
        if weight:
            yield Sign(index, weight, brief(text), f"{shown(text)} opens an answer")


def _rules(scene: Scene) -> Iterator[Sign]:
    places = [i for i in scene.content[1:] if any(map(scene.is_rule, scene.gap(i)))]
    for index in places:
        rule = next(scene.texts[i] for i in scene.gap(index) if scene.is_rule(i))
        weight = _ONLY_RULE if len(places) == 1 else _RULE if len(places) <= 3 else 0.1
        yield Sign(index, weight, rule, f"a line of {shown(rule)} comes before it")


def _headings(scene: Scene) -> Iterator[Sign]:
    first = scene.content[0]
    places = [i for i in scene.content[1:] if scene.paragraphs[i].block is Block.HEADING]
    heads_report = scene.paragraphs[first].block is Block.HEADING or _names_report(scene, first)
    for index in places:
        text = scene.texts[index]
        if places == [index] and heads_report:
            reason = f"{shown(text)} is the second of two headings"
            yield Sign(index, _SECOND_OF_TWO_HEADINGS, text, reason)
        else:
            weight = _HEADING if len(places) <= 2 else _HEADING / 3
            yield Sign(index, weight, text, "it stands as a heading")


def _names_report(scene: Scene, index: int) -> bool:
    """Whether a title is that of one side ("Official version"), and not of the whole text."""
    text = scene.texts[index]
    titled = scene.paragraphs[index].block is Block.TITLE
    return titled and (label_of(text) is Side.A or announces_report(text) == "strong")


def _sign_offs(scene: Scene) -> Iterator[Sign]:
    for index in scene.content[1:]:
        for before in scene.gap(index):
            text = scene.texts[before]
            kind = kind_of(text, place="tail")
            if kind == "sign-off":
                yield Sign(index, _SIGN_OFF, brief(text), f"{shown(text)} signs the report off")
            elif kind == "more":
                yield Sign(index, _LINK, brief(text), f"{shown(text)} leads to the whole report")


def _new_reports(scene: Scene) -> Iterator[Sign]:
    for index in scene.content[1:]:
        paragraph = scene.paragraphs[index]
        dateline = find_dateline(scene.draft.text, [paragraph])
        if dateline:
            words = dateline.span.of(scene.draft.text)
            yield Sign(index, _NEW_REPORT, words, f"{shown(words)} begins another report")
            continue
        for before in scene.gap(index):
            text = scene.texts[before]
            if kind_of(text, place="head") == "byline":
                yield Sign(index, _NEW_REPORT, text, f"{shown(text)} names another author")


def _ends_of_quotation(scene: Scene) -> Iterator[Sign]:
    content = scene.content
    for before, index in pairwise(content):
        blocks = scene.paragraphs[before].block, scene.paragraphs[index].block
        if blocks[0] is Block.QUOTE and blocks[1] is not Block.QUOTE:
            yield Sign(index, _QUOTE_ENDS, "end of the quotation", "the quotation ends before it")


def _announcements(scene: Scene, places: Sequence[int]) -> Iterator[Sign]:
    """A report that is announced supports every cut after it."""
    for index in scene.content[: len(scene.content) // 2]:
        text = scene.texts[index]
        if announces_report(text) == "strong":
            reason = f"{shown(text)} announces the report"
            yield from (Sign(i, _ANNOUNCED, text, reason) for i in places if i > index)
            return


def _spellings(scene: Scene, places: Sequence[int]) -> Iterator[Sign]:
    """Places between the last use of one spelling and the first of its rival."""
    budget = dict.fromkeys(places, _SPELLINGS_AT_MOST)
    for pair in spelling_pairs():
        uses = [_uses(scene, pattern) for pattern in pair]
        if not all(uses):
            continue
        first, second = sorted(uses, key=min)
        old, new = first[min(first)], second[min(second)]
        reason = f"the spelling goes over from {shown(old)} to {shown(new)}"
        for index in places:
            if max(first) < index <= min(second) and budget[index] > 0:
                budget[index] -= _SPELLING
                yield Sign(index, _SPELLING, "spelling", reason)


def _uses(scene: Scene, spelling: re.Pattern[str]) -> dict[int, str]:
    """The paragraphs that use a spelling, each with the first word in which it does."""
    found = ((index, spelling.search(scene.texts[index])) for index in scene.content)
    return {index: match[0] for index, match in found if match}
