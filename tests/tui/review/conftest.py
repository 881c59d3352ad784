from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.compare.model import Comparison
from tuireader.compare.review.session import Session
from tuireader.tui.review.app import ReviewApp
from tuireader.tui.review.desk import Desk
from tuireader.tui.review.screen import ReviewScreen


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bridge.review"


@pytest.fixture
def reviewing(file: Path) -> Callable[..., ReviewApp]:
    """The reader that begins in review mode, on a comparison that is there at once."""

    def make(comparison: Comparison, *, session: Session | None = None, **desk: object):
        own = {name: desk.pop(name) for name in ("blind", "order", "reviewer") if name in desk}

        def compare(_a, _b, _progress):
            if own.get("blind"):
                app.keep_back(comparison)
            return comparison

        app = ReviewApp(*comparison.documents, compare, **desk)
        app.desk = Desk(path=file, begins=True, **{"reviewer": "Ana", **own})
        app.session = session
        return app

    return make


@pytest.fixture
def begun() -> Callable[..., object]:
    """Waits until review mode is there; gives its screen."""

    async def wait(pilot) -> ReviewScreen:
        for _ in range(50):
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            screen = pilot.app.screen
            if isinstance(screen, ReviewScreen) and screen.course.at:
                await pilot.pause()
                return screen
        raise AssertionError(f"no review: {pilot.app.screen}")

    return wait


@pytest.fixture
def stored(file: Path) -> Callable[[], Session]:
    """What is on disk now, read by somebody else."""
    return lambda: Session.open(file, tool_version="test", writing=False)
