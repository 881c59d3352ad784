"""A text that says a thing twice, in its headline and its lead, has both of them paired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tuireader.compare.align.candidates import nearest, shared
from tuireader.compare.align.context import Cell
from tuireader.compare.align.features import senses
from tuireader.compare.align.profiles import Profile
from tuireader.compare.memory import Known

# Likeness (`features.senses`) from which two claims of one text are taken to restate each other,
# and from which such a claim also pairs with the other's counterpart. Chosen on the ECB+ article
# pairs, where headlines repeat leads: F1 0.67 with them, 0.51 without; the .gold files, which
# repeat little, lose 0.02.
_TWINS = 0.16
_COUNTERPARTS = 0.20
# Two claims with fewer words than these beside figures and names are no items of one list.
_FRAME = 3
# In a long text chance makes twins of that likeness of nearly every claim.
_TWINS_IN_LONG = 0.5


def restated(chosen: Iterable[Cell], a: Sequence[Profile], b: Sequence[Profile]) -> set[Cell]:
    """The pairs that follow from the chosen ones, these included."""
    found = set(chosen)
    twins_a = _twins(a, {row for row, _ in found})
    twins_b = _twins(b, {column for _, column in found})
    for row, column in sorted(found):
        found.update(
            (i, j)
            for i in (row, *twins_a[row])
            for j in (column, *twins_b[column])
            if senses(a[i], b[j]) >= _COUNTERPARTS
        )
    return found


def restated_in_long(
    chosen: Iterable[Cell],
    cells: Iterable[Cell],
    a: Sequence[Profile],
    b: Sequence[Profile],
    memory: Known | None = None,
) -> set[Cell]:
    """Those of some cells that say again what a chosen pair says, and the chosen pairs.

    In a long text twins are not looked for: a claim that is none of the candidates of another one's
    counterpart, or has a counterpart of its own, is no restatement that matters.
    """
    found = set(chosen)
    recall = (memory or Known()).recall

    def are_twins(one: Profile, other: Profile) -> bool:
        return recall((one, other), _are_twins, one, other)

    columns: dict[int, list[int]] = defaultdict(list)
    rows: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(found):
        columns[row].append(column)
        rows[column].append(row)
    again = [
        (i, j)
        for i, j in cells
        if (i, j) not in found
        and (
            (i not in columns and any(are_twins(a[i], a[row]) for row in rows.get(j, ())))
            or (j not in rows and any(are_twins(b[j], b[at]) for at in columns.get(i, ())))
        )
        and senses(a[i], b[j]) >= _COUNTERPARTS
    ]
    return found.union(again)


def _are_twins(one: Profile, other: Profile) -> bool:
    """Whether two claims of one long text restate each other; only with a word in common."""
    apart = one.words.keys().isdisjoint(other.words)
    return not apart and senses(one, other) >= _TWINS_IN_LONG and not _are_listed(one, other)


def _are_listed(one: Profile, other: Profile) -> bool:
    """Whether two claims differ in nothing but figures and names, as the items of a list do."""
    frame = _frame(one)
    return len(frame) >= _FRAME and one.folded != other.folded and frame == _frame(other)


def _frame(profile: Profile) -> list[str]:
    """The words of a claim without its figures and all that has a capital."""
    return [word for word in profile.text.split() if word.islower()]


def without_echoes(cells: Iterable[Cell], a: Sequence[Profile], b: Sequence[Profile]) -> set[Cell]:
    """The cells without those between two claims that both texts have word for word.

    Each of the two answers its own copy; that they are also like each other is a repetition within
    the texts and says nothing between them.
    """
    found = set(cells)
    copies = {
        (i, j) for i, j in found if a[i].folded == b[j].folded and a[i].verbatim == b[j].verbatim
    }
    rows, columns = {i for i, _ in copies}, {j for _, j in copies}
    return copies | {(i, j) for i, j in found if i not in rows or j not in columns}


def without_neighbours(
    further: Iterable[Cell], best: Iterable[Cell], a: Sequence[Profile], b: Sequence[Profile]
) -> set[Cell]:
    """The cells without those of a claim that has its counterpart in the same list.

    Args:
        further: Cells that are likely by themselves.
        best: Cells of which no two share a claim.
        a: The claims of side A.
        b: The claims of side B.
    """
    columns = dict(best)
    rows = {column: row for row, column in columns.items()}
    return {
        (i, j)
        for i, j in further
        if not (i in columns and _are_listed(b[j], b[columns[i]]))
        and not (j in rows and _are_listed(a[i], a[rows[j]]))
    }


def _twins(profiles: Sequence[Profile], wanted: Iterable[int]) -> dict[int, list[int]]:
    """For each of these claims those of the same text that say much the same."""
    places = sorted(wanted)
    twins: dict[int, list[int]] = {}
    for place, weights in zip(places, shared([profiles[i] for i in places], profiles), strict=True):
        query = profiles[place]
        twins[place] = [
            other
            for other in nearest(weights)
            if other != place
            and senses(query, profiles[other]) >= _TWINS
            and not _are_listed(query, profiles[other])
        ]
    return twins
