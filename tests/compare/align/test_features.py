from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.align.features import FEATURES
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Side

Profiled = Callable[[str, str], tuple[tuple[Profile, ...], tuple[Profile, ...]]]

WORDS = (
    "the a of not two 4,815 third first euros per cent rose fell price bread mine pit strike "
    "walkout killed nobody mission ended Omar Khalil Umar Khaleel Peter Grant Lyon Iraq Monday "
    "May 2020 at 9 a.m. metres dozens union meeting talks open closed"
).split()
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)

SAME = ("The strike closed the mine.", "The strike closed the mine.")
OTHER_WORDS = ("The strike closed the mine.", "A walkout shut the pit.")
STRANGE = ("The strike closed the mine.", "Owls nest in barns.")

# feature, a nearer couple, a farther couple
NEARER = [
    ("senses", OTHER_WORDS, STRANGE),
    ("fields", OTHER_WORDS, STRANGE),
    ("spelling", ("The harbour burned.", "A harbor burns."), STRANGE),
    (
        "names",
        ("Omar Khalil spoke.", "Umar Khaleel was silent."),
        ("Omar Khalil spoke.", "Peter Grant was silent."),
    ),
    (
        "strangers",
        ("Omar Khalil spoke.", "Peter Grant was silent."),
        ("Omar Khalil spoke.", "Umar Khaleel was silent."),
    ),
    (
        "figures",
        ("It cost 4,815 euros.", "The bill came to 4,815 euros."),
        ("Two men came.", "We met two men."),
    ),
    (
        "dates",
        ("She left on 3 May 2020.", "On 3 May 2020 he came."),
        ("She left on 3 May 2020.", "In May 2020 he came."),
    ),
    (
        "anachronism",
        ("She left on 3 May 2020.", "In June 2020 he came."),
        ("She left on 3 May 2020.", "In May 2020 he came."),
    ),
    (
        "landmark",
        ("It was the first visit of Omar Khalil.", "Omar Khalil came on his first visit."),
        ("It was the first visit of Omar Khalil.", "Omar Khalil came on his second visit."),
    ),
    ("phase", ("Two people were killed.", "Nobody was killed."), SAME),
    ("length", SAME, ("Owls nest.", "A walkout of two hundred miners and smelters shut the pit.")),
]


def profiles(a: str, b: str) -> tuple[Profile, Profile]:
    left, right = (
        extract_claims(document_from_text(text, side)) for text, side in ((a, Side.A), (b, Side.B))
    )
    one, other = profile_both(left, right, load_lenses())
    return one[0], other[0]


@pytest.mark.parametrize("name", FEATURES)
@settings(max_examples=40, deadline=None)
@given(sentences, sentences)
def test_a_feature_is_symmetric_and_bounded(name: str, a: str, b: str) -> None:
    left, right = profiles(a, b)
    value = FEATURES[name](left, right)
    assert value == pytest.approx(FEATURES[name](right, left))
    assert 0 <= value <= 1.5
    assert FEATURES[name](*profiles(b, a)) == pytest.approx(value)


@pytest.mark.parametrize(("name", "near", "far"), NEARER, ids=[case[0] for case in NEARER])
def test_a_feature_tells_near_from_far(
    name: str, near: tuple[str, str], far: tuple[str, str]
) -> None:
    assert FEATURES[name](*profiles(*near)) > FEATURES[name](*profiles(*far))


def test_every_feature_has_a_case() -> None:
    assert {case[0] for case in NEARER} == FEATURES.keys()
