"""The nouns of tuireader, as frozen dataclasses: what every part hands to the next.

All places are half-open spans of Unicode code points in a document's `text`, and
`span.of(document.text)` is the quoted text, always.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from tuireader.compare.digest import sha256_of
from tuireader.compare.nouns import noun

if TYPE_CHECKING:  # a text can be shown without them
    from tuireader.compare.values import FacetKind, Value


class Side(StrEnum):
    """One of the two texts."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.B if self is Side.A else Side.A


@noun(order=True)
class Span:
    """A half-open range of code points, `start` inclusive and `end` exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Block(StrEnum):
    """What a paragraph is; only prose makes claims."""

    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    QUOTE = "quote"
    ITEM = "item"
    TABLE = "table"
    BOILERPLATE = "boilerplate"  # pingbacks, share buttons, credits: kept, marked, never compared


@noun
class Paragraph:
    """One block of a document's text."""

    span: Span
    block: Block = Block.PROSE


@noun
class Dateline:
    """The opening of a report that names its place and often its day ("KARACHI, Oct. 5 —").

    Attributes:
        span: The whole dateline, dash included.
        place: As written.
        date: Of the report; None where the dateline has no date, or one without a year and the
            document gives no year.
    """

    span: Span
    place: str
    date: dt.date | None = None


@noun
class Origin:
    """Where the characters of a document's text stand in the file they were read from.

    Attributes:
        runs: (start in text, start in source, length) of each run that was taken over
            unchanged, in the order of the text. Characters between runs (a line break for a
            paragraph, a bullet) have no place in the source.
    """

    runs: tuple[tuple[int, int, int], ...]

    def locate(self, span: Span) -> Span | None:
        """The stretch of the source that `span` was read from, or None if it has none."""
        starts: list[int] = []
        ends: list[int] = []
        first = max(bisect_right(self.runs, span.start, key=lambda run: run[0]) - 1, 0)
        for text_start, source_start, length in self.runs[first:]:
            if text_start >= span.end:
                break
            low = max(span.start, text_start)
            high = min(span.end, text_start + length)
            if low < high:
                starts.append(source_start + low - text_start)
                ends.append(source_start + high - text_start)
        return Span(min(starts), max(ends)) if starts else None


