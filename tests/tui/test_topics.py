from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tuireader.compare.model import Comparison, Side
from tuireader.tui.ledger import Arrangement, Choice, Order, arranged, entries, following
from tuireader.tui.tour import Tour
from tuireader.tui.widgets.listing import Listing

TOPICS = ("money", "votes", "money", "", "votes")


@pytest.fixture
def watched(bridge) -> Comparison:
    pairs = tuple(
        replace(pair, topic=topic) for pair, topic in zip(bridge.pairs, TOPICS, strict=True)
    )
    return replace(bridge, pairs=pairs)


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(
    ("side", "keys", "expected"),
    [
        (Side.A, ["o"], "p1"),
        (Side.A, ["o", "o"], "p3"),
        (Side.A, ["o", "o", "o"], "p2"),
        (Side.A, ["o"] * 4, "p5"),
        (Side.A, ["o"] * 9, "p5"),
        (Side.A, ["o", "o", "o", "O"], "p3"),
        (Side.A, ["j", "j", "j", "j", "o"], "p5"),
        (Side.A, ["j", "j", "j", "j", "O"], "p3"),
        (Side.B, ["o", "o", "o", "o"], "p5"),
    ],
)
async def test_one_topic_after_the_other(watched, read, side, keys, expected):
    app = read(watched)
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        if side is Side.B:
            await pilot.press("tab")
        await pilot.press(*keys)
        assert app.screen.selection.pair.id == expected


def test_the_way_along_the_topics_visits_each_pair_that_has_one_once(watched):
    tour = Tour(watched)
    for side in Side:
        seen = []
        pair = tour.along_topics(side, 0, None, forward=True)
        while pair:
            seen.append(pair)
            pair = tour.along_topics(side, 0, pair, forward=True)
        assert sorted(each.id for each in seen) == ["p1", "p2", "p3", "p5"]
        back = [seen[-1]]
        while pair := tour.along_topics(side, 0, back[-1], forward=False):
            back.append(pair)
        assert back == seen[::-1]


def test_without_topics_there_is_nowhere_to_go(bridge):
    plain = replace(bridge, pairs=tuple(replace(pair, topic="") for pair in bridge.pairs))
    assert Tour(plain).along_topics(Side.A, 0, None, forward=True) is None
    assert following(Arrangement(), "topic", entries(plain)) == Arrangement()


@pytest.mark.parametrize(
    ("choice", "topic", "expected"),
    [
        (Choice.ALL, "votes", ["p2", "p5"]),
        (Choice.ALL, "money", ["p1", "p3"]),
        (Choice.DIVERGENCES, "votes", ["p2"]),
        (Choice.ONLY_A, "votes", []),
        (Choice.CONFLICTS, "", ["p1", "p3", "p4"]),
    ],
)
def test_a_topic_and_a_relation_choose_together(watched, choice, topic, expected):
    found = arranged(entries(watched), Arrangement(Order.PLACE, choice, topic))
    assert [row.subject.id for row in found] == expected


async def test_o_in_the_ledger_goes_round_the_topics(watched, read):
    app = read(watched)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("v")
        seen = []
        for _ in range(3):
            what = str(app.screen.query_one("#ledger--what").content)
            shown = re.search(r"show all \((\d+)\) .* topic (\S+)", what)
            seen.append(shown.groups())
            await pilot.press("o")
        assert seen == [("8", "any"), ("2", "money"), ("2", "votes")]
        await pilot.press("o", "o")
        assert app.screen.query_one(Listing).row.topic == "votes"
        await pilot.press("O")
        assert app.screen.query_one(Listing).row.topic == "money"
