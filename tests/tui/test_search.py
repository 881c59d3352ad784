from __future__ import annotations

import threading
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Side, Span
from tuireader.tui.finding.search import Hits, Query, SearchError
from tuireader.tui.finding.worker import Finding
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
        (Query("mayor's"), "the mayor’s, the mayor's", ["mayor’s", "mayor's"]),
        (Query('"yes"'), "“Yes” and «yes»", ["“Yes”", "«yes»"]),
        (Query("2010-2012"), "2010–2012", ["2010–2012"]),
        (Query("a  b"), "a b", ["a b"]),
        (Query(" b"), "a b", [" b"]),
        (Query("  "), "a  b", ["  "]),
        (Query("'", regex=True), "’ '", ["'"]),
    ],
)
def test_what_a_query_finds(query, text, found):
    assert [span.of(text) for span in query.find(text)] == found


def test_a_broken_expression_says_so():
    with pytest.raises(SearchError, match="not a regular expression"):
        Query("(", regex=True).find("x")


@given(st.text(alphabet="ab ", max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_touching_is_what_overlaps(text, start, length):
    hits = Query("ab").find(text)
    window = Span(start, start + length)
    overlapping = {span for span in hits if span.overlaps(window)}
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
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "expression found 1/1 in A, 1 in B" in status(app)
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


async def test_what_is_typed_is_looked_for_from_where_one_was_and_escape_goes_back(long, read):
    app = read(long)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        pane = app.screen.pane
        await pilot.press("space", "space")
        top = pane.top
        await pilot.press("slash", *"hall 4")
        near = pane._hit
        assert near.start >= pane.index.row(top).start
        await pilot.press("backspace", *"6", "backspace", *"4")
        assert pane._hit == near
        await pilot.press("escape")
        assert pane.top == top
        await pilot.press("slash", *"year 60", "enter", "minus")
        assert pane.top == top


CATASTROPHE = Query("(a+)+b", regex=True)


def test_an_expression_that_takes_for_ever_is_given_up():
    with pytest.raises(SearchError, match=r"longer than 0\.2 s; make it simpler"):
        Finding(CATASTROPHE, ["a" * 40], patience=0.2).run()


def test_an_expression_finds_in_a_process_of_its_own_what_it_finds_here():
    texts = ["one\ntwo \ud800 two", "", "TWO é two"]
    query = Query(r"^t\w+|two$", regex=True)
    assert Finding(query, texts).run() == [query.find(text) for text in texts]


def test_a_search_that_is_stopped_ends():
    finding = Finding(CATASTROPHE, ["a" * 40], patience=60)
    thread = threading.Timer(0.1, finding.stop)
    thread.start()
    with pytest.raises(SearchError, match="stopped"):
        finding.run()
    thread.join()
    finding = Finding(CATASTROPHE, ["a" * 40], patience=60)
    finding.stop()
    with pytest.raises(SearchError, match="stopped"):
        finding.run()


async def test_the_screen_answers_while_an_expression_is_looked_for(bridge, read, monkeypatch):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        started = []
        monkeypatch.setattr(Finding, "run", lambda self: started.append(self) or wait_for(self))
        await pilot.press("slash", "ctrl+r", *"(a+)+b")
        assert status(app).startswith("5 pairs  looking")
        for finding in started:
            assert finding._stopped == (finding is not started[-1])
        await pilot.press("escape", "j")
        assert all(finding._stopped for finding in started)
        assert "pair 1/5" in status(app)


def wait_for(finding: Finding) -> list[Hits]:
    """A search that goes on until it is stopped."""
    while not finding._stopped:
        sleep(0.001)
    raise SearchError("stopped")
