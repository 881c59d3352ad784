"""Files that are locked, full, foreign, altered, torn, older or newer: told, and nothing lost."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.compare.review.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NewerSchemaError,
    NotASessionError,
    NotWritableError,
)
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session

VERSION = "1.2.3"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def at_rest(session: Session) -> Path:
    """A closed session of four events."""
    session.decide("p1", Label.AGREE)
    session.decide("p2", Label.CONFLICT)
    session.note("p2", "why " * 2000)
    session.close()
    return session.path


def look(path: Path, *, writing: bool = True) -> Session:
    return Session.open(path, tool_version=VERSION, writing=writing)


def test_at_rest_a_session_is_one_file(at_rest: Path) -> None:
    assert [path.name for path in at_rest.parent.iterdir()] == [at_rest.name]


def test_a_second_writer_is_told_who_has_it_and_a_reader_is_let_in(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    with pytest.raises(LockedError) as told:
        look(session.path)
    assert f"by anna (process {os.getpid()} on " in str(told.value)
    with look(session.path, writing=False) as reader:
        assert reader.rulings["p1"].label is Label.AGREE
        session.decide("p2", Label.AGREE)
    session.close()
    look(session.path).close()


def test_a_lock_that_a_dead_process_left_holds_nobody_back(at_rest: Path) -> None:
    left = at_rest.with_name(f"{at_rest.name}-lock")
    left.write_text('{"reviewer": "ben", "process": 1, "host": "elsewhere"}')
    look(at_rest).close()
    assert not left.exists()


@posix
def test_a_full_disk_loses_nothing_and_the_step_can_be_repeated(session: Session) -> None:
    resource = pytest.importorskip("resource")
    session.decide("p1", Label.AGREE)
    size = max(path.stat().st_size for path in session.path.parent.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(DiskFullError, match="not stored, all before it are"):
            session.note("p2", "long " * size)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "p2" not in session.rulings
    session.note("p2", "short")
    session.close()
    with look(session.path) as again:
        assert again.rulings["p1"].label is Label.AGREE
        assert again.rulings["p2"].note == "short"


def test_a_full_database_is_told_like_a_full_disk(session: Session) -> None:
    connection = session._store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError):
        session.note("p1", "long " * 10_000)
    connection.execute("PRAGMA max_page_count = 1000000")
    session.note("p1", "long " * 10_000)


@posix
@pytest.mark.parametrize("killed", [False, True], ids=["at rest", "left by a kill"])
def test_in_a_read_only_folder_it_can_be_read(at_rest: Path, killed: bool) -> None:
    if killed:
        leave_log(at_rest)
    at_rest.chmod(0o400)
    at_rest.parent.chmod(0o500)
    try:
        if os.access(at_rest.parent, os.W_OK):
            pytest.skip("who runs this may write anywhere")
        with look(at_rest, writing=False) as reader:
            assert reader.rulings["p1"].label is (Label.UNSURE if killed else Label.AGREE)
        with pytest.raises(NotWritableError, match="is read-only; copy the session"):
            look(at_rest)
        with pytest.raises(NotWritableError):
            Session.create(
                at_rest.with_name("new.review"), reader.machine, reviewer="a", tool_version=VERSION
            )
    finally:
        at_rest.parent.chmod(0o700)


def leave_log(path: Path) -> None:
    """Leave the file as a killed program does: the last step in the write-ahead log only."""
    with look(path) as session:
        session.decide("p1", Label.UNSURE)
        kept = {name: path.with_name(path.name + name).read_bytes() for name in ("", "-wal")}
    for name, data in kept.items():
        path.with_name(path.name + name).write_bytes(data)


def test_what_a_kill_leaves_is_read_whole(at_rest: Path) -> None:
    leave_log(at_rest)
    with look(at_rest, writing=False) as reader:
        assert reader.rulings["p1"].label is Label.UNSURE
    with look(at_rest) as again:
        assert again.rulings["p1"].label is Label.UNSURE


@pytest.mark.parametrize(
    "content", [b"", b"The old bridge fell.", b"SQLite format 3\0" + bytes(84)]
)
def test_another_file_is_no_session(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.review"
    path.write_bytes(content)
    with pytest.raises(NotASessionError) as told:
        look(path)
    assert str(path) in str(told.value)
    assert path.read_bytes() == content


def test_another_programs_database_is_no_session(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    change(path, "CREATE TABLE meta (key TEXT)")
    with pytest.raises(NotASessionError):
        look(path)


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.review", tmp_path):
        with pytest.raises(NotASessionError, match="no such session"):
            look(path)


def test_a_newer_schema_is_left_alone(at_rest: Path) -> None:
    change(at_rest, "PRAGMA user_version = 99")
    before = at_rest.read_bytes()
    with pytest.raises(NewerSchemaError, match="has schema 99, "):
        look(at_rest)
    assert at_rest.read_bytes() == before


def test_an_older_schema_is_brought_up_to_date_after_a_copy(at_rest: Path) -> None:
    make_schema_1(at_rest)
    with look(at_rest, writing=False) as reader:
        assert reader.rulings["p2"].label is Label.CONFLICT
    before = content(at_rest)
    with look(at_rest) as again:
        assert again.rulings["p2"].label is Label.CONFLICT
        again.undo()
    with look(at_rest) as again:
        assert again.rulings["p2"].note == ""
    copy = at_rest.with_name(f"{at_rest.name}.schema-1.bak")
    assert content(copy) == before
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        change(at_rest, "UPDATE events SET reviewer = 'ben'")


def content(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump()]


def make_schema_1(path: Path) -> None:
    """What tuireader wrote before there were seals."""
    change(
        path,
        "DROP TRIGGER events_stay",
        "DROP TRIGGER events_last",
        "CREATE TABLE old AS SELECT * FROM events",
        "DROP TABLE events",
        "CREATE TABLE events (number INTEGER PRIMARY KEY, time TEXT NOT NULL,"
        " reviewer TEXT NOT NULL, tool TEXT NOT NULL, action TEXT NOT NULL, of INTEGER,"
        " before TEXT NOT NULL, after TEXT NOT NULL)",
        "INSERT INTO events"
        " SELECT number, time, reviewer, tool, action, of, before, after FROM old",
        "DROP TABLE old",
        "CREATE TRIGGER events_stay BEFORE UPDATE ON events"
        " BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",
        "CREATE TRIGGER events_last BEFORE DELETE ON events"
        " BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",
        "PRAGMA user_version = 1",
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET reviewer = 'ben' WHERE number = 2",
        "UPDATE events SET after = replace(after, 'conflict', 'agree') WHERE number = 3",
        "UPDATE events SET time = replace(time, '2026', '2025') WHERE number = 4",
        "DELETE FROM events WHERE number = 3",
        "UPDATE texts SET comparison = replace(comparison, 'Twelve', 'Twenty')",
        "UPDATE texts SET comparison = '{}'",
        "DELETE FROM texts",
        "UPDATE meta SET value = '\"ben\"' WHERE key = 'reviewer'",
        "DELETE FROM meta WHERE key = 'reviewer'",
        "DROP TABLE texts",
        "UPDATE events SET after = '[' WHERE number = 2",
    ],
)
def test_what_was_altered_is_noticed(at_rest: Path, statement: str) -> None:
    change(at_rest, "DROP TRIGGER events_stay", "DROP TRIGGER events_last", statement)
    with pytest.raises(DamagedError, match="--salvage"):
        look(at_rest)


def zeroed(data: bytes, page: int) -> bytes:
    return data[: page * 4096] + bytes(4096) + data[(page + 1) * 4096 :]


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: zeroed(data, 3),
        lambda data: zeroed(data, len(data) // 4096 - 1),
        lambda data: data[:100] + bytes(40) + data[140:],
    ],
    ids=["cut short", "a page of zeros", "the last page of zeros", "a torn first page"],
)
def test_a_damaged_file_is_told_and_not_touched(
    at_rest: Path, harm: Callable[[bytes], bytes]
) -> None:
    at_rest.write_bytes(harm(at_rest.read_bytes()))
    before = at_rest.read_bytes()
    for writing in (True, False):
        with pytest.raises(DamagedError) as told:
            look(at_rest, writing=writing)
        assert str(told.value).startswith(f"{at_rest}: is damaged (")
        assert "\n" not in str(told.value)
    assert at_rest.read_bytes() == before
    assert [path.name for path in at_rest.parent.iterdir()] == [at_rest.name]
