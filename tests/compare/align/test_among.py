"""What a candidate is among the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.align.among import AMONG, among
from tuireader.compare.align.context import Cell

STANDING, PLACE = map(AMONG.index, ("standing", "place"))
likenesses = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0, 1), max_size=20
)


def told(table: dict[Cell, float], height: int, width: int) -> dict[Cell, tuple[float, float]]:
    return dict(zip(table, among([*table], [*table.values()], height, width), strict=True))


@given(likenesses)
def test_swapping_the_sides_changes_nothing(table: dict[Cell, float]) -> None:
    straight = told(table, 10, 10)
    swapped = told({cell[::-1]: value for cell, value in table.items()}, 10, 10)
    for cell, values in straight.items():
        assert swapped[cell[::-1]] == pytest.approx(values)
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in values)


def test_the_best_of_both_stands_highest() -> None:
    found = told({(0, 0): 0.8, (0, 1): 0.4, (1, 1): 0.6}, 2, 2)
    assert found[0, 0][STANDING] == 1
    assert found[0, 1][STANDING] < found[1, 1][STANDING] == 1


def test_place_counts_from_the_start_of_what_is_shared() -> None:
    table = {(k, k): 0.5 for k in range(4)} | {(1, 3): 0.1}
    found = told(table, 4, 4)
    assert found[1, 1][PLACE] == 1
    assert found[1, 3][PLACE] < 1


def test_claims_without_a_counterpart_move_no_place() -> None:
    plain = told({(0, 0): 0.5, (1, 1): 0.5, (0, 1): 0.2}, 2, 2)
    padded = told({(0, 0): 0.5, (4, 1): 0.5, (0, 1): 0.2}, 5, 2)
    assert padded[0, 1] == plain[0, 1]
    assert padded[4, 1] == plain[1, 1]
