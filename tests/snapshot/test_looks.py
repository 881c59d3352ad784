"""How the reader looks. After a change that is meant, `pytest tests/snapshot --snapshot-update`."""

from __future__ import annotations

import time

import pytest

from tuireader.compare.model import Summary
from tuireader.tui.app import ReaderApp
from tuireader.tui.opening.recent import Recent
from tuireader.tui.opening.request import Request
from tuireader.tui.opening.sitting import Shelf

LABELS = ("City news", "The Watch")


async def settle(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


SIZES = pytest.mark.parametrize(
    "size", [(40, 12), (80, 24), (160, 48)], ids=lambda size: f"{size[0]}x{size[1]}"
)
THEMES = pytest.mark.parametrize("theme", ["ink", "paper", "ansi"])


def pressed(*keys: str):
    """What a snapshot is taken after."""

    async def press(pilot) -> None:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return press


@THEMES
@SIZES
def test_a_selected_conflict(bridge, read, snap_compare, theme, size):
    app = read(bridge, theme=theme, labels=LABELS)
    assert snap_compare(app, terminal_size=size, run_before=pressed("c", "c"))


@THEMES
@SIZES
def test_the_ledger(bridge, read, snap_compare, theme, size):
    app = read(bridge, theme=theme, labels=LABELS)
    assert snap_compare(app, terminal_size=size, run_before=pressed("v", "j"))


OTHERS = {
    "summary": [],
    "topics": ["v", "z", "j", "enter"],
    "search": ["slash", *"bridge"],
    "labels": ["f"],
    "alone": ["u", "z"],
    "saving": ["s"],
}


@pytest.mark.parametrize("keys", OTHERS.values(), ids=OTHERS)
def test_other_views(bridge, read, snap_compare, keys):
    app = read(bridge, theme="dusk", labels=LABELS)
    assert snap_compare(app, terminal_size=(110, 30), run_before=pressed(*keys))


def test_ascii(bridge, read, snap_compare):
    app = read(bridge, theme="paper", ascii_only=True, labels=LABELS)
    assert snap_compare(app, terminal_size=(120, 30), run_before=pressed("j", "j", "j", "j"))


@pytest.mark.parametrize("size", [(60, 20), (100, 48)], ids=["60x20", "100x48"])
def test_help(bridge, read, snap_compare, size):
    app = read(bridge, labels=LABELS)
    assert snap_compare(app, terminal_size=size, run_before=pressed("question_mark"))


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_the_picker(snap_compare, theme, size, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setenv("HOME", str(tmp_path))
    texts = tmp_path / "harbour"
    texts.mkdir()
    for name in ("answer.md", "report.txt", "[draft].txt"):
        (texts / name).write_text("Some words.")
    (texts / "older").mkdir()
    shelf = Shelf(tmp_path / "state")
    both = Request(str(texts / "older" / "both.md"))
    pair = Request(str(texts / "report.txt"), str(texts / "answer.md"))
    shelf.recents.note(Recent(both, 1_700_000_000.0))
    counts = Summary(agree=5, diverge=1, conflict=2, only_a=0, only_b=3)
    shelf.recents.note(Recent(pair, 1_700_090_000.0, counts))
    monkeypatch.chdir(texts)
    app = ReaderApp(None, None, lambda a, b, progress: None, shelf=shelf, theme=theme)

    async def choose(pilot) -> None:
        for _ in range(1_000):
            await pilot.pause(0.005)
            if pilot.app.screen.folder.root.children:
                break
        await pilot.press("tab", "G", "enter")
        for _ in range(1_000):
            await pilot.pause(0.005)
            if not pilot.app.screen._choosing.reading:
                break
        await pilot.press("tab", "tab")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=choose)
