from __future__ import annotations

from collections.abc import Callable

import pytest

from tuireader.compare.align.candidates import keys_of
from tuireader.compare.align.gist import content_stems
from tuireader.compare.align.profiles import Profile, profile_both

Profiled = Callable[[str, str], tuple[tuple[Profile, ...], tuple[Profile, ...]]]


def test_content_words_are_stemmed_and_function_words_left_out() -> None:
    assert content_stems("The striking miners were striking.") == content_stems(
        "strike miner strike"
    )


def test_a_rarer_word_weighs_more(profiled: Profiled) -> None:
    (first, *_), _ = profiled("The quarry flooded. The quarry closed.", "The quarry was sold.")
    quarry, flooded = (first.words[stem] for stem in content_stems("quarry flooded"))
    assert 0 < quarry < flooded


def test_variants_of_a_name_have_one_key_on_both_sides(profiled: Profiled) -> None:
    (left,), (right,) = profiled("Omar Khalil spoke.", "Umar Khaleel was silent.")
    assert left.names.keys() == right.names.keys() != set()


def test_words_of_one_meaning_share_a_concept(profiled: Profiled) -> None:
    (left,), (right,) = profiled("A strike began.", "A walkout began.")
    assert "strike" not in right.words
    assert left.concepts & right.concepts


def test_an_ordinal_marks_what_it_counts(profiled: Profiled) -> None:
    (left,), (right,) = profiled("The first talks began.", "The first meeting was short.")
    assert left.landmarks & right.landmarks


def test_a_lens_gives_its_phase(profiled: Profiled) -> None:
    (left,), (right,) = profiled("The combat mission will end.", "There is no combat mission.")
    assert (left.topics["mission-status"], right.topics["mission-status"]) == ("ending", "none")


def test_what_says_nothing_is_found_by_its_wording(profiled: Profiled) -> None:
    (left,), (right,) = profiled("It was there.", "It  was THERE.")
    assert keys_of(left) == keys_of(right) != {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Omar Khalil spoke.", "@omar khalil"),
        ("It cost 4,815 euros.", "#4815"),
        ("There is no combat mission.", "^mission-status"),
    ],
)
def test_the_index_knows_names_figures_and_topics(profiled: Profiled, text: str, key: str) -> None:
    (left,), _ = profiled(text, "Owls nest.")
    assert key in keys_of(left)


def test_nothing_has_no_profile() -> None:
    assert profile_both([], [], []) == ((), ())
