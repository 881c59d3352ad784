"""Words on a page, and the lines that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

BULLET = re.compile(r"(?:[•‣◦▪●■□–·*]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
"""How an item of a list begins."""

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# Letters of symbol fonts, which have no meaning outside them; standing alone they are bullets.
_SYMBOL = re.compile("^[\ue000-\uf8ff]$")
_SAME_LINE = 0.4  # of the size: baselines of one line differ by less
_SUPERSCRIPT_SIZE, _SUPERSCRIPT_RISE = 0.85, 0.15
_DROP_CAP = 1.7


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank between them; places in points from the top left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Page:
    """A page as pdfium gives it.

    Attributes:
        width: In points.
        height: In points.
        words: In the order of the file.
        images: How many; counted only where there are no words.
        paths: How many lines and shapes are drawn; counted only where there are no words.
        unknown: How many letters the file does not name.
    """

    width: float
    height: float
    words: tuple[Word, ...]
    images: int
    paths: int
    unknown: int


@dataclass(frozen=True)
class Line:
    """The words of one line of one column, from left to right."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.words[0].base

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: (weights[size], size))

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


def page_of(found: Sequence[Any]) -> Page:
    """The page that the worker wrote; pieces that hang together become one word."""
    width, height, pieces, images, paths, unknown = found
    words: list[Word] = []
    seen: set[tuple[str, int, int]] = set()
    for text, left, right, base, size, style, glued in pieces:
        shown = _SYMBOL.sub("•", text.translate(_LIGATURES))
        word = Word(shown, left, right, base, size, bool(style & 1), bool(style & 2))
        if glued and words and _hang_together(words[-1], word):
            words[-1] = _glued(words[-1], word)
            continue
        # Some files print a word twice, a hair's breadth apart, to make it bold.
        key = (shown, round(left / 2), round(base / 2))
        if key not in seen:
            seen.add(key)
            words.append(word)
    return Page(width, height, _with_drop_caps(words), images, paths, unknown)


def _hang_together(word: Word, piece: Word) -> bool:
    return abs(word.base - piece.base) < word.size * 0.6 and piece.size < word.size * _DROP_CAP


def _glued(word: Word, piece: Word) -> Word:
    """A word with the piece right after it; raised small figures stay apart as superscripts."""
    raised = word.base - piece.base > _SUPERSCRIPT_RISE * word.size
    small = piece.size <= _SUPERSCRIPT_SIZE * word.size
    text = piece.text.translate(_RAISED) if raised and small else piece.text
    return replace(word, text=word.text + text, right=max(word.right, piece.right))


def _with_drop_caps(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with each capital that stands over several lines set before its first line."""
    kept = list(words)
    for cap in [word for word in words if len(word.text) == 1 and word.text.isupper()]:
        beside = [
            word
            for word in kept
            if word is not cap
            and cap.size >= _DROP_CAP * word.size
            and cap.base - cap.size <= word.base <= cap.base
            and -1 <= word.left - cap.right <= cap.size
        ]
        if len({round(word.base) for word in beside}) < 2:
            continue
        first = min(beside, key=lambda word: word.base)
        at_once = first.left - cap.right < first.size and not first.text[0].isupper()
        small_capitals = first.text.isupper()
        text = cap.text + ("" if at_once or small_capitals else " ") + first.text
        for word in beside:
            shown = text if word is first else word.text
            kept[kept.index(word)] = replace(word, text=shown, left=cap.left)
        kept.remove(cap)
    return tuple(kept)


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """The words as lines from top to bottom; words at the same height are in one."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and word.base - rows[-1][0].base <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left)), page) for row in rows]
