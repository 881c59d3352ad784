"""A comparison in a few lines: one a topic, as `git diff --stat` has one a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tuireader.compare.model import Comparison, Side
from tuireader.compare.report.ink import INK, Line, Run, draw, fold, hang, length, pad
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.signs import ALWAYS_TOLD, Count, bar
from tuireader.compare.report.standing import BY_GRAVITY, NO_RULINGS, standing
from tuireader.compare.report.style import Style
from tuireader.compare.review.model import Label, Ruling

NO_TOPIC = "(no topic)"


def as_stat(
    comparison: Comparison,
    style: Style | None = None,
    *,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """A row a topic with its number of pairs and a bar of their relations, then the sums."""
    style = style or Style()
    return draw(_rows(comparison, style, selection, rulings), colour=style.colour)


def _rows(
    comparison: Comparison, style: Style, selection: Selection, rulings: Mapping[str, Ruling]
) -> Iterator[Line]:
    table: dict[str, Counter[Label]] = {}
    for pair in selection.pairs(comparison, rulings):
        table.setdefault(pair.topic or NO_TOPIC, Counter())[standing(pair, rulings).label] += 1
    names = sorted(table, key=lambda name: (name == NO_TOPIC, *_gravity(table[name]), name))
    most = max((table[name].total() for name in names), default=0)
    digits = len(str(most))
    widest = max(
        (length(line) for name in names for line in fold([Run(name)], style.cells)), default=0
    )
    label = min(widest, style.cells // 2)
    for name in names:
        row = table[name]
        counts = [Count(row[one], style.signs.label[one], "", INK[one]) for one in BY_GRAVITY]
        divider = Run(f" {style.signs.divider} {row.total():>{digits}} ")
        first, *rest = (pad((Run(" "), *line), label + 1) for line in fold([Run(name)], label))
        yield (*first, divider, *bar(counts, max(style.cells - label - digits - 5, 4), most))
        yield from rest
    yield from hang(Run(" "), [Run(_sums(comparison, selection, table))], style.cells)


def _gravity(row: Counter[Label]) -> tuple[int, ...]:
    return tuple(-row[label] for label in BY_GRAVITY)


def _sums(comparison: Comparison, selection: Selection, table: dict[str, Counter[Label]]) -> str:
    total: Counter[Label] = sum(table.values(), Counter())
    pairs = total.total()
    sides = (f"{len(selection.only(comparison, side))} only in {side.name}" for side in Side)
    labels = (
        f"{total[label]} {label.value}"
        for label in BY_GRAVITY
        if total[label] or label in ALWAYS_TOLD
    )
    return ", ".join((f"{pairs} pair{'' if pairs == 1 else 's'}", *labels, *sides))
