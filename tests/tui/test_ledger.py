from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from tuireader.compare.model import Side
from tuireader.tui.ledger import (
    Arrangement,
    Choice,
    Heading,
    Order,
    arranged,
    entries,
    following,
    grouped,
)
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.ledger import LedgerScreen
from tuireader.tui.widgets.listing import Listing

_made = runpy.run_path(str(Path(__file__).with_name("conftest.py")))
HAND_MADE = _made["comparison_of"](
    _made["document"](Side.A, _made["REPORT"]),
    _made["document"](Side.B, _made["COUNTER"]),
    _made["BRIDGE"],
)


def ids(comparison, order: Order, choice: Choice) -> list[str]:
    return [row.subject.id for row in arranged(entries(comparison), Arrangement(order, choice))]


@pytest.mark.parametrize(
    ("order", "choice", "expected"),
    [
        (Order.GRAVITY, Choice.ALL, ["p1", "p3", "p4", "p2", "p5", "b5", "a4", "a7"]),
        (Order.PLACE, Choice.CONFLICTS, ["p1", "p3", "p4"]),
        (Order.PLACE, Choice.DIVERGENCES, ["p2"]),
        (Order.PLACE, Choice.AGREEMENTS, ["p5"]),
        (Order.PLACE, Choice.ONLY_A, ["a4", "a7"]),
        (Order.PLACE, Choice.ONLY_B, ["b5"]),
    ],
)
def test_entries_are_chosen_and_sorted(bridge, order, choice, expected):
    found = ids(bridge, order, choice)
    if choice is Choice.ALL:
        assert found[:5] == expected[:5]
        assert set(found) == set(expected)
    else:
        assert found == expected


def test_topics_come_before_what_has_none(bridge):
    assert ids(bridge, Order.TOPIC, Choice.ALL)[0] == "p1"


TOPICS = ("votes", "money", "", "money", "")


@pytest.fixture
def watched(bridge):
    pairs = tuple(
        replace(pair, topic=topic) for pair, topic in zip(bridge.pairs, TOPICS, strict=True)
    )
    return replace(bridge, pairs=pairs)


def topic_of(claim) -> str:
    return "money" if claim.id == "b5" else ""


def test_claims_alone_have_their_topics_and_kinds_too(watched):
    rows = entries(watched, topic_of)
    money = [row.subject.id for row in arranged(rows, Arrangement(Order.PLACE, topic="money"))]
    assert money == ["p2", "p4", "b5"]
    alone = arranged(rows, Arrangement(choice=Choice.ONLY_B, topic="money"))
    assert [row.subject.id for row in alone] == ["b5"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("quantity", ["p2", "p4"]), ("polarity", ["p3"]), ("status", ["p1"]), ("wording", ["p5"])],
)
def test_a_kind_of_reason_chooses(bridge, kind, expected):
    found = arranged(entries(bridge), Arrangement(Order.PLACE, kind=kind))
    assert [row.subject.id for row in found] == expected


def test_by_topic_the_gravest_topic_comes_first_and_what_has_none_last(watched):
    rows = grouped(arranged(entries(watched, topic_of), Arrangement(Order.TOPIC)), ())
    told = [row.topic if isinstance(row, Heading) else row.subject.id for row in rows]
    assert told == ["votes", "p1", "money", "p4", "p2", "b5", "", "p3", "p5", "a4", "a7"]
    money = rows[2]
    assert list(money.counts.values()) == [1, 1, 0, 1]


def test_a_folded_topic_is_one_row(watched):
    rows = grouped(arranged(entries(watched), Arrangement(Order.TOPIC)), {"money", ""})
    told = [row.topic if isinstance(row, Heading) else row.subject.id for row in rows]
    assert told == ["votes", "p1", "money", ""]


