from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lexicon.concepts import concepts, concepts_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.lexicon.table_index import compile_index, key_of

LEXICON = files("tuireader.compare.lexicon")
TEXT = LEXICON.joinpath("concepts.txt").read_text("utf-8")
GROUPS = {
    identity: members.split(", ")
    for identity, _, members in (
        line.partition(": ") for line in TEXT.splitlines() if line and not line.startswith("#")
    )
}


def stems(text: str) -> list[str]:
    return [stem(word) for word in text.split()]


def test_there_are_enough_groups() -> None:
    assert len(GROUPS) >= 700
    assert sum(map(len, GROUPS.values())) >= 5000


def test_every_group_has_its_own_id() -> None:
    lines = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
    assert len(GROUPS) == len(lines)


def test_a_group_has_each_member_once_and_two_at_least() -> None:
    keys = {identity: [key_of(m) for m in members] for identity, members in GROUPS.items()}
    assert [i for i, group in keys.items() if not 2 <= len(group) == len(set(group))] == []


def test_no_member_is_in_more_than_three_groups() -> None:
    count = Counter(key_of(member) for members in GROUPS.values() for member in members)
    assert max(count.values()) <= 3


def test_a_phrase_has_at_least_two_content_words() -> None:
    phrases = [member for members in GROUPS.values() for member in members if " " in member]
    assert [phrase for phrase in phrases if " " not in key_of(phrase)] == []


def test_a_stem_of_any_word_of_the_table_is_its_own_stem() -> None:
    words = {word for members in GROUPS.values() for m in members for word in m.split()}
    assert [word for word in words if stem(stem(word)) != stem(word)] == []


def test_members_are_plain_lower_case_words() -> None:
    members = [member for group in GROUPS.values() for member in group]
    assert [m for m in members if m != " ".join(m.split()).casefold() or not m] == []


def test_the_index_is_made_from_the_table() -> None:
    """If this fails, run python -m tuireader.compare.lexicon.table_index."""
    assert LEXICON.joinpath("concepts_index.txt").read_text("utf-8") == compile_index(
        "concepts", TEXT
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "troops"),
        ("blaze", "fire"),
        ("jobs", "posts"),
        ("staircase", "stairwell"),
        ("ambulance", "paramedics"),
        ("chopper", "helicopter"),
        ("hospital", "clinic"),
        ("jailed", "imprisoned"),
        ("ceasefire", "truce"),
        ("lorry", "truck"),
        ("lawyer", "attorney"),
        ("walkout", "strike"),
    ],
)
def test_words_for_one_thing_share_a_concept(one: str, other: str) -> None:
    assert set(concepts_of(stem(one))) & set(concepts_of(stem(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "fall"),
        ("soldier", "nurse"),
        ("dead", "injured"),
        ("begin", "end"),
        ("win", "lose"),
    ],
)
def test_words_for_different_things_do_not(one: str, other: str) -> None:
    assert not set(concepts_of(stem(one))) & set(concepts_of(stem(other)))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("the firm laid off", "redundancies"),
        ("shot two dead in prime minister", "premier"),
        ("under the act on the air strike", "bombing raid"),
        ("power cuts", "blackout"),
        ("members of parliament", "lawmakers"),
    ],
)
def test_a_phrase_stands_for_what_a_word_does(phrase: str, word: str) -> None:
    assert set(concepts(stems(phrase))[-1]) & set(concepts(stems(word))[-1])


@pytest.mark.parametrize(
    ("phrase", "word"), [("found guilty", "acquitted"), ("pleaded guilty", "innocent")]
)
def test_a_phrase_is_not_that_of_its_opposite(phrase: str, word: str) -> None:
    assert not set(concepts(stems(phrase))[-1]) & set(concepts(stems(word))[-1])


def test_function_words_inside_a_phrase_may_be_left_out() -> None:
    with_them, without = (
        concepts(stems("member of the parliament")),
        concepts(["member", "parliament"]),
    )
    assert with_them[1] == with_them[2] == ()
    assert [with_them[0], with_them[3]] == without


def test_a_phrase_hides_the_words_in_it() -> None:
    assert concepts(stems("prime minister"))[1] != concepts_of(stem("minister"))


@given(st.lists(st.sampled_from(["prime", "minister", "of", "the", "zzz", "air", "strike"])))
def test_there_is_one_answer_a_stem(words: list[str]) -> None:
    found = concepts([stem(word) for word in words])
    assert len(found) == len(words)
    assert all(
        not ids for word, ids in zip(words, found, strict=True) if word in STOPWORDS | {"zzz"}
    )


def test_stopwords_are_folded_and_have_both_apostrophes() -> None:
    assert {word.casefold() for word in STOPWORDS} == STOPWORDS
    assert {"don't", "don’t", "the", "would"} <= STOPWORDS
    assert not {"off", "up", "out", "down", "after", "first"} & STOPWORDS
