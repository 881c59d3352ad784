"""From the words of a PDF file to a draft with its pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from tuireader.compare.documents.dateline import full_date
from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.documents.pdf.columns import columns_of
from tuireader.compare.documents.pdf.furniture import without_furniture
from tuireader.compare.documents.pdf.hyphens import Vocabulary, vocabulary_of
from tuireader.compare.documents.pdf.paragraphs import Passage, passages_of, style_of
from tuireader.compare.documents.pdf.process import Extract, extract
from tuireader.compare.documents.pdf.words import BULLET, Page
from tuireader.compare.documents.properties import (
    believable_name,
    believable_title,
    iso_day,
    unless_stamped,
)
from tuireader.compare.model import Block

_TITLE_WORDS = 3
_ADDRESS = re.compile(r"@|://|\bwww\.")
_OCR = "make it searchable (ocrmypdf IN.pdf OUT.pdf) and give that"


def read(data: bytes, source: str) -> Draft:
    """Read a PDF file; running heads and feet, page numbers and slanting text are left out.

    Raises:
        DocumentError: pdfium is not installed, or the file is locked, damaged, too long, or has no
            text.
    """
    found = extract(data, source)
    _refuse_textless(found.pages, source)
    pages, left_out = without_furniture(found.pages)
    columns = columns_of(pages)
    passages = passages_of(columns, style_of(columns))
    _name_title(passages)
    words = vocabulary_of(line for column in columns for line in column.lines)
    draft = _written(passages, words, len(pages))
    return _with_properties(draft, found, left_out)


def _refuse_textless(pages: Sequence[Page], source: str) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    unknown = sum(page.unknown for page in pages)
    if letters and unknown * 2 < letters:
        return
    if letters:
        problem = "its fonts do not say which letters they draw, so its words cannot be read"
        raise trouble(source, problem, _OCR)
    raise _without_text(pages, source)


def _without_text(pages: Sequence[Page], source: str) -> DocumentError:
    if sum(page.images > 0 for page in pages) * 2 >= max(len(pages), 1):
        return trouble(source, "it is a scan: pictures of pages, without text", _OCR)
    if sum(page.paths for page in pages) > 50 * len(pages):
        return trouble(source, "its text is drawn as outlines, not as letters", _OCR)
    return trouble(source, "it holds no text", "give a PDF file with text in it")


def _name_title(passages: Sequence[Passage]) -> None:
    """The largest heading of some words on the first page that has text."""
    first = passages[0].lines[0].page if passages else 0
    headings = [
        passage
        for passage in passages
        if passage.block is Block.HEADING
        and passage.lines[0].page == first
        and len(passage.text.split()) >= _TITLE_WORDS
        and not _ADDRESS.search(passage.text)
    ]
    if headings:
        max(headings, key=lambda heading: heading.lines[0].size).block = Block.TITLE


def _written(passages: Sequence[Passage], words: Vocabulary, count: int) -> Draft:
    builder = DraftBuilder()
    pages: list[int] = []
    for before, passage in zip([None, *passages], passages, strict=False):
        listed = passage.block in (Block.ITEM, Block.TABLE)
        close = listed and before is not None and before.block is passage.block
        builder.begin("\n" if close else "\n\n")
        _write(builder, passage, words, pages)
        builder.end(passage.block)
    pages += [builder.length] * (count - len(pages))
    titles = (p.text for p in passages if p.block is Block.TITLE)
    return builder.draft(next(titles, ""))._replace(pages=tuple(pages))


def _write(builder: DraftBuilder, passage: Passage, words: Vocabulary, pages: list[int]) -> None:
    bullet = BULLET.match(passage.lines[0].text) if passage.block is Block.ITEM else None
    pages += [builder.length] * (passage.lines[0].page + 1 - len(pages))
    if passage.cells:
        builder.add(" | ".join(passage.cells))
        return
    first = passage.lines[0].text
    if bullet:
        builder.add("• " if not bullet[0][0].isalnum() and bullet[0][0] != "(" else bullet[0])
        builder.mark()
        first = first[bullet.end() :]
    texts = [first, *(line.text for line in passage.lines[1:])]
    builder.add(_shown(texts, 0, words))
    for index, (before, text) in enumerate(pairwise(texts), 1):
        if not before.endswith("-"):
            builder.add(" ")
        pages += [builder.length] * (passage.lines[index].page + 1 - len(pages))
        if text:
            builder.add(_shown(texts, index, words))


def _shown(texts: Sequence[str], index: int, words: Vocabulary) -> str:
    """A line, without the hyphen at its end if that only broke a word."""
    text = texts[index]
    last = index + 1 == len(texts)
    if last or not text.endswith("-") or words.keeps_hyphen(text, texts[index + 1]):
        return text
    return text[:-1]


def _with_properties(draft: Draft, found: Extract, left_out: Sequence[str]) -> Draft:
    meta = found.meta
    title = believable_title(meta.get("Title"))
    return draft._replace(
        title=draft.title or title,
        author=believable_name(meta.get("Author")),
        date=_day(draft, meta, left_out),
    )


def _day(draft: Draft, meta: dict[str, str], left_out: Sequence[str]) -> dt.date | None:
    """The day of the running heads; else, unless the text has a stamp, that of its making."""
    printed = next(filter(None, map(full_date, left_out)), None)
    made = iso_day(meta.get("CreationDate", "").removeprefix("D:"))
    return printed or unless_stamped(draft, made)
