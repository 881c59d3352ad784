"""Sums that readers do in their heads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

AGREE = [
    ("All but three of the 40 boats sank.", "Thirty-seven boats sank.", "40 | Thirty-seven"),
    (
        "All except for two of the 12 jurors left.",
        "Ten jurors left.",
        "12 | Ten",
    ),
    (
        "Of the 50 hostages, 20 were freed.",
        "Thirty of the 50 hostages were captured.",
        "20 | Thirty",
    ),
    (
        "The bank lent 2 million euros to each of the five farms.",
        "The bank lent the five farms 10 million euros in all.",
        "2 million euros | 10 million euros",
    ),
]
APART = [
    ("All but three of the 40 boats sank.", "Thirty boats sank.", "conflict"),
    (
        "The bank lent 2 million euros to each of the five farms.",
        "The bank lent the five farms 30 million euros in all.",
        "diverge",
    ),
]


@pytest.mark.parametrize(("a", "b", "words"), AGREE)
def test_sums_that_come_out(tell: Tell, a: str, b: str, words: str) -> None:
    found = tell(a, b)
    assert f"quantity agree: {words}" in found
    assert not [line for line in found if " conflict: " in line]


@pytest.mark.parametrize(("a", "b", "relation"), APART)
def test_sums_that_do_not(tell: Tell, a: str, b: str, relation: str) -> None:
    relations = {line.split()[1].rstrip(":") for line in tell(a, b) if line.startswith("quantity")}
    assert relation in relations


def test_all_but_is_no_turn(tell: Tell) -> None:
    found = tell("All but three of the 40 boats sank.", "Thirty-seven boats sank.")
    assert not [line for line in found if line.startswith("addition")]
