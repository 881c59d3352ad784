from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Side, Span
from tuireader.tui.search import Hits, Query, SearchError
from tuireader.tui.widgets.searchbar import SearchBar
from tuireader.tui.widgets.status import StatusLine


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        (Query("bridge"), "The Bridge, a bridge", ["Bridge", "bridge"]),
        (Query("Bridge"), "The Bridge, a bridge", ["Bridge"]),
        (Query("main span"), "the main\nspan", ["main\nspan"]),
        (Query("a.c"), "abc a.c", ["a.c"]),
        (Query("a.c", regex=True), "abc a.c", ["abc", "a.c"]),
        (Query("^b", regex=True), "a\nb", ["b"]),
        (Query("x*", regex=True), "axxb", ["xx"]),
        (Query(""), "abc", []),
        (Query("[bold]"), "[bold] [/bold]", ["[bold]"]),
    ],
)
def test_what_a_query_finds(query, text, found):
    assert [span.of(text) for span in query.find(text).spans] == found


def test_a_broken_expression_says_so():
    with pytest.raises(SearchError, match="not a regular expression"):
        Query("(", regex=True).find("x")


@given(st.text(alphabet="ab ", max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_touching_is_what_overlaps(text, start, length):
    hits = Query("ab").find(text)
    window = Span(start, start + length)
    overlapping = {span for span in hits.spans if span.overlaps(window)}
    near = hits.touching(window.start, window.end)
    assert overlapping <= set(near)
    assert all(span.start <= window.end and window.start <= span.end for span in near)


def test_stepping_goes_round():
    hits = Hits((Span(1, 2), Span(5, 6)))
    assert hits.after(1) == Span(5, 6)
    assert hits.after(5) == Span(1, 2)
    assert hits.before(1) == Span(5, 6)
    assert hits.number(Span(5, 6)) == 2


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def status(app) -> str:
    return str(app.screen.query_one(StatusLine).render())


async def test_searching_marks_counts_and_steps(long, read):
    app = read(long)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"hall 4", "enter")
        pane = app.screen.pane
        assert pane.has_focus
        assert "found 1/9 in A, 9 in B" in status(app)
        await pilot.press("n", "n")
        assert "found 3/9" in status(app)
        place = pane._hit.start
        assert pane.window[0] <= place < pane.window[1]
        await pilot.press("N")
        assert "found 2/9" in status(app)
        await pilot.press("tab", "n")
        assert "in B, 9 in A" in status(app)
        await pilot.press("escape")
        assert "found" not in status(app)
        assert len(app.screen.panes[Side.A]._hits) == 0


async def test_the_bar_takes_expressions_and_leaves_on_escape(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("slash", "ctrl+r", *r"\d+ bolts")
        assert "found 1/1 in A, 1 in B" in status(app)
        await pilot.press("backspace", *"(")
        assert "not a regular expression" in status(app)
        await pilot.press("escape")
        assert not app.screen.query_one(SearchBar).display
        assert app.screen.pane.has_focus


async def test_what_is_not_there_is_not_found(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"zebra", "enter", "n")
        assert "not found" in status(app)
