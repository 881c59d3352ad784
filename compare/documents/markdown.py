"""Markdown: headings, lists, quotations, links and tables as readable text, with their places."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tuireader.compare.documents.apart import quote_set_apart
from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.front_matter import read_front_matter
from tuireader.compare.documents.markdown_html import HtmlBlock
from tuireader.compare.documents.markdown_inline import BREAK, InlineText, parser
from tuireader.compare.documents.markdown_places import SourceLines
from tuireader.compare.documents.placed import Run, compose
from tuireader.compare.model import Block

_HEADING_WORDS = 12
_CELL_SEPARATOR = " | "


def read(text: str) -> Draft:
    """Read Markdown that has been cleaned; places are places in `text`."""
    front = read_front_matter(text)
    writer = _Writer(text, front.length)
    writer.write(_parser().parse(text[front.length :]))
    title = front.title or writer.title
    draft = writer.draft(title, front.date)
    return draft._replace(author=front.author, publisher=front.publisher)


@cache
def _parser() -> MarkdownIt:
    return parser()


class _Writer:
    """Walks the block tokens and writes each block to the builder."""

    def __init__(self, text: str, body: int) -> None:
        self.builder = DraftBuilder()
        self.title = ""
        self._lines = SourceLines(text, body)
        self._quotes = 0
        self._lists: list[bool] = []
        self._bullet = ""
        self._heading = ""
        self._ranks: Counter[str] = Counter()
        self._tight = False
        self._row: list[Token] | None = None
        self._close_to_last = False
        self._italic: set[int] = set()
        self._leaves: dict[str, Callable[[Token], None]] = {
            "inline": self._inline,
            "hr": self._rule,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
        }

    def write(self, tokens: Sequence[Token]) -> None:
        """Take the tokens of a whole document, in order."""
        self._ranks = Counter(token.tag for token in tokens if token.type == "heading_open")
        for token in tokens:
            if token.nesting:
                self._nest(token)
            elif token.type in self._leaves:
                self._leaves[token.type](token)

    def draft(self, title: str, date: dt.date | None) -> Draft:
        """What has been written, with paragraphs in italics as quotations."""
        draft = self.builder.draft(title, date)
        paragraphs = draft.paragraphs
        blocks = quote_set_apart(
            [paragraph.block for paragraph in paragraphs],
            [paragraph.span.of(draft.text) for paragraph in paragraphs],
            [paragraph.span.start in self._italic for paragraph in paragraphs],
        )
        named = zip(paragraphs, blocks, strict=True)
        return draft._replace(paragraphs=tuple(replace(p, block=block) for p, block in named))

    def _nest(self, token: Token) -> None:
        opens = token.nesting > 0
        kind = token.type.rpartition("_")[0]
        if kind == "blockquote":
            self._quotes += token.nesting
        elif kind in ("bullet_list", "ordered_list"):
            if opens:
                self._close_to_last = bool(self._lists) and self._close_to_last
                self._lists.append(kind == "ordered_list")
            else:
                self._lists.pop()
        elif kind == "list_item" and opens:
            number = f"{token.info}{token.markup} " if self._lists[-1] else "• "
            self._bullet = "  " * (len(self._lists) - 1) + number
        elif kind == "heading":
            self._heading = f"{token.tag} {token.markup}" if opens else ""
        elif kind == "paragraph" and opens:
            self._tight = token.hidden
        elif kind == "table":
            self._close_to_last = False
        elif kind == "tr":
            self._table_row(opens=opens)

    def _begin(self, separator: str = "\n\n") -> None:
        self.builder.begin(separator)
        if self._bullet:
            self.builder.add(self._bullet)
            self.builder.mark()
            self._bullet = ""

    def _inline(self, token: Token) -> None:
        if self._row is not None:
            self._row.append(token)
            return
        block = self._block_of(token)
        marks = self._heading.partition(" ")[2]
        close = self._tight and bool(self._lists) and self._close_to_last
        self._begin("\n" if close else "\n\n")
        self._close_to_last = bool(self._lists)
        if _is_italic(token):
            self._italic.add(self.builder.length)
        text, runs = self._readable(token, self._lines.content(token, marks))
        start = 0
        for part in text.split(BREAK):
            if start:
                self.builder.begin("\n")
            self.builder.append(part, _part(runs, start, len(part)))
            self.builder.end(block)
            start += len(part) + 1
        if block is Block.TITLE:
            self.title = text.replace(BREAK, " ")

    def _block_of(self, token: Token) -> Block:
        kinds = [child.type for child in token.children or () if child.content or child.nesting]
        if self._quotes:
            return Block.QUOTE
        if self._heading:
            return Block.TITLE if self._is_title() else Block.HEADING
        if (
            kinds
            and set(kinds) <= {"image", "softbreak", "link_open", "link_close"}
            and ("image" in kinds)
        ):
            return Block.BOILERPLATE
        if self._lists:
            return Block.ITEM
        bold = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]
        if bold and kinds.count("strong_open") == 1:
            words = token.content.strip("*_ ")
            if len(words.split()) <= _HEADING_WORDS and words[-1:] not in ".!,;…":
                return Block.HEADING
        return Block.PROSE

    def _is_title(self) -> bool:
        """The first line, or the first of the highest rank, unless others have its rank."""
        rank = self._heading.partition(" ")[0]
        first = not self.builder.length or rank == "h1"
        return first and not self.title and self._ranks[rank] == 1

    def _readable(self, token: Token, places: Sequence[Run]) -> tuple[str, tuple[Run, ...]]:
        inline = InlineText(token.children or [], token.content)
        return inline.text.replace("\t", " "), compose(inline.runs, places)

    def _table_row(self, *, opens: bool) -> None:
        if opens:
            self._row = []
            return
        cells, self._row = self._row or [], None
        filled = [cell for cell in cells if cell.content]
        if not filled or filled[0].map is None:
            return
        number = filled[0].map[0]
        self._begin("\n" if self._close_to_last else "\n\n")
        self._close_to_last = True
        contained = bool(self._quotes or self._lists)
        for cell, runs in self._lines.cells(filled, number, contained=contained):
            if cell is not filled[0]:
                self.builder.add(_CELL_SEPARATOR)
            text, placed = self._readable(cell, runs)
            self.builder.append(text.replace(BREAK, " "), placed)
        self.builder.end(Block.TABLE)

    def _rule(self, token: Token) -> None:
        number = token.map[0] if token.map else 0
        line = self._lines.line(number).rstrip()
        words = line[len(line.rstrip(token.markup[0] + " \t")) :].lstrip()
        self._begin()
        self.builder.append(words.replace("\t", " "), self._lines.words(words, number))
        self.builder.end(Block.BOILERPLATE)

    def _code(self, token: Token) -> None:
        """Code makes no claim; a passage set in by four blanks is quoted text."""
        first = (token.map[0] if token.map else 0) + (token.type == "fence")
        separator = "\n\n"
        for number, line in enumerate(token.content.rstrip("\n").split("\n"), first):
            words = line.strip()
            if not words:
                separator = "\n\n"
                continue
            self._begin(separator)
            self.builder.append(words.replace("\t", " "), self._lines.words(words, number))
            self.builder.end(Block.QUOTE)
            separator = "\n"

    def _html(self, token: Token) -> None:
        if token.map is None:
            return
        first, last = token.map
        html = HtmlBlock(self.builder, Block.QUOTE if self._quotes else Block.PROSE)
        html.write(self._lines.part(first, last), self._lines.start(first))


def _is_italic(token: Token) -> bool:
    """Whether a paragraph is one passage in italics from end to end."""
    kinds = [child.type for child in token.children or () if child.content or child.nesting]
    return kinds[:1] == ["em_open"] and kinds[-1:] == ["em_close"] and kinds.count("em_open") == 1


def _part(runs: Sequence[Run], start: int, length: int) -> tuple[Run, ...]:
    return compose([(0, start, length)], runs)
