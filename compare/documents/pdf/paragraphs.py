"""From lines to paragraphs, by what a page shows: indents, blanks, short last lines, bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tuireader.compare.documents.passages import ends_sentence, looks_like_heading
from tuireader.compare.documents.pdf.columns import Column, gaps_between
from tuireader.compare.documents.pdf.words import BULLET, Line
from tuireader.compare.model import Block

# In sizes of the letters, or of the usual blank between lines.
_INDENT, _INSET, _BLANK, _SIZE_STEP = 0.8, 1.0, 1.3, 0.12
_WIDEST_INDENT, _FEWEST_INDENTS = 5.0, 2
_FEWEST_GAPS, _USUAL_STEP = 10, 1.2
_HEADING, _SMALL = 1.12, 0.92
_SAME_SIZE = 0.06
_FULL = 4.0  # sizes: a line that leaves no more than this is full for joining over a column


@dataclass
class Passage:
    """Lines that make one paragraph.

    Attributes:
        lines: In order.
        block: What it is.
        margins: Left and right of its column.
        opens: Whether it is the first of its column.
        closes: Whether it is the last of its column.
        small: Whether it is set smaller than the text, as notes and captions are.
    """

    lines: list[Line]
    margins: tuple[float, float]
    block: Block = Block.PROSE
    opens: bool = False
    closes: bool = False
    small: bool = False
    cells: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, hyphens at the ends of lines not undone."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Style:
    """How the body of a document is set.

    Attributes:
        size: Of most letters, in points.
        step: From line to line, in sizes.
        indented: Whether the first lines of paragraphs are, and no blank parts them.
    """

    size: float
    step: float
    indented: bool = False


def style_of(columns: Sequence[Column]) -> Style:
    """The size of most letters, and the usual distance of lines in sizes."""
    letters: Counter[float] = Counter()
    for column in columns:
        for line in column.lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    gaps = [gap for column in columns for gap in gaps_between(column.lines)]
    size = max(letters, key=lambda key: (letters[key], key), default=10.0)
    # In a short text a good part of all gaps are those between paragraphs.
    step = sorted(gaps)[len(gaps) * 3 // 10] if len(gaps) >= _FEWEST_GAPS else _USUAL_STEP
    blanks = sum(gap > _BLANK * step for gap in gaps)
    indents = sum(_indents(column.lines) for column in columns)
    return Style(size, step, indents > _FEWEST_INDENTS and indents > 2 * blanks)


def _indents(lines: Sequence[Line]) -> int:
    """How many lines begin further in than the one after."""
    steps = ((line.left - after.left) / line.size for line, after in pairwise(lines))
    return sum(_INDENT < step < _WIDEST_INDENT for step in steps)


def passages_of(columns: Sequence[Column], style: Style) -> list[Passage]:
    """The paragraphs of all columns; those that run over a column or a page are one."""
    passages: list[Passage] = []
    for column in columns:
        found = _table(column) if column.edges else _paragraphs(column, style)
        if found:
            found[0].opens = found[-1].closes = True
        for passage in found:
            _append(passages, passage, style)
    return passages


def _append(passages: list[Passage], passage: Passage, style: Style) -> None:
    """Add a paragraph, or let the one that it continues go on; notes between them come before."""
    place = len(passages) - 1
    while place > 0 and passages[place].small and not passage.small:
        place -= 1
    beside = place >= 0 and (passages[place].closes or place < len(passages) - 1)
    if passage.opens and beside and _continues(passages[place], passage, style):
        before = passages.pop(place)
        before.lines += passage.lines
        before.closes = passage.closes
        before.margins = passage.margins
        passages.append(before)
    else:
        passages.append(passage)


def _continues(before: Passage, passage: Passage, style: Style) -> bool:
    """Whether a paragraph at the head of a column goes on with the last one of another."""
    sizes = before.lines[-1].size, passage.lines[0].size
    if (
        before.block is not passage.block
        or before.block not in (Block.PROSE, Block.QUOTE)
        or abs(sizes[0] - sizes[1]) > _SAME_SIZE * sizes[0]
    ):
        return False
    first = passage.lines[0]
    letter = next((char for char in first.text if char.isalpha()), "")
    if letter.islower() and first.text[0].isalpha():
        return True
    room = before.margins[1] - before.lines[-1].right
    indented = first.left - passage.margins[0] > _INDENT * first.size
    ended = ends_sentence(before.text) and not style.indented
    return not ended and not indented and room <= _FULL * first.size


def _table(column: Column) -> list[Passage]:
    passages = []
    for line in column.lines:
        cells: list[str] = []
        for start, end in zip(column.edges, [*column.edges[1:], float("inf")], strict=True):
            words = [w.text for w in line.words if start - 1 <= w.left < end - 1]
            if words:
                cells.append(" ".join(words))
        passages.append(Passage([line], (line.left, line.right), Block.TABLE, cells=cells))
    return passages


def _paragraphs(column: Column, style: Style) -> list[Passage]:
    lines = column.lines
    margins = _margins(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, margins, style):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_named(group, margins, style) for group in groups]


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where most lines of a column begin, and where its longest end."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts[len(lefts) // 10], rights[len(rights) * 9 // 10]


def _begins(group: Sequence[Line], line: Line, margins: tuple[float, float], style: Style) -> bool:
    """Whether a line begins a paragraph after those of `group`."""
    last = group[-1]
    size = max(last.size, line.size)
    blank = line.base - last.base > _BLANK * style.step * size
    if blank or abs(line.size - last.size) > _SIZE_STEP * size or BULLET.match(line.text):
        return True
    if line.size >= _HEADING * style.size:
        return False
    if line.bold != last.bold and (all(part.bold for part in group) or line.bold):
        return True
    if _is_centred(last, margins) and _is_centred(line, margins):
        return False
    if BULLET.match(group[0].text):
        return not _goes_on(group[0], line) and (
            line.left > group[0].left + 1 or _ends_short(last, line, margins)
        )
    step = line.left - last.left
    moved = step > _INDENT * line.size or (len(group) > 1 and -step > _INDENT * line.size)
    return moved or _ends_short(last, line, margins)


def _goes_on(item: Line, line: Line) -> bool:
    """Whether a line begins where the words of an item of a list do."""
    return abs(line.left - item.words[1].left) <= _INDENT / 2 * line.size


def _ends_short(last: Line, line: Line, margins: tuple[float, float]) -> bool:
    """Whether the first word of `line` had room on `last`, and a paragraph may end there."""
    word = line.words[0]
    room = margins[1] - last.right - (word.right - word.left) - 0.4 * line.size
    if room <= 0:
        return False
    much = room > (margins[1] - margins[0]) * 0.4
    opens = not word.text[0].islower()
    return opens and (ends_sentence(last.text) or (much and last.text[-1] not in ",-–—;"))


def _is_centred(line: Line, margins: tuple[float, float]) -> bool:
    left, right = line.left - margins[0], margins[1] - line.right
    return left > _INDENT * line.size and abs(left - right) < 0.2 * (left + right)


def _named(lines: list[Line], margins: tuple[float, float], style: Style) -> Passage:
    passage = Passage(lines, margins)
    text = passage.text
    size = max(line.size for line in lines)
    passage.small = size <= _SMALL * style.size
    if size >= _HEADING * style.size and len(text.split()) <= 40:
        passage.block = Block.HEADING
    elif BULLET.match(text):
        passage.block = Block.ITEM
    elif (all(line.bold for line in lines) or text.isupper()) and looks_like_heading(text):
        passage.block = Block.HEADING
    elif _is_inset(lines, margins) and (len(lines) > 1 or not style.indented):
        passage.block = Block.QUOTE
    return passage


def _is_inset(lines: Sequence[Line], margins: tuple[float, float]) -> bool:
    return all(line.left - margins[0] >= _INSET * line.size for line in lines)
