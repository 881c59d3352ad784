"""The order in which a page is read: bands from top to bottom, columns in each from left to right.

A gutter is a strip that no word crosses, over several lines with words on both sides of it. A line
that crosses it, a headline above two columns for one, ends the band. Inside a column the search
begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tuireader.compare.documents.pdf.words import BULLET, Line, Word, lines_of

# In sizes of the letters: the narrowest gutter and column, and the blank that parts two stories.
_GUTTER, _COLUMN, _BAND = 0.8, 5.0, 3.0
_HEADLINE = 1.1
_FEWEST_LINES = 3
_NESTED_LINES, _NESTED_COLUMN = 6, 8.0
# A line of a column holds more words than this; a cell of a table fewer, if strips part it well.
_WORDS_A_LINE, _WORDS_A_CELL, _APART, _FILLED = 2.2, 2.5, 2.0, 0.7
_DEEPEST = 8
_OVERHANG = 0.5  # points by which a letter may reach into a gutter

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that follow each other, or, in a table, rows with the left edges of its columns."""

    lines: tuple[Line, ...]
    edges: tuple[float, ...] = ()


def columns_of(pages: Sequence[Sequence[Word]]) -> list[Column]:
    """The columns of all pages, in reading order.

    A gutter found anywhere counts on every page, also beside a column of a single line.
    """
    sizes = [word.size for words in pages for word in words]
    if not sizes:
        return []
    search = _Search(median(sizes))
    for words in pages:
        list(search.columns(words, 0, 0))
    return [
        column
        for page, words in enumerate(pages)
        for column in search.columns(words, page, _DEEPEST)
    ]


class _Search:
    """The search for gutters, which remembers those that it has found.

    Attributes:
        size: Of most letters of the document.
        known: Gutters between columns of several lines.
    """

    def __init__(self, size: float) -> None:
        self.size = size
        self.known: set[Gap] = set()

    def columns(self, words: Iterable[Word], page: int, depth: int) -> Iterator[Column]:
        """The columns that some words make, parted `depth` times at most."""
        single: list[Line] = []
        for band, strips in self._bands(lines_of(words, page)):
            nested = 0 < depth < _DEEPEST
            gutters = self._gutters(band, strips, nested=nested)
            table = not nested and _is_table(band, strips, self.size)
            if not gutters and not table:
                single += band
                continue
            while gutters and single and self._belongs(single[-1], band[0], gutters):
                band.insert(0, single.pop())
            rows = _rows(band, strips) if table else range(0)
            single += band[: rows.start]
            if single:
                yield Column(tuple(single))
                single = []
            if table:
                edges = tuple(edge for edge, _ in _cells(band, strips))
                yield Column(tuple(band[rows.start : rows.stop]), edges)
                single = band[rows.stop :]
            elif depth:
                for part in _parts(band, gutters):
                    yield from self.columns(part, page, depth - 1)
            else:
                yield Column(tuple(band))
        if single:
            yield Column(tuple(single))

    def _belongs(self, line: Line, following: Line, gutters: Sequence[Gap]) -> bool:
        """Whether a line just above a band of columns is the first of one of them."""
        if line.size > _HEADLINE * self.size:
            return False
        starts = [following.left, *(end for _, end in gutters)]
        aligned = any(abs(line.left - start) <= 2 * self.size for start in starts)
        return (
            aligned and not _reaches_into(line, gutters) and _is_near([line], following, self.size)
        )

    def _bands(self, lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Gap]]]:
        """Runs of lines with the strips between words that all of them leave free."""
        if not lines:
            return
        least = _GUTTER * self.size
        page = _edges(lines)
        band: list[Line] = []
        free, inner = [page], list[Gap]()
        for line in lines:
            gaps = _gaps(line, page, self.size)
            both = _common(free, gaps, least) if _is_near(band, line, self.size) else []
            left = _inner([*band, line], both)
            # A line that crosses the last strip ends a band; the first line with one opens it.
            if band and (not both or (inner and not left) or (len(gaps) > 2 and not inner)):
                yield band, inner
                band, both = [], _common([page], gaps, least)
                left = _inner([line], both)
            band.append(line)
            free, inner = both, left
        yield band, inner

    def _gutters(self, band: Sequence[Line], strips: Iterable[Gap], *, nested: bool) -> list[Gap]:
        """The strips that part columns: each column has several lines and some width.

        Inside a column more of both is asked for: there, most strips are rivers in justified text.
        """
        fewest, least = (_NESTED_LINES, _NESTED_COLUMN) if nested else (_FEWEST_LINES, _COLUMN)
        gutters: list[Gap] = []
        left_edge, right_edge = _edges(band)
        for start, end in strips:
            sides = _between(band, left_edge, start), _between(band, end, right_edge)
            wide = all(_is_text(side, least * self.size) for side in sides)
            if wide and min(map(len, sides)) >= fewest:
                self.known.add((start, end))
            elif not any(start <= (one + two) / 2 <= end for one, two in self.known):
                continue
            gutters.append((start, end))
            left_edge = end
        return gutters


