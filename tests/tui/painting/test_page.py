"""The page of two texts: their words where the reader will have them, or none at all."""

from __future__ import annotations

import pytest

from tuireader.tui.memory.state import FRESH, Spot, StateFile
from tuireader.tui.opening.request import Request
from tuireader.tui.painting.page import PageError, Words, draw, page_of
from tuireader.tui.painting.stencil import INKS, Box, Room, Stencil

A = Room(Box(3, 0, 20, 1), Box(3, 1, 24, 10), Box(29, 1, 1, 10))
B = Room(Box(33, 0, 8, 1), Box(33, 1, 24, 10), Box(59, 1, 1, 10))
INK = {name: f"\x1b[{number}m" for number, name in enumerate(INKS, 1)}
STENCIL = Stencil((), "", (A, B), INK, False, True, ("above",) + ("",) * 10)
TEXT = """Kiln found

> The school, said the mayor.

- Bricks
- Lime, which is the longest item

© 2024 Kiln Press. All rights reserved.
"""
PLAIN = "It was no kiln, but a cellar. " * 40


@pytest.fixture
def reading(tmp_path):
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(TEXT, "utf-8")
    b.write_text(PLAIN, "utf-8")
    return Request(str(a), str(b)).read()


def rows(words, room):
    """What stands in each row of a text."""
    said = [""] * room.text.height
    for x, y, _, each in sorted(words):
        if room.text.x <= x < room.text.x + room.text.width and y >= room.text.y:
            said[y - room.text.y] += each
    return said


def test_the_words_stand_where_they_belong(reading, tmp_path):
    words = page_of(reading, STENCIL, tmp_path)
    assert Words(3, 0, "title-a", "A  Kiln found") in words
    assert Words(3, 1, "title", "Kiln found") in words
    assert rows(words, A)[2:8] == [
        *("▏ The school, said the", "▏ mayor.", ""),
        *("Bricks", "Lime, which is the", "  longest item"),
    ]
    assert rows(words, A)[9] == "── boilerplate, not comp"
    assert rows(words, B)[0] == "It was no kiln, but a"
    title = next(each for each in words if each.ink == "title-b")
    assert len(title.said) == B.title.width
    assert title.said.endswith("…")
    window = [each for each in words if each.ink == "window" and each.x == B.ruler.x]
    assert [each.y for each in window] == [1, 2]


def test_ascii_keeps_to_ascii(reading, tmp_path):
    words = page_of(reading, STENCIL._replace(ascii_only=True), tmp_path)
    assert rows(words, A)[2] == "| The school, said the"
    assert all(each.said.isascii() for each in words if each.ink not in {"title-a", "title-b"})


def test_a_text_that_is_not_shown_has_no_words(reading, tmp_path):
    hidden = Room(*[Box(0, 0, 0, 0)] * 3)
    words = page_of(reading, STENCIL._replace(rooms=(A, hidden)), tmp_path)
    assert words == [each for each in page_of(reading, STENCIL, tmp_path) if each.x < B.title.x]


@pytest.mark.parametrize(("top", "first"), [((0, 0), "It was"), ((600, 0), ""), ((10**6, 0), "")])
def test_it_begins_where_it_was_left_but_not_beyond_the_last_page(reading, tmp_path, top, first):
    spot = FRESH.spot._replace(tops=((0, 0), top))
    StateFile(tmp_path, reading.a, reading.b).keep(FRESH._replace(spot=spot))
    page = rows(page_of(reading, STENCIL, tmp_path), B)
    assert page[0].startswith("It was no kiln, but a") is bool(first)
    assert all(page)


@pytest.mark.parametrize(
    "change",
    [
        *({"theme": "paper"}, {"link": False}, {"why": False}, {"tall": True}, {"zoomed": True}),
        *({"share": 2}, {"marks": {"a": Spot()}}),
    ],
)
def test_only_a_usual_frame_is_laid_out(reading, tmp_path, change):
    memory = StateFile(tmp_path, reading.a, reading.b)
    memory.keep(FRESH._replace(behind=(Spot(),)))
    assert page_of(reading, STENCIL, tmp_path)
    memory.keep(FRESH._replace(**change))
    with pytest.raises(PageError):
        page_of(reading, STENCIL, tmp_path)
    assert page_of(reading, STENCIL._replace(remembers=False), tmp_path)


def test_a_title_of_wide_characters_is_not_laid_out(reading, tmp_path):
    named = reading._replace(request=reading.request._replace(labels=("窯", None)))
    with pytest.raises(PageError):
        page_of(named, STENCIL, tmp_path)


def test_it_is_drawn_over_the_stencil():
    drawn = draw(STENCIL, [Words(3, 1, "title", "dry\xa0wood")])
    assert drawn.startswith("\x1b[1;1Habove\x1b[2;1H")
    assert drawn.endswith(f"\x1b[2;4H{INK['title']}dry\xa0wood\x1b[0m")


@pytest.mark.parametrize("said", ["a\x1b[2J", "a\u202eb", "a\rb", "\x9b"])
def test_words_that_hide_or_steer_are_not_drawn(said):
    with pytest.raises(PageError):
        draw(STENCIL, [Words(0, 0, "text", said)])
