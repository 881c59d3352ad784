"""Orders, filters, the way from pair to pair, and the pace."""

from __future__ import annotations

import pytest

from tuireader.compare.model import Relation
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Filter, Order
from tuireader.compare.review.session import Session
from tuireader.compare.review.words import describe


def ids(session: Session, order: Order, keep: Filter = Filter()) -> list[str]:  # noqa: B008
    return [item.pair.id for item in session.items(order, keep)]


def test_gravity_puts_conflicts_first_and_doubt_what_is_least_sure(session: Session) -> None:
    gravities = [item.pair.relation.gravity for item in session.items(Order.GRAVITY)]
    assert gravities == sorted(gravities, reverse=True)
    assert len(set(gravities)) > 1
    scores = [item.pair.score for item in session.items(Order.DOUBT)]
    assert scores == sorted(scores)
    assert ids(session, Order.PLACE) == [pair.id for pair in session.machine.pairs]


def test_no_decision_changes_an_order(session: Session) -> None:
    before = {order: ids(session, order) for order in Order}
    for key in before[Order.GRAVITY][:3]:
        session.decide(key, Label.AGREE)
    assert {order: ids(session, order) for order in Order} == before


def test_the_way_leads_over_the_undecided_and_back(session: Session) -> None:
    queue = ids(session, Order.PLACE)
    session.decide(queue[1], Label.AGREE)

    def step(key: str | None, keep: Filter, *, back: bool = False) -> str | None:
        item = session.following(key, Order.PLACE, keep, back=back)
        return item.pair.id if item else None

    undecided = Filter(decided=False)
    assert step(None, undecided) == queue[0]
    assert step(queue[0], undecided) == queue[2]
    assert step(queue[0], Filter()) == queue[1]
    assert step(queue[2], undecided, back=True) == queue[0]
    assert step(None, undecided, back=True) == queue[-1]
    assert step(queue[-1], undecided) is None
    assert session.place(queue[2], Order.PLACE) == 3


@pytest.mark.parametrize(
    ("keep", "wanted"),
    [
        (Filter(flagged=True), {"p1"}),
        (Filter(skipped=True), {"p3"}),
        (Filter(noted=True), {"p2"}),
        (Filter(bookmarked=True), {"p3"}),
        (Filter(tag="mayor"), {"p1"}),
        (Filter(labels=frozenset({Label.UNSURE})), {"p2"}),
        (Filter(decided=True), {"p1", "p2"}),
        (Filter(overruled=True), {"p2"}),
        (Filter(words="  CORRECTED\nlater"), {"p2"}),
        (Filter(words="fell INTO"), {"p1"}),
        (Filter(decided=True, flagged=True), {"p1"}),
        (Filter(disputed=True), set()),
        (Filter(topic="no such lens"), set()),
    ],
)
def test_filters(session: Session, keep: Filter, wanted: set[str]) -> None:
    assert session.machine.pairs[0].relation is Relation.AGREE
    session.decide("p1", Label.AGREE)
    session.flag("p1")
    session.tag("p1", "mayor")
    session.decide("p2", Label.UNSURE)
    session.note("p2", "corrected later")
    session.skip("p3")
    session.bookmark("p3")
    assert {*ids(session, Order.PLACE, keep)} == wanted


def test_pace_leaves_pauses_out_and_counts_a_step_of_many_once(session: Session) -> None:
    assert session.progress.seconds is None
    assert session.progress.time_left is None
    queue = ids(session, Order.PLACE)
    session.decide(queue[0], Label.AGREE)  # the clock goes on by 5 s
    session.decide(queue[1:3], Label.AGREE)
    progress = session.progress
    assert (progress.decided, progress.seconds) == (3, 5.0)
    assert progress.time_left == 5.0 * progress.left
    assert progress.per_hour == 720
    session._clock = lambda: progress_end
    progress_end = session.events[-1].time.replace(hour=23)
    session.decide(queue[3], Label.AGREE)
    assert session.progress.seconds == 5.0
    assert session.progress.worked == 10.0


def test_steps_in_words(session: Session) -> None:
    everything = ids(session, Order.PLACE)
    steps = [
        session.decide("p1", Label.AGREE),
        session.decide("p1", Label.CONFLICT),
        session.clear("p1"),
        session.decide(everything, Label.UNSURE),
        session.skip("p2"),
        session.flag("p2"),
        session.flag("p2"),
        session.note("p2", "why"),
        session.tag("p2", "mayor"),
        session.bookmark("p2"),
        session.bookmark("p2", None),
        session.session_note("with Ben"),
        session.unpair("p2"),
        session.pair_up("a2", "b3"),
    ]
    assert [describe(step) for step in steps] == [
        "p1: agree",
        "p1: conflict (was agree)",
        "p1: undecided (was conflict)",
        f"p1, p2, p3 and {len(everything) - 3} more: unsure",
        "p2: skipped",
        "p2: flag",
        "p2: no flag",
        "p2: note",
        "p2: tags",
        "p2: bookmark",
        "p2: no bookmark",
        "note on the session",
        "unpaired p2",
        f"paired p{len(everything) + 1}",
    ]
    undone = session.undo()
    assert undone is steps[-1]
    assert describe(session.events[-1]) == f"undo of step {undone.number}"
    assert describe(session.events[0]) == "session made"
