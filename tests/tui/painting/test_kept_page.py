"""A page that is kept without its words: shown again as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.memory.state import FRESH, Spot, StateFile
from tuireader.tui.opening.request import Request
from tuireader.tui.painting.cutting import CutError, cut_page
from tuireader.tui.painting.first_page import first_page, is_usual, page_of
from tuireader.tui.painting.kept import KeptError, stamp
from tuireader.tui.painting.kept_page import dump_page, load_page, parse_page
from tuireader.tui.painting.stencil import INKS, SIGNS, Box, Room, Stencil

ROOM = Room(Box(0, 0, 60, 1), Box(0, 1, 30, 12), Box(61, 1, 1, 12))
STENCIL = Stencil((), (ROOM, ROOM), dict.fromkeys(INKS, ""), dict.fromkeys(SIGNS, "|"), True, ())
TEXT = """Kiln found under the school

OSTRAVA, 4 June 2024 - Workers found a kiln – “from 1380”, they say.
They were digging for a lift
when a wall came to light.

Who pays

> The school, said the mayor.

- Bricks
- Lime, which is the longest item of the two by far

(c) 2024 Kiln Press. All rights reserved.
"""
PLAIN = "It was no kiln, but a cellar. " * 40


@pytest.fixture
def files(tmp_path):
    def write(text=TEXT, other=PLAIN, encoding="utf-8", name="a.txt"):
        a, b = tmp_path / name, tmp_path / "b.txt"
        a.write_bytes(text.encode(encoding))
        b.write_text(other, "utf-8")
        return str(a), str(b)

    return write


def shown_again(files, tops=((0, 0), (0, 0))):
    """The page of two files, and the same by way of a file."""
    reading = Request(*files).read()
    page = page_of(reading, STENCIL, tops)
    kept = cut_page(reading, page, STENCIL, stamp("/nowhere"))
    return page, load(dump_page(kept), files)


def load(text, files):
    place = Path(files[1]).with_name("kept.page")
    place.write_text(text, "utf-8")
    return load_page(str(place), files, STENCIL)


def bare(page):
    return [
        (sheet.title, sheet.seen, [line._replace(start=-1) for line in sheet.lines])
        for sheet in page
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT.replace("\n", "\r\n"), "utf-8"),
        (PLAIN, "utf-8"),
        ("One line only, without an end", "utf-8"),
    ],
)
@pytest.mark.parametrize("top", [(0, 0), (120, 1)])
def test_a_page_comes_back_as_it_was(files, text, encoding, top):
    page, again = shown_again(files(text, encoding=encoding), (top, (0, 0)))
    assert again is not None
    assert bare(again) == bare(page)


def test_it_holds_no_word(files):
    paths = files()
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    text = dump_page(cut_page(reading, page, STENCIL, stamp("/nowhere")))
    for word in ("Kiln", "school", "Workers", "June", "cellar", "Bricks"):
        assert word not in text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("A caf\xe9 that is not in UTF-8 at all, but in the encoding before it.", "latin-1"),
        ("A \x1b[31mred\x1b[0m word that is shown without its colour, which is no word.", "utf-8"),
        ("Hard\xa0spaces are shown as spaces, which they are not in the file itself.", "utf-8"),
    ],
)
def test_what_is_shown_otherwise_than_it_stands_there_is_not_kept(files, text, encoding):
    paths = files(text, encoding=encoding)
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    with pytest.raises(CutError):
        cut_page(reading, page, STENCIL, stamp("/nowhere"))


def test_what_has_changed_is_not_shown(files):
    paths = files()
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    text = dump_page(cut_page(reading, page, STENCIL, stamp("/nowhere")))
    assert load(text, paths)
    files(TEXT + "More.\n")
    assert load(text, paths) is None
    with pytest.raises(CutError):
        cut_page(reading, page, STENCIL, stamp("/nowhere"))


def test_no_other_file_is_read(files, tmp_path):
    paths = files()
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    text = dump_page(cut_page(reading, page, STENCIL, stamp("/nowhere")))
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    with pytest.raises(KeptError):
        load(text.replace("a.txt", "c.txt"), paths)


@given(st.text())
def test_any_text_is_no_page(text):
    with pytest.raises(KeptError):
        parse_page(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ncut ", "\ncut -"),
        ("\ncut text", "\ncut mauve"),
        ("\ncut text", "\ncut text 1"),
        ("\nseen ", "\nseen 1 "),
        ("\ntitle ", "\ntitle -1"),
        ("\nleaf ", "\nbranch "),
        ("\nstate ", "\nstate x"),
        ("\ncut text 1", "\ncut text 1" + "0" * 5000),
    ],
)
def test_what_was_tampered_with_is_no_page(files, old, new):
    paths = files(PLAIN)
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    text = dump_page(cut_page(reading, page, STENCIL, stamp("/nowhere")))
    assert old in text
    with pytest.raises(KeptError):
        parse_page(text.replace(old, new, 1))


def test_the_words_of_another_place_are_not_read(files):
    paths = files(PLAIN)
    reading = Request(*paths).read()
    page = page_of(reading, STENCIL, ((0, 0), (0, 0)))
    kept = cut_page(reading, page, STENCIL, stamp("/nowhere"))
    first, *rest = kept.leaves[0].cuts
    leaf = kept.leaves[0]._replace(cuts=(first._replace(first=10**9), *rest))
    with pytest.raises(KeptError):
        load(dump_page(kept._replace(leaves=(leaf, kept.leaves[1]))), paths)


@pytest.mark.parametrize(
    "change",
    [
        {"theme": "paper"},
        {"link": False},
        {"why": False},
        {"tall": True},
        {"zoomed": True},
        {"share": 2},
        {"marks": {"a": Spot()}},
    ],
)
def test_only_a_usual_frame_is_laid_out(files, tmp_path, change):
    reading = Request(*files()).read()
    memory = StateFile(tmp_path, reading.a, reading.b)
    assert first_page(reading, STENCIL, tmp_path)
    memory.keep(FRESH)
    assert first_page(reading, STENCIL, tmp_path)
    state = FRESH._replace(**change)
    assert not is_usual(state)
    memory.keep(state)
    assert first_page(reading, STENCIL, tmp_path) is None
    assert first_page(reading, STENCIL._replace(remembers=False), tmp_path)
