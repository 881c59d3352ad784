"""Two sentences in, what the judge finds between them out."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import pytest

from tuireader.compare.align import Alignment
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.judge import judge
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Finding, Pair, Side

Days = tuple[dt.date | None, dt.date | None]


class Tell(Protocol):
    """What is found: lines such as "quantity conflict: four | six", gravest first."""

    def __call__(
        self, a: str, b: str, *, days: Days = (None, None), score: float = 0.8
    ) -> list[str]: ...


def pair_of(a: str, b: str, days: Days = (None, None), score: float = 0.8) -> Pair:
    """The verdict on two texts of one claim each, taken to speak of one matter."""
    documents = (
        document_from_text(a, Side.A, date=days[0]),
        document_from_text(b, Side.B, date=days[1]),
    )
    (left,), (right,) = map(extract_claims, documents)
    (pair,) = judge(documents, [Alignment(left, right, score)], load_lenses(), lambda _: None)
    return pair


@pytest.fixture(scope="session")
def tell() -> Tell:
    def line(finding: Finding, a: str, b: str) -> str:
        return f"{finding.kind} {finding.relation}: {finding.a.of(a)} | {finding.b.of(b)}"

    def told(a: str, b: str, *, days: Days = (None, None), score: float = 0.8) -> list[str]:
        pair = pair_of(a, b, days, score)
        assert pair.relation is pair.findings[0].relation
        return [line(finding, a, b) for finding in pair.findings]

    return told
