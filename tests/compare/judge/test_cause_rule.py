"""Why it came about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

FOUND = [
    (
        "The bridge fell because of rust.",
        "The bridge fell due to an overloaded lorry.",
        "cause diverge: rust | overloaded lorry",
    ),
    (
        "The outage was caused by a fallen tree.",
        "The firm blamed the outage on a fallen tree.",
        "cause agree: fallen tree | outage on a fallen tree",
    ),
    (
        "Sales dropped as a result of the strike.",
        "Sales dropped owing to the walkout.",
        "cause agree: strike | walkout",
    ),
]
SILENT = [
    ("The bridge fell because of rust.", "The bridge fell at noon."),
    ("The bridge is due to open in May.", "The bridge is due to be shut."),
    ("The dam broke.", "The dam burst, and nobody was blamed."),
]


@pytest.mark.parametrize(("a", "b", "wanted"), FOUND)
def test_two_causes(tell: Tell, a: str, b: str, wanted: str) -> None:
    assert wanted in tell(a, b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_no_cause_on_one_side(tell: Tell, a: str, b: str) -> None:
    assert not [line for line in tell(a, b) if line.startswith("cause")]
