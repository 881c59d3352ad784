"""Marks what stands around a story: pingbacks, share buttons, copyright lines, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tuireader.compare.documents.patterns import table
from tuireader.compare.model import Block, Paragraph
from tuireader.compare.ready import compiled

_LONGEST = 600
_STORY_WORDS = 25
_NEVER = (Block.TABLE, Block.BOILERPLATE)
_SENTENCE_END = compiled(r"[.!?][\"'”’)\] ]*$")


class _Cue(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    words: int
    open: bool
    place: str

    def fits(self, text: str, count: int) -> bool:
        """Whether a paragraph of so many words is of this kind."""
        return (
            count <= self.words
            and self.pattern.match(text) is not None
            and not (self.open and _SENTENCE_END.search(text))
        )


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            row["kind"],
            compiled(row["pattern"], 0 if row.get("case") else re.IGNORECASE),
            row["words"],
            row.get("open", False),
            row.get("place", ""),
        )
        for row in table("boilerplate")["line"]
    )


@cache
def _most_words() -> int:
    return max(cue.words for cue in _cues())


def kind_of(text: str, *, place: str = "") -> str:
    """What kind of furniture a paragraph is ("pingback", "share", ...), or "" for none.

    Args:
        text: The paragraph.
        place: "head" before the story begins, "tail" after it has ended, else "".
    """
    if len(text) > _LONGEST:
        return ""
    count = len(text.split(None, _most_words()))
    if count > _most_words():
        return ""
    for cue in _cues():
        if cue.place in ("", place) and cue.fits(text, count):
            return cue.kind
    return ""


def stamps(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The lines above a story that say when it was published or updated."""
    for paragraph in paragraphs:
        words = paragraph.span.of(text)
        if paragraph.block is Block.BOILERPLATE:
            if kind_of(words, place="head") == "stamp":
                yield words
        elif len(words.split(None, _STORY_WORDS)) > _STORY_WORDS:
            return


def mark_boilerplate(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs with furniture marked; if nothing else is left, none is marked."""
    marked = list(paragraphs)
    in_head = True
    for index, paragraph in enumerate(marked):
        if not in_head and len(paragraph.span) > _LONGEST:
            continue
        words = paragraph.span.of(text)
        if (
            in_head
            and paragraph.block is Block.PROSE
            and len(words.split(None, _STORY_WORDS)) > _STORY_WORDS
        ):
            in_head = False
        if paragraph.block not in _NEVER and kind_of(words, place="head" if in_head else ""):
            marked[index] = Paragraph(paragraph.span, Block.BOILERPLATE)
    for index in range(len(marked) - 1, -1, -1):
        paragraph = marked[index]
        if paragraph.block is Block.BOILERPLATE:
            continue
        if paragraph.block in _NEVER or not kind_of(paragraph.span.of(text), place="tail"):
            break
        marked[index] = Paragraph(paragraph.span, Block.BOILERPLATE)
    if all(paragraph.block is Block.BOILERPLATE for paragraph in marked):
        return tuple(paragraphs)
    return tuple(marked)
