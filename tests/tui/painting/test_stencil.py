"""The file of a first frame: what is written is read, and nothing else reaches the terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.first_paint import state_folder
from tuireader.tui import paths
from tuireader.tui.painting.kept import KeptError, Stamp, stamp
from tuireader.tui.painting.page import Line, Sheet, draw, is_visible
from tuireader.tui.painting.stencil import (
    INKS,
    SIGNS,
    Box,
    Room,
    Stencil,
    dump,
    find_stencil,
    is_harmless,
    is_ink,
    parse,
)
from tuireader.tui.painting.surroundings import PROJECT_FILE, ground, ground_place, place

SIZE = (12, 4)
INK = "\x1b[1;38;2;10;20;30m"
ROOM = Room(Box(1, 0, 4, 1), Box(1, 1, 3, 2), Box(5, 1, 1, 2))
STENCIL = Stencil(
    (Stamp(7, 8, "/some where/config.toml"), Stamp(-1, -1, "/none")),
    (ROOM, ROOM._replace(title=Box(7, 0, 4, 1))),
    dict.fromkeys(INKS, INK),
    dict.fromkeys(SIGNS, "│"),
    True,
    (f"{INK}abc\x1b[0m", "", " ─ ", "end"),
)
FILE = dump(STENCIL)


def test_what_is_written_is_read():
    assert parse(FILE, SIZE) == STENCIL


@given(st.text())
def test_any_text_is_refused(text):
    with pytest.raises(KeptError):
        parse(text, SIZE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("row end\n", ""),
        ("row end", "row end\nrow more"),
        ("row end", "row \x1b[2Jend"),
        ("row end", "row \x1b]0;owned\x07end"),
        ("row end", "row e\rnd"),
        ("row end", "row \u202eend"),
        ("row end", "row \x1b[1"),
        ("ink rule", "ink ruler"),
        (f"ink rule {INK}", f"ink rule x{INK}"),
        (f"ink rule {INK}", "ink rule \x1b[1mx"),
        ("sign dot │", "sign dot \x07"),
        ("box 7 0 4 1", "box 9 0 4 1"),
        ("box 7 0 4 1", "box -1 0 4 1"),
        ("box 7 0 4 1", "box 7 0 4"),
        ("box 7 0 4 1", "box 7 0 4 " + "9" * 5000),
        ("stamp 7", "stamp seven"),
        ("tuireader stencil", "tuireader stencil 9"),
    ],
)
def test_what_was_tampered_with_is_refused(old, new):
    assert old in FILE
    with pytest.raises(KeptError):
        parse(FILE.replace(old, new, 1), SIZE)


@given(st.text(st.sampled_from("\x1b[]0;1mJHx\x07 \u202e")))
def test_a_harmless_row_has_only_colours_in_it(row):
    if is_harmless(row):
        rest = "".join(piece.partition("m")[2] for piece in f"m{row}".split("\x1b["))
        assert rest.isprintable()
    if is_ink(row):
        assert is_harmless(row)


def test_it_is_drawn_with_the_texts_where_they_belong():
    sheet = Sheet("A title", (Line(1, "text", "", "dry"), Line(2, "text", "", "no room")), (0, 1))
    drawn = draw(STENCIL, (sheet, sheet))
    assert f"\x1b[1;2H{INK}A t…" in drawn
    assert f"\x1b[1;8H{INK}A t…" in drawn
    assert drawn.count(f"\x1b[3;2H{INK}dry\x1b[0m") == 2
    assert "no room" not in drawn
    assert drawn.count(f"{INK}│") == 2


@pytest.mark.parametrize(
    ("words", "visible"), [("plain\xa0text", True), ("a\x1b[2J", False), ("a\u202eb", False)]
)
def test_words_that_hide_or_steer_are_not_drawn(words, visible):
    sheet = Sheet("A", (Line(0, "text", "", words),), (0, 1))
    assert is_visible((sheet, sheet)) is visible
    assert is_visible((Sheet(words, (), (0, 0)), Sheet("B", (), (0, 0)))) is visible


def test_it_holds_as_long_as_the_files_behind_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text("", "utf-8")
    path = Path(place(str(tmp_path), {}, SIZE, partial=False))
    path.parent.mkdir()
    path.write_text(dump(STENCIL._replace(stamps=(stamp(str(config)),))), "utf-8")
    assert find_stencil(str(tmp_path), {}, SIZE, partial=False)
    assert find_stencil(str(tmp_path), {}, SIZE, partial=True) is None
    assert find_stencil(str(tmp_path), {}, (13, 4), partial=False) is None
    config.write_text("ascii = true", "utf-8")
    assert find_stencil(str(tmp_path), {}, SIZE, partial=False) is None


@pytest.mark.parametrize(
    "environ", [{"NO_COLOR": "1"}, {"TERM": "x"}, {"TUIREADER_THEME": "ink"}, {"TEXTUAL": "1"}]
)
def test_another_terminal_has_another_one(tmp_path, monkeypatch, environ):
    monkeypatch.chdir(tmp_path)
    usual = place("/", {"SHELL": "sh"}, SIZE, partial=False)
    assert usual == place("/", {"SHELL": "zsh"}, SIZE, partial=False)
    assert usual != place("/", environ, SIZE, partial=False)


def test_a_project_s_file_above_makes_another_one(tmp_path, monkeypatch):
    (tmp_path / "in" / "side").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "in" / "side")
    before = place("/", {}, SIZE, partial=False)
    (tmp_path / "in" / PROJECT_FILE).write_text("", "utf-8")
    assert place("/", {}, SIZE, partial=False) != before


def test_the_ground_is_dark_or_light_or_not_known(tmp_path):
    folder = str(tmp_path)
    path = Path(ground_place(folder, {}))
    path.parent.mkdir()
    assert ground(folder, {}) == ""
    for told, known in (("light", "light"), ("dark\n", "dark"), ("mauve", ""), ("\x1b", "")):
        path.write_text(told, "utf-8")
        assert ground(folder, {}) == known


@pytest.mark.skipif(os.name == "nt", reason="nothing is painted there")
@pytest.mark.parametrize("variable", ["TUIREADER_STATE_DIR", "XDG_STATE_HOME", ""])
def test_the_state_folder_is_where_the_reader_has_it(tmp_path, monkeypatch, variable):
    for name in ("TUIREADER_STATE_DIR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    assert Path(state_folder(os.environ)) == paths.state_folder()
