"""Text measured in terminal cells: wide characters count two, combining ones none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_JOINER = "\u200d"
_EMOJI_PRESENTATION = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)

# C0 and C1 controls, line separators, half characters, and the marks that reorder what follows
# them: none may reach a terminal. Newline and tab are shown as the blank that they stand for.
_UNSAFE = compiled(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BLANKS = str.maketrans("\t\n\xa0", "   ")
_WORD = compiled(r"\S+|\s+")


def printable(text: str) -> str:
    """`text` without anything that could steer a terminal, of the same length."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text).translate(_BLANKS)


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if character == _JOINER or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def clusters(text: str) -> list[tuple[int, int]]:
    """(Length in code points, width in cells) of each cluster that must not be torn apart."""
    if text.isascii():
        return [(1, 1)] * len(text)
    found: list[tuple[int, int]] = []
    previous = ""
    for character in text:
        width = _cell(character)
        joined = previous == _JOINER or ord(character) in _SKIN_TONES
        if found and (width == 0 or joined):
            length, cells = found[-1]
            found[-1] = (length + 1, 2 if character == _EMOJI_PRESENTATION else cells)
        else:
            found.append((1, width))
        previous = character
    return found


def width_of(text: str) -> int:
    """Cells that `text`, free of control characters, takes on a line."""
    return len(text) if text.isascii() else sum(cells for _, cells in clusters(text))


def wrap(text: str, width: int) -> list[Span]:
    """Break `text` into lines of at most `width` cells; at least one line, never an endless one.

    Lines break at blanks, which are dropped there, and beside wide characters; a word longer
    than a line is broken where it must be. A cluster wider than `width` stands alone.

    Returns:
        The place of each line in `text`.
    """
    lines: list[Span] = []
    start, end, used = 0, 0, 0
    for match in _WORD.finditer(text):
        for piece_start, piece_end, cells in _pieces(text, match.start(), match.end(), width):
            blank = text[piece_start].isspace()
            if used + cells > width and not blank:
                if used:
                    lines.append(Span(start, end))
                start, used = piece_start, 0
            if blank and not used:
                start = piece_end
                continue
            used += cells
            if not blank:
                end = piece_end
    if end > start or not lines:
        lines.append(Span(start, max(end, start)))
    return lines


def _pieces(text: str, start: int, end: int, width: int) -> list[tuple[int, int, int]]:
    """(Start, end, cells) of the parts of one word between which a line may break."""
    word = text[start:end]
    if word.isascii() and len(word) <= width:
        return [(start, end, len(word))]
    pieces: list[tuple[int, int, int]] = []
    fresh = True
    for length, cells in clusters(word):
        if fresh or cells == 2 or pieces[-1][2] + cells > width:
            pieces.append((start, start + length, cells))
        else:
            first, last, used = pieces[-1]
            pieces[-1] = (first, last + length, used + cells)
        fresh = cells == 2
        start += length
    return pieces
