from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from tuireader.compare.model import (
    Block,
    Claim,
    Comparison,
    Document,
    Finding,
    FindingKind,
    Pair,
    Paragraph,
    Relation,
    Side,
    Span,
)
from tuireader.tui.app import ReaderApp

REPORT = """Harbour bridge to reopen in March

The harbour bridge will reopen to traffic on 3 March, the city said on Monday. Engineers replaced \
240 bolts in the main span. No cracks were found in the eastern tower.

> We are sure that the bridge is safe, the chief engineer said.

The work cost 4.2 million crowns. The mayor praised the crews. Ferries will run until the end of \
the month."""

COUNTER = """What the city does not say about the bridge

The bridge stays closed for lorries until the summer, drivers were told. Some 240 bolts in the \
main span have been replaced, and a further 60 are on order.

An inspection in January found two cracks in the eastern tower. The mayor praised the crews. \
Nobody asked the residents. The bill has risen to 6.8 million crowns.

Share this article"""


def document(side: Side, text: str) -> Document:
    """Blocks by their looks: the first is the title, "> " quotes, "Share" is boilerplate."""
    paragraphs = []
    for number, match in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)):
        piece = match.group()
        block = Block.PROSE
        if number == 0:
            block = Block.TITLE
        elif piece.startswith(">"):
            block = Block.QUOTE
        elif piece.startswith("- "):
            block = Block.ITEM
        elif piece.startswith("Share"):
            block = Block.BOILERPLATE
        paragraphs.append(Paragraph(Span(*match.span()), block))
    return Document(side, f"{side}.txt", text, tuple(paragraphs))


def claims(document: Document) -> tuple[Claim, ...]:
    """A claim for each sentence of prose and quotations."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.block not in {Block.PROSE, Block.QUOTE, Block.ITEM}:
            continue
        for match in re.finditer(r"[^.\s>][^.]*(?:\.\d[^.]*)*\.", paragraph.span.of(document.text)):
            span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
            identity = f"{document.side}{len(found) + 1}"
            found.append(Claim(identity, span, span.of(document.text), (), span, number))
    return tuple(found)


@dataclass(frozen=True)
class Because:
    """A pair to be: claim numbers from 1, the words of a finding on both sides, and its verdict."""

    a: Sequence[int]
    b: Sequence[int]
    relation: Relation
    kind: FindingKind
    words: tuple[str, str]
    reason: str


BRIDGE = (
    Because([1], [1], Relation.CONFLICT, FindingKind.STATUS, ("reopen", "stays closed"),
            "open on one side, closed on the other"),
    Because([2], [2], Relation.DIVERGE, FindingKind.QUANTITY, ("240 bolts", "240 bolts"),
            "240 = 240, but B adds 60 more"),
    Because([3], [3], Relation.CONFLICT, FindingKind.POLARITY, ("No cracks", "two cracks"),
            "A says there are none, B says there are two"),
    Because([5], [6], Relation.CONFLICT, FindingKind.QUANTITY,
            ("4.2 million crowns", "6.8 million crowns"), "4.2 million ≠ 6.8 million"),
    Because([6], [4], Relation.AGREE, FindingKind.WORDING,
            ("The mayor praised the crews.", "The mayor praised the crews."), "the same words"),
)  # fmt: skip


def comparison_of(a: Document, b: Document, pairs: Sequence[Because]) -> Comparison:
    """The comparison that a hand-made list of pairs stands for."""
    own = (claims(a), claims(b))
    built = []
    for number, because in enumerate(pairs, 1):
        spans = []
        for doc, all_claims, numbers, words in (
            (a, own[0], because.a, because.words[0]),
            (b, own[1], because.b, because.words[1]),
        ):
            claim = all_claims[numbers[0] - 1]
            start = doc.text.index(words, claim.span.start)
            assert claim.span.contains(Span(start, start + len(words)))
            spans.append(Span(start, start + len(words)))
        finding = Finding(because.kind, because.relation, spans[0], spans[1], because.reason)
        built.append(
            Pair(
                f"p{number}",
                tuple(f"a{each}" for each in because.a),
                tuple(f"b{each}" for each in because.b),
                because.relation,
                0.8,
                (finding,),
                "bridge-works" if number == 1 else "",
            )
        )
    return Comparison((a, b), own, tuple(built))


def long_text(count: int, word: str) -> str:
    """A title and `count` paragraphs of three sentences."""
    body = "\n\n".join(
        f"In the year {number} the {word} had {number * 3} members. It met in hall {number % 7} "
        f"for the {word} fair. Nothing else about it is known for certain."
        for number in range(1, count + 1)
    )
    return f"The {word}\n\n{body}"


def long_comparison(count: int) -> Comparison:
    """Two texts of `count` paragraphs whose first sentences pair off, relations in turn."""
    a, b = document(Side.A, long_text(count, "club")), document(Side.B, long_text(count, "guild"))
    relations = list(Relation)
    pairs = [
        Because([1 + 3 * n], [1 + 3 * n], relations[n % 3], FindingKind.QUANTITY,
                (f"{(n + 1) * 3} members", f"{(n + 1) * 3} members"), "counted")
        for n in range(count)
    ]  # fmt: skip
    return comparison_of(a, b, pairs)


@pytest.fixture
def bridge() -> Comparison:
    return comparison_of(document(Side.A, REPORT), document(Side.B, COUNTER), BRIDGE)


@pytest.fixture
def long() -> Comparison:
    return long_comparison(60)


def reader(comparison: Comparison, **settings: object) -> ReaderApp:
    """The reader on a comparison that is there at once."""
    return ReaderApp(*comparison.documents, lambda a, b, progress: comparison, **settings)


@pytest.fixture
def read() -> Callable[..., ReaderApp]:
    return reader
