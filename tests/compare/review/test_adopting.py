"""A text changes in the middle of its review: what still stands, and what is kept aside."""

from __future__ import annotations

import pytest

from tuireader import Comparison, compare_texts
from tuireader.compare.model import Side
from tuireader.compare.review.model import Action, Label
from tuireader.compare.review.session import Session

VERSION = "1.2.3"


def pair_with(session: Session, words: str) -> str:
    comparison = session.comparison
    (found,) = [
        pair.id
        for pair in comparison.pairs
        if any(words in comparison.claim(key).text for key in (*pair.a, *pair.b))
    ]
    return found


def changed(comparison: Comparison, *edits: tuple[Side, str, str]) -> Comparison:
    texts = {side: comparison.document(side).text for side in Side}
    for side, old, new in edits:
        assert old in texts[side]
        texts[side] = texts[side].replace(old, new)
    return compare_texts(texts[Side.A], texts[Side.B])


def test_rulings_follow_their_words_to_another_place(session: Session) -> None:
    session.decide(pair_with(session, "Twelve people"), Label.CONFLICT)
    session.note(pair_with(session, "1931"), "see the archive")
    session.bookmark(pair_with(session, "1931"), "archive")
    new = changed(
        session.machine,
        (
            Side.A,
            "The old bridge over",
            "A word of caution first. It rained.\n\nThe old bridge over",
        ),
        (Side.B, "The bridge was built in 1931. ", ""),
        (Side.B, "Thirty people", "The bridge was built in 1931. Thirty people"),
    )
    assert not session.is_of(new)
    adopted = session.adopt(new)
    assert (adopted.carried, adopted.reworded, adopted.orphaned) == (2, 0, 0)
    assert session.is_of(new)
    assert session.comparison == new
    assert session.rulings[pair_with(session, "Twelve people")].label is Label.CONFLICT
    assert session.rulings[pair_with(session, "1931")].note == "see the archive"
    assert session.bookmarks == {pair_with(session, "1931"): "archive"}
    assert not session.orphans
    assert session.progress.decided == 1


def test_a_little_reworded_is_carried_with_a_flag(session: Session) -> None:
    session.decide(pair_with(session, "4 million"), Label.CONFLICT)
    adopted = session.adopt(
        changed(session.machine, (Side.A, "Repairs will cost", "The repairs will cost"))
    )
    assert (adopted.carried, adopted.reworded, adopted.orphaned) == (0, 1, 0)
    ruling = session.rulings[pair_with(session, "4 million")]
    assert (ruling.label, ruling.flagged) == (Label.CONFLICT, True)


def test_a_changed_figure_is_another_claim_however_alike_the_words(session: Session) -> None:
    session.decide(pair_with(session, "4 million"), Label.CONFLICT)
    session.note(pair_with(session, "4 million"), "the town hall says so")
    adopted = session.adopt(changed(session.machine, (Side.A, "4 million", "6 million")))
    assert (adopted.carried, adopted.reworded, adopted.orphaned) == (0, 0, 1)
    (orphan,) = session.orphans
    assert "4 million" in orphan.a[0]
    assert "9 million" in orphan.b[0]
    assert orphan.ruling.label is Label.CONFLICT
    assert orphan.ruling.note == "the town hall says so"
    assert "words in A" in orphan.why
    assert not session.rulings
    assert session.progress.decided == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Repairs will cost", "Repairs will not cost"),
        ("Repairs will cost", "Repairs may cost"),
        ("9 million euros", "9 million dollars"),
        ("Repairs will cost 9 million euros.", "Repairs cost 9 million euros, Ann Bole says."),
    ],
)
def test_what_changes_the_facts_makes_another_claim(session: Session, old: str, new: str) -> None:
    session.decide(pair_with(session, "Repairs"), Label.AGREE)
    adopted = session.adopt(changed(session.machine, (Side.B, old, new)))
    assert adopted.orphaned == 1


def test_of_two_that_are_equally_alike_none_is_taken(session: Session) -> None:
    session.decide(pair_with(session, "4 million"), Label.CONFLICT)
    old = "Repairs will cost 4 million euros after long talks."
    twice = f"The r{old[1:]} {old.replace('will', 'will now')}"
    adopted = session.adopt(changed(session.machine, (Side.A, old, twice)))
    assert adopted.orphaned == 1


def test_corrections_are_carried_where_their_claims_stand(session: Session) -> None:
    gone = pair_with(session, "1931")
    words = [session.comparison.claim(key).text for key in session.item(gone).pair.a]
    session.unpair(gone)
    own = session.pair_up("a1", "b2")
    session.decide(own.pairs[0], Label.UNSURE)
    session.adopt(changed(session.machine, (Side.A, "The old", "It rained.\n\nThe old")))
    comparison = session.comparison
    paired = {comparison.claim(key).text for pair in comparison.pairs for key in pair.a}
    assert paired.isdisjoint(words)
    (kept,) = session.rulings
    pair = session.item(kept).pair
    assert (pair.a, pair.b) == (("a2",), ("b2",))
    assert session.rulings[kept].label is Label.UNSURE


def test_adopting_is_one_step_that_can_be_undone_and_redone_after_a_restart(
    session: Session,
) -> None:
    session.merge(["a2", "a3"])
    session.unpair(pair_with(session, "1931"))
    for item in list(session.items()):
        session.decide(item.pair.id, Label.UNSURE)
    before = session.comparison, dict(session.rulings), session.orphans
    session.adopt(changed(session.machine, (Side.B, "Thirty people were hurt", "All is well")))
    after = session.comparison, dict(session.rulings), session.orphans
    assert after != before
    assert session.orphans
    session.close()
    with Session.open(session.path, tool_version=VERSION) as again:
        assert (again.comparison, dict(again.rulings), again.orphans) == after
        undone = again.undo()
        assert undone is not None
        assert undone.action is Action.ADOPT
        assert (again.comparison, dict(again.rulings), again.orphans) == before
        assert again.redo() is not None
        assert (again.comparison, dict(again.rulings), again.orphans) == after
        while again.undo():
            pass
        assert again.comparison is again.machine
        assert not again.rulings


def test_every_ruling_is_carried_or_among_the_orphans(session: Session) -> None:
    for item in list(session.items()):
        session.decide(item.pair.id, Label.AGREE)
    count = len(session.rulings)
    session.adopt(compare_texts("It rained all day.", "It rained all day. Nobody knew."))
    assert len(session.orphans) == count
    first = session.orphans[0]
    session.dismiss(first.id)
    assert first not in session.orphans
    session.undo()
    assert first in session.orphans
