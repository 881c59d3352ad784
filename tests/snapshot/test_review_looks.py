"""How review mode looks.

After a change that is meant: `pytest tests/snapshot --snapshot-update`.
"""

from __future__ import annotations

import datetime as dt
from itertools import count

import pytest

from tuireader.compare.review.session import Session
from tuireader.tui.review.app import ReviewApp
from tuireader.tui.review.desk import Desk
from tuireader.tui.review.screen import ReviewScreen

LABELS = ("City news", "The Watch")
SAID = ["a", "d", "f", "e", *"ask the city", "enter", "t", *"law", "enter"]


@pytest.fixture
def review(bridge, tmp_path):
    """Review mode at a clock of its own: eight seconds a step."""
    ticks = count()

    def clock() -> dt.datetime:
        return dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC) + dt.timedelta(seconds=8 * next(ticks))

    def make(*, blind: bool = False, **settings: object) -> ReviewApp:
        def compare(_a, _b, _progress):
            if blind:
                app.keep_back(bridge)
            return bridge

        app = ReviewApp(*bridge.documents, compare, labels=LABELS, **settings)
        path = tmp_path / "bridge.review"
        app.desk = Desk("Ana", path, blind, begins=True)
        app.session = Session.create(
            path, bridge, reviewer="Ana", tool_version="1", name="bridge", clock=clock
        )
        return app

    return make


def press(*keys: str):
    async def run(pilot) -> None:
        for _ in range(50):
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            if isinstance(pilot.app.screen, ReviewScreen) and pilot.app.screen.course.at:
                break
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return run


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_a_pair_with_flag_note_and_tag(review, snap_compare, theme, size):
    app = review(theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=press(*SAID))


def test_a_verdict_that_is_overruled_in_sixteen_colours(review, snap_compare):
    app = review(theme="ansi")
    assert snap_compare(app, terminal_size=(80, 24), run_before=press(*SAID, "a", "K"))


def test_in_ascii_and_low(review, snap_compare):
    app = review(theme="paper", ascii_only=True)
    assert snap_compare(app, terminal_size=(60, 12), run_before=press("a", "K"))


def test_blind(review, snap_compare):
    app = review(theme="ink", blind=True)
    assert snap_compare(app, terminal_size=(120, 30), run_before=press("a"))


def test_picking_claims(review, snap_compare):
    app = review(theme="ink")
    keys = ("right_square_bracket", "p")
    assert snap_compare(app, terminal_size=(120, 30), run_before=press(*keys))


def test_the_filter(review, snap_compare):
    app = review(theme="ink")
    assert snap_compare(
        app, terminal_size=(80, 24), run_before=press(*SAID, "F", "j", "j", "space")
    )


def test_the_list(review, snap_compare):
    app = review(theme="paper")
    assert snap_compare(app, terminal_size=(120, 24), run_before=press(*SAID, "v"))
