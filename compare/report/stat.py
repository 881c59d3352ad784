"""A comparison in a few lines: one a topic, as `git diff --stat` has one a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tuireader.compare.model import Comparison, Relation, Side
from tuireader.compare.report.ink import INK, Line, Run, fold, hang, length, pad, render
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.signs import GRAVEST_FIRST, Count, bar
from tuireader.compare.report.text import Style

NO_TOPIC = "(no topic)"


def as_stat(
    comparison: Comparison, style: Style | None = None, *, selection: Selection = EVERYTHING
) -> str:
    """A row a topic with its number of pairs and a bar of their relations, then the sums."""
    style = style or Style()
    return render(_rows(comparison, style, selection), colour=style.colour)


def _rows(comparison: Comparison, style: Style, selection: Selection) -> Iterator[Line]:
    table: dict[str, Counter[Relation]] = {}
    for pair in selection.pairs(comparison):
        table.setdefault(pair.topic or NO_TOPIC, Counter())[pair.relation] += 1
    names = sorted(table, key=lambda name: (name == NO_TOPIC, *_gravity(table[name]), name))
    digits = max((len(str(table[name].total())) for name in names), default=0)
    widest = max(
        (length(line) for name in names for line in fold([Run(name)], style.cells)), default=0
    )
    label = min(widest, style.cells // 2)
    for name in names:
        row = table[name]
        counts = [Count(row[r], style.signs.relation[r], "", INK[r]) for r in GRAVEST_FIRST]
        divider = Run(f" {style.signs.divider} {row.total():>{digits}} ")
        first, *rest = (pad((Run(" "), *line), label + 1) for line in fold([Run(name)], label))
        yield (*first, divider, *bar(counts, max(style.cells - label - digits - 5, 4)))
        yield from rest
    yield from hang(Run(" "), [Run(_sums(comparison, selection, table))], style.cells)


def _gravity(row: Counter[Relation]) -> tuple[int, ...]:
    return tuple(-row[relation] for relation in GRAVEST_FIRST)


def _sums(comparison: Comparison, selection: Selection, table: dict[str, Counter[Relation]]) -> str:
    total: Counter[Relation] = sum(table.values(), Counter())
    pairs = total.total()
    sides = (f"{len(selection.only(comparison, side))} only in {side.name}" for side in Side)
    relations = (f"{total[relation]} {relation.value}" for relation in GRAVEST_FIRST)
    return ", ".join((f"{pairs} pair{'' if pairs == 1 else 's'}", *relations, *sides))
