"""Small files: whole or not at all, and never too many."""

from __future__ import annotations

import os

import pytest

from tuireader.tui.memory.files import thin, write_whole


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "state" / "a"
    for data in (b"one", b"two"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert [*path.parent.iterdir()] == [path]


def test_what_can_not_be_written_leaves_what_was_there(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - any
        write_whole(tmp_path / "a", b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_the_oldest_go_first(tmp_path):
    for number, name in enumerate(("c.a", "b.a", "a.a", "d.b")):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (number, number))
    thin(tmp_path, "*.a", 2)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.a", "b.a", "d.b"]
