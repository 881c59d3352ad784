"""A blind review shows nothing of what the machine found."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tuireader.compare.model import Relation
from tuireader.compare.review.order import Order
from tuireader.tui.review.bar import DecisionBar
from tuireader.tui.review.masking import masked
from tuireader.tui.screens.reader import ReaderScreen

WIDE = (140, 40)


def painted(app) -> tuple[str, set[str]]:
    """All that is on the screen, and the colours that it is in."""
    lines, inks = [], set()
    for row in app.screen._compositor.render_strips():
        lines.append("".join(segment.text for segment in row))
        inks |= {
            str(colour)
            for segment in row
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
        }
    return "\n".join(lines), inks


def told(app) -> str:
    """The screen without the decision bar, whose keys name the labels."""
    text, _ = painted(app)
    chips = str(app.screen.query_one(DecisionBar).render()).splitlines()[-1].strip()
    return "\n".join(line for line in text.splitlines() if chips[:12] not in line)


def test_a_masked_comparison_has_no_verdict(bridge):
    hidden = masked(bridge)
    assert {pair.relation for pair in hidden.pairs} == {Relation.AGREE}
    assert all(not finding.reason for pair in hidden.pairs for finding in pair.findings)
    assert [pair.id for pair in hidden.pairs] == [pair.id for pair in bridge.pairs]


@pytest.mark.parametrize("keys", [[], ["j"], ["v"], ["F"], ["s"], ["a", "d", "K"], ["w"], ["o"]])
async def test_nothing_on_any_screen_gives_a_verdict_away(bridge, reviewing, begun, keys):
    app = reviewing(bridge, blind=True)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        text, _ = painted(app)
        for sign in ("≠", "≈", "open on one side", "4.2 million ≠", "240 = 240"):
            assert sign not in text
        if keys in ([], ["j"], ["w"], ["o"]):
            assert "conflict" not in told(app)


async def test_a_blind_review_has_no_order_by_verdict(bridge, reviewing, begun):
    app = reviewing(bridge, blind=True, order=Order.GRAVITY)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        assert {Order.PLACE, Order.DOUBT} == {*screen.course.orders}
        assert screen.course.order in screen.course.orders


async def test_enter_confirms_nothing_that_is_hidden(bridge, reviewing, begun, stored):
    app = reviewing(bridge, blind=True)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("enter")
        with stored() as session:
            assert len(session.events) == 1


async def test_b_shows_one_verdict_and_the_log_says_so(bridge, reviewing, begun, stored):
    app = reviewing(bridge, blind=True)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("b")
        text = str(app.screen.why.query_one(Static).content)
        assert "open on one side" in text
        with stored() as session:
            assert session.rulings["p1"].tags == ("unblinded",)
        # Tags that are written anew leave it there.
        await pilot.press("t", *["backspace"] * 20, *"law", "enter")
        with stored() as session:
            assert session.rulings["p1"].tags == ("law", "unblinded")
        await pilot.press("j")
        assert "hidden" in str(app.screen.why.query_one(Static).content)


async def test_plain_reading_knows_nothing_either(bridge, reviewing, begun):
    app = reviewing(bridge, blind=True)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "r")
        await pilot.pause()
        assert type(app.screen) is ReaderScreen
        assert app.screen.comparison is None
        assert "conflict" not in painted(app)[0]
        await pilot.press("r")
        screen = await begun(pilot)
        assert screen.session.progress.decided == 1


async def test_the_summary_tells_of_the_machine_once_all_is_decided(bridge, reviewing, begun):
    app = reviewing(bridge, blind=True)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "s")
        assert "Hidden until all" in str(app.screen.query_one(Static).content)
        await pilot.press("escape", *"aaaa")
        await pilot.pause()
        assert "the same on 1 of 5" in str(app.screen.query_one(Static).content)
