"""Lines of inked runs: what a printed report is made of before it becomes characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tuireader.compare.report.cells import printable, width_of, wrap
from tuireader.compare.review.model import Label

PLAIN = ""
BOLD = "1"
DIM = "2"
MARKED = "1;4"  # added to a label's ink
INK = {
    Label.CONFLICT: "31",
    Label.DIVERGE: "33",
    Label.UNSURE: "35",
    Label.AGREE: "32",
    Label.UNRELATED: DIM,
}
"""SGR parameters of the sixteen ANSI colours, so that a reader's own palette decides the shade."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one ink, an SGR parameter list such as "1;31" or "" for none."""

    text: str
    ink: str = PLAIN


Line = tuple[Run, ...]


def length(line: Line) -> int:
    """Cells that a line takes."""
    return sum(width_of(run.text) for run in line)


def fold(runs: Iterable[Run], width: int) -> list[Line]:
    """Wrap runs to lines of at most `width` cells.

    Control characters are replaced on the way, and several blanks (a paragraph's end inside a
    quotation) become one.
    """
    runs = tuple(runs)
    raw = printable("".join(run.text for run in runs))
    kept = [i for i, c in enumerate(raw) if not (c == " " and i and raw[i - 1] == " ")]
    text = "".join(raw[i] for i in kept)
    every = [run.ink for run in runs for _ in run.text]
    inks = [every[i] for i in kept]
    lines: list[Line] = []
    for span in wrap(text, max(width, 1)):
        groups = groupby(range(span.start, span.end), key=inks.__getitem__)
        lines.append(tuple(Run("".join(text[i] for i in group), ink) for ink, group in groups))
    return lines


def pad(line: Line, width: int) -> Line:
    """The line with blanks to `width` cells."""
    return (*line, Run(" " * max(width - length(line), 0)))


def hang(head: Run, body: Iterable[Run], width: int) -> list[Line]:
    """A paragraph with `head` before its first line and as many blanks before the others."""
    indent = width_of(head.text)
    first, *rest = fold(body, width - indent)
    return [(head, *first), *((Run(" " * indent), *line) for line in rest)]


def draw(lines: Iterable[Line], *, colour: bool) -> str:
    """The characters: each line closes the inks it opens, and no line ends in blanks."""
    return "".join(_render(line, colour=colour) + "\n" for line in lines)


def _render(line: Line, *, colour: bool) -> str:
    while line and not line[-1].text.rstrip():
        line = line[:-1]
    if not line:
        return ""
    line = (*line[:-1], Run(line[-1].text.rstrip(), line[-1].ink))
    if not colour:
        return "".join(run.text for run in line)
    return "".join(f"\x1b[{run.ink}m{run.text}\x1b[0m" if run.ink else run.text for run in line)
