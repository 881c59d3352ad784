from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lexicon.fields import fields_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.lexicon.table_index import compile_index

LEXICON = files("tuireader.compare.lexicon")
TEXT = LEXICON.joinpath("fields.txt").read_text("utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
FIELDS = {
    identity: members.split(", ")
    for identity, _, members in (line.partition(": ") for line in LINES)
}
WORDS = sorted({word for members in FIELDS.values() for word in members})


def shared(one: str, other: str) -> set[str]:
    return set(fields_of(stem(one))) & set(fields_of(stem(other)))


def test_there_are_enough_fields() -> None:
    assert len(FIELDS) >= 450
    assert sum(map(len, FIELDS.values())) >= 12000


def test_every_field_has_its_own_id() -> None:
    assert len(FIELDS) == len(LINES)


def test_a_field_is_narrow_and_has_each_stem_once() -> None:
    stems = {identity: [stem(word) for word in words] for identity, words in FIELDS.items()}
    assert [i for i, group in stems.items() if not 25 <= len(group) == len(set(group)) <= 60] == []


def test_no_stem_is_in_more_than_five_fields() -> None:
    count = Counter(stem(word) for words in FIELDS.values() for word in words)
    assert max(count.values()) <= 5


def test_members_are_single_lower_case_words_with_a_meaning() -> None:
    assert [w for w in WORDS if not w.replace("-", "").isalpha() or w != w.casefold()] == []
    assert STOPWORDS.isdisjoint(WORDS)


def test_the_index_is_made_from_the_table() -> None:
    """If this fails, run python -m tuireader.compare.lexicon.table_index."""
    assert LEXICON.joinpath("fields_index.txt").read_text("utf-8") == compile_index("fields", TEXT)


@given(st.sampled_from(WORDS))
def test_every_word_is_found_by_its_stem(word: str) -> None:
    ids = fields_of(stem(word))
    assert 1 <= len(ids) <= 5
    assert all(stem(word) in map(stem, FIELDS[identity]) for identity in ids)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("padlocked", "exit"),
        ("refinancing", "mortgage"),
        ("sirens", "warned"),
        ("paramedics", "ambulance"),
        ("goalkeeper", "striker"),
        ("barrels", "crude"),
        ("surgeons", "transplant"),
        ("ballots", "recount"),
        ("levee", "overflowed"),
        ("jurors", "acquitted"),
        ("picket", "stoppage"),
        ("novelist", "publisher"),
        ("colour", "red"),
        ("color", "red"),
        ("harbour", "dock"),
        ("harbor", "dock"),
        ("petrol", "motorist"),
        ("gasoline", "pump"),
    ],
)
def test_words_of_one_field_share_it(one: str, other: str) -> None:
    assert shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("goalkeeper", "mortgage"),
        ("padlock", "vaccine"),
        ("refinance", "volcano"),
        ("picket", "telescope"),
        ("juror", "snowfall"),
        ("wedding", "uranium"),
        ("harvest", "subpoena"),
        ("ballot", "surgeon"),
    ],
)
def test_words_of_fields_far_apart_share_none(one: str, other: str) -> None:
    assert not shared(one, other)


@pytest.mark.parametrize("word", ["the", "of", "qwxz", "", "mortgage loan"])
def test_function_words_unknown_words_and_phrases_are_in_no_field(word: str) -> None:
    assert fields_of(word) == ()
