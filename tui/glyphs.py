"""The characters the reader draws with, in Unicode and in ASCII."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuireader.compare.model import Relation

# Bits of the four ways a line leaves a cell.
UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8


class Glyphs(NamedTuple):
    """One set of characters, every one a single cell wide.

    Attributes:
        relations: The sign of each relation; None is a claim without a counterpart.
        bars: Beside a selected claim, for a gutter on the left and on the right of the text.
        quote: Before each row of a quotation.
        rule: For drawing a horizontal rule.
        window: The part of the overview ruler that is on the screen, and the part that is not.
        arrows: Way to a counterpart off the screen: up, down.
        light: Line characters by the bits of their ways.
        heavy: The same for the selected pair.
        dot: Between items of the status line.
        ellipsis: Where text is cut.
        block: For bars.
        quotes: Around quoted words: opening, closing.
        outer_quotes: The same around words that hold quotation marks themselves.
        folds: Before a heading whose rows are left out, and one whose rows are there.
    """

    relations: Mapping[Relation | None, str]
    bars: tuple[str, str]
    quote: str
    rule: str
    window: tuple[str, str]
    arrows: tuple[str, str]
    light: Mapping[int, str]
    heavy: Mapping[int, str]
    dot: str
    ellipsis: str
    block: str
    quotes: tuple[str, str]
    outer_quotes: tuple[str, str]
    folds: tuple[str, str]


_WAYS = (
    *(LEFT, RIGHT, LEFT | RIGHT),
    *(UP, DOWN, UP | DOWN),
    *(DOWN | RIGHT, DOWN | LEFT, UP | RIGHT, UP | LEFT),
    *(UP | DOWN | RIGHT, UP | DOWN | LEFT, DOWN | LEFT | RIGHT, UP | LEFT | RIGHT),
    UP | DOWN | LEFT | RIGHT,
)


def _lines(characters: str) -> dict[int, str]:
    return dict(zip(_WAYS, characters, strict=True))


UNICODE = Glyphs(
    relations={
        Relation.AGREE: "=",
        Relation.DIVERGE: "≈",
        Relation.CONFLICT: "≠",
        None: "·",
    },
    bars=("▌", "▐"),
    quote="▏",
    rule="─",
    window=("┃", "│"),
    arrows=("↑", "↓"),
    light=_lines("───│││╭╮╰╯├┤┬┴┼"),
    heavy=_lines("━━━┃┃┃┏┓┗┛┣┫┳┻╋"),
    dot="·",
    ellipsis="…",
    block="━",
    quotes=("“", "”"),
    outer_quotes=("‘", "’"),
    folds=("▸", "▾"),
)

ASCII = Glyphs(
    relations={
        Relation.AGREE: "=",
        Relation.DIVERGE: "~",
        Relation.CONFLICT: "!",
        None: ".",
    },
    bars=("|", "|"),
    quote="|",
    rule="-",
    window=("|", " "),
    arrows=("^", "v"),
    light=_lines("---|||+++++++++"),
    heavy=_lines("===|||#########"),
    dot="-",
    ellipsis="...",
    block="=",
    quotes=('"', '"'),
    outer_quotes=("'", "'"),
    folds=("+", "-"),
)
