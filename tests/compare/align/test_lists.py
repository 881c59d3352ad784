"""The items of a list are like each other but for figures and names: each answers its own."""

from __future__ import annotations

import random

import pytest

from tuireader.compare.align import align
from tuireader.compare.align.length import LONG
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Side

TOWNS = (
    "Arden Belby Corwen Dalham Elsdon Farley Garton Holme Ilkston Jarrow Kelby Lenham Marsk "
    "Norwell Orby Penrith Quorn Ripley Sedge Tarporley Ulver Varley Welby Yarm"
).split()
ITEMS = (
    "Station {number} counted {a} votes for the mayor on Sunday.",
    "In {town} the fire killed {few} people and destroyed {more} houses.",
    "The hospital in {town} treated {a} of the injured, the ministry said.",
    "{town} received {a} tonnes of rice.",
)


def pairs(item: str, count: int, *, shuffled: bool = False) -> list[tuple[int, int]]:
    """The numbers of the items that are paired; those of B give other figures."""
    chance = random.Random(7)

    def text(order: list[int], later: int) -> str:
        return "\n\n".join(
            item.format(
                number=number + 1,
                town=TOWNS[number % len(TOWNS)],
                a=chance.randint(100, 9999),
                few=10 + number + later,
                more=20 + 3 * number,
            )
            for number in order
        )

    order = list(range(count))
    other = chance.sample(order, count) if shuffled else order
    a, b = (
        extract_claims(document_from_text(text(each, later), side))
        for each, later, side in ((order, 0, Side.A), (other, 1, Side.B))
    )
    found = align(a, b, load_lenses())
    return sorted((order[a.index(each.a)], other[b.index(each.b)]) for each in found)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("count", [3, 24])
def test_each_item_answers_the_one_of_its_name(item: str, count: int) -> None:
    assert pairs(item, count) == [(number, number) for number in range(count)]


def test_also_where_the_other_list_has_another_order() -> None:
    found = pairs(ITEMS[1], 24, shuffled=True)
    assert len(found) == 24
    assert sum(a == b for a, b in found) >= 20  # near certainty the order still weighs a little


def test_a_long_list_has_hardly_more_pairs_than_items() -> None:
    found = pairs(ITEMS[0], LONG + 20)
    assert len(found) < 1.05 * (LONG + 20)
    assert sum(a == b for a, b in found) > 0.95 * (LONG + 20)


def test_what_repeats_a_headline_is_no_item_of_a_list() -> None:
    report = "Bridge over the Lenne closed for repairs\n\nThe bridge over the Lenne was closed."
    answer = "The bridge over the Lenne is not closed at all."
    a, b = (
        extract_claims(document_from_text(text, side))
        for text, side in ((report, Side.A), (answer, Side.B))
    )
    assert len(align(a, b, load_lenses())) == 2
