from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events

from tuireader.compare.model import Side
from tuireader.tui.finding.jumping import LETTERS, labels
from tuireader.tui.memory.history import BOUND, History, Place
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.status import StatusLine

WIDE = (140, 40)


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def chosen(app, side: Side) -> frozenset[str]:
    return app.screen.panes[side]._chosen


def tops(app) -> list[int]:
    return [pane.top for pane in app.screen.panes.values()]


def rows(pane) -> list[str]:
    """What the pane shows, labels and letters too."""
    pane.prepare()
    return [pane.paint_line(y).text for y in range(pane.size.height)]


def place(number: int) -> Place:
    return Place(Side.A, ((number, 0), (0, 0)))


def test_the_way_back_leads_forward_again():
    history = History()
    history.leave(place(1))
    history.leave(place(2))
    assert history.back(place(3)) == place(2)
    assert history.back(place(2)) == place(1)
    assert history.back(place(1)) is None
    assert history.forward(place(1)) == place(2)
    assert history.forward(place(2)) == place(3)
    assert history.forward(place(3)) is None


def test_a_new_jump_ends_the_way_forward():
    history = History()
    history.leave(place(1))
    history.back(place(2))
    history.leave(place(1))
    assert history.forward(place(5)) is None


def test_the_oldest_places_are_forgotten():
    history = History()
    for number in range(BOUND + 50):
        history.leave(place(number))
    here, steps = place(-1), 0
    while found := history.back(here):
        here, steps = found, steps + 1
    assert steps == BOUND
    assert here == place(50)


@pytest.mark.parametrize("key", ["minus", "backspace", "ctrl+o"])
async def test_back_and_forward_through_jumps(long, read, key):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("c", "c")
        first, subject = tops(app), chosen(app, Side.A)
        await pilot.press("G")
        last = tops(app)
        assert last != first
        await pilot.press(key)
        assert tops(app) == first
        assert chosen(app, Side.A) == subject
        await pilot.press("plus")
        assert tops(app) == last
        await pilot.press(key, key, key, key)
        assert tops(app) == [0, 0]
        assert not chosen(app, Side.A)


