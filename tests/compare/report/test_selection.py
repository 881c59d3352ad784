from __future__ import annotations

import pytest

from tuireader.compare.model import Comparison, Relation, Side
from tuireader.compare.report.selection import EVERYTHING, Selection


@pytest.mark.parametrize(
    ("selection", "ids", "differs"),
    [
        (Selection(), ["p1", "p2", "p3"], True),
        (Selection(frozenset({Relation.AGREE})), ["p3"], False),
        (Selection(frozenset({Relation.CONFLICT})), ["p1"], True),
        (Selection(topic="casualties"), ["p2"], True),
        (Selection(frozenset({Relation.AGREE}), topic="casualties"), [], False),
        (Selection(frozenset()), [], False),
    ],
)
def test_pairs_and_whether_they_differ(
    comparison: Comparison, selection: Selection, ids: list[str], differs: bool
) -> None:
    assert [pair.id for pair in selection.pairs(comparison)] == ids
    assert selection.differs(comparison) is differs


def test_unmatched_claims_belong_to_no_topic(comparison: Comparison) -> None:
    assert [claim.id for claim in EVERYTHING.only(comparison, Side.A)] == ["a4"]
    assert Selection(topic="damage").only(comparison, Side.A) == ()
    assert Selection(unmatched=False).only(comparison, Side.B) == ()