@noun(slots=False)
class Document:
    """One of the two texts, read and made readable.

    Attributes:
        side: Which of the two it is.
        source: The path as given, "-" for standard input, or a name for text from memory.
        text: What is shown and compared: newlines are "\\n", no control characters.
        paragraphs: The blocks of `text`, in order, not overlapping.
        title: From the text's own markup, or "".
        date: The day that relative dates start from: given by the user, or the dateline's.
        dateline: Of the first paragraph that has one.
        origin: Places in the source, where the text is not the source itself.
        author: As the source names them, or "".
        publisher: The newspaper, agency or site that the source names, or "".
        pages: Where each page of the source begins in `text`, ascending; () where it has none.
    """

    side: Side
    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    date: dt.date | None = None
    dateline: Dateline | None = None
    origin: Origin | None = None
    author: str = ""
    publisher: str = ""
    pages: tuple[int, ...] = ()

    def page(self, place: int) -> int | None:
        """The number, from 1, of the page that holds this place of `text`; None without pages."""
        return bisect_right(self.pages, place) or None

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8: a document is known by its content."""
        return sha256_of(self.text)


V_co = TypeVar("V_co", bound="Value", covariant=True)
V = TypeVar("V", bound="Value")


@noun
class Facet(Generic[V_co]):
    """One thing that a claim states, with the characters that state it."""

    span: Span
    value: V_co

    @property
    def kind(self) -> FacetKind:
        """The kind of the value."""
        return self.value.kind


@noun(slots=False)
class Claim:
    """One thing asserted: a sentence, or a clause of one that asserts several.

    Attributes:
        id: "a1", "b7": side and number in reading order.
        span: Place in the document's text.
        text: Exactly `span.of(document.text)`.
        facets: In the order of their places, all inside `span`.
        sentence: Place of the whole sentence; equals `span` where it makes one claim.
        paragraph: Index into the document's paragraphs.
    """

    id: str
    span: Span
    text: str
    facets: tuple[Facet[Value], ...]
    sentence: Span
    paragraph: int

    def of(self, kind: type[V]) -> tuple[Facet[V], ...]:
        """The facets whose value is of class `kind`, in order."""
        found = [facet for facet in self.facets if isinstance(facet.value, kind)]
        return cast("tuple[Facet[V], ...]", tuple(found))


def moved(facets: Iterable[Facet[V]], by: int) -> tuple[Facet[V], ...]:
    """The same facets so many characters further on; back where `by` is negative."""
    return tuple(
        [Facet(Span(facet.span.start + by, facet.span.end + by), facet.value) for facet in facets]
    )


class Relation(StrEnum):
    """How two comparable claims stand to each other."""

    AGREE = "agree"
    DIVERGE = "diverge"
    CONFLICT = "conflict"

    @property
    def gravity(self) -> int:
        """0 for agree, 1 for diverge, 2 for conflict: the gravest finding decides a pair."""
        return list(Relation).index(self)


class FindingKind(StrEnum):
    """What a finding is about, the plainest facts first; the word is the one in the JSON."""

    QUANTITY = "quantity"
    DATE = "date"
    POLARITY = "polarity"
    STATUS = "status"
    ANTONYM = "antonym"
    CAUSE = "cause"
    SCOPE = "scope"
    ACTOR = "actor"
    PLACE = "place"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    ADDITION = "addition"


@noun
class Finding:
    """One reason for a verdict, with the exact words on both sides that it rests on.

    Attributes:
        kind: What it is about.
        relation: What this finding alone would make of the pair.
        a: Place in document A.
        b: Place in document B.
        reason: One line a person would give, values included.
    """

    kind: FindingKind
    relation: Relation
    a: Span
    b: Span
    reason: str


@noun
class Pair:
    """Claims of the two sides that speak of the same matter, and the verdict on them.

    Attributes:
        id: "p1", "p2" in the order of side A.
        a: Ids of the claims of A, at least one, in reading order.
        b: Ids of the claims of B, at least one, in reading order.
        relation: The gravest of the findings.
        score: How sure the alignment is, 0 to 1.
        findings: At least one; gravest first.
        topic: Id of the lens that the pair belongs to, or "".
    """

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    relation: Relation
    score: float
    findings: tuple[Finding, ...]
    topic: str = ""

    def claims(self, side: Side) -> tuple[str, ...]:
        """The ids of one side."""
        return self.a if side is Side.A else self.b


@noun
class Summary:
    """Counts: pairs by relation, and claims without a counterpart."""

    agree: int
    diverge: int
    conflict: int
    only_a: int
    only_b: int


@noun(slots=False)
class Comparison:
    """Everything that was found about two documents."""

    documents: tuple[Document, Document]
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    pairs: tuple[Pair, ...]

    def document(self, side: Side) -> Document:
        """The document of one side."""
        return self.documents[side is Side.B]

    def claims_of(self, side: Side) -> tuple[Claim, ...]:
        """The claims of one side, in reading order."""
        return self.claims[side is Side.B]

    def claim(self, identity: str) -> Claim:
        """The claim with this id; KeyError if there is none."""
        return self._by_id[identity]

    def only(self, side: Side) -> tuple[Claim, ...]:
        """The claims of one side that no pair holds."""
        paired = {identity for pair in self.pairs for identity in pair.claims(side)}
        return tuple(claim for claim in self.claims_of(side) if claim.id not in paired)

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for side in self.claims for claim in side}

    @cached_property
    def summary(self) -> Summary:
        """The counts."""
        relations = [pair.relation for pair in self.pairs]
        return Summary(
            agree=relations.count(Relation.AGREE),
            diverge=relations.count(Relation.DIVERGE),
            conflict=relations.count(Relation.CONFLICT),
            only_a=len(self.only(Side.A)),
            only_b=len(self.only(Side.B)),
        )
