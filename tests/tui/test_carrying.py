from __future__ import annotations

import re

import pytest

from tuireader import api
from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Claim, Comparison, Pair, Relation, Side
from tuireader.tui.changes.carrying import Carry
from tuireader.tui.memory.history import Place
from tuireader.tui.opening.request import Reading

REPORT = (
    "The old bridge over the Senn fell on 3 May 2024.",
    "Twelve people were hurt, the mayor said.",
    "The bridge was built in 1931.",
    "Repairs will cost 4 million euros.",
)
ANSWER = (
    "The old bridge over the Senn fell on 3 May 2024.",
    "Thirty people were hurt, the mayor said.",
    "The bridge was built in 1931.",
    "Repairs will cost 4 million euros.",
)


def reading_of(a: tuple[str, ...], b: tuple[str, ...]) -> Reading:
    return Reading(
        document_from_text("\n\n".join(a), Side.A), document_from_text("\n\n".join(b), Side.B)
    )


def carried(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Carry, Comparison, Comparison]:
    old, new = reading_of(REPORT, ANSWER), reading_of(a, b)
    before, after = api.compare(old.a, old.b), api.compare(new.a, new.b)
    return Carry(old, before, after), before, after


def words(comparison: Comparison, pair) -> tuple[str, ...]:
    return tuple(comparison.claim(each).text for each in (*pair.a, *pair.b))


def test_the_texts_this_is_about():
    _, before, _ = carried(REPORT, ANSWER)
    relations = [pair.relation for pair in before.pairs]
    assert relations == [Relation.AGREE, Relation.CONFLICT, Relation.AGREE, Relation.AGREE]


@pytest.mark.parametrize(
    ("a", "b", "news"),
    [
        (REPORT, ANSWER, "the verdicts stay"),
        (("Rain fell.", *REPORT), ANSWER, "the verdicts stay"),
        (REPORT[::-1], ANSWER, "the verdicts stay"),
        (REPORT, (ANSWER[0], REPORT[1], *ANSWER[2:]), "1 conflict gone, 1 new agreement"),
        (REPORT, ANSWER[:3], "1 agreement gone"),
        (
            REPORT,
            (*ANSWER[:2], "The bridge was built in 1913.", "Repairs will cost 9 million euros."),
            "2 new conflicts, 2 agreements gone",
        ),
    ],
)
def test_the_news_of_a_change(a, b, news):
    carry, _, _ = carried(a, b)
    assert carry.news == news


def test_a_pair_is_found_by_its_words_wherever_it_went():
    carry, before, after = carried(REPORT[::-1], ("It rained.", *ANSWER))
    for pair in before.pairs:
        found = carry.subject(pair)
        assert words(after, found) == words(before, pair)


def test_a_pair_whose_words_changed_is_found_by_its_place():
    b = (ANSWER[0], "Thirty people were hurt there, the mayor has said.", *ANSWER[2:])
    carry, before, after = carried(REPORT, b)
    found = carry.subject(before.pairs[1])
    assert words(after, found) == (REPORT[1], b[1])


def test_a_claim_that_lost_its_counterpart_stays_selected():
    carry, before, _ = carried(REPORT, ANSWER[:3])
    found = carry.subject(before.claims[0][3])
    assert isinstance(found, Claim)
    assert found.text == REPORT[3]
    assert isinstance(carry.subject(before.pairs[3]), Claim | Pair)


def test_what_is_gone_on_both_sides_is_not_found():
    carry, before, _ = carried(("Snow.",), ("Snow.",))
    assert carry.subject(None) is None
    assert {type(carry.subject(pair)).__name__ for pair in before.pairs} <= {"Pair", "NoneType"}


def test_without_a_comparison_before_there_is_nothing_to_find_again():
    old = reading_of(REPORT, ANSWER)
    after = api.compare(old.a, old.b)
    carry = Carry(old, None, after)
    assert carry.subject(after.pairs[0]) is None
    assert carry.news == "1 new conflict, 3 new agreements"


def test_places_move_with_their_lines():
    carry, before, after = carried(("It rained.", *REPORT), ANSWER)
    place = before.document(Side.A).text.index("Twelve")
    top = carry.top(Side.A, (place, 1))
    assert re.match("Twelve", after.document(Side.A).text[top[0] :])
    assert top[1] == 1
    moved = carry.place(Place(Side.B, ((place, 0), (5, 0)), before.pairs[1]))
    assert moved.side is Side.B
    assert moved.tops == ((top[0], 0), (5, 0))
    assert words(after, moved.subject) == words(before, before.pairs[1])
