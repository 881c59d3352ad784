"""Decisions, their undoing, and that all of it outlives the program."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tuireader import Comparison, compare_texts
from tuireader.compare.review.errors import RefusedError, ReviewError
from tuireader.compare.review.model import Action, Label
from tuireader.compare.review.session import Session

VERSION = "1.2.3"


def reopened(session: Session) -> Session:
    session.close()
    return Session.open(session.path, tool_version=VERSION)


def test_a_new_session_has_the_machines_comparison_and_nothing_said(
    session: Session, comparison: Comparison
) -> None:
    assert session.comparison == comparison
    assert session.comparison is session.machine
    assert not session.rulings
    assert session.progress.left == len(comparison.pairs)
    assert session.facts.name == "report.txt / answer.txt"


def test_what_was_said_is_there_after_a_restart(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    session.decide(["p2", "p3"], Label.CONFLICT)
    session.skip("p4")
    session.flag("p2")
    session.note("p2", "  the mayor\ncorrected it later ")
    session.tag("p2", "figures", "mayor")
    session.tag("p2", remove=["mayor"])
    session.bookmark("p3", "look here")
    session.session_note("with Ben")
    before = dict(session.rulings)
    with reopened(session) as again:
        assert dict(again.rulings) == before
        assert again.rulings["p2"].label is Label.CONFLICT
        assert again.rulings["p2"].note == "the mayor\ncorrected it later"
        assert again.rulings["p2"].tags == ("figures",)
        assert again.rulings["p2"].flagged
        assert again.rulings["p4"].skipped
        assert again.rulings["p4"].label is None
        assert again.bookmarks == {"p3": "look here"}
        assert again.note_of_session == "with Ben"
        assert again.progress.decided == 3
        assert again.comparison == session.comparison


def test_a_step_over_several_pairs_is_undone_as_one(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    session.decide(["p1", "p2", "p3"], Label.UNSURE)
    undone = session.undo()
    assert undone is not None
    assert undone.pairs == ("p1", "p2", "p3")
    assert {key: ruling.label for key, ruling in session.rulings.items()} == {"p1": Label.AGREE}


def test_undo_and_redo_go_on_after_a_restart_to_the_very_beginning(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    session.note("p1", "because")
    session.unpair("p2")
    end = dict(session.rulings)
    session.undo()
    with reopened(session) as again:
        actions = []
        while step := again.undo():
            actions.append(step.action)
        assert actions == [Action.NOTE, Action.DECIDE]
        assert not again.rulings
        while step := again.redo():
            actions.append(step.action)
        assert actions[2:] == [Action.DECIDE, Action.NOTE, Action.UNPAIR]
        assert dict(again.rulings) == end
        assert "p2" not in {pair.id for pair in again.comparison.pairs}
        assert again.undo() is not None
        again.decide("p3", Label.AGREE)
        assert again.redo() is None


def test_undoing_is_in_the_log_too(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    session.undo()
    session.redo()
    actions = [event.action for event in session.events]
    assert actions == [Action.CREATE, Action.DECIDE, Action.UNDO, Action.REDO]
    assert [event.of for event in session.events] == [None, None, 2, 2]
    assert [event.number for event in session.events] == [1, 2, 3, 4]
    assert session.events[1].before == {"rulings": {"p1": None}}


def test_a_change_of_mind_keeps_note_and_flag_and_tells_what_was_before(session: Session) -> None:
    session.note("p1", "because")
    session.flag("p1")
    session.skip("p1")
    session.decide("p1", Label.AGREE)
    event = session.decide("p1", Label.CONFLICT)
    ruling = session.rulings["p1"]
    assert (ruling.label, ruling.note, ruling.flagged) == (Label.CONFLICT, "because", True)
    assert not ruling.skipped
    before = event.before["rulings"]["p1"]
    assert isinstance(before, dict)
    assert before["label"] == "agree"
    session.clear("p1")
    assert session.progress.decided == 0


def test_reviewers_take_turns(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    session.close()
    with Session.open(session.path, tool_version="2.0", reviewer="ben") as again:
        again.decide("p2", Label.DIVERGE)
        assert again.rulings["p1"].reviewer == "anna"
        assert again.rulings["p2"].reviewer == "ben"
        assert again.events[-1].tool == "2.0"
        assert again.facts.reviewer == "anna"


@pytest.mark.parametrize("pairs", ["p99", "", [], ["p1", "p99"], "a1"])
def test_a_pair_that_is_not_there_is_refused_and_nothing_written(
    session: Session, pairs: str | list[str]
) -> None:
    with pytest.raises(RefusedError):
        session.decide(pairs, Label.AGREE)
    assert not session.rulings
    assert len(session.events) == 1


def test_a_second_session_does_not_take_the_place_of_the_first(
    session: Session, comparison: Comparison
) -> None:
    session.decide("p1", Label.AGREE)
    with pytest.raises(ReviewError, match="is there already"):
        Session.create(session.path, comparison, reviewer="ben", tool_version=VERSION)
    assert session.rulings["p1"].label is Label.AGREE
    session.close()
    assert [path.name for path in session.path.parent.iterdir()] == [session.path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_the_owner_may_read_it(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    for path in session.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_who_only_looks_changes_nothing(session: Session) -> None:
    session.decide("p1", Label.AGREE)
    with Session.open(session.path, tool_version=VERSION, writing=False) as reader:
        assert reader.rulings["p1"].label is Label.AGREE
        with pytest.raises(ReviewError, match="to be read only"):
            reader.decide("p2", Label.AGREE)


def test_odd_texts_survive(tmp_path: Path) -> None:
    odd = "The old bridge \ud800 over the \U0001f30a Senn fell on 3 May, and up to 90 people fled."
    made = compare_texts(odd, odd, label_a="caf\udce9.txt")
    path = tmp_path / "odd.review"
    Session.create(path, made, reviewer="\udce9", tool_version=VERSION).close()
    with Session.open(path, tool_version=VERSION) as again:
        assert again.comparison == made
        assert again.reviewer == "\\udce9"
