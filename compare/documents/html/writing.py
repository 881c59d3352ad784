"""Writes the blocks of an article as a draft, and says what each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tuireader.compare.documents.apart import quote_set_apart
from tuireader.compare.documents.draft import DraftBuilder
from tuireader.compare.documents.html.assembling import RULE
from tuireader.compare.documents.html.blocks import Cell, Piece
from tuireader.compare.documents.placed import compose, cut
from tuireader.compare.documents.plain import read as read_plain
from tuireader.compare.model import Block

_HEADING_WORDS = 12
_CELL_SEPARATOR = " | "
_LAYOUT_WORDS = 40
_CAPTION_WORDS = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph to be written.

    Attributes:
        block: What it is.
        pieces: The blocks that make it: several for a row of a table.
    """

    block: Block
    pieces: Sequence[Piece] = field(default_factory=tuple)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(piece.words for piece in self.pieces)


def passages(pieces: Sequence[Piece], cells: Sequence[Cell], title: Piece | None) -> list[Passage]:
    """The paragraphs of an article.

    Args:
        pieces: Its blocks.
        cells: The table cells of the page.
        title: The block that is its title, if one is.
    """
    laid_out = _layout_tables(pieces, cells)
    found: list[Passage] = []
    row: list[Piece] = []
    for piece in pieces:
        cell = cells[piece.setting.cell] if piece.setting.cell >= 0 else None
        if cell is None or cell.table in laid_out or not piece.text.text.strip():
            found.append(Passage(Block.TITLE if piece is title else _block_of(piece), (piece,)))
        elif row and cells[row[0].setting.cell] == cell:
            row.append(piece)
        else:
            row = [piece]
            found.append(Passage(Block.TABLE, row))
    return _with_quotations(found)


def write(found: Sequence[Passage]) -> DraftBuilder:
    """Write paragraphs, in order; places are places in the page."""
    builder = DraftBuilder()
    for before, passage in zip([None, *found], found, strict=False):
        first = passage.pieces[0]
        rows = before is not None and before.block is passage.block is Block.TABLE
        if first.setting.preformatted:
            _write_preformatted(builder, first, passage.block)
            continue
        builder.begin("\n" if first.close or rows else "\n\n")
        builder.add(first.bullet)
        builder.mark()
        for number, piece in enumerate(passage.pieces):
            if number:
                builder.add(_CELL_SEPARATOR)
            builder.append(piece.text.text, piece.text.runs)
        builder.end(passage.block)
    return builder


def _layout_tables(pieces: Sequence[Piece], cells: Sequence[Cell]) -> set[int]:
    """Tables that only place things on the page: a cell of theirs holds paragraphs."""
    blocks = Counter(piece.setting.cell for piece in pieces if piece.setting.cell >= 0)
    crowded = {cell for cell, count in blocks.items() if count > 2}
    crowded.update(p.setting.cell for p in pieces if p.setting.cell >= 0 and _is_text(p))
    return {cells[cell].table for cell in crowded}


def _is_text(piece: Piece) -> bool:
    return piece.words > _LAYOUT_WORDS or bool(piece.setting.heading or piece.setting.quotes)


def _block_of(piece: Piece) -> Block:
    setting, text = piece.setting, piece.text.text
    if text == RULE or setting.caption or piece.wholly(piece.timed):
        return Block.BOILERPLATE
    if setting.quotes:
        return Block.QUOTE
    if setting.heading:
        return Block.HEADING
    if setting.lists:
        return Block.ITEM
    short = len(text.split(None, _HEADING_WORDS)) <= _HEADING_WORDS
    if piece.wholly(piece.bold) and short and text.rstrip()[-1:] not in ".!,;…":
        return Block.HEADING
    return Block.PROSE


def _with_quotations(found: Sequence[Passage]) -> list[Passage]:
    """With those in italics or set in as quotations."""
    blocks = quote_set_apart(
        [passage.block for passage in found],
        [passage.pieces[-1].text.text for passage in found],
        [_is_set_apart(passage.pieces[0]) for passage in found],
    )
    return [replace(passage, block=block) for passage, block in zip(found, blocks, strict=True)]


def _is_set_apart(piece: Piece) -> bool:
    return piece.setting.set_in or piece.wholly(piece.italic)


def _write_preformatted(builder: DraftBuilder, piece: Piece, block: Block) -> None:
    """Text with its own line breaks is plain text: its breaks may only fit a page."""
    text = piece.text.text.replace("\t", " ")
    draft = read_plain(text)
    end = 0
    for paragraph in draft.paragraphs:
        span = paragraph.span
        gap = draft.text[end : span.start]
        end = span.end
        builder.begin("\n\n" if "\n\n" in gap else "\n")
        builder.append(span.of(draft.text), compose(cut(draft.runs, span), piece.text.runs))
        builder.end(paragraph.block if block is Block.PROSE else block)