def _edges(band: Sequence[Line]) -> Gap:
    return min(line.left for line in band), max(line.right for line in band)


def _inner(band: Sequence[Line], free: Iterable[Gap]) -> list[Gap]:
    """The free strips that have words on both sides."""
    left, right = _edges(band)
    return [(start, end) for start, end in sorted(free) if start > left and end < right]


def _reaches_into(line: Line, gutters: Sequence[Gap]) -> bool:
    return any(
        word.left < end - _OVERHANG and word.right > start + _OVERHANG
        for word in line.words
        for start, end in gutters
    )


def _parts(band: Sequence[Line], gutters: Sequence[Gap]) -> list[list[Word]]:
    cuts = [(start + end) / 2 for start, end in gutters]
    parts: list[list[Word]] = [[] for _ in range(len(cuts) + 1)]
    for line in band:
        for word in line.words:
            parts[sum(word.left >= cut for cut in cuts)].append(word)
    return parts


def _is_near(band: Sequence[Line], line: Line, size: float) -> bool:
    return not band or line.base - band[-1].base <= _BAND * max(size, line.size)


def _gaps(line: Line, page: Gap, size: float) -> list[Gap]:
    """What a line leaves free of the page's width; between words only what is wide for its size."""
    widest = _GUTTER * max(size, line.size)
    gaps = [(page[0], line.left)]
    reach = line.words[0].right
    listed = BULLET.match(line.words[0].text + " x") is not None
    for word in line.words[1:]:
        if word.left - reach >= widest and not (listed and word is line.words[1]):
            gaps.append((reach, word.left))
        reach = max(reach, word.right)
    return [*gaps, (reach, page[1])]


def _common(free: Sequence[Gap], gaps: Sequence[Gap], least: float) -> list[Gap]:
    """The strips free in both that are wide enough."""
    found = (
        (max(one[0], two[0]), min(one[1], two[1]))
        for one in free
        for two in gaps
        if one[0] < two[1] + _OVERHANG and two[0] < one[1] + _OVERHANG
    )
    return [strip for strip in found if strip[1] - strip[0] >= least - _OVERHANG]


def _between(band: Sequence[Line], start: float, end: float) -> list[list[Word]]:
    """The words of each line between two places, for the lines that have any there."""
    parts = (
        [w for w in line.words if w.left >= start - _OVERHANG and w.right <= end + _OVERHANG]
        for line in band
    )
    return [part for part in parts if part]


def _is_text(parts: Sequence[Sequence[Word]], least: float) -> bool:
    """Whether lines are wide and wordy enough for a column of text."""
    width = max(part[-1].right for part in parts) - min(part[0].left for part in parts)
    return width >= least and sum(map(len, parts)) >= _WORDS_A_LINE * len(parts)


def _cells(band: Sequence[Line], strips: Sequence[Gap]) -> list[Gap]:
    """The columns of a table, from edge to edge."""
    left, right = _edges(band)
    starts = [left, *(end for _, end in strips)]
    ends = [*(start for start, _ in strips), right]
    return list(zip(starts, ends, strict=True))


def _rows(band: Sequence[Line], strips: Sequence[Gap]) -> range:
    """The lines of a band that are rows of its table: from the first to the last with two cells."""
    full = [
        index
        for index, line in enumerate(band)
        if any(line.left < start and line.right > end for start, end in strips)
    ]
    return range(full[0], full[-1] + 1) if full else range(0)


def _is_table(band: Sequence[Line], strips: Sequence[Gap], size: float) -> bool:
    """Cells stand at one height in most rows, far apart, and hold a word or two each."""
    if not strips or len(band) < _FEWEST_LINES:
        return False
    filled = [_between(band, start, end) for start, end in _cells(band, strips)]
    words = sum(len(part) for parts in filled for part in parts)
    cells = sum(len(parts) for parts in filled)
    apart = min(end - start for start, end in strips) >= _APART * size
    most = _WORDS_A_CELL if apart else _WORDS_A_LINE
    return words < most * cells and cells >= len(band) * len(filled) * _FILLED


def gaps_between(lines: Sequence[Line]) -> list[float]:
    """How far each line stands below the one before, in sizes of its letters."""
    return [
        (line.base - before.base) / line.size
        for before, line in pairwise(lines)
        if line.page == before.page and line.base > before.base
    ]
