from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Block, Document, Paragraph, Side, Span
from tuireader.tui.widgets import rows as rows_module
from tuireader.tui.widgets.rows import RowIndex


def document(pieces: list[tuple[str, Block]]) -> Document:
    text, paragraphs = "", []
    for piece, block in pieces:
        paragraphs.append(Paragraph(Span(len(text), len(text) + len(piece)), block))
        text += piece + "\n"
    return Document(Side.A, "memory", text, tuple(paragraphs))


PIECES = st.lists(
    st.tuples(
        st.text(alphabet="ab cé漢 ", min_size=1, max_size=40).filter(str.strip),
        st.sampled_from(list(Block)),
    ),
    max_size=12,
)


@given(PIECES, st.integers(4, 20))
def test_every_place_is_in_the_row_that_number_says(pieces, width):
    doc = document(pieces)
    index = RowIndex(doc, width)
    for number in range(index.total):
        row = index.row(number)
        assert row is not None
        for place in range(row.start, row.end):
            assert index.number(place) == number
        if row.gap:
            assert index.number(row.start) - row.gap == number
    assert index.row(index.total) is None


@given(PIECES, st.integers(4, 20))
def test_a_lazy_index_ends_up_like_an_eager_one(pieces, width):
    doc = document(pieces)
    eager = RowIndex(doc, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "EAGER", -1)
        patch.setattr(rows_module, "CHUNK", 2)
        lazy = RowIndex(doc, width)
        for paragraph in reversed(doc.paragraphs):
            lazy.number(paragraph.span.start)
        lazy.row(0)
        assert [lazy.row(n) for n in range(lazy.total)] == [
            eager.row(n) for n in range(eager.total)
        ]


def test_what_nobody_looks_at_is_not_wrapped():
    doc = document([("word " * 30, Block.PROSE)] * 5000)
    index = RowIndex(doc, 40)
    guess = index.total
    assert index.row(10) is not None
    assert index.version <= 1
    for number in range(0, 5000, 64):
        index.number(doc.paragraphs[number].span.start)
    assert abs(index.total - guess) < 0.25 * index.total


def test_guesses_grow_with_the_place():
    doc = document([("word " * (n % 40 + 1), Block.PROSE) for n in range(3000)])
    index = RowIndex(doc, 30)
    index.number(len(doc.text) // 2)
    guesses = [index.guess(place) for place in range(0, len(doc.text), 997)]
    assert guesses == sorted(guesses)


@pytest.mark.parametrize(
    ("blocks", "gaps"),
    [
        ([Block.PROSE, Block.PROSE], [0, 1]),
        ([Block.ITEM, Block.ITEM], [0, 0]),
        ([Block.PROSE, Block.ITEM, Block.ITEM, Block.PROSE], [0, 1, 0, 1]),
        ([Block.TABLE, Block.TABLE], [0, 0]),
        ([Block.PROSE, Block.BOILERPLATE, Block.BOILERPLATE], [0, 2, 0]),
        ([Block.BOILERPLATE], [1]),
    ],
)
def test_empty_rows_stand_between_paragraphs(blocks, gaps):
    index = RowIndex(document([("x", block) for block in blocks]), 10)
    shown = [index.row(number) for number in range(index.total)]
    assert [
        sum(1 for row in shown if row.paragraph == n and row.gap) for n in range(len(gaps))
    ] == gaps


def test_an_empty_document_has_one_row():
    index = RowIndex(Document(Side.A, "-", "", ()), 10)
    assert index.total == 1
