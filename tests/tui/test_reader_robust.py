"""Whatever the text holds and whatever the engine does, the reader stays up."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Static

from tuireader.compare.model import Comparison, Document, Paragraph, Side, Span
from tuireader.tui.app import ReaderApp
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why


def plain(side: Side, text: str) -> Document:
    return Document(side, f"{side}.txt", text, (Paragraph(Span(0, len(text))),))


def nothing(a: Document, b: Document) -> Comparison:
    return Comparison((a, b), ((), ()), ())


def painted(app: ReaderApp, side: Side) -> str:
    pane = app.screen.panes[side]
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


def why(app: ReaderApp) -> str:
    return str(app.screen.query_one(Why).query_one(Static).content)


def status(app: ReaderApp) -> str:
    return str(app.screen.query_one(StatusLine).render())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[bold]not markup[/bold] [/] [@click=app.quit]x[/]",
        "漢字とかな、混じり文。" * 20,
        "👩‍👩‍👧 family, 🇳🇴 flag, e\u0301 accent, ﷽ wide",
        "שלום עולם مرحبا بالعالم",
        "tab\there \x1b[31mred\x1b[0m bell\x07",
        "x" * 5000,
        " " * 300 + "\u200b\u200d\ufe0f",
    ],
    ids=["empty", "markup", "cjk", "emoji", "rtl", "controls", "unbroken", "blank"],
)
@pytest.mark.parametrize("width", [40, 120])
async def test_any_text_is_shown_as_wide_as_the_pane(text, width):
    a, b = plain(Side.A, text), plain(Side.B, text)
    app = ReaderApp(a, b, lambda a, b, progress: nothing(a, b))
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("j", "space", "G", "g", "u", "enter")
        pane = app.screen.pane
        for y in range(pane.size.height):
            strip = pane.render_line(y)
            assert sum(segment.cell_length for segment in strip) == pane.size.width
            assert "\x1b" not in strip.text


async def test_markup_in_a_text_is_text():
    a = plain(Side.A, "a [bold]claim[/bold] here")
    labels = ("[i]A[/i]", "[/]")
    app = ReaderApp(a, plain(Side.B, "b"), lambda a, b, progress: nothing(a, b), labels=labels)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        assert "a [bold]claim[/bold] here" in painted(app, Side.A)
        assert "[i]A[/i]" in str(app.screen.query(".side--title").first(Static).content)


async def test_the_texts_can_be_read_while_the_comparison_runs_and_escape_stops_it():
    started, stopped = threading.Event(), threading.Event()

    def slow(a: Document, b: Document, progress) -> Comparison:
        step = 0
        try:
            while True:
                progress("align", step := min(step + 1, 99), 100)
                started.set()
                threading.Event().wait(0.005)
        finally:
            stopped.set()

    text = "One line.\n" * 200
    app = ReaderApp(plain(Side.A, text), plain(Side.B, text), slow)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        while not started.is_set():
            await pilot.pause(0.01)
        await pilot.pause(0.15)
        assert "align" in status(app)
        assert "escape stops" in status(app)
        await pilot.press("space")
        assert app.screen.pane.top > 0
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert stopped.is_set()
        assert "stopped" in status(app)
        assert "can still be read" in why(app)


async def test_leaving_stops_the_comparison():
    started, stopped = threading.Event(), threading.Event()

    def slow(a: Document, b: Document, progress) -> Comparison:
        try:
            while True:
                progress("claims", 0, 0)
                started.set()
                threading.Event().wait(0.005)
        finally:
            stopped.set()

    app = ReaderApp(plain(Side.A, "a"), plain(Side.B, "b"), slow)
    async with app.run_test(size=(120, 20)) as pilot:
        while not started.is_set():
            await pilot.pause(0.01)
        await pilot.press("q")
    assert stopped.wait(5)


async def test_a_failing_comparison_is_told_in_its_own_words():
    def fails(a: Document, b: Document, progress) -> Comparison:
        raise RuntimeError("the [index] is\ngone")

    app = ReaderApp(plain(Side.A, "a"), plain(Side.B, "b"), fails)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "the [index] is gone" in why(app)
        assert app.is_running


async def test_two_texts_with_nothing_in_common_say_so():
    app = ReaderApp(plain(Side.A, "a"), plain(Side.B, "b"), lambda a, b, p: nothing(a, b))
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "No claim of one text" in why(app)


async def test_without_colour_no_colour_is_written(bridge, read, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = read(bridge, theme="paper")
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("j")
        pane = app.screen.panes[Side.A]
        strips = pane.render_lines(pane.size.region)
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        assert any(style.reverse for style in styles)
        assert any(style.underline for style in styles)


async def test_ascii_means_ascii(bridge, read):
    app = read(bridge, ascii_only=True)
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("j", "j", "j")
        for widget in (app.screen.band, *app.screen.query("Ruler")):
            for y in range(widget.size.height):
                assert widget.render_line(y).text.isascii()


async def test_the_palette_has_every_command(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("ctrl+p")
        await pilot.press(*"next confl")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "a1" in app.screen.panes[Side.A]._chosen
