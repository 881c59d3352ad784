"""Labelled document pairs to learn from and measure on: .gold files and article pairs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Claim, Side, Span

_LINE = re.compile(r"^(?P<side>[AB])(?P<number>\d*)\|\s?(?P<text>.*)$")
_PAIR = re.compile(r"^=\s*(?P<a>A[\d,A]*)\s+(?P<b>B[\d,B]*)\s+(?P<relation>\w+)")

Edge = tuple[int, int]


@dataclass(frozen=True)
class LabelledPair:
    """Two texts, where their sentences lie, and which sentences an expert aligns.

    Attributes:
        name: File name or row id.
        texts: The text of each side.
        sentences: Place of each sentence, a list a side.
        edges: Index of a sentence of A, of one of B -> relations; "" where none is given.
        judged: Indices of the sentences that the labels speak of, a set a side.
    """

    name: str
    texts: tuple[str, str]
    sentences: tuple[list[Span], list[Span]]
    edges: dict[Edge, set[str]]
    judged: tuple[frozenset[int], frozenset[int]]

    def claims(self) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """The claims that the engine finds on both sides."""
        a, b = (
            extract_claims(document_from_text(text, side))
            for text, side in zip(self.texts, Side, strict=True)
        )
        return a, b

    def sentences_of(self, side: Side, span: Span) -> list[int]:
        """The sentences of which a span covers half, or which cover half of the span."""
        return [
            index
            for index, place in enumerate(self.sentences[side is Side.B])
            if (shared := min(span.end, place.end) - max(span.start, place.start)) > 0
            and shared * 2 >= min(len(span), len(place))
        ]


def read_gold(path: Path) -> LabelledPair:
    """One .gold file: `A1| sentence`, `B1| sentence`, `= A1,A2 B3 relation | why`."""
    texts = {"A": "", "B": ""}
    places: dict[str, list[Span]] = {"A": [], "B": []}
    index: dict[str, int] = {}
    gap = {"A": False, "B": False}
    edges: dict[Edge, set[str]] = {}
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
    everything = (frozenset(range(len(places["A"]))), frozenset(range(len(places["B"]))))
    return LabelledPair(
        path.stem, (texts["A"], texts["B"]), (places["A"], places["B"]), edges, everything
    )


def read_articles(path: Path) -> Iterator[LabelledPair]:
    """Rows {"id", "a": [sentence], "b": [sentence], "gold": [[i, j]], "a_judged", "b_judged"}."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        laid = [_lay_out(row[side]) for side in "ab"]
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


def _lay_out(sentences: list[str]) -> tuple[str, list[Span]]:
    """A paragraph a sentence, and where each lies."""
    text, places = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        places.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return text, places
