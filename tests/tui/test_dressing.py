"""Themes shown while they are highlighted in the palette, and theme files read as they change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tuireader.themes.loader import load_folder, source_of

SIZE = (120, 40)


async def offer(pilot, typed: str) -> None:
    """Open the palette and type; wait until its list is there."""
    await pilot.press("ctrl+p")
    await pilot.press(*typed)
    for _ in range(20):
        await pilot.pause(0.05)


async def test_a_highlighted_theme_is_shown_and_escape_takes_it_back(bridge, read):
    app = read(bridge, theme="ink")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await offer(pilot, "theme: dusk")
        assert app.theme == "dusk"
        assert app.screen_stack[0]._look.inks.rich("text").bgcolor.name == "#211d1a"
        assert app.theme_to_keep == ""
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "ink"


async def test_enter_keeps_the_theme_that_is_shown(bridge, read):
    app = read(bridge, theme="ink")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await offer(pilot, "theme: paper")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.theme == app.theme_to_keep == "paper"


async def test_another_command_shows_the_old_theme_again(bridge, read):
    app = read(bridge, theme="ink")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await offer(pilot, "theme: paper")
        assert app.theme == "paper"
        await pilot.press(*["backspace"] * 12)
        await pilot.press(*"show or hide")
        for _ in range(20):
            await pilot.pause(0.05)
        assert app.theme == "ink"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "themes"
    path.mkdir()
    write(path, "#fbf9f4")
    return path


def write(folder: Path, background: str, name: str = "mine") -> None:
    """A theme of one's own; each writing has a time of its own."""
    path = folder / f"{name}.toml"
    before = path.stat().st_mtime_ns if path.exists() else 0
    text = source_of("paper").replace('"paper"', f'"{name}"')
    path.write_text(text.replace('background = "#fbf9f4"', f'background = "{background}"'), "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


async def test_a_changed_file_changes_the_screen(bridge, read, folder):
    app = read(bridge, themes=load_folder(folder)[0], themes_folder=folder, theme="mine")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        write(folder, "#ffffee")
        app._look_again()
        await pilot.pause()
        assert app.screen._look.inks.rich("text").bgcolor.name == "#ffffee"
        write(folder, "#ffffff", "other")
        app._look_again()
        assert "other" in app.available_themes


async def test_a_broken_file_is_told_once_and_changes_nothing(bridge, read, folder):
    app = read(bridge, themes=load_folder(folder)[0], themes_folder=folder, theme="mine")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        write(folder, "pink")
        app._look_again()
        app._look_again()
        await pilot.pause()
        (note,) = app._notifications
        assert note.message == (
            f"{folder / 'mine.toml'}: colors.background is 'pink', "
            "not a colour like #1f6feb or ansi_blue"
        )
        assert app.theme == "mine"
        assert app.screen._look.inks.rich("text").bgcolor.name == "#fbf9f4"
        (folder / "mine.toml").unlink()
        app._look_again()
        assert app.theme == "mine"


async def test_a_folder_that_comes_later_is_read(bridge, read, tmp_path):
    app = read(bridge, themes_folder=tmp_path / "themes")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        (tmp_path / "themes").mkdir()
        write(tmp_path / "themes", "#ffffff")
        app._look_again()
        assert "mine" in app.available_themes
