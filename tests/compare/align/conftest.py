"""Claims and profiles of texts from memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Claim, Side

Sides = tuple[tuple[Profile, ...], tuple[Profile, ...]]


def claims_of(text: str, side: Side) -> tuple[Claim, ...]:
    return extract_claims(document_from_text(text, side))


@pytest.fixture(scope="session")
def profiled() -> Callable[[str, str], Sides]:
    """The profiles of two texts."""

    def both(a: str, b: str) -> Sides:
        return profile_both(claims_of(a, Side.A), claims_of(b, Side.B), load_lenses())

    return both
