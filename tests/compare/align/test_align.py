"""Which claims are paired, from two texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from tuireader.compare.align import LexicalScorer, align
from tuireader.compare.align.aligner import best_of, others_of
from tuireader.compare.align.context import Cell
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.align.scorer import thresholds
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.model import Claim, Side
from tuireader.compare.pipeline import compare_documents

REPORT = (
    "The ferry sank off Cape Lenn. Divers found the hull. The first talks of Omar Khalil and the "
    "union took place in a hotel by the sea. The mission in Mali will end. A bakery burned."
)
ANSWER = (
    "A bakery was gutted by fire. There is no mission in Mali. Omar Khalil and the union held a "
    "first meeting. The hull was found. The ferry went down near Cape Lenn."
)


def claims_of(text: str, side: Side) -> tuple[Claim, ...]:
    return extract_claims(document_from_text(text, side))


def pairs(a: str, b: str, lenses: Sequence[Lens] | None = None) -> set[tuple[str, str]]:
    topics = load_lenses() if lenses is None else lenses
    found = align(claims_of(a, Side.A), claims_of(b, Side.B), topics)
    return {(alignment.a.text, alignment.b.text) for alignment in found}


def test_the_same_matters_are_paired_in_whatever_order() -> None:
    assert pairs(REPORT, ANSWER) == {
        ("The ferry sank off Cape Lenn.", "The ferry went down near Cape Lenn."),
        ("Divers found the hull.", "The hull was found."),
        (
            "The first talks of Omar Khalil and the union took place in a hotel by the sea.",
            "Omar Khalil and the union held a first meeting.",
        ),
        ("The mission in Mali will end.", "There is no mission in Mali."),
        ("A bakery burned.", "A bakery was gutted by fire."),
    }


def test_alignments_come_in_the_order_of_a() -> None:
    a, b = claims_of(REPORT, Side.A), claims_of(ANSWER, Side.B)
    found = align(a, b, load_lenses())
    assert [alignment.a for alignment in found] == list(a)
    assert all(thresholds()["pair"] <= alignment.score <= 1 for alignment in found)


def test_a_phase_that_contradicts_another_is_paired_across_the_texts() -> None:
    a = (
        "The two presidents, who met on Monday in Dakar, agreed that France will end its mission "
        "in Mali by December. Bread is dear. Schools reopened."
    )
    b = "Bread costs more. The schools have reopened. There is no such mission any more."
    watched = pairs(a, b)
    assert any("will end" in x and "no such mission" in y for x, y in watched)
    assert watched - pairs(a, b, lenses=())


def test_a_landmark_is_paired_though_the_rest_differs() -> None:
    a = (
        "Rivers froze. In a hotel by the sea, while gulls cried, the first talks of Omar Khalil "
        "and the dockers lasted until dawn."
    )
    b = "Owls nest in barns. Omar Khalil called the first meeting, to which no one came, a farce."
    assert any("first talks" in x and "first meeting" in y for x, y in pairs(a, b))


def test_a_headline_and_its_lead_are_both_paired() -> None:
    a = (
        "Twelve miners die in pit fire\n\n"
        "Twelve miners died on Friday in a fire in a pit near Ostrel, the company said.\n\n"
        "The price of coal did not move."
    )
    b = (
        "A fire in a pit near Ostrel killed fifteen miners on Friday, the union says.\n\n"
        "Coal cost what it did before."
    )
    lead = "A fire in a pit near Ostrel killed fifteen miners on Friday, the union says."
    assert {x for x, y in pairs(a, b) if y == lead} == {
        "Twelve miners die in pit fire",
        "Twelve miners died on Friday in a fire in a pit near Ostrel, the company said.",
    }


def test_what_both_have_word_for_word_answers_only_itself() -> None:
    text = "The tunnel under the Arve leaks. The tunnel under the Arve leaks again, the town said."
    assert all(x == y for x, y in pairs(text, text))


@pytest.mark.parametrize(("a", "b"), [("Rain fell.", "Owls nest."), ("Rain", "It was not so.")])
def test_strangers_are_not_paired(a: str, b: str) -> None:
    assert pairs(a, b) == set()


def test_no_claims_no_pairs() -> None:
    some = claims_of("Rain fell.", Side.A)
    assert align(some, (), load_lenses()) == align((), some, load_lenses()) == ()


LIMITS = {"pair": 0.3, "further": 0.7}


@pytest.mark.parametrize(
    ("likely", "chosen"),
    [
        ({}, set()),
        ({(0, 0): 0.2}, set()),
        ({(0, 0): 0.4}, {(0, 0)}),
        # the better one takes the claim, the other is not likely enough beside it
        ({(0, 0): 0.6, (0, 1): 0.5}, {(0, 0)}),
        # both are
        ({(0, 0): 0.9, (0, 1): 0.7}, {(0, 0), (0, 1)}),
        # the greatest total, not the greatest single one
        ({(0, 0): 0.6, (0, 1): 0.55, (1, 0): 0.55}, {(0, 1), (1, 0)}),
    ],
)
def test_choosing(
    profiled: Callable[[str, str], tuple[Sequence[Profile], Sequence[Profile]]],
    likely: dict[Cell, float],
    chosen: set[Cell],
) -> None:
    profiles = profiled("The ferry sank. The comet vanished.", "Owls nest there. Bells rang.")
    best = best_of(likely, LIMITS)
    assert best | others_of(best, likely, LIMITS, profiles) == chosen


def crossing(a: Sequence[Profile], b: Sequence[Profile]) -> Mapping[Cell, float]:
    """A stand-in scorer: first with last."""
    return {(i, len(b) - 1 - i): 0.5 + i / 100 for i in range(min(len(a), len(b)))}


def test_another_scorer_decides() -> None:
    a, b = claims_of("Owls nest. Rain fell.", Side.A), claims_of("Bells rang. Snow lay.", Side.B)
    found = align(a, b, load_lenses(), crossing)
    assert [(x.a.id, x.b.id, x.score) for x in found] == [("a1", "b2", 0.5), ("a2", "b1", 0.51)]


def test_another_scorer_goes_through_the_whole_way() -> None:
    a, b = (
        document_from_text(text, side)
        for text, side in (("Owls nest. Rain fell.", Side.A), ("Bells rang. Snow lay.", Side.B))
    )
    comparison = compare_documents(a, b, scorer=crossing)
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [
        (("a1",), ("b2",)),
        (("a2",), ("b1",)),
    ]


def test_likelihoods_are_the_same_from_either_side() -> None:
    lenses = load_lenses()
    left, right = profile_both(claims_of(REPORT, Side.A), claims_of(ANSWER, Side.B), lenses)
    straight = LexicalScorer(lenses)(left, right)
    swapped = LexicalScorer(lenses)(right, left)
    assert {cell[::-1]: value for cell, value in swapped.items()} == pytest.approx(straight)
    assert all(0 <= value <= 1 for value in straight.values())
