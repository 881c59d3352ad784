"""Files that change under the reader: compared again, and the reader stays where it is."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from tuireader import api
from tuireader.compare.model import Comparison, Side
from tuireader.tui.app import ReaderApp
from tuireader.tui.changes.refreshing import Refreshing
from tuireader.tui.opening.request import Request
from tuireader.tui.opening.sitting import Shelf
from tuireader.tui.screens.ledger import LedgerScreen
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why

SIZE = (120, 24)


TOWNS = [
    f"{head}{tail}"
    for head in ("Abr", "Bod", "Cav", "Dron", "Elg", "Fal", "Gur", "Hest")
    for tail in ("elin", "ovar", "usk", "ington", "amere")
]


def report(count: int, changed: str = "") -> str:
    """A paragraph a town; `changed` is the one of the thirtieth."""
    lines = [
        f"In {1900 + number} the mill of {town} ground {number + 11} tonnes of rye."
        for number, town in enumerate(TOWNS[:count])
    ]
    if changed:
        lines[30] = changed
    return "\n\n".join(lines) + "\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(report(40))
    b.write_text(report(40))
    return a, b


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Refreshing, "pause", 0.005)


def reader(files: tuple[Path, Path], compare=None, **settings: object) -> ReaderApp:
    def usual(a, b, progress):
        return api.compare(a, b, progress=progress)

    reading = Request(*map(str, files)).read()
    return ReaderApp(None, None, compare or usual, reading=reading, watch=True, **settings)


async def until(pilot, there: Callable[[], object]) -> None:
    for _ in range(3_000):
        await pilot.pause(0.005)
        if there():
            return
    pytest.fail("never came to it")


async def compared(pilot) -> Comparison:
    await until(pilot, lambda: pilot.app.screen.comparison)
    await pilot.pause()
    return pilot.app.screen.comparison


def status(app: ReaderApp) -> str:
    return str(app.screen.query_one(StatusLine).render())


def notices(app: ReaderApp) -> list[str]:
    return [notice.message for notice in app._notifications]


def first_line(app: ReaderApp, side: Side) -> str:
    pane = app.screen.panes[side]
    return pane.document.text[pane.first_words[0] :].split("\n", 1)[0]


async def test_a_change_is_compared_and_the_place_stays(files, tmp_path):
    app = reader(files, shelf=Shelf(tmp_path / "state"))
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        screen = app.screen
        await pilot.press("slash", *"1931", "enter")
        await pilot.press("m", "x", "enter")
        pair = screen.selection.pair
        await pilot.press("j")
        pair = screen.selection.pair
        chosen = before.claim(pair.a[0]).text
        tops = [first_line(app, side) for side in Side]
        other = f"In 1930 the mill of {TOWNS[30]} ground 99 tonnes of rye."
        files[1].write_text("A new beginning.\n\nAnd more.\n\n" + report(40, other))
        await until(pilot, lambda: screen.comparison is not before)
        await pilot.pause()
        wanted = re.compile(r"b\.txt changed: \d+ new conflict")
        await until(pilot, lambda: any(map(wanted.match, notices(app))))
        assert [first_line(app, side) for side in Side] == tops
        now = screen.selection.pair
        assert screen.comparison.claim(now.a[0]).text == chosen
        assert now.b[0] in screen.panes[Side.B]._chosen
        assert "found" in status(app)
        hits = screen.search._hits[Side.B]
        assert {hit.of(screen.panes[Side.B].document.text) for hit in hits} == {"1931"}
        await pilot.press("g", "apostrophe", "x")
        assert first_line(app, Side.A) in tops[0] or screen.panes[Side.A].first_words[0] > 0
        await pilot.press("backspace")
    kept = Shelf(tmp_path / "state").recents.load()
    assert kept[0].counts == screen.comparison.summary


async def test_an_editor_puts_a_new_file_in_the_place_of_the_old(files):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        draft = files[0].with_suffix(".swp")
        draft.write_text(report(39))
        draft.replace(files[0])
        await until(pilot, lambda: app.screen.comparison is not before)
        await until(pilot, lambda: any(each.startswith("a.txt changed:") for each in notices(app)))


async def test_a_touched_file_is_no_news(files):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        files[0].write_text(report(40))
        stamp = app.screen.refreshing.reading.stamps[files[0]]
        await until(pilot, lambda: app.screen.refreshing.reading.stamps[files[0]] != stamp)
        assert app.screen.comparison is before
        assert notices(app) == []


async def test_a_file_that_is_gone_is_told_and_comes_back(files):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        kept = files[1].rename(files[1].with_suffix(".kept"))
        await until(pilot, lambda: "b.txt is gone" in status(app))
        assert "tonnes of rye" in app.screen.panes[Side.B].document.text
        kept.write_text(report(38))
        kept.rename(files[1])
        await until(pilot, lambda: app.screen.comparison is not before)
        await until(pilot, lambda: "gone" not in status(app))


async def test_a_file_that_can_not_be_read_is_told_once_and_tried_again(files):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        files[1].write_text("")
        await until(pilot, lambda: "can't be read" in status(app))
        await until(pilot, lambda: any("it is empty" in each for each in notices(app)))
        told = len(notices(app))
        await pilot.pause(0.3)
        assert len(notices(app)) == told
        files[1].write_text(report(37))
        await until(pilot, lambda: app.screen.comparison is not before)
        assert "can't be read" not in status(app)


@pytest.mark.parametrize("key", ["f5", "ctrl+r"])
async def test_asked_for_by_a_key(files, key):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        app.screen.refreshing._watcher.stop()
        await pilot.press(key)
        await until(pilot, lambda: "Nothing has changed." in notices(app))
        files[0].write_text(report(36))
        await pilot.press(key)
        await until(pilot, lambda: app.screen.comparison is not before)
        await until(pilot, lambda: notices(app)[-1].startswith("Read again: "))


async def test_a_comparison_that_was_stopped_can_be_had_again(files):
    go, stops = threading.Event(), [True]

    def compare(a, b, progress):
        while stops[0]:
            progress("align", 1, 2)
            go.wait(0.005)
        return api.compare(a, b)

    app = reader(files, compare)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "escape stops" in status(app))
        await pilot.press("escape")
        await until(pilot, lambda: "stopped" in status(app))
        stops[0] = False
        await pilot.press("f5")
        await compared(pilot)
        assert "stopped" not in status(app)


async def test_the_old_comparison_is_there_while_the_new_one_is_made_and_when_it_is_stopped(files):
    calls, stops = [], [False]

    def compare(a, b, progress):
        calls.append(b.text)
        while stops[0]:
            progress("judge", 1, 4)
            threading.Event().wait(0.005)
        return api.compare(a, b)

    app = reader(files, compare)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        stops[0] = True
        files[1].write_text(report(35))
        await until(pilot, lambda: len(calls) == 2 and "escape stops" in status(app))
        await pilot.press("j", "j")
        assert app.screen.selection.pair is before.pairs[1]
        await pilot.press("escape")
        await until(pilot, lambda: "stopped" in status(app))
        assert app.screen.comparison is before
        assert app.screen.selection.pair is before.pairs[1], "escape stopped, and did no more"
        assert "conflict" not in str(app.screen.query_one(Why).query_one(Static).content)
        await pilot.pause(0.1)
        assert len(calls) == 2, "what was stopped does not begin again by itself"


async def test_a_second_change_takes_the_place_of_the_first(files):
    stops, begun = [False], []

    def compare(a, b, progress):
        while stops[0] and "first change" in b.text:
            begun.append(1)
            progress("judge", 1, 4)
            threading.Event().wait(0.005)
        return api.compare(a, b)

    app = reader(files, compare)
    async with app.run_test(size=SIZE) as pilot:
        await compared(pilot)
        stops[0] = True
        files[1].write_text("The first change.\n\n" + report(40))
        await until(pilot, lambda: begun)
        files[1].write_text("The second change.\n\n" + report(40))
        await until(pilot, lambda: "second" in app.screen.panes[Side.B].document.text)
        assert "stopped" not in status(app)


async def test_a_failing_comparison_leaves_the_old_one(files):
    def compare(a, b, progress):
        if "boom" in b.text:
            raise RuntimeError("no [luck]")
        return api.compare(a, b)

    app = reader(files, compare)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        files[1].write_text("The boom.\n\n" + report(40))
        await until(pilot, lambda: any("no [luck]" in notice for notice in notices(app)))
        assert app.screen.comparison is before


async def test_the_ledger_goes_to_the_right_pair_although_the_file_changed(files):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        before = await compared(pilot)
        screen = app.screen
        await pilot.press("v")
        assert isinstance(app.screen, LedgerScreen)
        files[0].write_text("In 1899 there was no mill.\n\n" + report(40))
        await until(pilot, lambda: screen.comparison is not before)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and screen.selection.pair)
        assert screen.selection.pair in screen.comparison.pairs


async def test_nothing_is_watched_where_that_is_not_wanted(files):
    reading = Request(*map(str, files)).read()
    app = ReaderApp(None, None, lambda a, b, p: api.compare(a, b), reading=reading, watch=False)
    async with app.run_test(size=SIZE) as pilot:
        await compared(pilot)
        assert app.screen.refreshing._watcher is None
