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
