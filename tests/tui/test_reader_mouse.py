from __future__ import annotations

from textual.events import MouseScrollDown
from textual.widgets import Static

from tuireader.compare.model import Side
from tuireader.tui.widgets.ruler import Ruler

WIDE = (140, 40)


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_wheel_scrolls_three_rows_and_the_other_pane_follows(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        a, b = app.screen.panes.values()
        await pilot._post_mouse_events([MouseScrollDown], a, offset=(5, 5), button=0)
        await pilot.pause()
        assert a.top == 3
        assert b.top > 0


async def test_a_click_in_the_gutter_takes_the_gravest_claim_of_the_row(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        pane = app.screen.panes[Side.B]
        row = pane.row_of(bridge.claim("b3").span.start) - pane.top
        await pilot.click(pane, offset=(1, row))
        assert "b3" in pane._chosen


async def test_a_click_beside_any_claim_changes_nothing(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("j")
        pane = app.screen.panes[Side.A]
        before = pane._chosen
        await pilot.click(pane, offset=(10, 0))
        assert pane._chosen == before


async def test_a_click_on_the_ruler_goes_there(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        pane = app.screen.panes[Side.B]
        ruler = app.screen.query_one("#ruler-b", Ruler)
        await pilot.click(ruler, offset=(0, ruler.size.height // 2))
        first, last = pane.window
        assert first < len(pane.document.text) // 2 < last
        await pilot.click(ruler, offset=(0, ruler.size.height - 1))
        assert pane.window[1] == len(pane.document.text)


async def test_dragging_selects_text_without_the_breaks_of_wrapping(bridge, read, monkeypatch):
    monkeypatch.setattr("tuireader.tui.terminal.copying.to_system", lambda text: True)
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        pane = app.screen.panes[Side.B]
        row = pane.row_of(bridge.claim("b1").span.start) - pane.top
        await pilot.mouse_down(pane, offset=(3, row))
        await pilot.hover(pane, offset=(30, row + 1))
        await pilot.mouse_up(pane, offset=(30, row + 1))
        await pilot.pause()
        await pilot.press("ctrl+c")
        assert app.clipboard.startswith("The bridge stays closed for lorries until the summer,")
        assert "\n" not in app.clipboard
        assert len(app.clipboard) > 60


async def test_the_divider_is_dragged(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        a, b = app.screen.panes.values()
        before = a.size.width
        band = app.screen.band
        await pilot.mouse_down(band, offset=(3, 10))
        await pilot.hover(None, offset=(42, 10))
        await pilot.pause()
        assert a.size.width < before < b.size.width
        assert abs(band.region.x - 42) < 8
        await pilot.hover(None, offset=(2, 10))
        await pilot.pause()
        assert a.size.width > 20
        await pilot.mouse_up(None, offset=(70, 10))
        await pilot.pause()
        narrow = a.size.width
        await pilot.hover(None, offset=(100, 10))
        assert a.size.width == narrow
        assert not app.screen.get_selected_text()


async def test_a_click_on_a_grave_conflict_in_the_summary_goes_there(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = str(app.screen.why.query_one(Static).content).splitlines()
        row = next(n for n, line in enumerate(lines) if "No cracks were found" in line)
        assert "two cracks" in lines[row]
        await pilot.click(app.screen.why.query_one(Static), offset=(20, row))
        await pilot.pause()
        assert app.screen.selection.pair.id == "p3"
