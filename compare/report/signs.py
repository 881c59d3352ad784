"""The glyphs of a printed report, and the counts that are shown with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuireader.compare.model import Comparison, Side
from tuireader.compare.report.ink import DIM, INK, Line, Run
from tuireader.compare.report.standing import BY_GRAVITY, NO_RULINGS, counts
from tuireader.compare.review.model import Label, Ruling


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of glyphs, each one cell wide."""

    label: Mapping[Label, str]
    only: Mapping[Side, str]
    rule: str
    divider: str
    separator: str
    paragraph: str
    ellipsis: str


UNICODE = Signs(
    label={
        Label.CONFLICT: "≠",
        Label.DIVERGE: "≈",
        Label.AGREE: "=",
        Label.UNSURE: "?",
        Label.UNRELATED: "×",
    },
    only={Side.A: "‹", Side.B: "›"},
    rule="─",
    divider="│",
    separator="·",
    paragraph="¶",
    ellipsis="…",
)
ASCII = Signs(
    label={
        Label.CONFLICT: "!",
        Label.DIVERGE: "~",
        Label.AGREE: "=",
        Label.UNSURE: "?",
        Label.UNRELATED: "x",
    },
    only={Side.A: "<", Side.B: ">"},
    rule="-",
    divider="|",
    separator="-",
    paragraph="par. ",
    ellipsis="...",
)

ALWAYS_TOLD = (Label.CONFLICT, Label.DIVERGE, Label.AGREE)


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the summary, ready to be shown."""

    number: int
    sign: str
    words: str
    ink: str


def tally(
    comparison: Comparison, signs: Signs, rulings: Mapping[str, Ruling] = NO_RULINGS
) -> list[Count]:
    """The numbers of a summary, gravest first, each with its glyph and its ink.

    The labels that only a reviewer gives are there if they were given.
    """
    numbers = counts(comparison.pairs, rulings)
    told = [
        Count(numbers[label], signs.label[label], label.value, INK[label])
        for label in BY_GRAVITY
        if numbers[label] or label in ALWAYS_TOLD
    ]
    alone = [
        Count(len(comparison.only(side)), signs.only[side], f"only in {side.name}", DIM)
        for side in Side
    ]
    return told + alone


def bar(counts: Sequence[Count], width: int, most: int = 0) -> Line:
    """A bar of at most `width` glyphs, one for each pair or claim while they fit.

    Where they do not, the glyphs are shared out in proportion, and what is there at all
    keeps at least one.

    Args:
        counts: What is drawn.
        width: Cells.
        most: The sum of the longest of several bars that are to be compared.
    """
    present = [count for count in counts if count.number]
    total = max(sum(count.number for count in present), most)
    if total <= width:
        return tuple(Run(count.sign * count.number, count.ink) for count in present)
    cells = [max(1, count.number * width // total) for count in present]
    while sum(cells) > width and max(cells) > 1:
        cells[cells.index(max(cells))] -= 1
    return tuple(Run(c.sign * n, c.ink) for c, n in zip(present, cells, strict=True))
