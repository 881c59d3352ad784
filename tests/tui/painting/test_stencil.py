"""The file of a first frame: what is written is read, and nothing else reaches the terminal."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.first_paint import state_folder
from tuireader.tui import paths
from tuireader.tui.config import PROJECT_FILE
from tuireader.tui.painting.stencil import (
    FOLDER,
    INKS,
    KEPT,
    Box,
    Room,
    Stencil,
    Stencils,
    from_json,
    state_of,
    to_json,
)

SIZE = (12, 4)
INK = "\x1b[1;38;2;10;20;30m"
ROOM = Room(Box(1, 0, 4, 1), Box(1, 1, 3, 2), Box(5, 1, 1, 2))
STENCIL = Stencil(
    ("/none",),
    state_of(["/none"]),
    (ROOM, ROOM._replace(title=Box(7, 0, 4, 1))),
    dict.fromkeys(INKS, INK),
    False,
    True,
    (f"{INK}abc\x1b[0m", "", " ─ ", "end"),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def changed(**fields):
    return json.dumps({**STENCIL._asdict(), **fields}).encode()


def test_what_is_written_is_read():
    assert from_json(to_json(STENCIL), SIZE) == STENCIL


@given(st.binary() | st.text().map(str.encode) | ANYTHING.map(json.dumps).map(str.encode))
def test_anything_else_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - any
        from_json(data, SIZE)


@given(st.sampled_from(Stencil._fields), ANYTHING)
def test_with_anything_in_a_field_nothing_but_a_stencil_is_read(field, value):
    try:
        found = from_json(changed(**{field: value}), SIZE)
    except ValueError:
        return
    assert found._replace(**{field: getattr(STENCIL, field)}) == STENCIL


@pytest.mark.parametrize(
    "fields",
    [
        {"rows": STENCIL.rows[1:]},
        {"rows": [*STENCIL.rows, ""]},
        *({"rows": ["", "", "", row]} for row in ("\x1b[2Jend", "\x1b]0;owned\x07end", "e\rnd")),
        *({"rows": ["", "", "", row]} for row in ("\u202eend", "\x1b[1", "\x1b\x1b[m[2J", 7, None)),
        *({"rows": ["", "", "", row]} for row in ("\x1b[１m", "\x1b[1;", "\x9b2J")),
        {"rows": 4},
        {"inks": {**STENCIL.inks, "ruler": INK}},
        {"inks": dict.fromkeys(INKS[1:], INK)},
        *({"inks": {**STENCIL.inks, "rule": ink}} for ink in (f"x{INK}", f"{INK}x", "\x07", 1)),
        {"inks": list(INKS)},
        {"rooms": [STENCIL.rooms[0]]},
        {"rooms": [*STENCIL.rooms, ROOM]},
        {"rooms": [ROOM[:2], ROOM]},
        *(
            {"rooms": [[box, *ROOM[1:]], ROOM]}
            for box in (
                *([9, 0, 4, 1], [0, 4, 1, 1], [-1, 0, 4, 1], [7, 0, 4], [7, 0, 4, 1, 1]),
                *(["7", 0, 4, 1], [7.0, 0, 4, 1], [True, 0, 4, 1], [10**4000, 0, 4, 1]),
                [float("nan"), 0, 4, 1],
            )
        ),
        {"more": 1},
    ],
)
def test_what_was_tampered_with_is_refused(fields):
    data = changed(**fields)
    with pytest.raises(ValueError):  # noqa: PT011 - any
        from_json(data, SIZE)


@given(st.text(st.sampled_from("\x1b[]0;1mJHx\x07 \u202e")))
def test_a_row_has_nothing_but_colours_in_it(row):
    try:
        found = from_json(changed(rows=[row] * 4), SIZE)
    except ValueError:
        return
    rest = "".join(piece.partition("m")[2] for piece in f"m{found.rows[0]}".split("\x1b["))
    assert rest.isprintable()


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A working directory in a home, and the state folder of the tests."""
    (tmp_path / "in" / "side").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "in" / "side")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def find(place, size=SIZE, partial=False, **environ):
    return Stencils(place, environ).find(size, partial=partial)


