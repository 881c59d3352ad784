from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.align.assignment import assign

SIZE = 5
cells = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)),
    st.integers(-3, 9).map(float),
)


def best_total(gains: dict[tuple[int, int], float]) -> float:
    """By trying every assignment: slow and obvious."""
    return max(
        sum(max(gains.get((row, column), 0.0), 0.0) for row, column in enumerate(order))
        for order in permutations(range(SIZE))
    )


@given(cells)
def test_it_is_as_good_as_the_best_of_all_assignments(gains: dict[tuple[int, int], float]) -> None:
    chosen = assign(gains)
    assert sum(gains[cell] for cell in chosen) == best_total(gains)


@given(cells)
def test_no_row_and_no_column_is_used_twice(gains: dict[tuple[int, int], float]) -> None:
    chosen = assign(gains)
    assert len({row for row, _ in chosen}) == len(chosen) == len({column for _, column in chosen})


@given(cells)
def test_nothing_is_chosen_at_no_gain(gains: dict[tuple[int, int], float]) -> None:
    assert all(gains[cell] > 0 for cell in assign(gains))


def test_the_whole_counts_not_the_greediest_pick() -> None:
    gains = {(0, 0): 10.0, (0, 1): 9.0, (1, 0): 9.0, (1, 1): 1.0}
    assert assign(gains) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("gains", [{}, {(3, 7): -1.0}, {(0, 0): 0.0}])
def test_an_empty_table_gives_nothing(gains: dict[tuple[int, int], float]) -> None:
    assert assign(gains) == []


def test_a_part_too_large_to_solve_is_nearly_as_good_and_always_the_same() -> None:
    chance = random.Random(5)
    size = 300
    gains = {(row, row): chance.uniform(0.5, 1) for row in range(size)}
    gains |= {
        (chance.randrange(size), chance.randrange(size)): chance.uniform(0, 0.4)
        for _ in range(4 * size)
    }
    chosen = assign(gains)
    rows, columns = zip(*chosen, strict=True)
    assert len(set(rows)) == len(rows) == len(set(columns))
    diagonal = sum(gains[row, row] for row in range(size))
    assert sum(gains[cell] for cell in chosen) >= 0.95 * diagonal
    shuffled = list(gains.items())
    chance.shuffle(shuffled)
    assert assign(dict(shuffled)) == chosen
