"""Which pairs of claims are worth scoring: those that share something, and their neighbours.

In short texts everything that shares a word with a claim is looked at. In long ones that would be
most of the text, so there the search is narrower (`joining.py`), by a rule that goes by the lengths
alone and is the same from either side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from tuireader.compare.align.context import Cell
from tuireader.compare.align.length import is_long
from tuireader.compare.align.postings import postings
from tuireader.compare.align.profiles import Profile
from tuireader.compare.memory import Known
from tuireader.compare.progress import Tell, silent, told

# What so many couples of claims share tells of the whole texts. With 400 one rewriting in 125 is
# missed (`benchmarks/scale.py`, 250 sentences), with 900 no more than without a limit.
_CROWD = 900
# Of each claim this many counterparts are scored; the right one is nearly always among them. With
# 12 nothing more is paired rightly on the .gold files and on ECB+; with 7 recall begins to fall.
_BEST = 8
# Two accounts go on in the same order for a while, so what stands right beside a likely pair is
# scored even where no word is shared. With 2 more right pairs are scored, and none more is paired.
_NEAR = 1
# In a long text only around a likely pair that has another one this near on its way.
_COMPANY = 3
_MILLION = 1_000_000

Table = Sequence[list[int]]
"""A weight for each claim of one text with each of another."""


class _Meeting(NamedTuple):
    """The claims of two texts that share a key, and its weight in millionths."""

    rows: Sequence[int]
    columns: Sequence[int]
    weight: int


def keys_of(profile: Profile) -> Mapping[str, float]:
    """What a claim can be found by, each with its weight."""
    keys = dict(profile.words) or {f"={profile.verbatim}": 1.0}
    keys.update(profile.names)
    for concepts in profile.senses.values():
        for concept in concepts:
            keys[f"~{concept}"] = 1.0
    for each in profile.quantities:
        for number in each.stated:
            keys[f"#{number:g}"] = 2.0
    for topic, phase in profile.topics.items():
        if phase:
            keys[f"^{topic}"] = 1.0
    return keys


def shared(a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent) -> Table:
    """For each claim of `a` the weight that it shares with each of `b`, in millionths.

    What a crowd shares counts only for claims that share nothing else. Whole numbers add up to the
    same in whatever order, so that swapping the two transposes the table.

    Args:
        a: Claims of one text.
        b: Claims of the other, or of the same.
        tell: Told now and then how much is done.
    """
    left, right = [keys_of(profile) for profile in a], [keys_of(profile) for profile in b]
    weights: dict[str, float] = {}
    for keys in right:
        weights.update(keys)
    here, there = (postings(keys, range(len(keys))) for keys in (left, right))
    table = [[0] * len(b) for _ in a]
    crowds: list[_Meeting] = []
    for key in told([*here.keys() & there.keys()], tell):
        met = _Meeting(here[key], there[key], round(weights[key] * _MILLION))
        if len(met.rows) * len(met.columns) > _CROWD:
            crowds.append(met)
        else:
            _add(table, *met)
    if crowds:
        _add_to_lonely(table, crowds)
    return table


def _add(table: Table, rows: Iterable[int], columns: Collection[int], weight: int) -> None:
    for row in rows:
        cells = table[row]
        for column in columns:
            cells[column] += weight


def _add_to_lonely(table: Table, crowds: Iterable[_Meeting]) -> None:
    """Add what crowds share to the rows and columns that are empty so far."""
    rows = {row for row, cells in enumerate(table) if not any(cells)}
    columns = {column for column, cells in enumerate(zip(*table, strict=True)) if not any(cells)}
    for met in crowds:
        _add(table, rows.intersection(met.rows), met.columns, met.weight)
        _add(table, {*met.rows} - rows, columns.intersection(met.columns), met.weight)


def nearest(weights: Sequence[int]) -> list[int]:
    """The places of the greatest weights, best first, as many as are scored; none without any."""
    some = compress(range(len(weights)), weights)
    return sorted(some, key=weights.__getitem__, reverse=True)[:_BEST]


def find_candidates(
    a: Sequence[Profile], b: Sequence[Profile], tell: Tell = silent, memory: Known | None = None
) -> list[Cell]:
    """Pairs of indices into `a` and `b`, sorted; the same pairs when the sides are swapped."""
    if is_long(a, b):
        from tuireader.compare.align.joining import join  # noqa: PLC0415 - short texts do without

        from_a, from_b = join(a, b, tell, memory)
    else:
        table = shared(a, b, tell)
        from_a = [nearest(row) for row in table]
        from_b = [nearest(column) for column in zip(*table, strict=True)] or [[]] * len(b)
    rows = [set(others) for others in from_a]
    for j, others in enumerate(from_b):
        for i in others:
            rows[i].add(j)
    mutual = [
        (i, others[0]) for i, others in enumerate(from_a) if others and from_b[others[0]][:1] == [i]
    ]
    if is_long(a, b):
        mutual = _in_company(mutual)
    for i, j in mutual:
        near = range(max(j - _NEAR, 0), min(j + _NEAR + 1, len(b)))
        for row in rows[max(i - _NEAR, 0) : i + _NEAR + 1]:
            row.update(near)
    return [(i, j) for i, row in enumerate(rows) for j in sorted(row)]


def _in_company(mutual: Sequence[Cell]) -> list[Cell]:
    """The couples that have another one near them in both texts."""
    column = dict(mutual)
    steps = [step for step in range(-_COMPANY, _COMPANY + 1) if step]
    return [
        (i, j)
        for i, j in mutual
        if any(i + s in column and 0 < abs(column[i + s] - j) <= _COMPANY for s in steps)
    ]
