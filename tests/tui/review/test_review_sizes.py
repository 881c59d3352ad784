"""Every screen of review mode at every size, in signs and in ASCII, with and without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tuireader.tui.review.screen import ReviewScreen

SIZES = [(20, 5), (30, 8), (40, 12), (60, 16), (80, 24), (100, 10), (160, 48), (400, 120)]
WAYS = [
    ("a", "d", "K", "f"),
    ("v", "j", "end", "escape"),
    ("F", "j", "space", "question_mark", "escape", "c", "escape"),
    ("s", "j", "k", "escape"),
    ("O", "escape"),
    ("p", "j", "tab", "k", "escape"),
    ("M", "j", "k", "l", "h", "escape"),
    ("S", "l", "j", "escape"),
    ("e", "x", "escape", "g", "3", "enter"),
    ("A", "escape", "m", "escape", "question_mark", "escape"),
    ("T", "z", "z", "w", "w", "greater_than_sign", "semicolon", "escape"),
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_breaks_and_the_keys_stay_in_view(bridge, reviewing, begun, size):
    app = reviewing(bridge, ascii_only=size[0] == 40)
    async with app.run_test(size=size) as pilot:
        await begun(pilot)
        for keys in WAYS:
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen), keys
        for widget in (app.screen.bar, app.screen.status, app.screen.pane):
            assert widget.region.height >= 1
            assert app.screen.region.contains_region(widget.region)


async def test_without_colour(bridge, reviewing, begun, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = reviewing(bridge)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        for keys in WAYS:
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen), keys


async def test_texts_without_a_pair(bridge, reviewing, begun):
    app = reviewing(replace(bridge, pairs=()))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(20):
            await pilot.pause()
            await app.workers.wait_for_complete()
            if isinstance(app.screen, ReviewScreen):
                break
        await pilot.press(*"adcxufetPoAvjkUR", "enter", "space", "escape", "escape")
        await pilot.pause()
