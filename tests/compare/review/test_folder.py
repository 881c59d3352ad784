"""Session files by name: found, named so that every system takes the name, deleted whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuireader.compare.review import folder
from tuireader.compare.review.errors import LockedError, NotASessionError
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session

VERSION = "1.2.3"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        (
            "Ferry disaster: 41 dead / What really happened",
            "ferry-disaster-41-dead-what-really-happe",
        ),
        ("Überfahrt — ñandú", "uberfahrt-nandu"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "con-1"),
        ("COM7", "com7-1"),
        ("渡轮", "session"),
        ("", "session"),
        (".hidden\x1b[31m", "hidden-31m"),
    ],
)
def test_a_name_that_every_system_takes(tmp_path: Path, name: str, stem: str) -> None:
    path = folder.free_path(tmp_path, name)
    assert path.parent == tmp_path
    assert path.name == f"{stem}.review"
    assert re.fullmatch(r"[a-z0-9-]+\.review", path.name)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for wanted in ("ferry.review", "ferry-2.review", "ferry-3.review"):
        path = folder.free_path(tmp_path, "Ferry")
        assert path.name == wanted
        path.touch()


def test_no_folder_is_no_sessions(tmp_path: Path) -> None:
    assert folder.session_files(tmp_path / "none") == []
    with pytest.raises(NotASessionError):
        folder.find(tmp_path / "none", "ferry")


def test_a_glance_tells_what_a_list_shows(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    found = folder.glance(session.path)
    assert found == folder.glance_of(session)
    assert (found.decided, found.total) == (1, len(session.machine.pairs))
    assert found.titles == ("report.txt", "answer.txt")
    assert found.changed == session.events[-1].time
    broken = session.path.with_name("broken.review")
    broken.write_text("no session")
    assert "no session of tuireader" in folder.glance(broken).trouble


def test_delete_takes_all_that_belongs_to_a_session_and_nothing_else(session: Session) -> None:
    other = session.path.with_name("bridge.review.txt")
    other.write_text("mine")
    with pytest.raises(LockedError):
        folder.delete(session.path)
    session.close()
    session.path.with_name(f"{session.path.name}-wal").touch()
    folder.delete(session.path)
    assert [*session.path.parent.iterdir()] == [other]
    with pytest.raises(NotASessionError):
        folder.delete(session.path)
