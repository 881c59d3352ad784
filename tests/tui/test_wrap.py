from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tuireader.tui.widgets.wrap import is_narrow, wrap

WORDS = st.text(
    alphabet=st.sampled_from("ab é’—\u00a0漢字、。（）🙂\u200d\ufe0f\u0301👨👩ابجд \n-"),
    max_size=60,
)


def rows(text: str, width: int, **how: bool) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, **how)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one  two", 6, ["one", "two"]),
        ("one two three", 9, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
        ("  indented prose", 8, ["indented", "prose"]),
        ("hand\nwrapped lines", 12, ["hand\nwrapped", "lines"]),
        ("don’t — “quote”", 8, ["don’t —", "“quote”"]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("漢字漢。字", 6, ["漢字", "漢。字"]),
        ("ab漢字", 4, ["ab漢", "字"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("\U0001f468\u200d\U0001f469 x", 2, ["\U0001f468\u200d\U0001f469", "x"]),
        ("10\u00a0000 km", 6, ["10\u00a0000", "km"]),
    ],
)
def test_rows_break_where_a_reader_expects(text, width, expected):
    assert rows(text, width) == expected


def test_table_lines_keep_their_breaks_and_indents():
    assert rows("a  1\n  b  2\n\nc", 10, keep_lines=True) == ["a  1", "  b  2", "", "c"]


@given(WORDS, st.integers(2, 12), st.booleans())
def test_rows_hold_every_visible_character_once_and_in_order(text, width, keep_lines):
    found = wrap(text, 0, len(text), width, keep_lines=keep_lines)
    end = 0
    for start, stop in found:
        assert not text[end:start].strip()
        assert start <= stop
        end = stop
    assert not text[end:].strip()


@given(WORDS, st.integers(2, 12))
def test_no_row_is_wider_than_asked(text, width):
    for row in rows(text, width):
        assert cell_len(row.replace("\n", " ")) <= width


@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 12))
def test_the_quick_way_and_the_careful_way_agree(text, width):
    careful = [row for row in rows(text + " é\u0301", width) if row.strip()]
    quick = [row for row in rows(text + " é", width) if row.strip()]
    assert [row.replace("\u0301", "") for row in careful] == quick


def test_narrow_characters_are_narrow_for_rich():
    narrow = [chr(code) for code in range(32, sys.maxunicode) if is_narrow(chr(code))]
    wrong = [char for char in narrow if char != "\x7f" and get_character_cell_size(char) != 1]
    assert wrong == []
