"""Paragraphs of files that are no text: written to a draft without places in a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.properties import Properties, unless_stamped
from tuireader.compare.model import Block

_FINAL = re.compile(r"[.!?:;…][\"'”’»)\] ]*$")
_MARGIN = 300  # what is looked at of a text to judge its end
_FULL_LINE = 60
_HEADING_WORDS, _HEADING_LENGTH = 22, 160
_CELL_WORDS = 40
_QUOTED_AT_MOST = 3 / 5


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph on its way to a draft.

    Attributes:
        text: Its words; runs of blanks count as one.
        block: What it is.
        close: Whether it stands right under the one before, with one break between.
        inset: Whether it is set in from the margin, which makes a quotation if most are not.
    """

    text: str
    block: Block = Block.PROSE
    close: bool = False
    inset: bool = False


def draft_of(passages: Sequence[Passage], properties: Properties, *, titled: bool = True) -> Draft:
    """Write passages to a draft; its title is the one in the text, else that of the properties.

    Args:
        passages: In order; those without words are passed over.
        properties: What the file tells of itself.
        titled: Whether a heading with which the text begins is its title.
    """
    written = [passage for passage in _with_quotes(passages) if passage.text.split()]
    return _write(_with_title(written) if titled else written, properties)


def _write(passages: Sequence[Passage], properties: Properties) -> Draft:
    builder = DraftBuilder()
    for passage in passages:
        builder.begin("\n" if passage.close else "\n\n")
        if passage.block is Block.ITEM:
            builder.add("• ")
            builder.mark()
        builder.add(" ".join(passage.text.split()))
        builder.end(passage.block)
    written = builder.draft()
    titles = (p.span.of(written.text) for p in written.paragraphs if p.block is Block.TITLE)
    return written._replace(
        title=next(titles, properties.title),
        date=unless_stamped(written, properties.date),
        author=properties.author,
        publisher=properties.publisher,
    )


def passages_of(text: str, block: Block, *, inset: bool = False) -> Iterator[Passage]:
    """The passages of one paragraph of a word processor, whose own breaks are "\\n" in `text`.

    A break after an unfinished full line, or before a small letter, was made to fit a page.
    """
    lines = text.split("\n")
    for blank, group in groupby(lines, lambda line: not line.strip()):
        if blank:
            continue
        joined = ""
        for count, line in enumerate(group):
            words = line.strip()
            if not count:
                joined, close = words, False
            elif words[0].islower() or (len(joined) > _FULL_LINE and not ends_sentence(joined)):
                joined = f"{joined} {words}"
            else:
                yield Passage(joined, block, close, inset)
                joined, close = words, True
        yield Passage(joined, block, close, inset)


def table_rows(rows: Iterable[Sequence[Sequence[Passage]]]) -> Iterator[Passage]:
    """The passages of a table, from the passages of each cell of each row.

    A row is one line with its cells parted by " | "; but a table of one column, or with long
    texts or several paragraphs in a cell, only serves the layout, and its cells follow each other.
    """
    kept = [[cell for cell in row if any(p.text.strip() for p in cell)] for row in rows]
    kept = [row for row in kept if row]
    cells = [cell for row in kept for cell in row]
    wide = any(len(row) > 1 for row in kept)
    if not wide or any(len(cell) > 1 or _is_long(cell[0]) for cell in cells):
        for cell in cells:
            yield from cell
        return
    for index, row in enumerate(kept):
        yield Passage(" | ".join(cell[0].text.strip() for cell in row), Block.TABLE, index > 0)


def ends_sentence(text: str) -> bool:
    """Whether the last mark ends a sentence or announces what follows."""
    return _FINAL.search(text[-_MARGIN:]) is not None


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph that is printed as a heading reads like one: short and not closed."""
    words = text.split()
    return (
        0 < len(words) <= _HEADING_WORDS
        and len(text) <= _HEADING_LENGTH
        and (words[-1].endswith("?") or not ends_sentence(words[-1]))
        and words[-1][-1] not in ",;-–—"
    )


def _is_long(passage: Passage) -> bool:
    return len(passage.text.split(None, _CELL_WORDS)) > _CELL_WORDS


def _with_quotes(passages: Sequence[Passage]) -> list[Passage]:
    prose = [p for p in passages if p.block is Block.PROSE and p.text.strip()]
    inset = sum(passage.inset for passage in prose)
    if not 0 < inset <= len(prose) * _QUOTED_AT_MOST:
        return list(passages)
    return [
        replace(p, block=Block.QUOTE) if p.inset and p.block is Block.PROSE else p for p in passages
    ]


def _with_title(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Where no passage is a title, a heading with which the text begins is."""
    if any(passage.block is Block.TITLE for passage in passages):
        return passages
    if not passages or passages[0].block is not Block.HEADING:
        return passages
    return [replace(passages[0], block=Block.TITLE), *passages[1:]]
