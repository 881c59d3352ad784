from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Summary
from tuireader.tui.opening.recent import KEPT, Recent, Recents, from_json, to_json
from tuireader.tui.opening.request import Part, Pasted, Request

COUNTS = Summary(agree=1, diverge=2, conflict=3, only_a=4, only_b=5)


@pytest.fixture
def recents(tmp_path: Path) -> Recents:
    return Recents(tmp_path / "state")


def requests(recents: Recents) -> list[Request]:
    return [each.request for each in recents.load()]


def recent(a: str, b: str | None = "/b") -> Recent:
    return Recent(Request(a, b), when=1.0)


def test_the_newest_is_first_and_none_is_there_twice(recents):
    for name in ("/1", "/2", "/1"):
        recents.note(recent(name))
    assert requests(recents) == [Request("/1", "/b"), Request("/2", "/b")]


def test_one_can_be_forgotten(recents):
    recents.note(recent("/1"))
    recents.note(recent("/2"))
    recents.forget(Request("/1", "/b"))
    assert requests(recents) == [Request("/2", "/b")]


def test_only_so_many_are_kept(recents):
    for number in range(KEPT + 5):
        recents.note(recent(f"/{number}"))
    assert requests(recents)[0].a == f"/{KEPT + 4}"
    assert len(requests(recents)) == KEPT


def test_only_the_user_can_read_the_file(recents):
    recents.note(recent("/1"))
    assert stat.S_IMODE(recents.path.stat().st_mode) == 0o600
    assert [each.name for each in recents.path.parent.iterdir()] == [recents.path.name]


@pytest.mark.parametrize(
    "damage",
    [b"", b"nonsense", b"[" * 100_000, b"\xff\xfe", b"{}", b"[]", b"1", b'{"request": 1}',
     b'{"request": {"a": "", "b": null, "at": null, "dates": [null, null], '
     b'"labels": [null, null], "forms": [null, null]}, "when": 1, "counts": null}',
     b'{"request": {"a": "x", "b": null, "at": null, "dates": [null, null], '
     b'"labels": [null, null], "forms": [null, null]}, "when": 1e999, "counts": null}',
     b'{"request": {"a": "x", "b": null, "at": null, "dates": [null, null], '
     b'"labels": [null, null], "forms": [null, null]}, "when": 1, "counts": {"agree": 1}}'],
)  # fmt: skip
def test_a_damaged_line_costs_only_itself(recents, damage):
    recents.note(recent("/1"))
    recents.note(recent("/2"))
    first, second = recents.path.read_bytes().splitlines()
    recents.path.write_bytes(b"\n".join([first, damage, second]))
    assert requests(recents) == [Request("/2", "/b"), Request("/1", "/b")]
    recents.note(recent("/3"))
    assert len(requests(recents)) == 3


def test_what_cannot_be_written_or_read_is_as_if_it_had_never_been(tmp_path):
    (tmp_path / "state").write_text("a file, not a folder")
    recents = Recents(tmp_path / "state")
    recents.note(recent("/1"))
    recents.forget(Request("/1"))
    assert recents.load() == []


texts = st.text(min_size=1, max_size=20)
days = st.none() | st.dates()
labels = st.none() | texts
made = st.builds(
    Recent,
    st.builds(
        Request, texts, st.none() | texts, st.none() | texts,
        st.tuples(days, days), st.tuples(labels, labels), st.tuples(labels, labels),
        st.just(False),
    ),
    st.floats(0, 9e10),
    st.none() | st.just(COUNTS),
)  # fmt: skip


@given(made)
def test_a_line_brings_back_what_it_was_made_of(one):
    line = to_json(one)
    assert b"\n" not in line
    assert from_json(line) == one


def test_what_is_noted_of_a_reading(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The secret mill burnt down.")
    day = dt.date(2024, 5, 3)
    reading = Request("a.txt", "a.txt", dates=(day, None)).read()
    one = Recent.of(reading, COUNTS)
    assert one is not None
    assert one.request == Request(
        str(tmp_path / "a.txt"), str(tmp_path / "a.txt"), dates=(day, None)
    )
    assert one.counts == COUNTS
    assert b"secret" not in to_json(one)


def test_a_pasted_text_is_not_noted(tmp_path):
    (tmp_path / "a.txt").write_text("The mill burnt down.")
    pasted = Part.read(Pasted("The mill stands."))
    assert Recent.of(pasted.beside(Part.read(str(tmp_path / "a.txt")))) is None


def test_lines_of_a_web_address_keep_it(tmp_path):
    (tmp_path / "a.txt").write_text("The mill burnt down.")
    reading = Request(str(tmp_path / "a.txt"), str(tmp_path / "a.txt")).read()
    reading = reading._replace(request=Request("https://example.org/a", "https://example.org/b"))
    one = Recent.of(reading)
    assert one is not None
    assert one.request.a == "https://example.org/a"
