"""A session as JSON Lines and back, and what is salvaged of a damaged one."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader import Comparison
from tuireader.compare.review.errors import DamagedError, NotASessionError, RefusedError
from tuireader.compare.review.log import LogError, lines_of, read_log
from tuireader.compare.review.model import Label
from tuireader.compare.review.salvage import salvage
from tuireader.compare.review.session import Session

VERSION = "1.2.3"

PAIRS = st.sampled_from([f"p{number}" for number in range(1, 9)])
CLAIMS = st.tuples(st.sampled_from("ab"), st.integers(1, 9)).map(lambda t: f"{t[0]}{t[1]}")
STEPS = st.one_of(
    st.tuples(st.just("decide"), st.lists(PAIRS, min_size=1, max_size=3), st.sampled_from(Label)),
    st.tuples(st.sampled_from(["skip", "flag", "clear", "unpair"]), PAIRS),
    st.tuples(st.just("note"), PAIRS, st.text(max_size=20)),
    st.tuples(st.just("tag"), PAIRS, st.text(max_size=8)),
    st.tuples(st.just("bookmark"), PAIRS, st.none() | st.text(max_size=5)),
    st.tuples(st.just("session_note"), st.text(max_size=20)),
    st.tuples(st.just("pair_up"), st.lists(CLAIMS, max_size=2), st.lists(CLAIMS, max_size=2)),
    st.tuples(st.just("merge"), st.lists(CLAIMS, min_size=2, max_size=3)),
    st.tuples(st.just("split"), CLAIMS, st.integers(0, 400)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


def play(session: Session, steps: list[tuple[object, ...]]) -> None:
    for name, *arguments in steps:
        with contextlib.suppress(RefusedError):
            getattr(session, str(name))(*arguments)


def everything(session: Session) -> tuple[object, ...]:
    return (
        session.facts,
        session.comparison,
        session.machine,
        dict(session.rulings),
        dict(session.bookmarks),
        session.note_of_session,
        session.orphans,
        list(session.events),
        session.progress,
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, max_size=25))
def test_a_log_gives_the_same_session_back(
    steps: list[tuple[object, ...]],
    comparison: Comparison,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("log")
    one, other = folder / "one.review", folder / "other.review"
    with Session.create(one, comparison, reviewer="anna", tool_version=VERSION) as session:
        play(session, steps)
        before = everything(session)
    log = [*lines_of(one)]
    assert all(line.isascii() and line.endswith("\n") for line in log)
    read_log(log, other)
    assert [*lines_of(other)] == log
    with Session.open(other, tool_version=VERSION) as again:
        assert everything(again) == before
        while again.undo():
            pass
        assert again.comparison == comparison
        assert not again.rulings


@pytest.fixture
def log(session: Session) -> list[str]:
    session.decide("p1", Label.AGREE)
    session.note("p2", "why")
    session.close()
    return [*lines_of(session.path)]


def test_a_log_is_one_object_a_line_with_the_texts_before_their_event(log: list[str]) -> None:
    records = [json.loads(line) for line in log]
    assert records[0]["schema"] == "tuireader.review/1"
    assert [next(iter(record)) for record in records] == [
        "schema",
        "texts",
        "event",
        "event",
        "event",
    ]
    assert records[3]["action"] == "decide"
    assert records[3]["after"]["rulings"]["p1"]["label"] == "agree"


@pytest.mark.parametrize(
    ("line", "old", "new", "told"),
    [
        (0, "tuireader.review/1", "tuireader.comparison/1", "line 1: is no log"),
        (0, "anna", "ben", "line 3: was altered"),
        (1, "Twelve", "Twenty", "line 3: was altered"),
        (3, "agree", "conflict", "line 4: was altered"),
        (3, "{", "[", "line 4: is no JSON"),
        (4, '"action":"note"', '"action":"sing"', "line 5: is no event"),
        (4, '"event":3', '"happening":3', "line 5: is no event"),
    ],
)
def test_an_altered_log_is_refused_with_the_line(
    log: list[str], tmp_path: Path, line: int, old: str, new: str, told: str
) -> None:
    log[line] = log[line].replace(old, new)
    with pytest.raises(LogError, match=told):
        read_log(log, tmp_path / "new.review")
    assert not [path for path in tmp_path.iterdir() if "new" in path.name]


@pytest.mark.parametrize("lines", [[], ["\n"], ["[]\n"], ['{"schema":"tuireader.review/1"}\n']])
def test_what_is_no_log_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(LogError):
        read_log(lines, tmp_path / "new.review")


def test_a_missing_line_is_noticed(log: list[str], tmp_path: Path) -> None:
    with pytest.raises(LogError, match="line 4: was altered"):
        read_log([*log[:3], log[4]], tmp_path / "new.review")


def test_salvage_of_a_sound_session_finds_all_of_it(log: list[str], session: Session) -> None:
    found = salvage(session.path)
    assert found.whole
    assert found.events == 3
    assert [*found.lines[1:]] == log[1:]


def broken(session: Session, *statements: str) -> Path:
    session.decide("p1", Label.AGREE)
    session.decide("p2", Label.CONFLICT)
    session.note("p1", "why")
    session.close()
    with contextlib.closing(sqlite3.connect(session.path)) as connection, connection:
        for statement in ("DROP TRIGGER events_stay", "DROP TRIGGER events_last", *statements):
            connection.execute(statement)
    with pytest.raises(DamagedError):
        Session.open(session.path, tool_version=VERSION)
    return session.path


def test_salvage_passes_over_what_cannot_be_read_and_says_so(
    session: Session, tmp_path: Path
) -> None:
    path = broken(session, "UPDATE events SET after = '[' WHERE number = 2")
    before = path.read_bytes()
    found = salvage(path)
    assert path.read_bytes() == before
    assert (found.events, found.lost, found.altered, found.texts_lost) == (3, (2,), (), ())
    read_log(found.lines, tmp_path / "new.review")
    with Session.open(tmp_path / "new.review", tool_version=VERSION) as again:
        assert again.facts.lost == (2,)
        assert again.rulings["p2"].label is Label.CONFLICT
        assert again.rulings["p1"].note == "why"
        assert again.decide("p3", Label.AGREE).number == 5
        while again.undo():
            pass
    assert [*lines_of(tmp_path / "new.review")]


def test_salvage_tells_what_was_altered(session: Session) -> None:
    path = broken(session, "UPDATE events SET reviewer = 'ben' WHERE number = 3")
    assert salvage(path).altered == (3,)


def test_salvage_without_texts_needs_them_again(
    session: Session, comparison: Comparison, tmp_path: Path
) -> None:
    found = salvage(broken(session, "DELETE FROM texts", "DELETE FROM meta"))
    assert found.texts_lost == (1,)
    with pytest.raises(LogError, match="name the two files"):
        read_log(found.lines, tmp_path / "new.review")
    read_log(found.lines, tmp_path / "new.review", comparison)
    with Session.open(tmp_path / "new.review", tool_version=VERSION) as again:
        assert again.rulings["p2"].label is Label.CONFLICT
        assert again.comparison == comparison


def test_salvage_of_torn_pages(session: Session, tmp_path: Path) -> None:
    for number in range(100):
        session.note("p1", f"note {number} " + "word " * 200)
    session.close()
    data = bytearray(session.path.read_bytes())
    torn = len(data) // 4096 // 2
    data[torn * 4096 : (torn + 1) * 4096] = bytes(4096)
    session.path.write_bytes(data)
    found = salvage(session.path)
    assert 80 < found.events < 101
    assert found.lost
    read_log(found.lines, tmp_path / "new.review")
    with Session.open(tmp_path / "new.review", tool_version=VERSION) as again:
        assert again.rulings["p1"].note.startswith("note 99 ")


def test_nothing_to_salvage(tmp_path: Path) -> None:
    path = tmp_path / "other.review"
    path.write_bytes(b"The old bridge fell. " * 500)
    with pytest.raises(NotASessionError):
        salvage(path)
