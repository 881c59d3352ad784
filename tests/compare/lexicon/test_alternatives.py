from collections import Counter
from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lexicon.alternatives import compile_alternatives, rivals
from tuireader.compare.lexicon.stems import stem

LEXICON = files("tuireader.compare.lexicon")
TEXT = LEXICON.joinpath("alternatives.txt").read_text("utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
SETS = {
    identity: [member.split(", ") for member in members.split(" | ")]
    for identity, _, members in (line.partition(": ") for line in LINES)
}
WORDS = sorted({word for members in SETS.values() for member in members for word in member})
STEMS = {
    identity: [[stem(word) for word in member] for member in members]
    for identity, members in SETS.items()
}
ANY_STEM = st.sampled_from([stem(word) for word in WORDS]) | st.text(max_size=12)


def conflicting(one: str, other: str) -> str:
    return rivals(stem(one), stem(other))


def test_there_are_enough_sets() -> None:
    assert len(SETS) >= 350
    assert sum(len(member) for members in SETS.values() for member in members) >= 5000


def test_every_set_has_its_own_id_of_plain_words() -> None:
    assert len(SETS) == len(LINES)
    assert [identity for identity in SETS if not identity.replace("-", "").isalpha()] == []


def test_no_set_has_fewer_than_two_members() -> None:
    assert [identity for identity, members in SETS.items() if len(members) < 2] == []


def test_no_stem_is_twice_in_one_set() -> None:
    flat = {i: [word for member in members for word in member] for i, members in STEMS.items()}
    assert [identity for identity, words in flat.items() if len(set(words)) < len(words)] == []


def test_no_stem_is_in_more_than_six_sets() -> None:
    count = Counter(word for members in STEMS.values() for member in members for word in member)
    assert max(count.values()) <= 6


def test_words_are_single_and_in_lower_case() -> None:
    assert [w for w in WORDS if not w.replace("-", "").isalpha() or w != w.casefold()] == []


def test_the_index_is_made_from_the_table() -> None:
    """If this fails, run python -m tuireader.compare.lexicon.alternatives."""
    made = LEXICON.joinpath("alternatives_index.txt").read_text("utf-8")
    assert made == compile_alternatives(TEXT)


def test_no_set_calls_rivals_what_another_calls_one() -> None:
    """The veto guards the reader; in the table itself such a pair is a slip of the hand."""
    alike = {
        frozenset(pair)
        for members in STEMS.values()
        for member in members
        for pair in combinations(member, 2)
    }
    parted = {
        frozenset((one, other))
        for members in STEMS.values()
        for left, right in combinations(members, 2)
        for one in left
        for other in right
    }
    assert sorted(map(sorted, alike & parted)) == []


@given(ANY_STEM, ANY_STEM)
def test_rivals_are_symmetric(one: str, other: str) -> None:
    assert rivals(one, other) == rivals(other, one)


@given(ANY_STEM)
def test_no_word_is_its_own_rival(word: str) -> None:
    assert rivals(word, word) == ""


@given(st.data())
def test_two_members_of_a_set_are_rivals_and_the_words_of_one_are_not(data: st.DataObject) -> None:
    members = data.draw(st.sampled_from(list(STEMS.values())))
    left, right = data.draw(st.sampled_from(list(combinations(members, 2))))
    assert rivals(data.draw(st.sampled_from(left)), data.draw(st.sampled_from(right))) in SETS
    assert rivals(data.draw(st.sampled_from(left)), left[0]) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("brother", "wife"),
        ("boys", "girls"),
        ("federal", "provincial"),
        ("killed", "injured"),
        ("injured", "arrested"),
        ("shares", "bonds"),
        ("scored", "saved"),
        ("astronomers", "biologists"),
        ("fourth", "third"),
        ("second", "third"),
        ("seconds", "hours"),
        ("hours", "minutes"),
        ("milk", "meat"),
        ("most", "least"),
        ("pistol", "rifle"),
        ("bus", "tram"),
        ("convicted", "acquitted"),
        ("Senate", "court"),
        ("Tuesday", "Friday"),
        ("kitchen", "bathroom"),
        ("before", "after"),
        ("confirmed", "denied"),
        ("won", "lost"),
        ("shoulder", "knee"),
        ("bankruptcy", "merger"),
        ("goalkeeper", "striker"),
        ("church", "mosque"),
        ("red", "blue"),
        ("colonel", "sergeant"),
        ("bishop", "imam"),
        ("film", "novel"),
        ("violin", "piano"),
        ("measles", "malaria"),
    ],
)
def test_alternatives_of_one_kind_are_rivals(one: str, other: str) -> None:
    assert conflicting(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("boy", "lad"),
        ("car", "automobile"),
        ("killed", "slain"),
        ("lorry", "truck"),
        ("petrol", "gasoline"),
        ("autumn", "fall"),
        ("sacked", "dismissed"),
        ("father", "dad"),
        ("colour", "color"),
        ("wives", "wife"),
    ],
)
def test_words_that_mean_the_same_are_no_rivals(one: str, other: str) -> None:
    assert conflicting(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vehicle", "car"),
        ("weapon", "rifle"),
        ("disease", "malaria"),
        ("animal", "dog"),
        ("official", "minister"),
        ("ship", "tanker"),
        ("drug", "heroin"),
        ("doctor", "surgeon"),
        ("teenager", "boy"),
        ("army", "infantry"),
        ("relative", "brother"),
        ("north", "northeast"),
    ],
)
def test_a_kind_is_no_rival_of_what_it_includes(one: str, other: str) -> None:
    assert conflicting(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("brother", "rifle"), ("the", "a"), ("", "brother"), ("qwxz", "wife"), ("Monday", "meat")],
)
def test_words_of_no_common_kind_are_no_rivals(one: str, other: str) -> None:
    assert conflicting(one, other) == ""


def test_the_reason_names_the_kind() -> None:
    assert conflicting("brother", "wife") == "kinship"
