from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tuireader.cli.saving import check_target, save
from tuireader.cli.trouble import Trouble

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_a_new_file_is_written_whole_in_utf_8_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    save(target, "é ≠ 漢\n", force=False)
    assert target.read_bytes() == "é ≠ 漢\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    for refuses in (check_target, lambda target, force: save(target, "new", force=force)):
        with pytest.raises(Trouble, match="exists already; --force"):
            refuses(target, force=False)
    assert target.read_text() == "old"
    check_target(target, force=True)
    save(target, "new", force=True)
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "message"),
    [(".", "is a folder"), ("missing/out.txt", "folder does not exist")],
)
def test_places_that_cannot_be_written_to_are_told_early(
    tmp_path: Path, name: str, message: str
) -> None:
    with pytest.raises(Trouble, match=message):
        check_target(tmp_path / name, force=True)


def test_a_text_that_is_compared_is_never_the_target(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("words")
    with pytest.raises(Trouble, match="is one of the texts"):
        check_target(source, force=True, sources=("-", None, str(source)))


@posix
def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    save(link, "new", force=True)
    assert link.is_symlink()
    assert real.read_text() == "new"


@posix
def test_the_mode_of_a_replaced_file_stays_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("old")
    old.chmod(0o640)
    save(old, "new", force=True)
    assert old.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0)
    os.umask(mask)
    save(new, "new", force=False)
    assert new.stat().st_mode & 0o777 == 0o666 & ~mask


@posix
def test_a_device_is_written_straight() -> None:
    check_target(Path(os.devnull), force=False)
    save(Path(os.devnull), "x", force=False)
    assert not Path(os.devnull).is_file()


@posix
def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(Trouble, match="No space left"):
        save(Path("/dev/full"), "x", force=False)


@posix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write anywhere")
def test_a_folder_without_leave_to_write_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Trouble, match="Permission denied"):
        save(tmp_path / "out.txt", "x", force=False)
