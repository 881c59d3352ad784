"""A session that was merged of two reviewers': what each said side by side, settled ones behind."""

from __future__ import annotations

from tuireader.compare.review.merging import merge_sessions
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Order
from tuireader.compare.review.session import Session
from tuireader.tui.review.bar import DecisionBar

WIDE = (140, 40)


async def test_reviewers_stand_side_by_side_and_where_they_part_comes_first(
    bridge, reviewing, begun, tmp_path
):
    told = {
        "Ana": dict.fromkeys(["p1", "p2", "p3", "p5"], Label.AGREE),
        "Ben": {**dict.fromkeys(["p1", "p2", "p5"], Label.AGREE), "p3": Label.CONFLICT},
    }
    sessions = []
    for name, labels in told.items():
        path = tmp_path / f"{name}.review"
        sessions.append(Session.create(path, bridge, reviewer=name, tool_version="test"))
        for pair, label in labels.items():
            sessions[-1].decide(pair, label)
    merged = merge_sessions(sessions, tmp_path / "m.review", reviewer="Eva", tool_version="test")
    for session in sessions:
        session.close()
    app = reviewing(bridge, session=merged, reviewer="Eva")
    async with app.run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        assert screen.course.order is Order.DISPUTE
        assert screen.selection.pair.id == "p3"
        bar = str(app.screen.query_one(DecisionBar).render())
        assert "Ana agree · Ben conflict" in bar
        await pilot.press("d")
        assert screen.selection.pair.id == "p4"  # which neither decided: the rest is settled
        assert merged.rulings["p3"].reviewer == "Eva"