async def test_back_returns_the_keys_to_the_side_that_had_them(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("G", "tab", "g", "minus", "minus")
        assert app.screen.pane.side is Side.A
        assert app.screen.focused is app.screen.panes[Side.A]


async def test_back_returns_both_panes_where_they_are_not_linked(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("l", "space", "space", "tab", "space")
        before = tops(app)
        assert before[0] != before[1]
        await pilot.press("G", "minus")
        assert tops(app) == before


async def test_reading_on_is_no_jump(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("G", "k", "k", "space", "ctrl+b", "minus")
        assert tops(app) == [0, 0]


@pytest.mark.parametrize(
    "jump", [["slash", *"hall 5", "enter"], ["u"] * 9, ["v", *"jjjj", "enter"]]
)
async def test_what_counts_as_a_jump(long, read, jump):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*["space"] * 3)
        before = tops(app)
        await pilot.press(*jump)
        await pilot.pause()
        await pilot.press(*["minus"] * 9)
        assert tops(app) == before


async def test_a_mark_is_set_shown_and_gone_to(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("c", "c", "m")
        assert not app.screen.query_one(StatusLine).display
        await pilot.press("x")
        assert app.screen.query_one(StatusLine).display
        before, subject = tops(app), chosen(app, Side.A)
        pane = app.screen.pane
        row = pane.row_of(long.claim(min(subject & {c.id for c in long.claims[0]})).span.start)
        assert "x" in rows(pane)[row - pane.top][-3:]
        await pilot.press("G", "apostrophe")
        assert " x," in str(app.screen.query_one(Prompt).render())
        await pilot.press("x")
        assert tops(app) == before
        assert chosen(app, Side.A) == subject
        await pilot.press("minus")
        assert tops(app) != before


async def test_an_unknown_mark_is_reported(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("apostrophe")
        assert not app.screen.query_one(Prompt).display
        await pilot.press("m", "a", "apostrophe", "b")
        assert [note.message for note in app._notifications][-1] == "There is no mark b."


@pytest.mark.parametrize("ending", ["escape", "down", "exclamation_mark"])
async def test_a_key_that_is_no_letter_ends_asking_and_does_nothing_else(bridge, read, ending):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("m", ending)
        assert not app.screen.query_one(Prompt).display
        assert app.screen.focused is app.screen.panes[Side.A]
        assert not chosen(app, Side.A)
        await pilot.press("j")
        assert chosen(app, Side.A) == {"a1", "b1"}


async def test_while_a_letter_is_asked_for_no_other_key_is_offered(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        bar = app.screen.query_one(KeyBar)
        before = str(bar.render())
        await pilot.press("f")
        assert "Conflict" in before
        assert str(bar.render()).split() == ["^p", "More"]
        await pilot.press("ctrl+p", "escape")
        await pilot.pause()
        assert not app.screen.query_one(Prompt).display
        assert str(bar.render()) == before


async def test_a_click_on_the_text_ends_asking(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f")
        await pilot.click(app.screen.panes[Side.B], offset=(10, 0))
        await pilot.pause()
        assert not app.screen.query_one(Prompt).display
        assert app.screen.pane.side is Side.B


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 200, 676])
def test_labels_are_told_apart_as_they_are_typed(count):
    made = labels(count)
    assert len(set(made)) == len(made) == count
    assert {letter for label in made for letter in label} <= set(LETTERS)
    assert not any(a != b and b.startswith(a) for a in made for b in made)
    assert all(len(label) == 1 for label in made) is (count <= 26)


async def test_a_label_typed_selects_its_claim(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f")
        a, b = app.screen.panes.values()
        row = rows(b)[b.row_of(bridge.claim("b3").span.start) - b.top]
        assert "n inspection in January" in row
        label = row[: row.index("n inspection")].strip()[-1]
        assert label != "A"
        await pilot.press(label)
        assert chosen(app, Side.A) == {"a3", "b3"}
        assert app.screen.pane is b
        assert app.screen.focused is b
        assert (
            "An inspection in January" in rows(b)[b.row_of(bridge.claim("b3").span.start) - b.top]
        )
        await pilot.press("minus")
        assert app.screen.pane is a


async def test_what_is_typed_right_after_an_answer_is_a_key_again(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        linked = app.screen.link.enabled
        for key in "mal":  # all at once, as of a quick typist
            app.post_message(events.Key(key, key))
        await pilot.pause()
        assert list(app.screen.places.marks) == ["a"]
        assert app.screen.link.enabled is not linked


async def test_escape_takes_the_labels_away(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        before = [rows(pane) for pane in app.screen.panes.values()]
        await pilot.press("f")
        assert [rows(pane) for pane in app.screen.panes.values()] != before
        await pilot.press("escape")
        assert [rows(pane) for pane in app.screen.panes.values()] == before


async def test_many_claims_have_labels_of_two_letters(long, read):
    app = read(long)
    async with app.run_test(size=(160, 60)) as pilot:
        await ready(pilot)
        await pilot.press("f")
        targets = app.screen._targets
        label, target = list(targets.items())[-1]
        assert len(label) == 2
        await pilot.press(label[0])
        assert app.screen.query_one(Prompt).display
        await pilot.press(label[1])
        assert target.mark.claim.id in chosen(app, Side.B)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24)])
async def test_only_what_is_on_the_screen_is_labelled(bridge, read, size):
    app = read(bridge)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("f")
        for target in app.screen._targets.values():
            first, last = target.pane.window
            assert target.pane.region
            assert first <= target.place < last
        await pilot.press("escape", "m", "a", "apostrophe", "a")
        assert app.is_running


async def test_jumping_without_claims_rings(bridge, read):
    app = read(replace(bridge, claims=((), ()), pairs=()))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f")
        assert not app.screen.query_one(Prompt).display


async def test_what_another_comparison_does_not_know_is_not_selected(bridge, long, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        selection, pane = app.screen.selection, app.screen.pane
        selection.restore(long.pairs[0], pane)
        assert selection.subject is None
        assert selection.start(long.pairs[0], Side.A) is None
        selection.restore(bridge.pairs[1], pane)
        assert selection.subject is bridge.pairs[1]
