from __future__ import annotations

import pytest

from tuireader.compare.model import Relation
from tuireader.tui.glyphs import ASCII, UNICODE, Glyphs
from tuireader.tui.widgets.band import Canvas, Wire, lanes


def wire(left, right, *, chosen=False, away=(0, 0), relation=Relation.AGREE) -> Wire:
    return Wire(tuple(left), tuple(right), *away, relation, chosen)


def drawn(wires: list[Wire], width: int, height: int, glyphs: Glyphs = UNICODE) -> list[str]:
    canvas = Canvas(width, height)
    for each, lane in zip(wires, lanes(wires, width), strict=True):
        canvas.draw(each, lane)
    rows = []
    for y in range(height):
        row = ""
        for ways, owner, sign in canvas.row(y):
            if sign:
                row += glyphs.arrows[sign > 0]
            elif owner:
                row += (glyphs.heavy if owner.chosen else glyphs.light).get(ways, " ")
            else:
                row += " "
        rows.append(row)
    return rows


@pytest.mark.parametrize(
    ("wires", "expected"),
    [
        ([wire([0], [0])], ["─────", "     ", "     "]),
        ([wire([0], [2])], ["──╮  ", "  │  ", "  ╰──"]),
        ([wire([2], [0])], ["  ╭──", "  │  ", "──╯  "]),
        ([wire([0, 1], [0])], ["──┬──", "──╯  ", "     "]),
        ([wire([1], [0, 1, 2])], ["  ╭──", "──┼──", "  ╰──"]),
        ([wire([0], [2], chosen=True)], ["━━┓  ", "  ┃  ", "  ┗━━"]),
        ([wire([1], [], away=(0, -1))], ["     ", "─↑   ", "     "]),
        ([wire([1], [], away=(0, 1))], ["     ", "─↓   ", "     "]),
        ([wire([], [1], away=(1, 0))], ["     ", "   ↓─", "     "]),
        ([wire([0], [2]), wire([1], [1], chosen=True)], ["──╮  ", "━━━━━", "  ╰──"]),
    ],
)
def test_wires_are_drawn(wires, expected):
    assert drawn(wires, 5, 3) == expected


def test_ascii_draws_with_ascii_only():
    rows = drawn([wire([0], [3]), wire([2], [1], chosen=True), wire([1], [], away=(0, 1))],
                 7, 4, ASCII)  # fmt: skip
    assert "".join(rows).isascii()
    assert "v" in rows[1]


def test_upright_parts_side_by_side_take_their_own_columns():
    wires = [wire([0], [4]), wire([1], [5]), wire([2], [6])]
    assert len(set(lanes(wires, 7))) == 3


def test_upright_parts_one_below_the_other_share_the_middle():
    assert lanes([wire([0], [2]), wire([3], [5])], 7) == [3, 3]


@pytest.mark.parametrize("width", [0, 1, 2, 3])
def test_a_narrow_band_is_no_trouble(width):
    drawn([wire([0], [2]), wire([1], [0]), wire([1], [], away=(0, 1))], width, 3)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_crossing_has_a_character(glyphs):
    for ways in range(1, 16):
        assert len(glyphs.light[ways]) == len(glyphs.heavy[ways]) == 1
