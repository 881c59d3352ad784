"""Every key of the table of commands does what the table says; what that is, other tests tell."""

from __future__ import annotations

import pytest
from textual.actions import parse
from textual.app import App

from tuireader.tui.keymap import HELP, LEDGER, READER


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(
    ("commands", "before"),
    [(READER, []), (LEDGER, ["v"]), (HELP, ["question_mark"])],
    ids=["reader", "ledger", "help"],
)
async def test_each_key_calls_its_action(bridge, read, monkeypatch, commands, before):
    app = read(bridge)
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press(*before)
        await pilot.pause()
        called = []

        async def call(self, action, *args, **settings):
            called.append(action if isinstance(action, str) else action[1])
            return True

        monkeypatch.setattr(App, "run_action", call)
        for command in commands:
            for key in command.keys.split(","):
                called.clear()
                await pilot.press(key)
                assert called == [command.action], (command.id, key)


@pytest.mark.parametrize(
    ("commands", "before"),
    [(READER, []), (LEDGER, ["v"]), (HELP, ["question_mark"])],
    ids=["reader", "ledger", "help"],
)
async def test_each_action_is_there(bridge, read, commands, before):
    app = read(bridge)
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press(*before)
        for command in commands:
            place, name, arguments = parse(command.action)
            target = app if place == "app" else app.screen
            method = getattr(target, f"action_{name}")
            assert method.__code__.co_argcount == 1 + len(arguments), command.id


def test_no_key_of_a_place_has_two_meanings():
    for commands in (READER, LEDGER, HELP):
        keys = [key for command in commands for key in command.keys.split(",")]
        assert len(keys) == len(set(keys))
