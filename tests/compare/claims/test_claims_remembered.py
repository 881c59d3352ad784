"""What is remembered of a sentence is what it would be read as now, wherever it stands."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.memory import Memory
from tuireader.compare.model import Claim, Side
from tuireader.compare.values import Name

# Each pair: a text, and the same text with another sentence, or another dateline, than before.
CHANGES = {
    "a neighbour that tells what a name is": (
        "It was late. Brannock fell.\n\nRain fell.",
        "It was late for the minister. Brannock fell.\n\nRain fell.",
    ),
    "the bearer of a surname": (
        "Ilse Brannock came.\n\nRain fell.\n\nBrannock spoke of bad luck.",
        "Oda Brannock came.\n\nRain fell.\n\nBrannock spoke of bad luck.",
    ),
    "the bearer of a pronoun": (
        "Ms Ilse Brannock came. She spoke of bad luck.",
        "Ms Oda Norrell came. She spoke of bad luck.",
    ),
    "the bearer of a noun": (
        "Mayor Ilse Brannock came.\n\nThe mayor said that 40 houses were lost.",
        "Mayor Oda Norrell came.\n\nThe mayor said that 40 houses were lost.",
    ),
    "a noun beside a name elsewhere": (
        "Brannock, the mayor, came.\n\nBrannock left.\n\nThe mayor said that it rained.",
        "Brannock, a firm, came.\n\nBrannock left.\n\nThe mayor said that it rained.",
    ),
    "a name that a word before it belongs to no longer": (
        "Old Tarsk fell.\n\nThe people of Old Tarsk left.",
        "Old Tarsk fell.\n\nThe people of Tarsk left.",
    ),
    "the halves of a double name": (
        "The Orrin-Brannock accord held.\n\nAnn Orrin came. Jens Brannock left.",
        "The Orrin-Brannock accord held.\n\nAnn Orrin came. Jens Tarsk left.",
    ),
    "the meaning of an acronym": (
        "The Harbour Relief Fund (HRF) paid.\n\nThe HRF left.",
        "The Highland Railway Firm (HRF) paid.\n\nThe HRF left.",
    ),
    "the dateline": (
        "NORRVIK, 4 May — Police left on Monday. They lost 12 boats.",
        "HARWICK, 14 June 2019 — Police left on Monday. They lost 12 boats.",
    ),
    "a dateline that is none": (
        "NORRVIK, 4 May — Police left on Monday.",
        "On 4 May Police left on Monday.",
    ),
    "a denial behind a sentence": (
        "The dam is safe, it says. It rained.",
        "The dam is safe, it says. It is not. It rained.",
    ),
    "the place alone": ("Rain fell. Ilse Brannock came.", "It rained long. Ilse Brannock came."),
    "the number alone": (
        "Rain fell.\n\nIlse Brannock lost 4 boats.",
        "It rains.\n\nIt did.\n\nIlse Brannock lost 4 boats.",
    ),
}


def claims(text: str, memory: Memory | None = None) -> tuple[Claim, ...]:
    document = document_from_text(text, Side.A)
    if memory is None:
        return extract_claims(document)
    known = memory.begin("terms")
    found = extract_claims(document, memory=known)
    memory.end(known)
    return found


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_read_as_if_for_the_first_time(before: str, after: str) -> None:
    memory = Memory()
    for text in (before, after, before, f"{after}\n\n{before}", after):
        assert claims(text, memory) == claims(text)


def test_a_pronoun_goes_with_the_name_before_it_though_its_own_sentence_is_the_same() -> None:
    memory = Memory()
    found = [claims(text, memory)[1] for text in CHANGES["the bearer of a pronoun"]]
    keys = [[facet.value.key for facet in claim.of(Name)] for claim in found]
    assert keys == [["ilse brannock"], ["oda norrell"]]


def test_a_sentence_that_stands_where_it_stood_is_the_same_claim() -> None:
    memory = Memory()
    first = claims("Ilse Brannock lost 4 boats.\n\nIt rained.", memory)
    second = claims("Ilse Brannock lost 4 boats.\n\nIt snowed.", memory)
    assert second[0] is first[0]
    assert second[1] != first[1]


def test_two_equal_sentences_are_two_claims() -> None:
    found = claims("It rained.\n\nIt rained.", Memory())
    assert [claim.id for claim in found] == ["a1", "a2"]
    assert found[0].span != found[1].span
