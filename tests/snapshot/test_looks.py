"""How the reader looks. After a change that is meant, `pytest tests/snapshot --snapshot-update`."""

from __future__ import annotations

import pytest

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
