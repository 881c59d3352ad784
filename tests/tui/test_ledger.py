from __future__ import annotations

import pytest

from tuireader.compare.model import Side
from tuireader.tui.ledger import Choice, Order, arranged, entries
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.ledger import LedgerScreen
from tuireader.tui.widgets.listing import Listing


def ids(comparison, order: Order, choice: Choice) -> list[str]:
    return [row.subject.id for row in arranged(entries(comparison), order, choice)]


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
        assert screen.query_one(Listing).entry.subject.id == "b5"
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
