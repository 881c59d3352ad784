"""A page as it is kept from one reading of two files to the next: without a word of them.

The file says which bytes stand in which row of the screen. It holds for files that are as they
were, and for texts that were left nowhere else since.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from time import strftime
from typing import NamedTuple

from tuireader import __version__
from tuireader.tui.painting.kept import (
    FOLDER,
    KeptError,
    Stamp,
    digest,
    is_current,
    load,
    stamp_line,
    stamp_of,
)
from tuireader.tui.painting.page import Line, Page, Sheet, boilerplate_rule
from tuireader.tui.painting.stencil import INKS, Room, Stencil, find_stencil
from tuireader.tui.painting.surroundings import place as stencil_place

KIND = f"tuireader page {__version__}"
LONGEST = 200_000  # bytes of a file that may lie between the first shown and the last
_LEADS = 3


class Cut(NamedTuple):
    """One row of a text.

    Attributes:
        y: Rows below the first one of the text.
        ink: Its name.
        lead: What stands before the words: nothing, two spaces, or the sign of quotations.
        first: The first byte of the words in the file.
        size: How many there are; 0 in the rule above boilerplate.
    """

    y: int
    ink: str
    lead: int
    first: int
    size: int


class Leaf(NamedTuple):
    """One of the two texts.

    Attributes:
        stamp: The file as it was.
        title: The first byte of the title and how many there are; (0, 0) where the file's name,
            as the user writes it, stands in its place.
        date: Year, month and day beside the title; () for none.
        seen: As of `Sheet`.
        cuts: The rows that are not empty.
    """

    stamp: Stamp
    title: tuple[int, int]
    date: tuple[int, ...]
    seen: tuple[int, int]
    cuts: tuple[Cut, ...]


class KeptPage(NamedTuple):
    """Two texts as they will be shown next.

    Attributes:
        state: The file that says where they were left, as it was.
        leaves: The texts.
    """

    state: Stamp
    leaves: tuple[Leaf, Leaf]


def page_place(folder: str, stencil_place: str, paths: Sequence[str]) -> str:
    """Where the page of two files is kept.

    Args:
        folder: The state folder.
        stencil_place: Where the stencil is that it goes into.
        paths: The two files, as the user names them.

    Raises:
        OSError: There is no working directory.
    """
    name = digest((stencil_place, *map(os.path.abspath, paths)))
    return f"{folder}/{FOLDER}/{name}.page"


def kept_frame(
    folder: str, environ: Mapping[str, str], size: tuple[int, int], names: Sequence[str]
) -> tuple[Stencil, Page] | None:
    """What was kept of two files when they were left, and what it is drawn into.

    Args:
        folder: The state folder.
        environ: The variables of the process.
        size: Columns and rows of the terminal.
        names: The two files, as the user names them.

    Returns:
        None where nothing was kept, or it does not hold any more.
    """
    stencil = find_stencil(folder, environ, size, partial=False)
    if stencil is None or not stencil.remembers:
        return None
    try:
        place = page_place(folder, stencil_place(folder, environ, size, partial=False), names)
        page = load_page(place, names, stencil)
    except (OSError, ValueError):
        return None
    return (stencil, page) if page else None


def dump_page(page: KeptPage) -> str:
    """The text of the file of a page."""
    lines = [KIND, f"state {stamp_line(page.state)}"]
    for leaf in page.leaves:
        lines.append(f"leaf {stamp_line(leaf.stamp)}")
        told = {"title": leaf.title, "date": leaf.date, "seen": leaf.seen}
        lines += (" ".join((name, *map(str, numbers))) for name, numbers in told.items())
        lines += (f"cut {cut.ink} {cut.y} {cut.lead} {cut.first} {cut.size}" for cut in leaf.cuts)
    return "\n".join(lines) + "\n"


def parse_page(text: str) -> KeptPage:
    """The page that a file holds.

    Raises:
        KeptError: It holds none.
    """
    try:
        return _parsed(text)
    except ValueError as error:
        raise KeptError(str(error)) from error


def _parsed(text: str) -> KeptPage:
    first, state, *lines = text.removesuffix("\n").split("\n")
    word, _, told = state.partition(" ")
    if (first, word) != (KIND, "state"):
        raise KeptError("of another version")
    starts = [number for number, line in enumerate(lines) if line.startswith("leaf ")]
    if len(starts) != 2 or starts[0] != 0:
        raise KeptError("not of two texts")
    return KeptPage(stamp_of(told), (_leaf(lines[: starts[1]]), _leaf(lines[starts[1] :])))


def load_page(place: str, names: Sequence[str], stencil: Stencil) -> Page | None:
    """What is kept of a page, with the words of the files.

    Args:
        place: The file of it.
        names: The two files, as the user names them.
        stencil: What it is drawn into.

    Returns:
        None where the files, or where they were left, are not as they were.

    Raises:
        OSError: There is none, or a file can't be read.
        ValueError: It can't be understood.
    """
    kept = parse_page(load(place))
    if [leaf.stamp.path for leaf in kept.leaves] != [*map(os.path.abspath, names)]:
        raise KeptError("of other files")
    if not is_current([kept.state, *(leaf.stamp for leaf in kept.leaves)]):
        return None
    a, b = (
        _sheet(leaf, f"{side}  ", name, stencil, room)
        for side, leaf, name, room in zip("AB", kept.leaves, names, stencil.rooms, strict=True)
    )
    return a, b


def _leaf(lines: Sequence[str]) -> Leaf:
    first, title, date, seen, *rest = lines
    return Leaf(
        stamp_of(first.removeprefix("leaf ")),
        _two(_numbers(title, "title")),
        _numbers(date, "date"),
        _two(_numbers(seen, "seen")),
        tuple(map(_cut, rest)),
    )


def _cut(line: str) -> Cut:
    word, ink, *numbers = line.split(" ")
    y, lead, first, size = map(int, numbers)
    if word != "cut" or ink not in INKS or min(y, lead, first, size) < 0 or lead >= _LEADS:
        raise KeptError("not a row")
    return Cut(y, ink, lead, first, size)


def _numbers(line: str, name: str) -> tuple[int, ...]:
    word, *numbers = line.split(" ")
    found = tuple(map(int, numbers))
    if word != name or any(each < 0 for each in found):
        raise KeptError(f"not a {name}")
    return found


def _two(numbers: tuple[int, ...]) -> tuple[int, int]:
    one, other = numbers
    return one, other


def _sheet(leaf: Leaf, title: str, name: str, stencil: Stencil, room: Room) -> Sheet:
    places = [(cut.first, cut.size) for cut in leaf.cuts if cut.size] + [leaf.title]
    words = read_words(leaf.stamp.path, [each for each in places if each[1]])
    title += words[leaf.title] if leaf.title[1] else _plain(name)
    if leaf.date:
        year, month, day = leaf.date
        named = strftime("%B", (year, month, day, 0, 0, 0, 0, 1, -1))
        title += f"  {stencil.signs['dot']}  {day} {named} {year}"
    lines = tuple(_lines(leaf.cuts, words, stencil, room))
    return Sheet(title, lines, leaf.seen)


def _lines(
    cuts: Sequence[Cut], words: Mapping[tuple[int, int], str], stencil: Stencil, room: Room
) -> Iterator[Line]:
    leads = ("", "  ", stencil.signs["quote"].ljust(2))
    for cut in cuts:
        if cut.size:
            yield Line(cut.y, cut.ink, leads[cut.lead], words[cut.first, cut.size])
        else:
            rule = boilerplate_rule(stencil.signs["rule"], room.text.width)
            yield Line(cut.y, "rule", "", rule)


def read_words(path: str, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The words at some places of a file: the first byte of each, and how many it has.

    Raises:
        OSError: It can't be read.
        ValueError: It is not UTF-8 there, or the places are far apart.
    """
    if not places:
        return {}
    low = min(first for first, _ in places)
    high = max(first + size for first, size in places)
    if high - low > LONGEST:
        raise KeptError("too far apart")
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(low)
        data = file.read(high - low)
    return {
        (first, size): " ".join(data[first - low :][:size].decode("utf-8").splitlines())
        for first, size in places
    }


def _plain(name: str) -> str:
    """The name of a file, if it is shown as it is written.

    Raises:
        ValueError: It is not.
    """
    if not name.isascii() or not name.isprintable():
        raise KeptError("a name that has to be looked at")
    return name
