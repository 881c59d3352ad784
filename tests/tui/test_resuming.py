"""A reader that is left and opened again is where it was."""

from __future__ import annotations

import pytest

from tuireader.compare.model import Side
from tuireader.tui.memory.state import FRESH, Spot, State, StateFile

SIZE = (140, 30)


class Shelf:
    """A memory that lasts as long as the test."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state

    def recall(self) -> State | None:
        return self.state

    def keep(self, state: State) -> None:
        self.state = state


async def visit(app, *keys: str, size=SIZE, leave: str = "q"):
    """Open, press keys, look, leave; what was seen."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        screen = app.screen_stack[0]
        seen = {
            "side": screen.pane.side,
            "tops": tuple(screen.panes[side].top for side in Side),
            "chosen": tuple(screen.panes[side]._chosen for side in Side),
            "subject": screen.selection.subject,
            "theme": app.theme,
            "link": screen.link.enabled,
            "why": screen.why.display,
            "room": (screen.zoomed, screen.tall, screen.share),
            "ledger": screen.arrangement,
            "marks": dict(screen.places.marks),
            "ways": (screen.places.behind, screen.places.ahead),
        }
        await pilot.press(leave)
        await pilot.pause()
    return seen


@pytest.mark.parametrize(
    "keys",
    [
        [],
        ["c"],
        ["space", "space", "d", "tab"],
        ["tab", "G", "k", "k"],
        ["l", "space", "tab", "space", "space", "ctrl+e", "j"],
        ["u", "w"],
        ["t", "t", "space", "j", "ctrl+e", "ctrl+e"],
        ["space", "j", "tab", "v"],
        ["z", "W", "greater_than_sign", "greater_than_sign"],
        ["v", "f", "s", "escape"],
        ["d", "m", "a", "G", "m", "Z", "g", "c"],
        ["c", "G", "minus", "minus", "plus"],
        ["u", "d", "d", "minus"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("text", ["bridge", "long"])
async def test_the_same_place(request, tmp_path, read, keys, text):
    comparison = request.getfixturevalue(text)

    def app():
        return read(comparison, memory=StateFile(tmp_path, *comparison.documents))

    leave = "ctrl+q"
    left = await visit(app(), *keys, leave=leave)
    assert await visit(app(), leave=leave) == left
    assert await visit(app(), leave=leave) == left


async def test_the_first_words_stay_first_at_another_width(long, read):
    shelf = Shelf()
    app = read(long, memory=shelf)
    await visit(app, "space", "space")
    kept = shelf.state
    await visit(read(long, memory=shelf), size=(80, 24))
    assert shelf.state is not kept
    assert shelf.state == kept


async def test_a_text_that_was_never_read_begins_at_the_top(long, read):
    seen = await visit(read(long, memory=Shelf()))
    assert (seen["tops"], seen["subject"], seen["why"]) == ((0, 0), None, True)


async def test_a_comparison_that_was_stopped_keeps_what_was_selected(long, read):
    shelf = Shelf()
    await visit(read(long, memory=shelf), "d")
    chosen = shelf.state.spot.chosen
    assert chosen
    app = read(long, memory=shelf)
    app._compare = lambda a, b, progress: 1 / 0
    await visit(app)
    assert shelf.state.spot.chosen == chosen


async def test_a_place_beyond_the_text_and_unknown_names_do_no_harm(bridge, read):
    odd = State(
        Spot(Side.B, ((10**9, 0), (10**9, 3)), ("a 3 00", "", "x", "b")), "nonesuch", None, False
    )
    seen = await visit(read(bridge, memory=Shelf(odd)))
    assert (seen["side"], seen["subject"], seen["theme"]) == (Side.B, None, "ink")
    assert not seen["why"]


@pytest.mark.parametrize(
    ("settings", "kept", "shown"),
    [
        ({}, "", "ink"),
        ({}, "dusk", "dusk"),
        ({"usual_theme": "paper"}, "", "paper"),
        ({"usual_theme": "paper"}, "dusk", "dusk"),
        ({"usual_theme": "paper", "theme": "clear-dark"}, "dusk", "clear-dark"),
    ],
)
async def test_an_asked_theme_comes_before_the_kept_one_before_the_usual_one(
    bridge, read, settings, kept, shown
):
    shelf = Shelf(State(theme=kept))
    assert (await visit(read(bridge, memory=shelf, **settings)))["theme"] == shown
    assert shelf.state.theme == kept  # what was not chosen in the reader is not kept


async def test_the_usual_theme_taken_again_is_no_longer_kept(bridge, read):
    shelf = Shelf()
    await visit(read(bridge, memory=shelf, usual_theme="contrast"), "t")
    taken = shelf.state.theme
    assert taken not in {"", "contrast"}
    app = read(bridge, memory=shelf, usual_theme="contrast")
    async with app.run_test() as pilot:
        assert app.theme == taken
        await pilot.pause()
        app.theme = "contrast"
        await pilot.press("q")
    assert shelf.state.theme == ""


@pytest.mark.parametrize("linked", [True, False])
async def test_the_link_begins_as_set_and_is_kept_once_it_was_changed(bridge, read, linked):
    shelf = Shelf()
    assert (await visit(read(bridge, memory=shelf, linked=linked)))["link"] is linked
    assert shelf.state.link is None
    assert (await visit(read(bridge, memory=shelf, linked=linked), "l"))["link"] is not linked
    assert (await visit(read(bridge, memory=shelf, linked=linked)))["link"] is not linked


async def test_without_a_memory_nothing_is_kept(bridge, read):
    assert (await visit(read(bridge, linked=False), "c"))["link"] is False
    assert (await visit(read(bridge)))["subject"] is None


async def test_a_reader_left_before_it_was_shown_keeps_nothing(bridge, read):
    shelf = Shelf()
    read(bridge, memory=shelf).exit()
    assert shelf.state is None


async def test_notices_are_shown_as_they_are(bridge, read):
    line = "mine.toml: colors.muted is '[b]x[/b]', not a colour"
    app = read(bridge, notices=[line])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert [note.message for note in app._notifications] == [line]


def test_nothing_kept_is_the_state_of_a_first_reading():
    assert State() == FRESH
