"""What the screen does where the store can't: it says so, shows nothing undone as done, goes on."""

from __future__ import annotations

import runpy
import sqlite3
from pathlib import Path

import pytest

from tuireader.compare.review.errors import DiskFullError, LockedError, NotWritableError
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session
from tuireader.tui.review.bar import DecisionBar
from tuireader.tui.review.desk import Desk, found, named, sessions_folder
from tuireader.tui.review.screen import ReviewScreen
from tuireader.tui.screens.reader import ReaderScreen

WIDE = (140, 40)


def bar(app) -> str:
    return " ".join(str(app.screen.query_one(DecisionBar).render()).split())


@pytest.mark.parametrize("error", [DiskFullError, NotWritableError, LockedError])
async def test_a_step_that_is_not_stored_is_told_and_tried_again(
    bridge, reviewing, begun, stored, monkeypatch, error
):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("a")
        store = screen.session._store
        append = store.append

        def fail(*_args, **_settings):
            raise error("bridge.review: no luck; free some and repeat it")

        monkeypatch.setattr(store, "append", fail)
        await pilot.press("d")
        assert "not stored bridge.review: no luck" in bar(app)
        assert screen.selection.pair.id == "p3"
        assert screen.item.label is None
        await pilot.press("y")
        assert "not stored" in bar(app)
        await pilot.press("escape", "c")
        assert "not stored" in bar(app)
        monkeypatch.setattr(store, "append", append)
        await pilot.press("y")
        assert "not stored" not in bar(app)
        assert screen.selection.pair.id == "p4"
        with stored() as session:
            assert session.rulings["p1"].label is Label.AGREE
            assert session.rulings["p3"].label is Label.CONFLICT


async def test_the_review_goes_on_in_another_file(
    bridge, reviewing, begun, file, tmp_path, monkeypatch
):
    other = tmp_path / "other.review"
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("a")

        def fail(*_args, **_settings):
            raise DiskFullError("no room")

        monkeypatch.setattr(screen.session._store, "append", fail)
        await pilot.press("d", "o", *["backspace"] * 200, *str(other), "enter")
        await pilot.pause()
        assert screen.session.path == other
        assert screen.selection.pair.id == "p4"
        await pilot.press("c")
    with Session.open(other, tool_version="test", writing=False) as session:
        labels = [session.rulings[pair].label for pair in ("p1", "p3", "p4")]
        assert labels == [Label.AGREE, Label.DIVERGE, Label.CONFLICT]
    with Session.open(file, tool_version="test", writing=False) as session:
        assert session.progress.decided == 1


@pytest.mark.parametrize("what", ["locked", "damaged", "something else", "newer"])
async def test_a_session_that_cannot_be_opened_leaves_one_reading(bridge, reviewing, file, what):
    own = None
    if what == "something else":
        file.write_text("not a session")
    else:
        own = Session.create(file, bridge, reviewer="Ben", tool_version="test")
        if what != "locked":
            own.close()
            own = None
        if what == "damaged":
            data = bytearray(file.read_bytes())
            data[2000:6000] = bytes(4000)
            file.write_bytes(data)
        if what == "newer":
            with sqlite3.connect(file) as connection:
                connection.execute("PRAGMA user_version = 99")
            connection.close()
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(10):
            await pilot.pause()
            await app.workers.wait_for_complete()
        assert type(app.screen) is ReaderScreen
        told = [notice.message for notice in app._notifications]
        assert any(str(file) in line and "\n" not in line for line in told)
    if own:
        own.close()


async def test_a_changed_text_takes_its_decisions_along_and_lists_the_rest(
    bridge, reviewing, begun, file
):
    with Session.create(file, bridge, reviewer="Ana", tool_version="test") as session:
        session.decide("p1", Label.DIVERGE)
        session.decide("p5", Label.AGREE)
        session.note("p5", "ask the crews")
    made = runpy.run_path(str(Path(__file__).parents[1] / "conftest.py"))
    text = bridge.documents[0].text.replace("The mayor praised the crews.", "Nobody was there.")
    a = made["document"](bridge.documents[0].side, text)
    changed = made["comparison_of"](a, bridge.documents[1], made["BRIDGE"][:4])
    app = reviewing(changed)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        assert screen.session.rulings["p1"].label is Label.DIVERGE
        assert len(screen.session.orphans) == 1
        await pilot.press("O")
        assert "ask the crews" in str(app.screen.detail())
        await pilot.press("enter", "y")
        assert screen.item.ruling.note == "ask the crews"
        assert screen.item.label is Label.AGREE
        assert not screen.session.orphans
        await pilot.press("U", "O", "delete")
        assert not screen.session.orphans
        assert isinstance(app.screen, ReviewScreen)


def test_a_session_is_found_by_the_words_of_the_texts_and_the_reviewer(
    bridge, monkeypatch, tmp_path
):
    monkeypatch.setenv("TUIREADER_DATA_DIR", str(tmp_path / "data"))
    with Desk(reviewer="Ana").open(bridge) as session:
        session.decide("p1", Label.AGREE)
        path = session.path
        assert path.parent == sessions_folder()
    with Desk(reviewer="Ana").open(bridge) as session:
        assert session.path == path
        assert session.progress.decided == 1
    with Desk(reviewer="Ben").open(bridge) as session:
        assert session.path != path
    assert found(sessions_folder(), bridge, "Eva") is None
    assert named(sessions_folder(), bridge, "Eva").suffix == ".review"
