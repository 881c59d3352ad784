from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.align.context import CONTEXT, Cell, contexts

guesses = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0, 1), max_size=20
)


def fitting(table: dict[Cell, float]) -> dict[Cell, tuple[float, float]]:
    return dict(zip(table, contexts([*table], [*table.values()]), strict=True))


@given(guesses)
def test_swapping_the_sides_changes_nothing(table: dict[Cell, float]) -> None:
    straight = fitting(table)
    swapped = fitting({cell[::-1]: value for cell, value in table.items()})
    for cell, values in straight.items():
        assert swapped[cell[::-1]] == pytest.approx(values)


def test_a_cell_on_the_way_of_its_neighbours_fits_better_than_one_astray() -> None:
    sure = {(0, 0): 0.9, (1, 1): 0.9, (3, 3): 0.9, (4, 4): 0.9}
    found = fitting({**sure, (2, 2): 0.1, (2, 8): 0.1})
    for index, name in enumerate(CONTEXT):
        assert found[2, 2][index] > found[2, 8][index], name


def test_a_cell_is_no_witness_for_itself() -> None:
    alone = fitting({(2, 2): 0.9})[2, 2]
    assert alone == (0, 0)
