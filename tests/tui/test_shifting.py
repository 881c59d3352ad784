from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.changes.shifting import Shift

OLD = "One.\n\nTwo is here.\n\nThree.\n\nFour."

WORDS = st.lists(st.sampled_from(["", "a", "b", "cc", "ddd", "e f"]), max_size=12).map("\n".join)


def word_at(text: str, place: int) -> str:
    return text[place:].split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("new", "word"),
    [
        (OLD, "Two is here."),
        (f"Before.\n\n{OLD}", "Two is here."),
        (OLD.replace("One.", "One, and one."), "Two is here."),
        (OLD.replace("One.\n\n", ""), "Two is here."),
        (OLD.replace("Two is", "Two was"), "Two was here."),
        (OLD.replace("Two is here.", "A.\n\nB."), "A."),
        ("Four.\n\nThree.\n\nTwo is here.\n\nOne.", "Two is here."),
    ],
)
def test_a_line_is_found_again(new, word):
    assert word_at(new, Shift(OLD, new)(OLD.index("Two"))) == word


def test_a_place_inside_a_line_stays_inside_it():
    new = f"Before.\n{OLD}"
    place = OLD.index("here")
    assert word_at(new, Shift(OLD, new)(place)) == "here."


@given(WORDS, WORDS, st.integers(0, 60))
def test_any_place_lands_inside_the_new_text(old, new, place):
    assert 0 <= Shift(old, new)(min(place, len(old))) <= len(new)


@given(WORDS, st.integers(0, 60))
def test_nothing_moves_in_the_same_text(text, place):
    place = min(place, len(text))
    assert Shift(text, text)(place) == place


@given(WORDS, WORDS)
def test_what_is_written_before_moves_all_the_rest(head, text):
    new = f"{head}\nunique line\n{text}"
    old = f"unique line\n{text}"
    place = len(old) - len(text)
    assert Shift(old, new)(place) == len(new) - len(text)
