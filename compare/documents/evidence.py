"""Signs that a text turns from a report to its answer, each with its weight and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Literal

from tuireader.compare.documents.boilerplate import kind_of
from tuireader.compare.documents.dateline import find_dateline
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.patterns import table
from tuireader.compare.model import Block, Paragraph

LEAD_IN_WORDS = 15
_QUOTED_IN_REASON = 60

# One is certain, and 0.8 is enough to cut: a rule that stands alone in the text, or two lesser
# signs at one place. A change of spelling, or a report that is announced, cuts nothing by itself.
ENOUGH = 0.8
_ANSWER_LINE, _ANSWER_OPENING, _ANSWER_WORDS = 1.0, 0.9, 0.5
_TURN = 0.5
_ONLY_RULE, _RULE = 0.8, 0.4
_SECOND_OF_TWO_HEADINGS, _HEADING = 0.8, 0.3
_SIGN_OFF, _NEW_REPORT = 0.6, 0.6
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


@dataclass(frozen=True)
class Scene:
    """The paragraphs of a draft with what the signs ask of them."""

    draft: Draft

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """All of them."""
        return self.draft.paragraphs

    @cached_property
    def texts(self) -> list[str]:
        """The words of each."""
        return [paragraph.span.of(self.draft.text) for paragraph in self.paragraphs]

    @cached_property
    def content(self) -> list[int]:
        """Indices of those that are no boilerplate."""
        return [
            index
            for index, paragraph in enumerate(self.paragraphs)
            if paragraph.block is not Block.BOILERPLATE
        ]

    def gap(self, index: int) -> range:
        """The boilerplate right before a paragraph."""
        first = index
        while first and self.paragraphs[first - 1].block is Block.BOILERPLATE:
            first -= 1
        return range(first, index)

    def is_rule(self, index: int) -> bool:
        """Whether a paragraph is a separator line."""
        boilerplate = self.paragraphs[index].block is Block.BOILERPLATE
        return boilerplate and not any(char.isalnum() for char in self.texts[index][:80])


def announces_report(text: str) -> Literal["", "weak", "strong"]:
    """Whether a short paragraph says that a report follows; weak if perhaps only a quotation."""
    if len(text.split(None, LEAD_IN_WORDS)) > LEAD_IN_WORDS or _first_match("answer", text):
        return ""
    if any(pattern.match(text) for pattern in _patterns("report")):
        return "strong"
    return "weak" if any(pattern.match(text) for pattern in _patterns("report_weak")) else ""


def opens_answer(text: str) -> float:
    """How surely a paragraph opens an answer; 1 for a line that does nothing else."""
    match = _first_match("answer", text)
    if match is None:
        return _TURN if _first_match("turn", text) else 0.0
    short = len(text.split(None, LEAD_IN_WORDS)) < LEAD_IN_WORDS
    if short and (text[-1] in "?:" or text[-1].isalnum() or match.end() >= len(text) - 1):
        return _ANSWER_LINE
    following = text[match.end() - 1 : match.end() + 2].strip()
    if any(mark in following for mark in ":?!"):
        return _ANSWER_OPENING
    return _ANSWER_WORDS


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


def shown(text: str) -> str:
    """The beginning of a text in quotation marks, as reasons quote it."""
    if len(text) <= _QUOTED_IN_REASON:
        return f"“{text}”"
    return f"“{text[:_QUOTED_IN_REASON].rsplit(None, 1)[0]} …”"


def _answers(scene: Scene) -> Iterator[Sign]:
    for index in scene.content[1:]:
        text = scene.texts[index]
        weight = opens_answer(text)
        if weight:
            yield Sign(index, weight, text, f"{shown(text)} opens an answer")


def _rules(scene: Scene) -> Iterator[Sign]:
    places = [i for i in scene.content[1:] if any(map(scene.is_rule, scene.gap(i)))]
    for index in places:
        rule = next(scene.texts[i] for i in scene.gap(index) if scene.is_rule(i))
        weight = _ONLY_RULE if len(places) == 1 else _RULE if len(places) <= 3 else 0.1
        yield Sign(index, weight, rule, f"a line of {shown(rule)} comes before it")


def _headings(scene: Scene) -> Iterator[Sign]:
    places = [i for i in scene.content if scene.paragraphs[i].block is Block.HEADING]
    for index in places:
        text = scene.texts[index]
        if index == scene.content[0]:
            continue
        if len(places) == 2 and index == places[1] and places[0] in scene.content[:2]:
            yield Sign(
                index, _SECOND_OF_TWO_HEADINGS, text, f"{shown(text)} is the second of two headings"
            )
        else:
            weight = _HEADING if len(places) <= 2 else _HEADING / 3
            yield Sign(index, weight, text, "it stands as a heading")


def _sign_offs(scene: Scene) -> Iterator[Sign]:
    for index in scene.content[1:]:
        for before in scene.gap(index):
            text = scene.texts[before]
            if kind_of(text, place="tail") == "sign-off":
                yield Sign(index, _SIGN_OFF, text, f"{shown(text)} signs the report off")


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
    for pair in _spelling_pairs():
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


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row, re.IGNORECASE) for row in table("split_cues")[kind])


@cache
def _spelling_pairs() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(map(re.compile, row)) for row in table("split_cues")["spellings"])


def _first_match(kind: str, text: str) -> re.Match[str] | None:
    matches = (pattern.match(text) for pattern in _patterns(kind))
    return next((match for match in matches if match), None)
