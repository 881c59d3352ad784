"""Which parts of a document make claims."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Side

TABLE = "The tally:\n\n| Town | Homes lost |\n|---|---|\n| Orvik | 12 |\n| Selje | 7 |\n"


def claims(text: str) -> list[str]:
    document = document_from_text(text, Side.A, markdown=True)
    return [claim.text for claim in extract_claims(document)]


def test_a_row_with_figures_is_a_claim_and_the_names_of_its_columns_are_none() -> None:
    found = claims(TABLE)
    assert any("Orvik" in claim for claim in found)
    assert any("Selje" in claim for claim in found)
    assert not any("Homes lost" in claim for claim in found)


@pytest.mark.parametrize("heading", ["## What was lost", "Lost homes\n---"])
def test_a_heading_inside_the_text_is_none(heading: str) -> None:
    found = claims(f"# Storm\n\nTwelve homes were lost.\n\n{heading}\n\nSeven fell in Selje.")
    assert found[-2:] == ["Twelve homes were lost.", "Seven fell in Selje."]


@pytest.mark.parametrize(
    "rejoinder",
    [
        "They were not.",
        "But it was not.",
        "That is not true.",
        "This is simply false.",
        "It didn’t.",
        "None of this is true.",
        "Not so.",
        "Untrue!",
    ],
)
def test_what_only_denies_the_sentence_before_belongs_to_it(rejoinder: str) -> None:
    said = "The firm says that all valves were sound."
    assert claims(f"It rained. {said} {rejoinder} It rained.")[1] == f"{said} {rejoinder}"


@pytest.mark.parametrize(
    "own",
    ["They were not asked.", "It is not the firm’s fault.", "That is true.", "He did it."],
)
def test_a_denial_of_something_else_is_a_claim_of_its_own(own: str) -> None:
    assert claims(f"The firm says that all valves were sound. {own}")[1] == own


def test_a_denial_at_the_head_of_a_paragraph_denies_nothing() -> None:
    assert claims("All valves were sound.\n\nThey were not.")[1] == "They were not."
