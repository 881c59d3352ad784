"""The file that remembers a pair of texts: whole, private, few, and never a reason to fail."""

from __future__ import annotations

import json
import os
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.model import Document, Side
from tuireader.tui.ledger import Arrangement, Choice, Order
from tuireader.tui.memory.resuming import chosen_before, fingerprints
from tuireader.tui.memory.state import KEPT, VERSION, Spot, State, StateFile, from_json, to_json

PLACES = st.tuples(st.integers(0, 10**9), st.integers(0, 10))
SPOTS = st.builds(
    Spot,
    side=st.sampled_from(Side),
    tops=st.tuples(PLACES, PLACES),
    chosen=st.lists(st.text(), max_size=3).map(tuple),
)
WAYS = st.lists(SPOTS, max_size=3).map(tuple)
STATES = st.builds(
    State,
    spot=SPOTS,
    theme=st.text(),
    link=st.none() | st.booleans(),
    why=st.booleans(),
    tall=st.booleans(),
    zoomed=st.booleans(),
    share=st.integers(-6, 6),
    ledger=st.builds(
        Arrangement, st.sampled_from(Order), st.sampled_from(Choice), st.text(), st.text()
    ),
    marks=st.dictionaries(st.sampled_from("abcXYZ019"), SPOTS),
    behind=WAYS,
    ahead=WAYS,
)
HERE = Spot(Side.B, ((40, 0), (7, 1)), ("a 3 abc",))
SOME = State(HERE, "dusk", link=False, why=False, marks={"a": HERE}, behind=(HERE,))


def spot(**changes: object) -> dict[str, object]:
    """A place as its JSON has it, changed."""
    return {**json.loads(to_json(SOME))["spot"], **changes}


def pair(a: str = "one", b: str = "two", source: str = "x.txt") -> tuple[Document, Document]:
    return Document(Side.A, source, a, ()), Document(Side.B, source, b, ())


@given(STATES)
def test_what_is_written_is_read(state):
    assert from_json(to_json(state).encode()) == state


def test_kept_and_recalled_by_what_the_texts_say(tmp_path):
    folder = tmp_path / "new" / "state"
    StateFile(folder, *pair()).keep(SOME)
    assert StateFile(folder, *pair(source="elsewhere.txt")).recall() == SOME
    assert StateFile(folder, *pair("other")).recall() is None
    assert StateFile(folder, *pair("two", "one")).recall() is None
    assert [path.suffix for path in folder.iterdir()] == [".json"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_nobody_else_can_read_it(tmp_path):
    file = StateFile(tmp_path / "state", *pair())
    file.keep(SOME)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"version": 1}',
        *(
            json.dumps({**json.loads(to_json(SOME)), key: value}).encode()
            for key, value in [
                ("version", 1),
                ("version", VERSION + 1),
                ("spot", None),
                ("theme", None),
                ("link", 1),
                ("why", "yes"),
                ("tall", 1),
                ("share", 1.5),
                ("ledger", None),
                ("ledger", {"order": "size", "choice": "all", "topic": "", "kind": ""}),
                ("ledger", {"order": "place", "choice": "all", "topic": "", "kind": 3}),
                ("marks", [spot()]),
                ("marks", {"ab": spot()}),
                ("marks", {".": spot()}),
                ("behind", {}),
                ("ahead", [spot(side="c")]),
                *(
                    ("spot", spot(**{key: value}))
                    for key, value in [
                        ("side", "c"),
                        ("side", None),
                        ("tops", [[1, 0]]),
                        ("tops", [[1, 0], [-1, 0]]),
                        ("tops", [[1, 0], [1, 10**6]]),
                        ("tops", [1, 2]),
                        ("tops", [[True, 0], [1, 0]]),
                        ("chosen", "a 3 abc"),
                        ("chosen", [1]),
                    ]
                ),
            ]
        ),
    ],
    ids=lambda damage: damage[:60].decode("latin-1"),
)
def test_a_damaged_file_is_as_if_there_were_none(tmp_path, damage):
    file = StateFile(tmp_path, *pair())
    file.path.write_bytes(damage)
    assert file.recall() is None
    file.keep(SOME)
    assert file.recall() == SOME


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("in the way")
    file = StateFile(tmp_path / "file", *pair())
    file.keep(SOME)
    assert file.recall() is None
    blocked = StateFile(tmp_path, *pair())
    blocked.path.mkdir()
    blocked.keep(SOME)
    assert blocked.recall() is None
    assert not list(tmp_path.glob(".*.part"))


def test_the_oldest_of_too_many_go(tmp_path):
    for number in range(KEPT + 5):
        other = tmp_path / f"{number:03}.json"
        other.write_text("{}")
        os.utime(other, (number, number))
    file = StateFile(tmp_path, *pair())
    file.keep(SOME)
    left = {path.name for path in tmp_path.iterdir()}
    assert len(left) == KEPT
    assert file.path.name in left
    assert "005.json" not in left
    assert {"006.json", "204.json"} <= left


def test_no_word_of_the_texts_is_kept(bridge):
    for subject in (*bridge.pairs, *bridge.only(Side.A)):
        kept = to_json(State(Spot(chosen=fingerprints(bridge, subject))))
        kept = kept.replace('"share"', "")  # a name of the file's own
        words = {word for side in Side for word in bridge.document(side).text.lower().split()}
        assert not {word for word in words if len(word) > 3 and word in kept}


def test_every_selection_is_found_again(bridge):
    alone = [claim for side in Side for claim in bridge.only(side)]
    for subject in (*bridge.pairs, *alone, None):
        state = State(Spot(chosen=fingerprints(bridge, subject)))
        assert chosen_before(bridge, state.spot.chosen) == subject
