"""Corrections of the alignment: what is touched is judged anew, all else stays as it is."""

from __future__ import annotations

import pytest

from tuireader.compare.model import Comparison, Relation, Side
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session


def claim_with(comparison: Comparison, side: Side, words: str) -> str:
    (found,) = [claim.id for claim in comparison.claims_of(side) if words in claim.text]
    return found


def pair_of(comparison: Comparison, claim: str) -> str:
    (found,) = [pair.id for pair in comparison.pairs if claim in (*pair.a, *pair.b)]
    return found


def check_sound(comparison: Comparison) -> None:
    """What holds of every comparison holds of a corrected one."""
    for side in Side:
        text = comparison.document(side).text
        claims = comparison.claims_of(side)
        assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
        for claim in claims:
            assert claim.text == claim.span.of(text)
            assert all(claim.span.contains(facet.span) for facet in claim.facets)
    places = {claim.id: claim.span for side in Side for claim in comparison.claims_of(side)}
    assert [places[pair.a[0]] for pair in comparison.pairs] == sorted(
        places[pair.a[0]] for pair in comparison.pairs
    )
    for pair in comparison.pairs:
        assert pair.findings
        assert pair.relation is max(
            (finding.relation for finding in pair.findings), key=lambda found: found.gravity
        )


def test_a_pair_that_is_taken_apart_leaves_its_claims_alone(session: Session) -> None:
    pair = session.machine.pairs[1]
    session.decide(pair.id, Label.AGREE)
    session.bookmark(pair.id)
    session.unpair(pair.id)
    comparison = session.comparison
    check_sound(comparison)
    assert comparison.pairs == tuple(p for p in session.machine.pairs if p.id != pair.id)
    assert pair.a[0] in {claim.id for claim in comparison.only(Side.A)}
    assert pair.id not in session.rulings
    assert pair.id not in session.bookmarks
    with pytest.raises(RefusedError):
        session.decide(pair.id, Label.AGREE)
    session.undo()
    assert session.comparison is session.machine
    assert session.rulings[pair.id].label is Label.AGREE
    assert pair.id in session.bookmarks


def test_the_machines_pair_put_back_is_the_machines_pair(session: Session) -> None:
    pair = session.machine.pairs[2]
    session.unpair(pair.id)
    event = session.pair_up(pair.a, pair.b)
    assert event.pairs == (pair.id,)
    assert session.comparison is session.machine


def test_two_claims_that_are_paired_get_a_verdict(session: Session) -> None:
    a = claim_with(session.machine, Side.A, "Repairs will")
    b = claim_with(session.machine, Side.B, "Thirty people")
    pair = session.item(session.pair_up(a, b).pairs[0]).pair
    check_sound(session.comparison)
    assert (pair.a, pair.b, pair.score) == ((a,), (b,), 1.0)
    assert pair.id == f"p{len(session.machine.pairs) + 1}"
    others = [p for p in session.comparison.pairs if p.id != pair.id]
    assert others == list(session.machine.pairs)


def test_several_claims_against_one(session: Session) -> None:
    """What stands between the claims is not judged."""
    machine = session.machine
    a = claim_with(machine, Side.A, "The old bridge"), claim_with(machine, Side.A, "1931")
    b = claim_with(machine, Side.B, "1931")
    session.unpair(pair_of(machine, a[1]))
    pair = session.item(session.pair_up([*reversed(a)], b).pairs[0]).pair
    assert (pair.a, pair.b) == (a, (b,))
    spans = [machine.claim(key).span for key in a]
    assert not any(
        finding.a.start < finding.a.end and not any(span.overlaps(finding.a) for span in spans)
        for finding in pair.findings
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [([], "b1"), ("a1", []), ("a1", "a2"), ("b1", "b2"), ("a99", "b1"), ("a1", "b99")],
)
def test_what_is_no_pair_is_refused(
    session: Session, a: str | list[str], b: str | list[str]
) -> None:
    with pytest.raises(RefusedError):
        session.pair_up(a, b)
    assert len(session.events) == 1


def test_a_pair_that_is_there_is_not_made_again(session: Session) -> None:
    pair = session.machine.pairs[0]
    with pytest.raises(RefusedError, match=f"are a pair already: {pair.id}"):
        session.pair_up(pair.a, pair.b)


def test_merged_claims_are_one_and_so_are_their_pairs(session: Session) -> None:
    machine = session.machine
    hurt = claim_with(machine, Side.A, "Twelve people")
    cost = claim_with(machine, Side.A, "Repairs will")
    first, second = pair_of(machine, hurt), pair_of(machine, cost)
    session.decide(first, Label.CONFLICT)
    session.note(second, "who counted?")
    session.merge([cost, hurt])
    comparison = session.comparison
    check_sound(comparison)
    whole = claim_with(comparison, Side.A, "Twelve people were hurt, the mayor said. Repairs")
    assert len(comparison.claims[0]) == len(machine.claims[0]) - 1
    assert {comparison.claim(key).id for p in comparison.pairs for key in p.a if key == whole}
    # Two counterparts in B: two pairs still, each with the whole, each flagged for another look.
    assert session.rulings[first].label is Label.CONFLICT
    assert session.rulings[first].flagged
    assert session.rulings[second].note == "who counted?"
    assert session.rulings[second].flagged
    assert session.item(first).pair.a == (whole,)
    session.undo()
    assert session.comparison is session.machine
    assert not session.rulings[first].flagged


