"""A mail that answers above what it quotes, put in the order in which things were said."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.eml.letter import belongs_to_header
from tuireader.compare.documents.passages import Passage, draft_of
from tuireader.compare.documents.properties import Properties
from tuireader.compare.model import Block

_OWN = (Block.PROSE, Block.ITEM)


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of several, without places; what is quoted at the very end comes first."""
    if len(drafts) == 1 and _cut(_passages(drafts[0])) is None:
        return drafts[0]._replace(runs=())
    passages = [passage for draft in drafts for passage in _passages(draft)]
    place = _cut(passages)
    if place is not None:
        passages = [*passages[place:], *passages[:place]]
    return draft_of(passages, Properties(), titled=False)


def _cut(passages: Sequence[Passage]) -> int | None:
    """Where the quotation at the end begins, with the lines that announce it; else None."""
    blocks = [passage.block for passage in passages]
    first = next((i for i, block in enumerate(blocks) if block is Block.QUOTE), 0)
    while first and _announces(passages[first - 1]):
        first -= 1
    before, after = blocks[:first], blocks[first:]
    if not any(block in _OWN for block in before) or any(block in _OWN for block in after):
        return None
    return first


def _announces(passage: Passage) -> bool:
    if passage.block is Block.HEADING:
        return passage.text.endswith(":")
    return passage.block is Block.BOILERPLATE and belongs_to_header(passage.text)


def _passages(draft: Draft) -> list[Passage]:
    passages: list[Passage] = []
    end = 0
    for paragraph in draft.paragraphs:
        gap = draft.text[end : paragraph.span.start]
        close = bool(passages) and gap.count("\n") == 1
        passages.append(Passage(paragraph.span.of(draft.text), paragraph.block, close))
        end = paragraph.span.end
    return passages
