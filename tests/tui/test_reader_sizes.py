from __future__ import annotations

import pytest

from tuireader.compare.model import Side

SIZES = [(20, 5), (1, 1), (5, 40), (40, 12), (59, 20), (60, 20), (80, 24), (99, 30), (100, 30),
         (160, 48), (400, 120)]  # fmt: skip


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_size_is_too_small_or_too_large(bridge, read, size):
    app = read(bridge)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("j", "c", "tab", "j", "space", "G", "enter", "g", "w", "l", "k")
        assert app.is_running


@pytest.mark.parametrize(
    ("width", "shown", "band"), [(40, 1, False), (80, 2, False), (120, 2, True)]
)
async def test_the_room_decides_the_arrangement(bridge, read, width, shown, band):
    app = read(bridge)
    async with app.run_test(size=(width, 30)) as pilot:
        await ready(pilot)
        assert sum(pane.size.height > 0 for pane in app.screen.panes.values()) == shown
        assert (app.screen.band.size.width > 0) is band


async def test_on_a_narrow_screen_tab_turns_the_page(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(40, 20)) as pilot:
        await ready(pilot)
        await pilot.press("tab")
        assert app.screen.pane.side is Side.B
        assert app.screen.panes[Side.B].size.height > 0
        assert app.screen.panes[Side.A].size.height == 0
        await pilot.press("tab")
        assert app.screen.pane.side is Side.A


async def test_a_resize_keeps_the_place(long, read):
    app = read(long)
    async with app.run_test(size=(160, 40)) as pilot:
        await ready(pilot)
        await pilot.press("space", "space", "space")
        pane = app.screen.pane
        place = pane.window[0]
        for width in (110, 90, 50, 130, 160):
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            first, last = pane.window
            row = pane.index.row(pane.top)
            assert first <= place < last
            assert row.start <= place <= max(row.end, row.start)
        assert pane.window[0] == place


@pytest.mark.parametrize("keys", [[], [">"], [">", "<"]], ids=" ".join)
async def test_stacked_texts_are_as_wide_as_the_screen(bridge, read, keys):
    app = read(bridge)
    async with app.run_test(size=(160, 48)) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        for size in ((80, 24), (40, 12), (160, 48), (81, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            for side in Side:
                room = app.screen.query_one(f"#side-{side}").region
                assert room.right <= size[0]
                if room and size[0] < 100:
                    assert room.width == size[0]


async def test_z_shows_one_text_alone(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        await pilot.press("tab", "z")
        await pilot.pause()
        a, b = (app.screen.query_one(f"#side-{side}") for side in Side)
        assert not a.display
        assert app.screen.panes[Side.B].size.width > 120
        await pilot.press("tab")
        await pilot.pause()
        assert app.screen.panes[Side.A].size.width > 120
        await pilot.press("z")
        await pilot.pause()
        assert a.display
        assert b.display


async def test_the_divider_moves_by_keys_and_stops_at_both_ends(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 30)) as pilot:
        await ready(pilot)
        a, b = app.screen.panes.values()
        even = a.size.width
        await pilot.press(">", ">")
        await pilot.pause()
        assert a.size.width > even > b.size.width
        await pilot.press(*"<" * 30)
        await pilot.pause()
        assert 15 < a.size.width < even
        await pilot.resize_terminal(80, 30)
        await pilot.pause()
        assert a.size.width == b.size.width <= 80


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 12), (80, 24), (400, 120)], ids=str)
@pytest.mark.parametrize(
    "keys",
    [
        ["v", "j", "J", "z", "enter", "f", "s", "y", "G", "question_mark", "space", "escape", "q"],
        ["question_mark", "space", "j", "pageup", "escape"],
        ["slash", "t", "h", "ctrl+r", "enter", "n", "N", "escape"],
        ["s", "escape", "f", "escape", "m", "a", "G", "apostrophe", "a"],
        ["W", "J", "K", "z", "W", "z", "t", "greater_than_sign", "o", "u", "minus", "plus"],
        ["ctrl+p", *"theme", "down", "escape"],
    ],
    ids=["ledger", "help", "search", "questions", "view", "palette"],
)
async def test_no_view_breaks_at_any_size(bridge, read, monkeypatch, size, keys):
    monkeypatch.setattr("tuireader.tui.terminal.copying.to_system", lambda text: True)
    app = read(bridge)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        await ready(pilot)
        assert app.is_running
        assert app.screen.id == "reader"


@pytest.mark.parametrize("wide", [True, False])
async def test_the_signs_of_a_text_shown_alone_stand_to_its_left(bridge, read, wide):
    app = read(bridge)
    async with app.run_test(size=(140 if wide else 80, 30)) as pilot:
        await ready(pilot)
        a = app.screen.panes[Side.A]
        assert a.gutter_right is wide
        await pilot.press("z")
        await pilot.pause()
        assert not a.gutter_right
        await pilot.press("z")
        await pilot.pause()
        assert a.gutter_right is wide


async def test_capital_w_gives_the_reasons_half_the_screen(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        usual = app.screen.why.size.height
        await pilot.press("W")
        await pilot.pause()
        assert app.screen.why.size.height >= 18 > usual
        await pilot.press("W")
        await pilot.pause()
        assert app.screen.why.size.height == usual


async def test_the_reasons_scroll_by_keys(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(80, 20)) as pilot:
        await ready(pilot)
        assert app.screen.why.max_scroll_y > 0
        await pilot.press("J")
        await pilot.pause()
        assert app.screen.why.scroll_y == 1
        await pilot.press("K")
        await pilot.pause()
        assert app.screen.why.scroll_y == 0
