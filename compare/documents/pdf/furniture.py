"""Running heads, running feet, page numbers: lines at the edges that come back on each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from tuireader.compare.documents.pdf.words import Line, Page, Word, lines_of

_EDGE_LINES, _FEW_PAGES = 4, 5
_EDGE = 0.15  # of the height of the page
_LARGEST = 1.4  # of the usual size: what is larger is a title
_NUMBER = re.compile(
    r"\W*(?:page|p\.?|pg\.?|seite|страница)?\W*(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|von|-|–|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")

Key = tuple[bool, tuple[str, ...]]


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[Word]], list[str]]:
    """The words of each page without its running heads and feet, and the lines left out.

    A line is furniture if it is one of the outermost, every line further out is furniture, and its
    words (numbers not counted, in any order, since left and right pages mirror each other) stand
    at that edge of several pages; or if it is a page number.
    """
    edges = [_edges(page, index) for index, page in enumerate(pages)]
    seen = Counter(
        key for page in edges for key in {_key(line, top) for side, top in page for line in side}
    )
    least = 2 if len(pages) <= _FEW_PAGES else 3
    sizes = [word.size for page in pages for word in page.words]
    largest = _LARGEST * median(sizes) if sizes else 0.0
    kept: list[list[Word]] = []
    left_out: list[str] = []
    for page, sides in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for side, top in sides:
            for line in _furniture(side, seen, least, largest, top=top):
                gone.update(map(id, line.words))
                left_out.append(line.text)
        kept.append([word for word in page.words if id(word) not in gone])
    return kept, left_out


def _edges(page: Page, index: int) -> tuple[tuple[list[Line], bool], tuple[list[Line], bool]]:
    """The outermost lines at the top and at the bottom, from outside inwards."""
    lines = lines_of(page.words, index)
    top = [line for line in lines[:_EDGE_LINES] if line.base <= page.height * _EDGE]
    bottom = [line for line in lines[-_EDGE_LINES:] if line.base >= page.height * (1 - _EDGE)]
    return (top, True), (bottom[::-1], False)


def _furniture(
    side: Iterable[Line], seen: Counter[Key], least: int, largest: float, *, top: bool
) -> Iterator[Line]:
    for line in side:
        if line.size > largest:
            return
        if seen[_key(line, top)] < least and not _NUMBER.fullmatch(line.text):
            return
        yield line


def _key(line: Line, top: bool) -> Key:
    words = _DIGITS.sub("", line.text.casefold()).split()
    return top, tuple(sorted(word for word in words if any(map(str.isalpha, word))))
