from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Side
from tuireader.tui import linking
from tuireader.tui.linking import anchors
from tuireader.tui.widgets import rows


def chain(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    class Fake:
        pairs = tuple(range(len(places)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "first_place", lambda _, pair, side: places[pair][side is Side.B])
        return anchors(Fake())


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([(1, 1)], [(1, 1)]),
        ([(1, 9), (2, 2), (3, 3)], [(2, 2), (3, 3)]),
        ([(1, 1), (2, 8), (3, 3), (4, 4)], [(1, 1), (3, 3), (4, 4)]),
        ([(1, 5), (1, 2), (2, 3)], [(1, 2), (2, 3)]),
    ],
)
def test_crossing_pairs_are_left_out(places, expected):
    assert chain(places) == expected


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=30))
def test_anchors_rise_on_both_sides_and_are_as_many_as_can_be(places):
    found = chain(places)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert set(found) <= set(places)
    best: dict[tuple[int, int], int] = {}
    for a, b in sorted(set(places)):
        best[a, b] = 1 + max((best[c, d] for c, d in best if c < a and d < b), default=0)
    assert len(found) == max(best.values(), default=0)


async def test_following_is_monotone_and_meets_at_both_ends(long, read):
    app = read(long)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        a, b = app.screen.panes.values()
        tops = []
        for row in range(0, a.index.total, 3):
            a.scroll_to_row(row)
            tops.append(b.top)
        assert tops == sorted(tops)
        assert tops[0] == 0
        assert tops[-1] == b.index.total - b.size.height


async def test_looking_far_ahead_moves_neither_text(long, read, monkeypatch):
    monkeypatch.setattr(rows, "EAGER", -1)
    monkeypatch.setattr(rows, "CHUNK", 4)
    app = read(long)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        a, b = app.screen.panes.values()
        await pilot.press("G", "ctrl+b", "ctrl+b", "ctrl+b")
        before = a.window[0], b.window[0]
        version = a.index.version
        for pane in (a, b):
            for paragraph in pane.document.paragraphs:
                pane.row_of(paragraph.span.start)
        assert a.index.version > version
        assert (a.window[0], b.window[0]) == before
