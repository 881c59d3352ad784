"""What the benchmarks share: labelled files, counts of right answers, the verdict on two texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Claim, Comparison, Pair, Side, Span

RELATIONS = ("conflict", "diverge", "agree", "unmatched")

_LINE = re.compile(r"^(?P<side>[AB])(?P<number>\d*)\|\s?(?P<text>.*)$")
_PAIR = re.compile(r"^=\s*(?P<a>A[\d,A]*)\s+(?P<b>B[\d,B]*)\s+(?P<relation>\w+)")
_TRAP = re.compile(r"^!\s*(?P<a>A\d+)\s+(?P<b>B\d+)")

Edge = tuple[int, int]


@dataclass(frozen=True)
class Tally:
    """How many of the wanted things were found.

    Attributes:
        right: Found and wanted.
        found: Found.
        wanted: To be found.
    """

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the found that were wanted; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted that were found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Twice the right among the found and the wanted; 0 where there are neither."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum."""
    return sum(tallies, Tally())


@dataclass(frozen=True)
class LabelledPair:
    """Two texts, where their sentences lie, and which sentences an expert aligns.

    Attributes:
        name: File name or row id.
        texts: The text of each side.
        sentences: Place of each sentence, a list a side.
        edges: Index of a sentence of A, of one of B -> relations; "" where none is given.
        judged: Indices of the sentences that the labels speak of, a set a side.
        traps: Sentences that look alike and are about other matters.
    """

    name: str
    texts: tuple[str, str]
    sentences: tuple[list[Span], list[Span]]
    edges: dict[Edge, set[str]]
    judged: tuple[frozenset[int], frozenset[int]]
    traps: frozenset[Edge] = frozenset()

    def claims(self) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """The claims that the engine finds on both sides."""
        a, b = (
            extract_claims(document_from_text(text, side))
            for text, side in zip(self.texts, Side, strict=True)
        )
        return a, b

    def said(self, a: Span, b: Span) -> Iterator[Edge]:
        """The judged sentence pairs that two places stand for."""
        for i in self.sentences_of(Side.A, a):
            for j in self.sentences_of(Side.B, b):
                if i in self.judged[0] and j in self.judged[1]:
                    yield i, j

    def sentences_of(self, side: Side, span: Span) -> list[int]:
        """The sentences of which a span covers half, or which cover half of the span."""
        return [
            index
            for index, place in enumerate(self.sentences[side is Side.B])
            if (shared := min(span.end, place.end) - max(span.start, place.start)) > 0
            and shared * 2 >= min(len(span), len(place))
        ]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gravest(comparison: Comparison) -> Pair | None:
    """The pair that decides how two short texts stand to each other; None where there is none."""
    return max(comparison.pairs, key=lambda pair: pair.relation.gravity, default=None)


def read_gold(path: Path) -> LabelledPair:
    """One .gold file.

    Its lines are `A1| sentence`, `B1| sentence`, a bare `A|` for a new paragraph,
    `= A1,A2 B3 relation | why`, and `! A4 B8 | why` for a trap.
    """
    texts = {"A": "", "B": ""}
    places: dict[str, list[Span]] = {"A": [], "B": []}
    index: dict[str, int] = {}
    gap = {"A": False, "B": False}
    edges: dict[Edge, set[str]] = {}
    traps: set[Edge] = set()
    for line in path.read_text("utf-8").splitlines():
        if match := _LINE.match(line):
            side, sentence = match["side"], match["text"].strip()
            if not match["number"]:
                gap[side] = True
                continue
            texts[side] += ("\n\n" if gap[side] else " ") if texts[side] else ""
            gap[side] = False
            start = len(texts[side])
            index[side + match["number"]] = len(places[side])
            places[side].append(Span(start, start + len(sentence)))
            texts[side] += sentence
        elif match := _PAIR.match(line):
            for a in match["a"].split(","):
                for b in match["b"].split(","):
                    edges.setdefault((index[a], index[b]), set()).add(match["relation"])
        elif match := _TRAP.match(line):
            traps.add((index[match["a"]], index[match["b"]]))
    everything = (frozenset(range(len(places["A"]))), frozenset(range(len(places["B"]))))
    return LabelledPair(
        path.stem,
        (texts["A"], texts["B"]),
        (places["A"], places["B"]),
        edges,
        everything,
        frozenset(traps),
    )


def read_articles(path: Path) -> Iterator[LabelledPair]:
    """Rows {"id", "a": [sentence], "b": [sentence], "gold": [[i, j]], "a_judged", "b_judged"}."""
    for row in read_rows(path):
        laid = [lay_out(row[side]) for side in "ab"]
        yield LabelledPair(
            row["id"],
            (laid[0][0], laid[1][0]),
            (laid[0][1], laid[1][1]),
            {(i, j): {""} for i, j in row["gold"]},
            (
                frozenset(row.get("a_judged", range(len(row["a"])))),
                frozenset(row.get("b_judged", range(len(row["b"])))),
            ),
        )


def lay_out(sentences: Sequence[str], joint: str = "\n\n") -> tuple[str, list[Span]]:
    """The sentences as one text, a paragraph each unless joined otherwise, and where they lie."""
    text, places = "", []
    for sentence in sentences:
        text += joint if text else ""
        places.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return text, places
