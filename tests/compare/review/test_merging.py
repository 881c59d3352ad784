"""Two reviewers of one pair of texts: agreement checked by hand, and a third pass over the rest."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from tuireader import Comparison, compare_files, compare_texts
from tuireader.compare.review import raters
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.log import lines_of
from tuireader.compare.review.merging import merge_sessions
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Filter, Order
from tuireader.compare.review.session import Session

VERSION = "1.2.3"
A, D, C, X, U = Label
WORDS = {"a": A, "d": D, "c": C, "x": X, "u": U, ".": None}

# Twelve pairs: what each said, "." where they left it out.
ANNA = "aaaddcccxa.a"
BEN = "aadddccdxau."


@pytest.fixture(scope="module")
def ferry() -> Comparison:
    folder = resources.files("tuireader.sample_docs")
    return compare_files(str(folder / "ferry-report.txt"), str(folder / "ferry-answer.txt"))


def reviewed(path: Path, comparison: Comparison, reviewer: str, said: str) -> Session:
    session = Session.create(path, comparison, reviewer=reviewer, tool_version=VERSION)
    for pair, letter in zip(comparison.pairs, said, strict=False):
        if (label := WORDS[letter]) is not None:
            session.decide(pair.id, label)
    return session


@pytest.fixture
def both(tmp_path: Path, ferry: Comparison) -> Iterator[tuple[Session, Session]]:
    with (
        reviewed(tmp_path / "anna.review", ferry, "anna", ANNA) as anna,
        reviewed(tmp_path / "ben.review", ferry, "ben", BEN) as ben,
    ):
        yield anna, ben


def test_agreement_of_two_reviewers_by_hand(both: tuple[Session, Session]) -> None:
    found = raters.agreement(*(raters.reviewer(session) for session in both))
    # Both have the first ten: they differ in the third (a, d) and the eighth (c, d).
    #            ben: a d c x u
    assert found.table == (
        (3, 1, 0, 0, 0),  # anna agree
        (0, 2, 0, 0, 0),  # diverge
        (0, 1, 2, 0, 0),  # conflict
        (0, 0, 0, 1, 0),  # unrelated
        (0, 0, 0, 0, 0),  # unsure
    )
    assert found.share.value == 0.8
    # By chance (4 x 3 + 2 x 4 + 3 x 2 + 1 x 1) / 100 = .27: kappa (.80 - .27) / (1 - .27).
    assert found.kappa.value == pytest.approx(0.53 / 0.73)
    # Without the unrelated one nine are left, rows 4 2 3, columns 3 4 2, two neighbours mixed up.
    # By chance, linear: (4x4 + 4x2x2 + 2x3 + 2x2 + 3x3x2 + 3x4) / 9 = 72 / 9 = 8.
    assert found.linear.value == pytest.approx(1 - 2 / 8)
    # Quadratic: (16 + 8x4 + 6 + 4 + 9x4 + 12) / 9 = 106 / 9.
    assert found.quadratic.value == pytest.approx(1 - 2 / (106 / 9))
    # Nominal alpha: 20 values, margins a 7, d 6, c 5, x 2; 4 of 20 coincidences off the diagonal;
    # 400 - (49 + 36 + 25 + 4) = 286.
    assert found.alpha.value == pytest.approx(1 - 19 * 4 / 286)
    # Ordinal: 18 values, margins 7, 6, 5. Squared distances: a-d ((7 + 6) / 2)^2 = 42.25,
    # d-c ((6 + 5) / 2)^2 = 30.25, a-c ((7 + 5) / 2 + 6)^2 = 144. Found 2 x (42.25 + 30.25) = 145;
    # by chance 2 x (42 x 42.25 + 30 x 30.25 + 35 x 144) = 15444.
    assert found.alpha_ordinal.value == pytest.approx(1 - 17 * 145 / 15444)


def test_where_they_part_is_listed_with_both_labels(
    both: tuple[Session, Session], ferry: Comparison
) -> None:
    parted = raters.partings([raters.reviewer(session) for session in both])
    third, eighth = ferry.pairs[2], ferry.pairs[7]
    assert [parting.labels for parting in parted] == [(A, D), (C, D)]
    assert [parting.matter for parting in parted] == [
        raters.matter(ferry, third),
        raters.matter(ferry, eighth),
    ]


def test_the_machine_is_a_rater_too(both: tuple[Session, Session], ferry: Comparison) -> None:
    machine, anna = raters.machine(ferry), raters.reviewer(both[0])
    found = raters.agreement(anna, machine)
    same = sum(
        WORDS[letter] == pair.relation.value
        for letter, pair in zip(ANNA, ferry.pairs, strict=False)
        if letter != "."
    )
    assert found.names == ("anna", "the machine")
    assert found.share.value == pytest.approx(same / 11)
    assert raters.agreement(machine, machine).kappa.value == pytest.approx(1)
    assert len(raters.agreements([anna, raters.reviewer(both[1]), machine])) == 3


def test_who_takes_a_pair_apart_calls_it_unrelated(both: tuple[Session, Session]) -> None:
    anna, ben = both
    before = raters.agreement(raters.reviewer(anna), raters.reviewer(ben)).share
    anna.unpair("p1")
    parted = raters.partings([raters.reviewer(anna), raters.reviewer(ben)])
    assert parted[0].labels == (X, A)
    assert before.value == 0.8
    assert raters.agreement(raters.reviewer(anna), raters.reviewer(ben)).share.value == 0.7


def test_alpha_of_all_counts_what_is_missing_as_missing(both: tuple[Session, Session]) -> None:
    two = [raters.reviewer(session) for session in both]
    assert raters.alpha_of_all(two) == raters.agreement(*two).alpha
    assert raters.alpha_of_all(two, ordinal=True) == raters.agreement(*two).alpha_ordinal
    none = raters.Rater("nobody", {})
    assert raters.alpha_of_all([*two, none]) == raters.agreement(*two).alpha
    assert raters.agreement(none, two[0]).kappa.undefined == "no unit was rated by both"


def test_a_third_pass_begins_with_what_is_open(
    both: tuple[Session, Session], tmp_path: Path
) -> None:
    both[0].note("p3", "the list is older")
    both[1].flag("p1")
    with merge_sessions(
        both, tmp_path / "third.review", reviewer="cleo", tool_version=VERSION
    ) as third:
        first = [item.pair.id for item in third.items(Order.DISPUTE)][:2]
        assert {*first} == {"p3", "p8"}
        assert [i.pair.id for i in third.items(Order.PLACE, Filter(disputed=True))] == ["p3", "p8"]
        item = third.item("p3")
        assert [(vote.reviewer, vote.label) for vote in item.votes] == [("anna", A), ("ben", D)]
        assert item.label is None
        assert item.ruling is not None
        assert item.ruling.note == "anna: the list is older"
        settled = third.rulings["p1"]
        assert (settled.label, settled.reviewer, settled.flagged) == (A, "anna, ben", True)
        # One vote alone settles nothing.
        assert third.item("p11").label is None
        assert [vote.label for vote in third.item("p11").votes] == [U]
        assert third.progress.decided == 8
        assert [part.reviewer for part in third.facts.merged] == ["anna", "ben"]
        assert third.facts.merged[0].seal == both[0].events[-1].seal
        third.decide("p3", D)
        third.undo()
        assert third.undo() is None
        assert third.rulings["p1"].label is A
    log = [*lines_of(tmp_path / "third.review")]
    assert '"votes"' in log[2]


def test_corrections_meet_in_the_third_pass(both: tuple[Session, Session], tmp_path: Path) -> None:
    anna, ben = both
    anna.unpair("p2")
    own = ben.pair_up("a1", "b4").pairs[0]
    ben.decide(own, C)
    merged = next(
        (one.id, other.id)
        for one, other in zip(
            anna.comparison.claims[0], anna.comparison.claims[0][1:], strict=False
        )
        if one.paragraph == other.paragraph and one.id in anna.item("p8").pair.a
    )
    anna.merge(merged)
    with merge_sessions(
        both, tmp_path / "third.review", reviewer="cleo", tool_version=VERSION
    ) as third:
        assert [vote.label for vote in third.item("p2").votes] == [X, A]
        (new,) = [p.id for p in third.comparison.pairs if (p.a, p.b) == (("a1",), ("b4",))]
        assert [vote.label for vote in third.item(new).votes] == [C]
        # The merged claims were those of p8 and p9.
        assert {orphan.ruling.label for orphan in third.orphans} == {C, X}
        assert {orphan.why for orphan in third.orphans} == {"anna merged or split its claims"}
        assert [vote.reviewer for vote in third.item("p8").votes] == ["ben"]


def test_sessions_of_other_texts_do_not_mix(both: tuple[Session, Session], tmp_path: Path) -> None:
    other = compare_texts("The bridge fell on 3 May.", "The bridge stands since 3 May.")
    with reviewed(tmp_path / "other.review", other, "dora", "") as dora:
        for views in ([both[0], dora], [both[0]]):
            with pytest.raises(RefusedError):
                merge_sessions(
                    views, tmp_path / "third.review", reviewer="cleo", tool_version=VERSION
                )
    assert not (tmp_path / "third.review").exists()
