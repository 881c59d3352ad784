"""How the reader looks. After a change that is meant, `pytest tests/snapshot --snapshot-update`."""

from __future__ import annotations

import pytest

LABELS = ("City news", "The Watch")


async def settle(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_a_selected_conflict(bridge, read, snap_compare, theme, size):
    app = read(bridge, theme=theme, labels=LABELS)

    async def choose(pilot) -> None:
        await settle(pilot)
        await pilot.press("c", "c")

    assert snap_compare(app, terminal_size=size, run_before=choose)


def test_sixteen_colours_on_a_small_screen(bridge, read, snap_compare):
    app = read(bridge, theme="ansi", labels=LABELS)

    async def choose(pilot) -> None:
        await settle(pilot)
        await pilot.press("j", "j")

    assert snap_compare(app, terminal_size=(40, 12), run_before=choose)


def test_ascii(bridge, read, snap_compare):
    app = read(bridge, theme="paper", ascii_only=True, labels=LABELS)

    async def choose(pilot) -> None:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j")

    assert snap_compare(app, terminal_size=(120, 30), run_before=choose)


def test_help(bridge, read, snap_compare):
    app = read(bridge, labels=LABELS)

    async def ask(pilot) -> None:
        await settle(pilot)
        await pilot.press("question_mark")

    assert snap_compare(app, terminal_size=(100, 48), run_before=ask)


def test_the_ledger(bridge, read, snap_compare):
    app = read(bridge, labels=LABELS)

    async def list_all(pilot) -> None:
        await settle(pilot)
        await pilot.press("v", "j")

    assert snap_compare(app, terminal_size=(140, 20), run_before=list_all)