def test_pairs_that_become_one_keep_the_label_they_share_or_none(session: Session) -> None:
    machine = session.machine
    hurt = claim_with(machine, Side.A, "Twelve people")
    cost = claim_with(machine, Side.A, "Repairs will")
    theirs = machine.pairs[[p.id for p in machine.pairs].index(pair_of(machine, hurt))].b
    extra = session.pair_up(cost, theirs).pairs[0]
    mine = pair_of(machine, hurt)
    session.decide([mine, extra], Label.DIVERGE)
    session.note(mine, "one")
    session.note(extra, "two")
    session.merge([hurt, cost])
    joint = session.rulings[mine]
    assert (joint.label, joint.note, joint.flagged) == (Label.DIVERGE, "one; two", True)
    with pytest.raises(RefusedError):
        session.item(extra)
    session.undo()
    session.decide(extra, Label.AGREE)
    session.merge([hurt, cost])
    assert session.rulings[mine].label is None
    assert session.rulings[mine].note == "one; two"


@pytest.mark.parametrize(
    "claims", [[], ["a1"], ["a1", "a1"], ["a1", "a2"], ["a1", "b1"], ["a2", "a99"], ["a2", "a4"]]
)
def test_only_neighbours_of_a_paragraph_are_merged(session: Session, claims: list[str]) -> None:
    with pytest.raises(RefusedError):
        session.merge(claims)


def test_a_split_claim_leaves_its_pair_with_the_part_that_is_meant(session: Session) -> None:
    machine = session.machine
    cost = claim_with(machine, Side.A, "Repairs will")
    text = machine.document(Side.A).text
    session.decide(pair_of(machine, cost), Label.CONFLICT)
    session.split(cost, text.index(" after long talks"))
    comparison = session.comparison
    check_sound(comparison)
    first = claim_with(comparison, Side.A, "Repairs will cost 4 million euros")
    second = claim_with(comparison, Side.A, "long talks")
    assert comparison.claim(second).text == "after long talks."
    assert [p.a for p in comparison.pairs if first in p.a] == [(first,)]
    assert second in {claim.id for claim in comparison.only(Side.A)}
    (ruling,) = session.rulings.values()
    assert (ruling.label, ruling.flagged) == (Label.CONFLICT, True)
    assert session.item(pair_of(comparison, first)).pair.relation is Relation.CONFLICT
    found = session.suggestions(second, most=2)
    assert len(found) == 2
    assert all(suggestion.claim.id.startswith("b") for suggestion in found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("epairs will cost", "inside a word"),
        ("million euros after", 'cut "4 million euros" in two'),
        ("Repairs will cost", "no words on one side"),
        ("The bridge was built", "no words on one side"),
    ],
)
def test_where_a_claim_is_not_split(session: Session, words: str, told: str) -> None:
    cost = claim_with(session.machine, Side.A, "Repairs will")
    place = session.machine.document(Side.A).text.index(words)
    with pytest.raises(RefusedError, match=told):
        session.split(cost, place)
    assert session.comparison is session.machine


def test_split_and_merged_again_says_what_it_said(session: Session) -> None:
    cost = claim_with(session.machine, Side.A, "Repairs will")
    place = session.machine.document(Side.A).text.index("after long talks")
    session.split(cost, place)
    parts = [
        claim_with(session.comparison, Side.A, words) for words in ("Repairs will", "long talks")
    ]
    session.merge(parts)
    check_sound(session.comparison)
    again = session.comparison.claim(claim_with(session.comparison, Side.A, "Repairs will"))
    before = session.machine.claim(cost)
    assert (again.text, again.facets) == (before.text, before.facets)
    assert len(session.comparison.pairs) == len(session.machine.pairs)


def test_ids_are_never_used_twice(session: Session) -> None:
    first = session.pair_up("a1", "b2").pairs[0]
    session.undo()
    second = session.pair_up("a1", "b3").pairs[0]
    assert first != second


def test_suggestions_put_the_likeliest_first(session: Session) -> None:
    built = claim_with(session.machine, Side.A, "1931")
    found = session.suggestions(built)
    assert found[0].claim.text == "The bridge was built in 1931."
    scores = [suggestion.score for suggestion in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) == len(session.machine.claims[1])
    with pytest.raises(RefusedError):
        session.suggestions("a99")