@given(
    st.sampled_from(["order", "choice", "topic", "kind"]),
    st.builds(Arrangement, st.sampled_from(Order), st.sampled_from(Choice)),
)
def test_the_next_value_always_shows_something(field, arrangement):
    rows = entries(HAND_MADE, topic_of)
    changed = following(arrangement, field, rows)
    assert changed == arrangement or arranged(rows, changed)
    if arranged(rows, arrangement):
        back = following(changed, field, rows, forward=False)
        assert back == arrangement


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (140, 30)])
async def test_enter_goes_to_the_entry(bridge, read, size):
    app = read(bridge)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("v")
        assert isinstance(app.screen, LedgerScreen)
        await pilot.press("j", "j", "k", "enter")
        await pilot.pause()
        assert app.screen.panes[Side.A]._chosen == {"a3", "b3"}


async def test_a_claim_alone_is_gone_to_in_its_own_text(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v", *"fffff")
        screen = app.screen
        assert screen.query_one(Listing).subject.id == "b5"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.pane.side is Side.B
        assert app.screen.panes[Side.B]._chosen == {"b5"}


async def test_the_list_shows_both_sides_and_the_reason(bridge, read):
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=(160, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        row = app.screen.query_one(Listing).render_line(0).text
        for part in (
            "≠",
            "The harbour bridge will reopen",
            "The bridge stays closed",
            "status: open",
        ):
            assert part in row


async def test_keys_move_page_help_and_leave(long, read):
    app = read(long)
    async with app.run_test(size=(140, 20)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        screen = app.screen
        listing = screen.query_one(Listing)
        await pilot.press("G")
        assert listing.cursor == len(entries(long)) - 1
        await pilot.press("g", "space")
        assert listing.cursor == listing.size.height - 1
        await pilot.press("ctrl+b", "s", "f")
        assert listing.cursor == 0
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "q")
        assert not isinstance(app.screen, LedgerScreen)


async def test_an_empty_choice_is_no_trouble(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 20)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        app.screen.query_one(Listing).fill(())
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.is_running


async def test_clicking_twice_goes_there(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 20)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        await pilot.click(Listing, offset=(10, 3))
        assert isinstance(app.screen, LedgerScreen)
        await pilot.click(Listing, offset=(10, 3))
        await pilot.pause()
        assert app.screen.panes[Side.A]._chosen == {"a2", "b2"}


async def test_the_entry_under_the_cursor_is_shown_whole(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(80, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v", "j")
        detail = str(app.screen.detail.query_one(Static).content)
        assert "A  No cracks were found in the eastern tower." in detail
        assert "B  An inspection in January found two cracks in the eastern tower." in detail
        assert "polarity: A says there are none, B says there are two" in detail


async def test_topics_fold_by_key_and_by_enter(watched, read):
    app = read(watched)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v", "z")
        listing = app.screen.listing
        assert [row.topic for row in listing._rows] == ["votes", "money", ""]
        await pilot.press("j", "enter", "j")
        assert listing.subject.id == "p4"
        await pilot.press("k", "enter", "z")
        assert len(listing._rows) == 3 + 8
        await pilot.press("s")
        assert not any(isinstance(row, Heading) for row in listing._rows)


async def test_other_filters_keep_the_entry_under_the_cursor(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v", "j")
        assert app.screen.listing.subject.id == "p3"
        await pilot.press("f")
        assert app.screen.listing.subject.id == "p3"
        await pilot.press("w", "w", "w", "W", "F", "s")
        assert app.screen.arrangement.order is Order.PLACE


async def test_the_ledger_copies(bridge, read, monkeypatch):
    monkeypatch.setattr("tuireader.tui.terminal.copying.to_system", lambda text: True)
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v", "j", "y")
        assert app.clipboard.startswith("City: No cracks were found")
        await pilot.press("G", "Y")
        assert app.clipboard == bridge.only(Side.A)[-1].text


@pytest.mark.parametrize("word", ["show all", "by gravity"])
async def test_what_is_shown_can_be_changed_with_the_mouse(bridge, read, word):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        before = app.screen.arrangement
        what = str(app.screen.query_one("#ledger--what").content)
        await pilot.click("#ledger--what", offset=(what.index(word) + 2, 0))
        await pilot.pause()
        assert app.screen.arrangement != before
