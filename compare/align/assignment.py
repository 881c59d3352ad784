"""The best one-to-one assignment of a sparse table of gains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tuireader.compare.align.context import Cell

_NEVER = float("inf")
# Rows, or columns where they are fewer, of a connected part that is solved as a whole.
_LARGEST = 120


def assign(gains: Mapping[Cell, float]) -> list[Cell]:
    """The matching of rows to columns with the greatest total gain, in row order.

    Only cells of `gains` with a positive gain can be chosen; a row or a column may stay alone. The
    table falls into its connected parts first, so the cost is cubic only in the largest part. From
    a part of more than a hundred rows and columns, as only long and repetitive texts have them,
    the surest cells are taken first until it falls into parts that are small enough.
    """
    positive = {cell: gain for cell, gain in gains.items() if gain > 0}
    chosen: list[Cell] = []
    waiting = _components(positive)
    while waiting:
        cells = waiting.pop()
        if undisputed := _undisputed(positive, cells):
            chosen += undisputed
            continue
        rows, columns = {row for row, _ in cells}, {column for _, column in cells}
        if min(len(rows), len(columns)) <= _LARGEST:
            chosen += _solved(positive, sorted(rows), sorted(columns))
            continue
        sure = _surest(positive, cells)
        chosen += sure
        taken_rows, taken_columns = {row for row, _ in sure}, {column for _, column in sure}
        left = [cell for cell in cells if not (cell[0] in taken_rows or cell[1] in taken_columns)]
        waiting += _components(dict.fromkeys(left, 0.0))
    return sorted(chosen)


def _undisputed(gains: Mapping[Cell, float], cells: list[Cell]) -> list[Cell]:
    """The best cell of each row, or of each column, where no two of these want the same.

    There is no better matching then; nothing where neither holds.
    """
    for across in (0, 1):
        best: dict[int, Cell] = {}
        for cell in cells:
            line = cell[across]
            if line not in best or gains[cell] > gains[best[line]]:
                best[line] = cell
        if len({cell[1 - across] for cell in best.values()}) == len(best):
            return [*best.values()]
    return []


def _solved(gains: Mapping[Cell, float], rows: list[int], columns: list[int]) -> list[Cell]:
    """The best matching of one connected part."""
    flipped = len(rows) > len(columns)
    if flipped:
        rows, columns = columns, rows
    # Each row may also stay alone, at no gain, in a column of its own.
    costs = [
        [-gains.get((c, r) if flipped else (r, c), 0.0) for c in columns] + [0.0] * len(rows)
        for r in rows
    ]
    chosen = []
    for index, column in enumerate(_hungarian(costs)):
        if column < len(columns) and costs[index][column] < 0:
            cell = (rows[index], columns[column])
            chosen.append(cell[::-1] if flipped else cell)
    return chosen


def _surest(gains: Mapping[Cell, float], cells: list[Cell]) -> list[Cell]:
    """The cells of greatest gain that share no row and no column, a quarter of what there can be.

    Of equal gains the one nearest the start is taken.
    """
    rows: set[int] = set()
    columns: set[int] = set()
    sure: list[Cell] = []
    enough = min(len({row for row, _ in cells}), len({column for _, column in cells})) // 4
    for row, column in sorted(cells, key=lambda cell: (-gains[cell], sum(cell), cell)):
        if row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        sure.append((row, column))
        if len(sure) == enough:
            break
    return sure


def _components(cells: Mapping[Cell, float]) -> list[list[Cell]]:
    """The cells grouped so that no two groups share a row or a column, in a fixed order."""
    by_row: dict[int, list[int]] = defaultdict(list)
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(cells):
        by_row[row].append(column)
        by_column[column].append(row)
    groups: list[list[Cell]] = []
    unseen = set(by_row)
    for start in by_row:
        if start not in unseen:
            continue
        unseen.discard(start)
        rows, queue = [start], [start]
        done: set[int] = set()
        while queue:
            for column in by_row[queue.pop()]:
                if column in done:
                    continue
                done.add(column)
                fresh = [row for row in by_column[column] if row in unseen]
                unseen.difference_update(fresh)
                rows += fresh
                queue += fresh
        groups.append([(row, column) for row in rows for column in by_row[row]])
    return groups


def _hungarian(costs: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; at least as many columns as rows.

    Kuhn and Munkres with potentials and shortest augmenting paths (Jonker and Volgenant, 1987).
    """
    width = len(costs[0])
    row_potential = [0.0] * (len(costs) + 1)
    potential = [0.0] * (width + 1)
    owner = [0] * (width + 1)  # 1-based row in each column; 0 is free, column 0 is a sentinel
    for row in range(1, len(costs) + 1):
        owner[0] = row
        column = 0
        slack = [_NEVER] * (width + 1)
        before = [0] * (width + 1)
        used = [False] * (width + 1)
        while owner[column]:
            used[column] = True
            line, shift = costs[owner[column] - 1], row_potential[owner[column]]
            delta, nearest = _NEVER, 0
            for other in range(1, width + 1):
                if used[other]:
                    continue
                reduced = line[other - 1] - shift - potential[other]
                if reduced < slack[other]:
                    slack[other], before[other] = reduced, column
                if slack[other] < delta:
                    delta, nearest = slack[other], other
            for other in range(width + 1):
                if used[other]:
                    row_potential[owner[other]] += delta
                    potential[other] -= delta
                else:
                    slack[other] -= delta
            column = nearest
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    result = [0] * len(costs)
    for column in range(1, width + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result
