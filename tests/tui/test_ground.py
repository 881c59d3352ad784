"""The terminal's word about its ground: read out of what it sends, never taken for keys."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.dressing import DressedApp
from tuireader.tui.messages import GroundTold
from tuireader.tui.terminal.ground import ASK, Answers, can_be_asked

LIGHT_ANSWER = "\x1b]11;rgb:ffff/fdfd/f5f5\x1b\\"


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (LIGHT_ANSWER, True),
        ("\x1b]11;rgb:ffff/ffff/ffff\x07", True),
        ("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", False),
        ("\x1b]11;rgb:f/f/f\x07", True),
        ("\x1b]11;rgb:00/2b/36\x07", False),
        ("\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x07", True),
        ("\x1b]11;#282828\x07", False),
        ("\x1b]11;rgb:0/0/ffff\x9c", False),
        ("\x1b[?997;1n", False),
        ("\x1b[?997;2n", True),
    ],
)
def test_what_terminals_answer(answer, light):
    assert Answers().take(f"j{answer}k") == ("jk", light)


@pytest.mark.parametrize(
    "data",
    [
        "q",
        "\x1b[A\x1b[B",
        "\x1b[?2026;2$y",
        "\x1b[<0;10;10M",
        "\x1b]11;rgb:zz/zz/zz\x07",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1bj",
        "\x1b",
    ],
)
def test_all_else_is_left_as_it_is(data):
    answers = Answers()
    left, light = answers.take(data)
    assert (left + answers.rest(), light) == (data, None)


@given(st.integers(0, len(LIGHT_ANSWER)), st.sampled_from(["", "j", "\x1b[A"]))
def test_an_answer_in_two_pieces_is_one(cut, before):
    answers = Answers()
    answers.expect()
    data = before + LIGHT_ANSWER
    cut += len(before)
    first, early = answers.take(data[:cut])
    second, late = answers.take(data[cut:] + "k")
    assert first + second == before + "k"
    assert early or late


def test_a_lone_escape_is_a_key_once_no_answer_is_expected():
    now = [0.0]
    answers = Answers(clock=lambda: now[0])
    assert answers.take("\x1b") == ("\x1b", None)
    answers.expect()
    assert answers.take("\x1b") == ("", None)
    assert answers.rest() == "\x1b"
    now[0] = 60.0
    assert answers.take("\x1b") == ("\x1b", None)


def test_an_answer_ends_the_waiting():
    answers = Answers()
    answers.expect()
    answers.take(LIGHT_ANSWER)
    assert answers.take("\x1b") == ("\x1b", None)


@pytest.mark.parametrize("term", ["", "dumb", "linux", "unknown"])
def test_terminals_that_would_not_answer_are_not_asked(term):
    assert not can_be_asked({"TERM": term})
    assert can_be_asked({"TERM": "xterm-256color"})


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ({}, "paper"),
        ({"theme": "dusk"}, "dusk"),
        ({"usual_theme": "dusk"}, "dusk"),
        ({"usual_theme": "ink"}, "ink"),
    ],
)
async def test_only_a_reader_without_a_theme_follows_the_ground(
    bridge, read, monkeypatch, settings, shown
):
    asked = []
    monkeypatch.setattr(DressedApp, "_ask", lambda _app: asked.append(True))
    monkeypatch.setenv("TERM", "xterm-256color")
    app = read(bridge, **settings)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert bool(asked) == (not settings)
        if asked:
            app.post_message(GroundTold(light=True))
        await pilot.pause()
        await pilot.pause()
        assert app.theme == shown


async def test_a_theme_that_was_taken_stays_when_the_ground_changes(bridge, read):
    app = read(bridge)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(GroundTold(light=True))
        await pilot.pause()
        assert app.theme == "paper"
        app.post_message(GroundTold(light=False))
        await pilot.pause()
        assert app.theme == "ink"
        app.theme = "dusk"
        app.post_message(GroundTold(light=True))
        await pilot.pause()
        assert app.theme == "dusk"
        assert app.theme_to_keep == "dusk"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")
def test_the_driver_is_the_readers_own(bridge, read):
    from tuireader.tui.terminal.driver import ReaderDriver  # noqa: PLC0415

    assert read(bridge).driver_class is ReaderDriver
    assert ASK.startswith("\x1b]11;?")
