"""Paragraphs set apart by their looks, in italics or from the margin: a report is quoted.

An editor's note in italics looks the same: one such paragraph needs words that announce it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.documents.cues import announces_report
from tuireader.compare.model import Block

# Where more than these are set apart, that is the style of the text.
_SHARE = 3 / 5


def quote_set_apart(
    blocks: Sequence[Block], texts: Sequence[str], apart: Sequence[bool]
) -> list[Block]:
    """Make quotations of the prose that is set apart.

    Args:
        blocks: What each paragraph is.
        texts: What each says.
        apart: Which of them are set apart.

    Returns:
        What each is then.
    """
    prose = [index for index, block in enumerate(blocks) if block is Block.PROSE]
    inner = [index for index in prose if apart[index]]
    found = list(blocks)
    announced = any(index and _announces(texts[index - 1]) for index in inner)
    if len(inner) < (1 if announced else 2) or len(inner) > len(prose) * _SHARE:
        return found
    if len(inner) < len(prose):
        for index in inner:
            found[index] = Block.QUOTE
    return found


def _announces(text: str) -> bool:
    return text.rstrip().endswith(":") or bool(announces_report(text))
