"""The paragraphs of a draft as the split looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tuireader.compare.documents.cues import ANSWER_LINE, opens_answer
from tuireader.compare.documents.draft import Draft
from tuireader.compare.model import Block, Paragraph

_SOME_WORDS = 5


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

    @cached_property
    def speaking(self) -> list[int]:
        """Indices of those with a few words that neither entitle nor announce anything."""
        return [
            index
            for index in self.content
            if self.paragraphs[index].block not in (Block.HEADING, Block.TITLE)
            and len(self.texts[index].split(None, _SOME_WORDS)) >= _SOME_WORDS
            and opens_answer(self.texts[index]) < ANSWER_LINE
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
