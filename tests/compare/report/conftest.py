"""A small comparison made by hand: every relation, a topic, two claims against one, leftovers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from tuireader.compare import values
from tuireader.compare.model import (
    Claim,
    Comparison,
    Document,
    Facet,
    Finding,
    FindingKind,
    Pair,
    Paragraph,
    Relation,
    Side,
    Span,
)

A = (
    "The bridge over the Senn fell at dawn on 3 May.",
    "About 40 people were hurt, the mayor said.",
    "Repairs will begin in June.",
    "It was built in 1931.",
)
B = (
    "The bridge stands, engineers insist.",
    "Dozens were hurt on 3 May.",
    "Nobody will say why.",
    "Repairs begin in June.",
)


def document(side: Side, sentences: tuple[str, ...], source: str) -> Document:
    paragraphs, text = [], ""
    for sentence in sentences:
        text += "\n\n" if text else ""
        paragraphs.append(Paragraph(Span(len(text), len(text) + len(sentence))))
        text += sentence
    return Document(side, source, text, tuple(paragraphs), date=dt.date(2024, 5, 4))


def find(text: str, words: str, start: int = 0) -> Span:
    place = text.index(words, start)
    return Span(place, place + len(words))


def claims(
    doc: Document, facets: dict[int, list[tuple[str, values.Value]]] | None = None
) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            f"{doc.side.value}{number + 1}",
            paragraph.span,
            paragraph.span.of(doc.text),
            tuple(
                Facet(find(doc.text, words, paragraph.span.start), value)
                for words, value in (facets or {}).get(number, [])
            ),
            paragraph.span,
            number,
        )
        for number, paragraph in enumerate(doc.paragraphs)
    )


EVERY_KIND: list[tuple[str, values.Value]] = [
    ("About 40", values.Quantity(36.0, 44.0, values.Exactness.ABOUT, "", ("person",), (40.0,))),
    ("40", values.Quantity(float("-inf"), float("inf"), values.Exactness.VAGUE)),
    ("mayor", values.Name("mayor", values.NameType.PERSON, by_reference=True)),
    ("mayor said", values.Attribution("mayor")),
    ("hurt", values.Status(values.Phase.ENDED, "were hurt", ("hurt",))),
    ("were", values.Polarity(values.Stance.NEGATED, "not", ("hurt",))),
    ("people", values.Certainty(values.Likelihood.LIKELY, "likely")),
    ("the", values.Moment(dt.date(2024, 5, 3), dt.date(2024, 5, 3), clock=(300, 360), zone="GMT")),
    ("said", values.Moment(None, None, relative="weekday:mon")),
]


@pytest.fixture
def comparison() -> Comparison:
    a, b = document(Side.A, A, "report.txt"), document(Side.B, B, "answer.txt")

    def finding(kind: FindingKind, relation: Relation, x: str, y: str, reason: str) -> Finding:
        return Finding(kind, relation, find(a.text, x), find(b.text, y), reason)

    pairs = (
        Pair(
            "p1",
            ("a1",),
            ("b1",),
            Relation.CONFLICT,
            0.75,
            (
                finding(
                    FindingKind.ANTONYM,
                    Relation.CONFLICT,
                    "fell",
                    "stands",
                    "A: fell; B: stands",
                ),
                finding(
                    FindingKind.WORDING, Relation.AGREE, A[0], B[0], "both speak of the bridge"
                ),
            ),
            "damage",
        ),
        Pair(
            "p2",
            ("a1", "a2"),
            ("b2",),
            Relation.DIVERGE,
            1 / 3,
            (
                finding(
                    FindingKind.QUANTITY,
                    Relation.DIVERGE,
                    "bout 40",
                    "Dozens",
                    "A: about 40; B: dozens",
                ),
                finding(FindingKind.DATE, Relation.AGREE, "3 May", "3 May", "both: 3 May 2024"),
            ),
            "casualties",
        ),
        Pair(
            "p3",
            ("a3",),
            ("b4",),
            Relation.AGREE,
            1.0,
            (finding(FindingKind.DATE, Relation.AGREE, "June", "June", "both: June 2024"),),
        ),
    )
    return Comparison((a, b), (claims(a, {1: EVERY_KIND}), claims(b)), pairs)


@pytest.fixture
def agreeing(comparison: Comparison) -> Comparison:
    return Comparison(comparison.documents, comparison.claims, comparison.pairs[2:])


@pytest.fixture
def empty() -> Callable[[], Comparison]:
    def make() -> Comparison:
        a, b = document(Side.A, (), "-"), document(Side.B, (), "x")
        return Comparison((a, b), ((), ()), ())

    return make


@pytest.fixture
def made() -> Callable[[str, int], Comparison]:
    """A comparison in which a text of one's own stands wherever a document can put one."""

    def make(words: str, cut: int = 0) -> Comparison:
        said = words or " "
        sides = []
        for side in Side:
            plain = document(side, (said, "It rained.", said), words)
            sides.append(replace(plain, title=words, author=words, publisher=words))
        a, b = sides
        start = min(cut, len(said) - 1)
        place = Span(start, min(start + 3, len(said)))
        finding = Finding(FindingKind.WORDING, Relation.DIVERGE, place, Span(0, len(said)), said)
        pair = Pair("p1", ("a1",), ("b1",), Relation.DIVERGE, 0.5, (finding,), words)
        return Comparison((a, b), (claims(a), claims(b)), (pair,))

    return make
