"""Plain text: paragraphs by blank lines, or a line a paragraph; wrapped lines become one again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.lines import Layout, Line, layout_of, lines_of
from tuireader.compare.model import Block

_TITLE_WORDS, _TITLE_LENGTH = 22, 160
_HEADING_WORDS, _HEADING_LENGTH = 6, 60
_UNDERLINES = frozenset("=-~")
# A text in which every third paragraph looks like a heading is a list of short statements.
_HEADINGS_AT_MOST = 1 / 3
_INDENTED = 2


class _Passage:
    """The lines of one paragraph, and what it turns out to be."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.block = Block.PROSE

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(line.text for line in self.lines)

    @property
    def first(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def length(self) -> int:
        """Of its text."""
        return sum([len(line.text) for line in self.lines]) + len(self.lines) - 1


def read(text: str) -> Draft:
    """Read plain text that has been cleaned; places are places in `text`."""
    lines = lines_of(text)
    layout = layout_of(lines)
    passages = _passages(lines, layout)
    _name_simple_blocks(passages)
    _name_indented(passages)
    passages = _take_underlines(passages)
    _name_headings(passages)
    _name_title(passages)
    builder = DraftBuilder()
    for before, passage in zip([None, *passages], passages, strict=False):
        _write(builder, text, before, passage)
    title = passages[0].text if passages and passages[0].block is Block.TITLE else ""
    return builder.draft(title.replace("\t", " "))


def _passages(lines: Sequence[Line], layout: Layout) -> list[_Passage]:
    passages: list[_Passage] = []
    for line in lines:
        if passages and layout.joins(passages[-1].lines[-1], line):
            passages[-1].lines.append(line)
        else:
            passages.append(_Passage([line]))
    return passages


def _name_simple_blocks(passages: Sequence[_Passage]) -> None:
    for passage in passages:
        if passage.first.is_separator:
            passage.block = Block.BOILERPLATE
        elif passage.first.quoted:
            passage.block = Block.QUOTE
        elif passage.first.is_item:
            passage.block = Block.ITEM


def _name_indented(passages: Sequence[_Passage]) -> None:
    """A passage set in from the others is quoted; where most are set in, that is the style."""
    prose = [passage for passage in passages if passage.block is Block.PROSE]
    inner = [p for p in prose if all(line.indent >= _INDENTED for line in p.lines)]
    if len(inner) * 5 <= len(prose) * 3 and len(inner) < len(prose):
        for passage in inner:
            passage.block = Block.QUOTE


def _take_underlines(passages: Sequence[_Passage]) -> list[_Passage]:
    """A short line with a rule right under it is a heading, and the rule belongs to nothing."""
    kept: list[_Passage] = []
    for passage in passages:
        over = kept[-1] if kept else None
        rule = passage.first.text
        if (
            passage.first.is_separator
            and over is not None
            and not passage.first.after_blank
            and rule[0] in _UNDERLINES
            and over.block is Block.PROSE
            and len(over.lines) == 1
            and over.length <= min(_TITLE_LENGTH, len(rule) + 3)
        ):
            over.block = Block.HEADING
        else:
            kept.append(passage)
    return kept


def _name_headings(passages: Sequence[_Passage]) -> None:
    short: list[_Passage] = []
    for passage, following in pairwise(passages):
        if (
            passage.block is Block.PROSE
            and len(passage.lines) == 1
            and following.block not in (Block.BOILERPLATE, Block.HEADING)
            and _may_be_heading(passage.first)
            and following.length > len(passage.text)
        ):
            if passage.text.isupper() and not following.text.isupper():
                passage.block = Block.HEADING
            elif _is_short(passage.text, _HEADING_WORDS, _HEADING_LENGTH):
                short.append(passage)
    prose = sum(passage.block is Block.PROSE for passage in passages)
    if len(short) <= prose * _HEADINGS_AT_MOST:
        for passage in short:
            passage.block = Block.HEADING


def _may_be_heading(line: Line) -> bool:
    """Whether a line begins like a title and does not end like a sentence."""
    text = line.text
    return (
        len(text) <= _TITLE_LENGTH
        and text[0].isalnum()
        and not text[0].islower()
        and text[-1] not in ",-–—"
        and (text[-1] == "?" or not line.ends_sentence)
        and _is_short(text, _HEADING_WORDS * 2, _TITLE_LENGTH)
    )


def _is_short(text: str, words: int, length: int) -> bool:
    return len(text) <= length and len(text.split()) <= words


def _name_title(passages: Sequence[_Passage]) -> None:
    """The first line, if it is short, has no full stop, and a text follows after a blank line."""
    if len(passages) < 2 or passages[0].block not in (Block.PROSE, Block.HEADING):
        return
    title, following = passages[0], passages[1]
    text = title.text
    parted = following.first.after_blank or following.length >= 3 * len(text)
    if title.block is Block.HEADING or (
        len(title.lines) <= 2
        and _is_short(text, _TITLE_WORDS, _TITLE_LENGTH)
        and (text.endswith("?") or not title.lines[-1].ends_sentence)
        and text[-1] not in ",-–—"
        and parted
    ):
        title.block = Block.TITLE


def _write(builder: DraftBuilder, text: str, before: _Passage | None, passage: _Passage) -> None:
    first = passage.first
    if before is not None:
        end = before.lines[-1].end
        separator = "\n\n" if first.after_blank else "\n"
        if first.lead - end == len(separator) and text.startswith(separator, end):
            builder.take(separator, end)
        else:
            builder.add(separator)
    if first.is_item:
        builder.take(text[first.lead : first.start], first.lead)
    builder.mark()
    start, previous = first.start, first
    for line in passage.lines[1:]:
        hyphenated = _hyphenated(previous, line)
        # Lines with nothing but the break between them are taken in one piece.
        if hyphenated or line.start != previous.end + 1:
            builder.take(text[start : previous.end].replace("\n", " "), start)
            if not hyphenated:
                builder.take(" ", text.index("\n", previous.end))
            start = line.start
        previous = line
    builder.take(text[start : previous.end].replace("\n", " "), start)
    builder.end(passage.block)


def _hyphenated(line: Line, following: Line) -> bool:
    """Whether the break stands inside a word: the hyphen stays, since it may belong to the word."""
    return line.text.endswith("-") and line.text[-2:-1].isalnum() and following.text[:1].isalpha()
