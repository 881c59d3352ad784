"""The [keys] of a settings file: what is taken, what is refused, and that it works."""

from __future__ import annotations

import tomllib

import pytest

from tuireader.tui.keymap import PLACES
from tuireader.tui.keynames import KeysError, keymap


@pytest.mark.parametrize(
    ("toml", "keys"),
    [
        ("", {}),
        ('reader.quit = "x"', {"reader.quit": "x"}),
        ('"reader.quit" = "x"', {"reader.quit": "x"}),
        ('[reader]\nquit = "x"', {"reader.quit": "x"}),
        ('reader.quit = "x, ctrl+x"', {"reader.quit": "x,ctrl+x"}),
        ('reader.quit = ["x", "f2"]', {"reader.quit": "x,f2"}),
        ('reader.quit = [",", " "]', {"reader.quit": "comma,space"}),
        ('reader.quit = "?"\nledger.go = "slash"', {"reader.quit": "?", "ledger.go": "slash"}),
        ('reader.quit = "x"\nledger.leave = "x"', {"reader.quit": "x", "ledger.leave": "x"}),
        ('app.quit = "ctrl+alt+end"', {"app.quit": "ctrl+alt+end"}),
        ('reader.quit = "x,x"', {"reader.quit": "x,x"}),
        ('reader.quit = "é"', {"reader.quit": "é"}),
    ],
)
def test_taken(toml, keys):
    assert keymap(tomllib.loads(toml)) == keys


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('reader.quitt = "x"', "has no command 'reader.quitt'; did you mean 'reader.quit'?"),
        ('next-pair = "x"', "did you mean 'reader.next-pair'?"),
        ('a.b.c = "x"', "has no command 'a.b.c'; did you mean '"),
        ('zzz = "x"', "did you mean '"),
        ("reader.quit = 3", "wants a key for reader.quit"),
        ("reader.quit = true", "wants a key for reader.quit"),
        ("reader.quit = []", "wants a key for reader.quit"),
        ("reader.quit = [3]", "knows no key 3 for reader.quit"),
        ('reader.quit = ""', "knows no key '' for reader.quit"),
        ('reader.quit = "x,"', "knows no key '' for reader.quit"),
        ('reader.quit = "ctrl+"', "knows no key 'ctrl+'"),
        ('reader.quit = "strg+x"', "knows no key 'strg+x'"),
        ('reader.quit = "pagedwn"', "knows no key 'pagedwn'"),
        (
            'reader.quit = "x"\nreader.help = "x"',
            "gives 'x' to both reader.quit and reader.help",
        ),
    ],
)
def test_refused(toml, complaint):
    with pytest.raises(KeysError) as caught:
        keymap(tomllib.loads(toml))
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_usual_keys_are_keys():
    for commands in PLACES.values():
        usual = {command.id: command.keys for command in commands}
        assert keymap(usual) == usual


async def test_a_key_is_taken_from_the_command_that_had_it(bridge, read):
    app = read(bridge, keymap=keymap({"reader.next-conflict": "w"}))
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("w")
        assert app.screen.selection.pair.id == "p1"
        assert app.screen.why.display


async def test_the_new_key_works_and_the_old_one_does_not(bridge, read):
    app = read(bridge, keymap=keymap({"reader": {"next-conflict": "x", "why": ["f3", "?"]}}))
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("c", "w")
        assert app.screen.selection.pair is None
        assert app.screen.why.display
        await pilot.press("x", "question_mark")
        assert app.screen.selection.pair.id == "p1"
        assert not app.screen.why.display
