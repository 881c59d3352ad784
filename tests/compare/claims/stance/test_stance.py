from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.certainty import find_certainty
from tuireader.compare.claims.polarity import find_polarity
from tuireader.compare.claims.status import find_status
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Facet
from tuireader.compare.values import Certainty, Polarity, Status

HERE = Path(__file__).parent
Told = tuple[str, str, tuple[str, ...]]


def told(text: str, facet: Facet[Any]) -> Told:
    """A facet as a line of a table has it: the cue, what it says, the stems it reaches."""
    value = facet.value
    match value:
        case Polarity():
            return facet.span.of(text), value.stance.value, value.scope
        case Certainty():
            return facet.span.of(text), value.likelihood.value, ()
        case Status():
            return facet.span.of(text), value.phase.value, value.event
        case _:
            raise AssertionError(value)


def read_cases(name: str) -> list[tuple[bool, str, list[Told]]]:
    """The lines of a table: whether it is met, the sentence, the facets wanted."""
    cases = []
    for line in (HERE / f"{name}_cases.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        marked, *facets = line.removeprefix("~ ").split(" | ")
        cues = re.findall(r"\[(.*?)\]", marked)
        wanted = []
        for cue, facet in zip(cues, facets, strict=True):
            says, _, reached = facet.partition(":")
            wanted.append((cue, says, tuple(map(stem, reached.split()))))
        cases.append((not line.startswith("~"), re.sub(r"[\[\]]", "", marked), wanted))
    return cases


FINDERS: dict[str, Callable[..., list[Any]]] = {
    "polarity": find_polarity,
    "certainty": find_certainty,
    "status": find_status,
}
TABLE = [
    pytest.param(name, text, wanted, id=f"{name}: {text}", marks=() if met else pytest.mark.xfail)
    for name in FINDERS
    for met, text, wanted in read_cases(name)
]


@pytest.mark.parametrize(("name", "text", "wanted"), TABLE)
def test_finds_what_the_table_says(name: str, text: str, wanted: list[Told]) -> None:
    assert [told(text, facet) for facet in FINDERS[name](text)] == wanted


@pytest.mark.parametrize("name", FINDERS)
def test_places_are_those_of_the_whole_text(name: str) -> None:
    before = "It will not end. "
    text = before + "The strike will not end." + " Nobody may stay."
    found = FINDERS[name](text, len(before), len(before) + 24)
    alone = FINDERS[name]("The strike will not end.")
    assert [facet.value for facet in found] == [facet.value for facet in alone]
    assert [facet.span.start - len(before) for facet in found] == [
        facet.span.start for facet in alone
    ]


VOCABULARY = """
The the mission talks army will not never no one has been is was are to end ended ending begun
begin suspended called off there such any more longer remain remains on ground may might May could
deny denied false that claims without until , ; — “ ” ( ) and but or yet confirmed likely expected
12 in of which it didn’t under way lifted planned going due
"""
SENTENCES = st.lists(st.sampled_from(VOCABULARY.split()) | st.text(max_size=4), max_size=25)


@pytest.mark.parametrize("name", FINDERS)
@given(words=SENTENCES)
def test_places_lie_inside_in_order_and_apart(name: str, words: list[str]) -> None:
    text = " ".join(words)
    found = FINDERS[name](text)
    assert found == FINDERS[name](text)
    reached = 0
    for facet in found:
        assert reached <= facet.span.start < facet.span.end <= len(text)
        assert facet.span.of(text).casefold().replace("’", "'").split()[0] in facet.value.cue
        reached = facet.span.end
