"""A comparison with a memory of earlier ones is the same as one without."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.align import length
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Document, Side
from tuireader.compare.pipeline import Cancelled, compare_documents

PARAGRAPHS = (
    "Mayor Ilse Brandt said on Monday that 40 houses were flooded. She promised help by Friday.",
    "The mayor denied that the dam had been closed too late. Brandt spoke of bad luck.",
    "About 60 houses were flooded, police said. None of the 12 boats was lost.",
    "On 4 May the ministry will end the mission in Norrvik. Its troops number 2,500.",
    "There is no mission in Norrvik, the ministry said. It has 2,400 soldiers there.",
    "The price rose by 5 per cent to $3 million, according to the Harbour Company.",
    "The price fell. “Nobody was asked,” said Anders Holm, who runs the Harbour Company.",
    "A Mr Holm was seen in Norrvik yesterday, though he had not been invited.",
    "Police",
    "",
    "NORRVIK, 4 May — Mr Jens Holm left on Monday. He is safe, it says. He is not.",
    "Holm, a lawyer, advises the Harbour Company (HC). The HC denies it; he said nothing.",
)
DAYS = (None, dt.date(2019, 5, 6), dt.date(2020, 1, 1))

paragraphs = st.sampled_from(PARAGRAPHS)
texts = st.lists(paragraphs, max_size=6)
edits = st.lists(
    st.tuples(
        st.sampled_from(Side),
        st.sampled_from(["insert", "delete", "change"]),
        st.integers(0, 6),
        paragraphs,
        st.sampled_from(DAYS),
    ),
    min_size=1,
    max_size=5,
)


def document(text: list[str], side: Side, day: dt.date | None = None) -> Document:
    return document_from_text("\n\n".join([*text, "Rain fell."]), side, date=day)


def edited(text: list[str], how: str, place: int, paragraph: str) -> list[str]:
    if how == "insert":
        return [*text[:place], paragraph, *text[place:]]
    return [*text[:place], *([paragraph] if how == "change" else []), *text[place + 1 :]]


@settings(deadline=None, max_examples=40)
@given(texts, texts, edits)
def test_edits_are_compared_as_if_for_the_first_time(
    a: list[str], b: list[str], changes: list[tuple[Side, str, int, str, dt.date | None]]
) -> None:
    memory = Memory()
    compare_documents(document(a, Side.A), document(b, Side.B), memory=memory)
    for side, how, place, paragraph, day in changes:
        if side is Side.A:
            a = edited(a, how, place, paragraph)
        else:
            b = edited(b, how, place, paragraph)
        one, other = document(a, Side.A, day), document(b, Side.B)
        assert compare_documents(one, other, memory=memory) == compare_documents(one, other)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(paragraphs, min_size=3, max_size=8),
    st.lists(paragraphs, min_size=3, max_size=8),
    edits,
)
def test_edits_of_long_texts_too(
    a: list[str], b: list[str], changes: list[tuple[Side, str, int, str, dt.date | None]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(length, "LONG", 2)
        test_edits_are_compared_as_if_for_the_first_time.hypothesis.inner_test(a, b, changes)


def found(memory: Memory | None, lenses: int = 99) -> Comparison:
    a, b = document([*PARAGRAPHS[:4]], Side.A), document([*PARAGRAPHS[4:]], Side.B)
    return compare_documents(a, b, lenses=load_lenses()[:lenses], memory=memory)


def test_other_lenses_forget_what_was_known() -> None:
    memory = Memory()
    assert {pair.topic for pair in found(memory).pairs} != {""}
    assert found(memory, lenses=0) == found(None, lenses=0)
    assert found(memory) == found(None)


@pytest.mark.parametrize("stage", ["claims", "align", "judge"])
def test_a_cancelled_comparison_spoils_nothing(stage: str) -> None:
    memory = Memory()

    def stop(at: str, done: int, total: int) -> None:
        if at == stage and done:
            raise Cancelled

    a, b = document([*PARAGRAPHS[:4]], Side.A), document([*PARAGRAPHS[4:]], Side.B)
    with pytest.raises(Cancelled):
        compare_documents(a, b, progress=stop, memory=memory)
    assert found(memory) == found(None)


def counted(made: list[str], key: str) -> str:
    made.append(key)
    return key.upper()


def comparisons(memory: Memory, *keys: str) -> list[str]:
    """What is made anew while each of the keys is asked for by a comparison of its own."""
    made: list[str] = []
    for key in keys:
        known = memory.begin("terms")
        assert known.recall(key, counted, made, key) == key.upper()
        memory.end(known)
    return made


def test_what_is_known_is_not_made_again() -> None:
    assert comparisons(Memory(), "one", "one") == ["one"]


def test_what_was_not_asked_for_is_forgotten() -> None:
    assert comparisons(Memory(), "one", "other", "one") == ["one", "other", "one"]


def test_no_more_is_kept_than_a_quarter_beyond_what_is_used() -> None:
    memory = Memory()
    for number in range(40):
        known = memory.begin("terms")
        known.recall_all([(key,) for key in range(number, number + 40)], str)
        memory.end(known)
        assert memory.size <= 40 * 1.25


def test_results_of_two_functions_are_kept_apart() -> None:
    known = Memory().begin("terms")
    assert known.recall("2", int, "2") == 2
    assert known.recall("2", list, "2") == ["2"]


def test_what_belongs_to_an_object_is_known_only_of_that_one() -> None:
    memory, made = Memory(), []
    one, other = ["same"], ["same"]
    for thing in (one, one, other):
        known = memory.begin("terms")
        known.of(thing, made.append)
        memory.end(known)
    assert [id(thing) for thing in made] == [id(one), id(other)]


def test_a_stopped_comparison_that_goes_on_tells_a_later_one_nothing() -> None:
    memory = Memory()
    stopped = memory.begin("terms")
    memory.drop(stopped)
    known = memory.begin("terms")
    known.keep("word", "now")
    stopped.keep("word", "late")
    memory.end(known)
    assert memory.begin("terms").last("word") == "now"


def test_what_a_stopped_comparison_found_is_forgotten() -> None:
    memory = Memory()
    a, b = (document([PARAGRAPHS[n]], side) for n, side in ((0, Side.A), (2, Side.B)))
    compare_documents(a, b, memory=memory)
    before = memory.size

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "judge":
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_documents(document([PARAGRAPHS[5]], Side.A), b, memory=memory, progress=stop)
    assert memory.size == before
    assert compare_documents(a, b, memory=memory) == compare_documents(a, b)
