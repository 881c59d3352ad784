"""The comparison in another form: in the pager, in a browser, in a file."""

from __future__ import annotations

import json
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest

from tuireader.tui import forms
from tuireader.tui.terminal.leaving import LeavingError, leave_to
from tuireader.tui.widgets.namebar import NameBar

SIZE = (140, 40)


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def told(app) -> list[str]:
    return [note.message for note in app._notifications]


@contextmanager
def suspended():
    yield


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that alone is searched for programs; each one given writes down what it gets."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def install(*names: str) -> Path:
        for name in names:
            script = folder / name
            script.write_text(
                f"#!{sys.executable}\nimport sys\n"
                f"open({str(tmp_path / 'got')!r}, 'w').write(sys.stdin.read())\n"
            )
            script.chmod(0o755)
        return tmp_path / "got"

    monkeypatch.setenv("PATH", str(folder))
    for name in ("PAGER", "NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    return install


@pytest.mark.parametrize(
    ("installed", "environ", "words", "colour"),
    [
        (["less", "more"], {}, ["less"], True),
        (["more"], {}, ["more"], False),
        (["less"], {"PAGER": "most -s"}, ["most", "-s"], True),
        (["less"], {"PAGER": "vim -R -"}, ["vim", "-R", "-"], False),
        (["less"], {"PAGER": "cat"}, ["less"], True),
        (["less"], {"NO_COLOR": "1"}, ["less"], False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_which_pager(programs, installed, environ, words, colour):
    programs(*installed)
    assert forms.pager(environ) == (words, colour)


@pytest.mark.parametrize(("environ", "wrong"), [({}, "No pager"), ({"PAGER": "'"}, "understood")])
def test_without_a_pager_that_is_said(programs, environ, wrong):
    with pytest.raises(forms.FormError, match=wrong):
        forms.pager(environ)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
async def test_p_shows_the_comparison_in_the_pager(bridge, read, programs, monkeypatch):
    got = programs("less")
    app = read(bridge, labels=("City", "Watch"))
    monkeypatch.setattr(app, "suspend", suspended)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("p")
        text = got.read_text("utf-8")
        assert "City" in text
        assert "\x1b[" in text
        assert "open on one side, closed on the other" in text
        assert not told(app)


async def test_where_the_screen_cannot_be_left_that_is_said(bridge, read, monkeypatch):
    monkeypatch.setenv("PAGER", "less")
    app = read(bridge)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("p")
        assert told(app) == ["less can't be opened from here."]


def test_a_program_that_is_not_there_is_told(tmp_path):
    class App:
        suspend = staticmethod(suspended)

    with pytest.raises(LeavingError, match="can't be started: No such file"):
        leave_to(App(), [str(tmp_path / "none")], "text")


async def test_without_a_comparison_there_is_nothing_to_show(bridge, read):
    app = read(bridge)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        app.screen.refreshing.comparison = None
        await pilot.press("p", "h", "s")
        assert told(app) == ["There is no comparison yet."] * 3
        assert not app.screen.query(NameBar)


async def test_h_opens_a_private_web_page(bridge, read, monkeypatch):
    pages = []
    monkeypatch.setattr(forms, "opener", lambda environ: pages.append)
    app = read(bridge, labels=("City", "<Watch>"))
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("h")
        await ready(pilot)
        (page,) = pages
        text = page.read_text("utf-8")
        assert text.startswith("<!doctype html>")
        assert "&lt;Watch&gt;" in text
        assert str(page) in told(app)[0]
        if sys.platform != "win32":
            assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="they have a screen always")
async def test_without_a_screen_no_browser_is_opened(bridge, read, programs):
    programs("xdg-open")
    app = read(bridge)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("h")
        assert told(app) == ["No browser can be opened from here: s saves the web page to a file."]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="they have openers of their own")
def test_the_opener_of_the_desktop_is_taken(programs, tmp_path):
    with pytest.raises(forms.FormError):
        forms.opener({"DISPLAY": ":0"})
    got = programs("gio", "xdg-open")
    forms.opener({"DISPLAY": ":0"})(tmp_path / "page.html")
    while not got.exists():
        sleep(0.01)


async def test_s_saves_in_the_format_of_the_name(bridge, read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("s", "enter")
        await pilot.pause()
        assert told(app) == ["Saved as comparison.html."]
        assert "City" in (tmp_path / "comparison.html").read_text("utf-8")
        assert app.screen.pane.has_focus
        await pilot.press("s", *["backspace"] * 5, *".json", "enter")
        await pilot.pause()
        saved = json.loads((tmp_path / "comparison.json").read_text("utf-8"))
        assert saved["documents"]["a"]["source"] == "City"
        await pilot.press("s", *["backspace"] * 5, *".txt", "enter")
        await pilot.pause()
        assert "\x1b" not in (tmp_path / "comparison.txt").read_text("utf-8")


async def test_a_name_that_cannot_be_taken_is_told_and_asked_for_again(
    bridge, read, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "comparison.html").write_text("mine")
    app = read(bridge)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("s", "enter")
        await pilot.pause()
        assert told(app) == ["comparison.html is there already: take another name"]
        await pilot.press(*["backspace"] * 5, *".pdf", "enter")
        await pilot.pause()
        assert told(app)[1].startswith("The name must end in one of .txt .json .md .html")
        assert app.screen.query_one(NameBar).display
        await pilot.press("escape")
        assert not app.screen.query_one(NameBar).display
        assert (tmp_path / "comparison.html").read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(bridge, tmp_path):
    with pytest.raises(forms.FormError, match="can't be written: No such file"):
        forms.save(bridge, str(tmp_path / "none" / "a.md"), ascii_only=False)
    with pytest.raises(forms.FormError, match="can't be written"):
        forms.save(bridge, "nul\0.md", ascii_only=False)
