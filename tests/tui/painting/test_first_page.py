"""The page of two texts: laid out only where the reader's frame is sure to be like it."""

from __future__ import annotations

import pytest

from tuireader.tui.memory.state import FRESH, Spot, StateFile
from tuireader.tui.opening.request import Request
from tuireader.tui.painting.first_page import first_page, is_usual
from tuireader.tui.painting.stencil import INKS, SIGNS, Box, Room, Stencil

ROOM = Room(Box(0, 0, 60, 1), Box(0, 1, 30, 12), Box(61, 1, 1, 12))
STENCIL = Stencil((), (ROOM, ROOM), dict.fromkeys(INKS, ""), dict.fromkeys(SIGNS, "|"), True, ())


@pytest.mark.parametrize(
    "change",
    [
        {"theme": "paper"},
        {"link": False},
        {"why": False},
        {"tall": True},
        {"zoomed": True},
        {"share": 2},
        {"marks": {"a": Spot()}},
    ],
)
def test_only_a_usual_frame_is_laid_out(tmp_path, change):
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Kiln found\n\nWorkers found a kiln.\n", "utf-8")
    b.write_text("It was no kiln, but a cellar. " * 40, "utf-8")
    reading = Request(str(a), str(b)).read()
    memory = StateFile(tmp_path, reading.a, reading.b)
    assert first_page(reading, STENCIL, tmp_path)
    memory.keep(FRESH)
    assert first_page(reading, STENCIL, tmp_path)
    state = FRESH._replace(**change)
    assert not is_usual(state)
    memory.keep(state)
    assert first_page(reading, STENCIL, tmp_path) is None
    assert first_page(reading, STENCIL._replace(remembers=False), tmp_path)
