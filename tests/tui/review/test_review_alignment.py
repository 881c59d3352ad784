"""Correcting the alignment from the screen; the rest of the comparison stays."""

from __future__ import annotations

import pytest

from tuireader.compare.model import Side
from tuireader.tui.review.bar import DecisionBar

WIDE = (140, 40)


def pairs(session) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {pair.id: (pair.a, pair.b) for pair in session.comparison.pairs}


def bar(app) -> str:
    return str(app.screen.query_one(DecisionBar).render())


async def ranked(pilot) -> None:
    while pilot.app.screen.pairing._waiting:
        await pilot.pause()
    await pilot.pause()


async def test_unpair_takes_the_pair_away_everywhere_and_goes_on(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("P")
        assert screen.selection.pair.id == "p3"
        with stored() as session:
            assert "p1" not in pairs(session)
            assert len(session.comparison.pairs) == 4
        assert screen.panes[Side.A].marks.pairs(bridge.claim("a1")) == ()
        assert [claim.id for claim in screen.comparison.only(Side.B)][:1] == ["b1"]
        await pilot.press("U")
        assert screen.selection.pair.id == "p1"
        assert screen.session.comparison == bridge


@pytest.mark.parametrize("way", ["keys", "digit"])
async def test_a_pair_is_made_of_claims_that_are_picked(bridge, reviewing, begun, stored, way):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("right_square_bracket")  # a4 stands alone
        assert screen.selection.subject.id == "a4"
        await pilot.press("p", "enter")
        await ranked(pilot)
        if way == "digit":
            suggested = screen.pairing._suggestions
            if not suggested:
                pytest.skip("the aligner sees nothing alike")
            expected = suggested[0].claim.id
            await pilot.press("1")
        else:
            while screen.pairing.claim.id != "b5":
                before = screen.pairing.claim.span
                await pilot.press("j" if before < bridge.claim("b5").span else "k")
            expected = "b5"
            await pilot.press("enter")
        await pilot.pause()
        made = screen.selection.pair
        assert (made.a, made.b) == (("a4",), (expected,))
        assert "paired" in bar(app)
        with stored() as session:
            assert pairs(session)[made.id] == (("a4",), (expected,))
            assert {*pairs(session)} == {"p1", "p2", "p3", "p4", "p5", made.id}


async def test_several_claims_of_a_side_make_one_pair(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("p", "space", "j", "space", "enter")
        await ranked(pilot)
        await pilot.press("k", "k", "k", "k", "k", "k", "k", "j", "j", "j", "j", "enter")
        await pilot.pause()
        made = screen.selection.pair
        assert made.a == ("a1", "a2")
        assert len(made.b) == 1


async def test_a_click_picks_a_claim(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("p")
        for side, claim in ((Side.A, "a7"), (Side.B, "b5")):
            pane = screen.panes[side]
            start = bridge.claim(claim).span.start
            row = pane.row_of(start) - pane.top
            cell = pane._frame.left + (0 if pane._frame.gutter_right else 3)
            first = pane.index.row(pane.row_of(start)).start
            await pilot.click(pane, offset=(cell + start - first + 2, row))
            await ranked(pilot)
        assert (screen.selection.pair.a, screen.selection.pair.b) == (("a7",), ("b5",))


async def test_no_letter_decides_while_claims_are_picked(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        for tool in "pMS":
            await pilot.press(tool, *"adcxuUPf", "escape")
            assert screen.selection.pair.id == "p1"
        await pilot.press("j")
        assert screen.selection.pair.id == "p3"
    with stored() as session:
        assert len(session.events) == 1


async def test_merge_and_split_are_each_others_way_back(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("M", "j", "k", "enter")
        await pilot.pause()
        whole = screen.selection.pair
        assert whole.id == "p1"
        text = screen.session.comparison.claim(whole.a[0]).text
        assert text == f"{bridge.claim('a1').text} {bridge.claim('a2').text}"
        assert "merged a1, a2" in bar(app)
        await pilot.press("U")
        assert screen.session.comparison == bridge
        await pilot.press("S", "l", "h", "enter")
        await pilot.pause()
        with stored() as session:
            known = {claim.id for claim in bridge.claims_of(Side.A)}
            claims = session.comparison.claims_of(Side.A)
            parts = [claim for claim in claims if claim.id not in known]
            assert " ".join(part.text for part in parts) == bridge.claim("a1").text
        assert all(not pane._hits for pane in screen.panes.values())


async def test_what_makes_no_sense_is_refused_in_a_line(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("p", "enter")
        await ranked(pilot)
        screen.pairing.picked(bridge.claim("b1"))
        await pilot.pause()
        assert "are a pair already" in bar(app)
        await pilot.press("M", *"jjjj", "enter")
        await pilot.pause()
        assert "only neighbours in one paragraph" in bar(app)
    with stored() as session:
        assert len(session.events) == 1
