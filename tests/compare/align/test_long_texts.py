"""The search in long texts is narrower, and must find what is there all the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from tuireader.compare.align import align
from tuireader.compare.align.candidates import find_candidates
from tuireader.compare.align.joining import join
from tuireader.compare.align.length import LONG, is_long
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.memory import Memory
from tuireader.compare.model import Claim, Side
from tuireader.compare.progress import silent

COUNT = LONG + 100
STARTS = "Bel Cor Dan Fer Gal Hor Jan Kel Lom Mar Nor Pel Ros Sil Tor Ven Wil Zan".split()
ENDS = "berg dale ford ham holm mere port stad ton vik wick wold".split()
THINGS = (
    "bridge harvest hospital lighthouse orchard parliament quarry railway theatre vineyard".split()
)
VERBS = "approved closed damaged inspected opened praised rebuilt sold visited".split()

Sides = tuple[tuple[Claim, ...], tuple[Claim, ...], dict[str, str]]
Profiles = tuple[Sequence[Profile], Sequence[Profile]]


def story(chance: random.Random) -> str:
    place = chance.choice(STARTS) + chance.choice(ENDS)
    person = chance.choice(STARTS) + chance.choice(ENDS)
    thing, other = chance.sample(THINGS, 2)
    return (
        f"Officials {chance.choice(VERBS)} the {thing} near {place} "
        f"with {chance.randint(11, 9999)} guests of {person} before "
        f"the {other} was {chance.choice(VERBS)}."
    )


def noisy(sentence: str, chance: random.Random) -> str:
    words = sentence.rstrip(".").split()
    return " ".join(word for word in words if chance.random() > 0.2) + "."


@pytest.fixture(scope="module")
def sides() -> Sides:
    """The claims of two long texts, and which of B is a rewriting of which of A."""
    chance = random.Random(11)
    a = [story(chance) for _ in range(COUNT)]
    told = {noisy(sentence, chance): sentence for sentence in a[: COUNT // 2]}
    b = [*told, *(story(chance) for _ in range(COUNT // 2))]
    chance.shuffle(b)
    left, right = (
        extract_claims(document_from_text("\n\n".join(text), side))
        for text, side in ((a, Side.A), (b, Side.B))
    )
    return left, right, told


@pytest.fixture(scope="module")
def profiles(sides: Sides) -> Profiles:
    left, right, _ = sides
    return profile_both(left, right, load_lenses())


def test_the_search_is_narrow_and_finds_nearly_all(sides: Sides, profiles: Profiles) -> None:
    left, right, told = sides
    assert is_long(left, right)
    candidates = find_candidates(*profiles)
    assert len(candidates) < 12 * COUNT
    found = {(right[j].text, left[i].text) for i, j in candidates}
    assert len(found & told.items()) >= 0.98 * len(told)


def test_the_join_is_the_same_from_either_side(profiles: Profiles) -> None:
    left, right = profiles
    assert join(right, left, silent) == join(left, right, silent)[::-1]


def test_swapping_the_sides_gives_the_same_candidates(profiles: Profiles) -> None:
    left, right = profiles
    swapped = find_candidates(right, left)
    assert sorted(cell[::-1] for cell in swapped) == find_candidates(left, right)


def test_rewritings_are_paired(
    sides: Sides,
) -> None:
    left, right, told = sides
    shares: list[float] = []
    pairs = align(left, right, load_lenses(), tell=shares.append)
    found = {(pair.b.text, pair.a.text) for pair in pairs}
    assert len(found & told.items()) >= 0.95 * len(told)
    assert shares == sorted(shares)
    assert max(b - a for a, b in pairwise(shares)) < 0.25
    mirrored = align(right, left, load_lenses())
    assert {(pair.a.text, pair.b.text) for pair in mirrored} == found


def test_after_a_change_the_join_is_the_same_as_a_fresh_one(
    sides: Sides,
) -> None:
    left, right, _ = sides
    memory, lenses, chance = Memory(), load_lenses(), random.Random(5)
    for _ in range(6):
        known = memory.begin(lenses)
        profiles = profile_both(left, right, lenses, memory=known)
        assert join(*profiles, memory=known) == join(*profiles)
        memory.end(known)
        left = changed(left, chance)
        right = changed(right, chance) if chance.random() < 0.5 else right


def changed(claims: tuple[Claim, ...], chance: random.Random) -> tuple[Claim, ...]:
    """Some claims left out, said twice, or in another place."""
    place, other = sorted(chance.sample(range(len(claims)), 2))
    return chance.choice(
        [
            (*claims[:place], *claims[place + 1 :]),
            (*claims[:place], claims[other], *claims[place:]),
            (*claims[:place], claims[other], *claims[place + 1 : other], claims[place]),
        ]
    )
