"""Every key of review mode, from the key to what is on disk."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tuireader.compare.model import Relation
from tuireader.compare.review.model import Action, Label
from tuireader.tui.review.bar import DecisionBar
from tuireader.tui.review.desk import Desk
from tuireader.tui.review.filtering import FilterScreen
from tuireader.tui.review.keys import PLACES, REVIEW
from tuireader.tui.review.listing import ListScreen
from tuireader.tui.review.screen import ReviewScreen
from tuireader.tui.review.status import ReviewStatus
from tuireader.tui.review.summary import SummaryScreen
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.reader import ReaderScreen

WIDE = (140, 40)
# By gravity, surest first: the conflicts p1, p3, p4, then p2 that diverges and p5 that agrees.
ORDER = ["p1", "p3", "p4", "p2", "p5"]


def at(app) -> str | None:
    pair = app.screen.selection.pair
    return pair.id if pair else None


def bar(app) -> str:
    return str(app.screen.query_one(DecisionBar).render())


def status(app) -> str:
    return str(app.screen.query_one(ReviewStatus).render())


def labels(session) -> dict[str, str]:
    return {key: ruling.label.value for key, ruling in session.rulings.items() if ruling.label}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("a", Label.AGREE),
        ("d", Label.DIVERGE),
        ("c", Label.CONFLICT),
        ("x", Label.UNRELATED),
        ("u", Label.UNSURE),
        ("enter", Label.CONFLICT),
    ],
)
async def test_one_key_decides_stores_and_goes_on(bridge, reviewing, begun, stored, key, label):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        assert at(app) == "p1"
        await pilot.press(key)
        assert at(app) == "p3"
        with stored() as session:
            assert labels(session) == {"p1": label.value}
            assert session.rulings["p1"].reviewer == "Ana"


async def test_keys_typed_at_once_decide_one_pair_each(long, reviewing, begun, stored):
    app = reviewing(long)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        order = [pair.id for pair in screen.session.queue(screen.course.order)]
        await pilot.press(*"adcxu" * 4)
        with stored() as session:
            told = [session.rulings[pair].label for pair in order[:20]]
            assert told == list(Label) * 4
            assert session.progress.decided == 20


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["j"], "p3"),
        (["down", "j"], "p4"),
        (["j", "j", "k"], "p3"),
        (["a", "a", "K"], "p3"),
        (["a", "a", "k"], "p4"),
        (["a", "a", "home", "K", "K", "J"], "p3"),
        (["space", "space"], "p4"),
        (["g", "4", "enter"], "p2"),
        (["g", "9", "9", "enter"], "p1"),
        (["j", "o", "o", "j"], "p4"),  # by doubt, then by place
        (["m", "k", "j", "j", "apostrophe", "k"], "p1"),
        (["j"] * 9, "p5"),
    ],
)
async def test_ways_from_pair_to_pair(bridge, reviewing, begun, keys, expected):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        assert at(app) == expected


async def test_undo_and_redo_go_to_the_pair_and_last_over_restarts(
    bridge, reviewing, begun, stored
):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "d", "f", "U")
        assert "undone: p4: flag" in bar(app)
        await pilot.press("U")
        assert at(app) == "p3"
        assert "undone: p3: diverge" in bar(app)
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("U")
        assert at(app) == "p1"
        with stored() as session:
            assert not labels(session)
        await pilot.press("U")
        assert "nothing to be undone" in bar(app)
        await pilot.press("R", "ctrl+r", "R", "R")
        assert "nothing to be done again" in bar(app)
    with stored() as session:
        assert labels(session) == {"p1": "agree", "p3": "diverge"}
        assert session.rulings["p4"].flagged


async def test_flag_note_tags_and_session_note_are_data(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    note = "[bold]check[/] $x adcU"
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("f", "e", *note, "enter")
        await pilot.press("t", *"law, #two words,law", "enter", "E", *"for Ben", "enter")
        assert at(app) == "p1"
        assert note in bar(app)
        assert "#law #two words" in bar(app)
        with stored() as session:
            ruling = session.rulings["p1"]
            assert (ruling.note, ruling.tags, ruling.flagged) == (note, ("law", "two words"), True)
            assert ruling.label is None
            assert session.note_of_session == "for Ben"
        await pilot.press("t", "backspace", "escape", "e", "x", "escape", "f")
        with stored() as session:
            assert session.rulings["p1"].note == note
            assert not session.rulings["p1"].flagged


async def test_a_decision_is_taken_off_again(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "K", "delete")
        with stored() as session:
            assert not labels(session)
        assert "undecided" in bar(app)


async def test_the_bar_tells_verdict_ruling_place_and_what_is_left(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        assert "1/5" in status(app)
        assert "5 left" in status(app)
        assert "confirm ≠" in bar(app)
        await pilot.press("d", "K")
        assert "diverge, not ≠ conflict" in bar(app)
        assert "4 left" in status(app)
        await pilot.press("c", "K")
        assert "conflict, as the machine" in bar(app)


async def test_decisions_stand_beside_their_claims(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("x")
        places = {bridge.claim("a1").span.start: "x"}
        assert next(iter(screen.panes.values()))._letters == places


async def test_a_click_on_a_chip_decides(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        column = str(bar(app)).splitlines()[1].index("diverge")
        await pilot.click(DecisionBar, offset=(1 + column, 1))
        await pilot.pause()
        with stored() as session:
            assert labels(session) == {"p1": "diverge"}


async def test_all_that_the_filter_shows_is_one_step(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("F")
        assert isinstance(app.screen, FilterScreen)
        await pilot.press("j", "j", "space", "enter")
        assert "only conflict (3)" in status(app)
        await pilot.press("A", "d")
        assert "Call 3 pairs diverge?" in app.screen.prompt.question
        await pilot.press("n")
        with stored() as session:
            assert not labels(session)
        await pilot.press("A", "d", "y")
        with stored() as session:
            assert labels(session) == dict.fromkeys(["p1", "p3", "p4"], "diverge")
            assert session.events[-1].action is Action.DECIDE
        await pilot.press("A", "c")
        assert "3 of them decided otherwise" in app.screen.prompt.question
        await pilot.press("escape", "U")
        with stored() as session:
            assert not labels(session)
        assert screen.course.sieve.relations == {Relation.CONFLICT}


async def test_filters_combine_and_clear(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        await pilot.press("f", "J", "a", "F", *"jj", "space")
        lines = [str(wish.words) for wish in app.screen._wishes]
        await pilot.press("home", *["j"] * lines.index("flagged"), "space", "enter")
        assert [item.pair.id for item in screen.course.shown()] == ["p1"]
        assert at(app) == "p1"
        await pilot.press(
            "F", "slash", *"crews", "enter", "c", "slash", *"crews", "enter", "escape"
        )
        assert [item.pair.id for item in screen.course.shown()] == ["p5"]
        assert at(app) == "p5"
        await pilot.press("F", "c", "enter")
        assert len(screen.course.shown()) == 5


async def test_the_list_goes_to_a_pair(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "v")
        assert isinstance(app.screen, ListScreen)
        assert app.screen.rows.cursor == 1
        await pilot.press("end", "enter")
        await pilot.pause()
        assert at(app) == "p5"


async def test_the_end_shows_the_summary(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("f", *"cccda")
        await pilot.pause()
        assert isinstance(app.screen, SummaryScreen)
        text = str(app.screen.query_one(Static).content)
        for part in (
            "All pairs are decided",
            "the same on 5 of 5 (100%), Cohen's kappa 1.00",
            "p1   conflict: The harbour bridge",
            "tuireader sessions export",
            "tuireader sessions resume",
        ):
            assert part in text
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_r_and_escape_lead_to_plain_reading_and_r_back(bridge, reviewing, begun, stored):
    app = reviewing(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await begun(pilot)
        await pilot.press("a", "r")
        await pilot.pause()
        assert type(app.screen) is ReaderScreen
        assert app.screen.selection.pair.id == "p3"
        await pilot.press("j", "r")
        await begun(pilot)
        assert at(app) == "p4"
        assert "4 left" in status(app)
        await pilot.press("slash", *"bridge", "enter", "escape")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert type(app.screen) is ReaderScreen


async def test_r_in_a_reader_begins_at_its_pair_and_asks_for_the_desk(
    bridge, read, begun, stored, file
):
    app = read(bridge)
    app.find_desk = lambda: Desk(reviewer="Eva", path=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("j", "j", "r")
        await begun(pilot)
        assert at(app) == "p2"
        await pilot.press("a")
        with stored() as session:
            assert session.rulings["p2"].reviewer == "Eva"


async def test_help_and_palette_offer_the_keys_of_review(bridge, reviewing, begun):
    app = reviewing(bridge)
    async with app.run_test(size=(140, 100)) as pilot:
        await begun(pilot)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        text = str(app.screen.query_one(Static).content)
        for command in REVIEW:
            assert " ".join(command.tooltip.split()[:4]) in " ".join(text.split())


def test_no_key_has_two_commands():
    for place, commands in PLACES.items():
        keys = [key for command in commands for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), place


def test_every_command_has_a_sentence_and_a_group():
    commands = [command for commands in PLACES.values() for command in commands]
    assert all(command.tooltip.endswith(".") and command.group for command in commands)
