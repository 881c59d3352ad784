"""The glyphs of a printed report, and the counts that are shown with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuireader.compare.model import Relation, Side, Summary
from tuireader.compare.report.ink import DIM, INK, Line, Run


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of glyphs, each one cell wide."""

    relation: Mapping[Relation, str]
    only: Mapping[Side, str]
    rule: str
    divider: str
    separator: str
    paragraph: str
    ellipsis: str


UNICODE = Signs(
    relation={Relation.CONFLICT: "≠", Relation.DIVERGE: "≈", Relation.AGREE: "="},
    only={Side.A: "‹", Side.B: "›"},
    rule="─",
    divider="│",
    separator="·",
    paragraph="¶",
    ellipsis="…",
)
ASCII = Signs(
    relation={Relation.CONFLICT: "!", Relation.DIVERGE: "~", Relation.AGREE: "="},
    only={Side.A: "<", Side.B: ">"},
    rule="-",
    divider="|",
    separator="-",
    paragraph="par. ",
    ellipsis="...",
)

GRAVEST_FIRST = (Relation.CONFLICT, Relation.DIVERGE, Relation.AGREE)


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the summary, ready to be shown."""

    number: int
    sign: str
    words: str
    ink: str


def tally(summary: Summary, signs: Signs) -> list[Count]:
    """The numbers of a summary, gravest first, each with its glyph and its ink."""
    numbers = {
        Relation.CONFLICT: summary.conflict,
        Relation.DIVERGE: summary.diverge,
        Relation.AGREE: summary.agree,
    }
    counts = [Count(numbers[r], signs.relation[r], r.value, INK[r]) for r in GRAVEST_FIRST]
    counts.append(Count(summary.only_a, signs.only[Side.A], "only in A", DIM))
    counts.append(Count(summary.only_b, signs.only[Side.B], "only in B", DIM))
    return counts


def bar(counts: Sequence[Count], width: int) -> Line:
    """A bar of at most `width` glyphs, one for each pair or claim while they fit.

    Where they do not, the glyphs are shared out in proportion, and what is there at all
    keeps at least one.
    """
    present = [count for count in counts if count.number]
    total = sum(count.number for count in present)
    if total <= width:
        return tuple(Run(count.sign * count.number, count.ink) for count in present)
    cells = [max(1, count.number * width // total) for count in present]
    while sum(cells) > width and max(cells) > 1:
        cells[cells.index(max(cells))] -= 1
    return tuple(Run(c.sign * n, c.ink) for c, n in zip(present, cells, strict=True))
