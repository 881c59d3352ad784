"""Columns and hyphens of PDF files, from words with their places."""

from __future__ import annotations

import pytest

from tuireader.compare.documents.pdf.columns import columns_of
from tuireader.compare.documents.pdf.hyphens import Vocabulary
from tuireader.compare.documents.pdf.words import Word

KNOWN = Vocabulary(frozenset(["understand", "valley", "mark"]), frozenset(["long-term"]))


@pytest.mark.parametrize(
    ("line", "following", "kept"),
    [
        ("they under-", "stand it", False),
        ("the govern-", "ment said", False),
        ("the reser-", "voir broke", False),
        ("in mid-", "January", True),
        ("Mr al-", "Kadhimi", True),
        ("a 5-", "year plan", True),
        ("the long-", "term plan", True),
        ("some twenty-", "five houses", True),
        ("the well-", "known mayor", True),
        ("a cat-and-", "mouse game", True),
        ("the harbour-", "bridge fell", True),
        ("a dash -", "and so on", True),
        ("from 3-", "5 May", True),
    ],
)
def test_which_hyphens_stay(line: str, following: str, kept: bool) -> None:
    assert KNOWN.keeps_hyphen(line, following) is kept


def words(text: str, *, left: float, base: float, step: float = 30.0) -> list[Word]:
    return [
        Word(word, left + number * step, left + number * step + step - 3, base, 10.0)
        for number, word in enumerate(text.split())
    ]


def two_columns(bases: range) -> list[Word]:
    places = ((left, base) for base in bases for left in (50, 210))
    return [w for left, base in places for w in words("a b c d e", left=left, base=base)]


def test_a_lone_line_beside_a_column_is_read_as_on_the_pages_before() -> None:
    full = two_columns(range(100, 180, 12))
    lone = [*words("f g h i j", left=50, base=100), *words("k l m n o", left=50, base=112),
            *words("p q r s t", left=210, base=100)]  # fmt: skip
    found = columns_of([full, lone])
    assert [line.text for column in found[2:] for line in column.lines] == [
        "f g h i j", "k l m n o", "p q r s t",
    ]  # fmt: skip


def test_a_headline_over_two_of_three_columns() -> None:
    page = [
        *words("w w w w w w w w w", left=50, base=60),
        *two_columns(range(90, 200, 12)),
        *(w for y in range(60, 200, 12) for w in words("z z z z z", left=370, base=y)),
    ]
    texts = [column.lines[0].text for column in columns_of([page])]
    assert texts == ["w w w w w w w w w", "a b c d e", "a b c d e", "z z z z z"]
