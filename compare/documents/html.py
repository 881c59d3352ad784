"""HTML pages: the words between the tags, with their places."""

from __future__ import annotations

from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.markdown_html import HtmlBlock
from tuireader.compare.model import Block


def read(text: str) -> Draft:
    """Read a page that has been cleaned; places are places in `text`."""
    builder = DraftBuilder()
    start = max(text.lower().find("<body"), 0)
    HtmlBlock(builder, Block.PROSE).write(text[start:], start)
    return builder.draft()
