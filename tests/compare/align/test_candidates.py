from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.align.candidates import find_candidates, nearest, shared
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Side

Profiled = Callable[[str, str], tuple[tuple[Profile, ...], tuple[Profile, ...]]]

SUBJECTS = "owl bell harbour quarry bishop tunnel orchard glacier baker violin ferry comet".split()
VERBS = "burned sank rang flooded vanished collapsed sang froze".split()
texts = st.lists(
    st.builds("The {} {}.".format, st.sampled_from(SUBJECTS), st.sampled_from(VERBS)),
    min_size=1,
    max_size=16,
).map(" ".join)


def _profiles(a: str, b: str) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    left, right = (
        extract_claims(document_from_text(text, side)) for text, side in ((a, Side.A), (b, Side.B))
    )
    return profile_both(left, right, [])


@settings(deadline=None)
@given(texts, texts)
def test_swapping_the_sides_gives_the_same_couples(a: str, b: str) -> None:
    one, other = _profiles(a, b)
    found = find_candidates(one, other)
    assert found == sorted(set(found))
    assert sorted(cell[::-1] for cell in find_candidates(other, one)) == found
    assert all(0 <= i < len(one) and 0 <= j < len(other) for i, j in found)


def test_what_is_restated_far_away_is_found(profiled: Profiled) -> None:
    chance = random.Random(7)
    filler = [f"The {s} {v}." for s in SUBJECTS[2:] for v in VERBS]
    chance.shuffle(filler)
    a = "The bishop of Arlen sold a Stradivari. " + " ".join(filler)
    b = " ".join(reversed(filler)) + " A Stradivari was sold by the bishop of Arlen."
    left, right = profiled(a, b)
    found = find_candidates(left, right)
    assert (0, len(right) - 1) in found
    assert len(found) < len(left) * len(right) / 2


def test_neighbours_of_a_sure_couple_are_scored_too(profiled: Profiled) -> None:
    a = "The glacier froze. They wept."
    b = "The glacier froze. Nobody cheered."
    assert (1, 1) in find_candidates(*profiled(a, b))


@pytest.mark.parametrize("query", [0, 1])
def test_the_nearest_comes_first(profiled: Profiled, query: int) -> None:
    left, right = profiled(
        "The ferry sank at Arlen. The comet vanished.",
        "A comet that vanished is back. The harbour. The ferry sank at Arlen, the harbour says.",
    )
    assert nearest(shared(left, right)[query])[0] == (2, 0)[query]


@settings(deadline=None)
@given(texts, texts)
def test_swapping_the_texts_transposes_what_they_share(a: str, b: str) -> None:
    one, other = _profiles(a, b)
    assert [*zip(*shared(one, other), strict=True)] == [tuple(row) for row in shared(other, one)]


def test_what_a_crowd_shares_counts_where_there_is_nothing_else(profiled: Profiled) -> None:
    crowd = "The ferry sank. " * 30
    left, right = profiled(crowd + "The ferry sang.", crowd + "The comet sang to the ferry.")
    table = shared(left, right)
    assert all(0 < weight == table[0][0] for row in table[:-1] for weight in row[:-1])
    assert nearest(table[-1])[0] == len(right) - 1


def test_claims_that_share_nothing_are_no_candidates(profiled: Profiled) -> None:
    assert find_candidates(*profiled("Owls nest.", "Bells rang.")) == []
