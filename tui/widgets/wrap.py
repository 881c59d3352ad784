"""Where the rows of a paragraph begin and end at a width in terminal cells.

A row is a half-open range of code points. Only white space lies between the end of one row and the
start of the next, so rows hold every visible character once and in order.
"""

from __future__ import annotations

from tuireader.compare.ready import compiled

# Every character here is one cell wide in Rich's table (a test holds the two against each other);
# text of these needs no measuring, and that is nearly all news text in Latin, Greek or Cyrillic.
NARROW = compiled(r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")

# Line breaking in running Chinese and Japanese: these may not begin, or end, a row.
_NEVER_FIRST = frozenset(
    "、。，．：；！？）〕］｝〉》」』】’”…ー々ゝゞァィゥェォッャュョぁぃぅぇぉっゃゅょ"
)
_NEVER_LAST = frozenset("（〔［｛〈《「『【‘“")
_NO_BREAK_SPACES = frozenset("\xa0\u202f\u2007")


# A newline inside a paragraph is shown as a space; so is any control character that got this far.
_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), " ")


def shown(text: str) -> str:
    """The text as it goes to the screen: as many code points, none of them a control character."""
    return text if text.isprintable() else text.translate(_SHOWN)


def is_narrow(text: str) -> bool:
    """Whether every character is known to be one cell wide (False may be mere caution)."""
    return text.isascii() or NARROW.fullmatch(text) is not None


def wrap(
    text: str, start: int, end: int, width: int, *, keep_lines: bool = False
) -> list[tuple[int, int]]:
    """The rows of `text[start:end]`, at least one, none wider than `width` cells.

    Args:
        text: The whole document.
        start: First code point.
        end: After the last code point.
        width: In cells; below 2 a wide character may stick out by one.
        keep_lines: Whether a newline ends a row (tables) or is a space like any other (prose that
            was wrapped by hand).
    """
    if not keep_lines or "\n" not in (piece := text[start:end]):
        return _wrap_line(text[start:end], start, max(width, 1)) or [(start, start)]
    rows: list[tuple[int, int]] = []
    for line in piece.split("\n"):
        rows += _wrap_line(line, start, max(width, 1), keep_indent=True) or [(start, start)]
        start += len(line) + 1
    return rows


def _wrap_line(
    piece: str, offset: int, width: int, *, keep_indent: bool = False
) -> list[tuple[int, int]]:
    piece = shown(piece)
    if not is_narrow(piece):
        return _wrap_graphemes(piece, offset, width)
    return _wrap_narrow(piece, offset, width, keep_indent=keep_indent)


def _wrap_narrow(
    piece: str, offset: int, width: int, *, keep_indent: bool
) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    length = len(piece.rstrip(" "))
    position = 0 if keep_indent else length - len(piece[:length].lstrip(" "))
    while length - position > width:
        space = piece.rfind(" ", position + 1, position + width + 1)
        stop = space if space > 0 else position + width
        following = stop
        while piece[following] == " ":
            following += 1
        while stop > position and piece[stop - 1] == " ":
            stop -= 1
        if stop > position:
            rows.append((offset + position, offset + stop))
        position = following
    if position < length:
        rows.append((offset + position, offset + length))
    return rows


def _wrap_graphemes(piece: str, offset: int, width: int) -> list[tuple[int, int]]:
    from rich.cells import split_graphemes  # noqa: PLC0415 - most texts need no measuring

    graphemes = split_graphemes(piece)[0]
    spaces = [_is_space(piece[start:end]) for start, end, _ in graphemes]
    rows: list[tuple[int, int]] = []
    count = len(graphemes)
    first = 0
    while first < count:
        if spaces[first]:
            first += 1
            continue
        stop = _row_end(piece, graphemes, spaces, first, width)
        last = stop
        while spaces[last - 1]:
            last -= 1
        rows.append((offset + graphemes[first][0], offset + graphemes[last - 1][1]))
        first = stop
    return rows


def _row_end(
    piece: str,
    graphemes: list[tuple[int, int, int]],
    spaces: list[bool],
    first: int,
    width: int,
) -> int:
    """Index of the grapheme after the last that a row from `first` can hold."""
    used = graphemes[first][2]
    best = 0
    index = first + 1
    while index < len(graphemes):
        if spaces[index] or _may_break(piece, graphemes[index - 1], graphemes[index]):
            best = index
        used += graphemes[index][2]
        if used > width:
            return best or index
        index += 1
    return index


def _may_break(piece: str, before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    return (
        (before[2] == 2 or after[2] == 2)
        and piece[after[0]] not in _NEVER_FIRST
        and piece[before[0]] not in _NEVER_LAST
    )


def _is_space(grapheme: str) -> bool:
    return grapheme.isspace() and grapheme not in _NO_BREAK_SPACES