def keep(place, stencil=STENCIL, **environ):
    Stencils(place, environ).keep(stencil, SIZE, partial=False)


def test_it_holds_as_long_as_the_files_behind_it(place):
    config = place / "config.toml"
    config.write_text("", "utf-8")
    files = (str(config), str(place / "none"))
    stencil = STENCIL._replace(files=files, state=state_of(files))
    keep(place, stencil)
    assert find(place) == stencil
    assert find(place, partial=True) is None
    assert find(place, (13, 4)) is None
    config.write_text("ascii = true", "utf-8")
    assert find(place) is None


@pytest.mark.parametrize(
    "environ", [{"NO_COLOR": "1"}, {"TERM": "x"}, {"TUIREADER_THEME": "ink"}, {"TEXTUAL": "1"}]
)
def test_another_terminal_has_another_one(place, environ):
    keep(place, SHELL="sh")
    assert find(place, SHELL="zsh")
    assert find(place, **environ) is None


def test_a_project_s_settings_make_another_one(place):
    keep(place)
    (place / "in" / PROJECT_FILE).write_text("", "utf-8")
    assert find(place) is None
    keep(place)
    assert find(place)
    (place / "in" / PROJECT_FILE).write_text("ascii = true", "utf-8")
    assert find(place) is None


def test_another_ground_has_another_one(place):
    first = Stencils(place, {})
    assert first.ground == ""
    first.keep(STENCIL, SIZE, partial=False)
    first.note_ground(light=True)
    assert Stencils(place, {}).ground == "light"
    assert find(place) is None
    first.keep(STENCIL, SIZE, partial=False)  # which it began on another ground
    assert find(place) is None
    keep(place)
    assert find(place)
    assert Stencils(place, {"TERM": "x"}).ground == ""


@pytest.mark.parametrize("told", [b"mauve", b"\x1b", b"\xff", b"dark\n"])
def test_the_ground_is_dark_or_light_or_not_known(place, told):
    Stencils(place, {}).note_ground(light=False)
    (path,) = (place / FOLDER).glob("*.ground")
    path.write_bytes(told)
    assert Stencils(place, {}).ground == ""


def test_what_could_not_be_found_is_not_kept(place):
    keep(place, STENCIL._replace(rows=("\x1b[2J",) * 4))
    assert not [*place.glob(f"{FOLDER}/*")]


def test_files_of_other_versions_are_let_go_in_time(place):
    (place / FOLDER).mkdir()
    for number in range(KEPT):
        path = place / FOLDER / f"{number}.page"
        path.write_text("tuireader page 0.1.0\n", "utf-8")
        os.utime(path, (number, number))
    keep(place)
    assert find(place)
    assert not (place / FOLDER / "0.page").exists()
    assert len([*place.glob(f"{FOLDER}/*")]) == KEPT
    Stencils(place, {}).forget()
    assert not [*place.glob(f"{FOLDER}/*")]


def test_no_fault_of_a_disk_matters(place):
    (place / FOLDER).write_text("no folder", "utf-8")
    Stencils(place, {}).note_ground(light=True)
    keep(place)
    assert find(place) is None
    Stencils(place, {}).forget()


@pytest.mark.skipif(os.name == "nt", reason="nothing is painted there")
@pytest.mark.parametrize("variable", ["TUIREADER_STATE_DIR", "XDG_STATE_HOME", ""])
def test_the_state_folder_is_where_the_reader_has_it(tmp_path, monkeypatch, variable):
    for name in ("TUIREADER_STATE_DIR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    assert state_folder(os.environ) == paths.state_folder()
    assert Path(state_folder(os.environ)).is_absolute()
