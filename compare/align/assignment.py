"""The best one-to-one assignment of a sparse table of gains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_NEVER = float("inf")


def assign(gains: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The matching of rows to columns with the greatest total gain, in row order.

    Only cells of `gains` with a positive gain can be chosen; a row or a column may stay alone.
    The table falls into its connected parts first, so the cost is cubic only in the largest part.
    """
    positive = {cell: gain for cell, gain in gains.items() if gain > 0}
    chosen: list[tuple[int, int]] = []
    for cells in _components(positive):
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        flipped = len(rows) > len(columns)
        if flipped:
            rows, columns = columns, rows
        # Each row may also stay alone, at no gain, in a column of its own.
        costs = [
            [-positive.get((c, r) if flipped else (r, c), 0.0) for c in columns] + [0.0] * len(rows)
            for r in rows
        ]
        for index, column in enumerate(_hungarian(costs)):
            if column < len(columns) and costs[index][column] < 0:
                cell = (rows[index], columns[column])
                chosen.append(cell[::-1] if flipped else cell)
    return sorted(chosen)


def _components(cells: Mapping[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """The cells grouped so that no two groups share a row or a column, in a fixed order."""
    by_row: dict[int, list[int]] = defaultdict(list)
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(cells):
        by_row[row].append(column)
        by_column[column].append(row)
    groups: list[list[tuple[int, int]]] = []
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
