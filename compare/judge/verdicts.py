"""The verdict on each alignment: every rule is asked, the gravest finding decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from tuireader.compare.align import Alignment
from tuireader.compare.align.scorer import thresholds
from tuireader.compare.claims.names import link_names
from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.matter import of_one_matter
from tuireader.compare.judge.rules import RULES, wording
from tuireader.compare.judge.wording import Word, words_of
from tuireader.compare.lenses import Lens, topic_of
from tuireader.compare.memory import Known
from tuireader.compare.model import (
    Claim,
    Document,
    Finding,
    FindingKind,
    Pair,
    Span,
    moved,
)
from tuireader.compare.values import Name

SURE = 0.6  # of the alignment: from here on the two claims surely speak of one matter


class _Trust(Enum):
    """How surely two aligned claims speak of one matter."""

    DOUBTFUL = "paired though the score is below the least one, as one that says a thing again is"
    PAIRED = "paired for the score"
    SURE = "surely"

    @classmethod
    def of(cls, score: float, least: float) -> _Trust:
        """That of an alignment with this score, where `least` is enough for a pair."""
        if score >= SURE:
            return cls.SURE
        return cls.PAIRED if score >= least else cls.DOUBTFUL


class _Content:
    """What a claim says wherever it stands; known again by being the same object.

    Attributes:
        claim: The claim, as if the document began with it.
        words: Its words.
        names: The keys of its names.
        lenses: The watch topics that it belongs to.
    """

    __slots__ = ("claim", "lenses", "names", "words")

    def __init__(
        self,
        claim: Claim,
        words: tuple[Word, ...],
        names: tuple[str, ...],
        lenses: tuple[Lens, ...],
    ) -> None:
        self.claim = claim
        self.words = words
        self.names = names
        self.lenses = lenses


class _Verdict(NamedTuple):
    """What is found about two claims; places count from the beginning of each."""

    findings: tuple[Finding, ...]
    topic: str


class Bench(NamedTuple):
    """What is known to judge all pairs of two documents by.

    Attributes:
        links: Key of a name in either document -> the key that both share.
        days: From the date of document A to that of B; None where one has no date.
        lenses: Watch topics.
    """

    links: Mapping[str, str]
    days: int | None
    lenses: Sequence[Lens]

    @classmethod
    def of(
        cls,
        documents: tuple[Document, Document],
        alignments: Sequence[Alignment],
        lenses: Sequence[Lens],
        memory: Known | None = None,
    ) -> Bench:
        """That for these alignments of two documents."""
        links = link_names(
            [f.value for alignment in alignments for f in alignment.a.of(Name)],
            [f.value for alignment in alignments for f in alignment.b.of(Name)],
            memory=memory,
        )
        dates = [document.date for document in documents]
        days = (dates[1] - dates[0]).days if dates[0] and dates[1] else None
        return cls(links, days, lenses)

    def pairs(
        self,
        alignments: Sequence[Alignment],
        first: int = 0,
        tell: Callable[[int], object] = bool,
        memory: Known | None = None,
    ) -> tuple[Pair, ...]:
        """A pair with its verdict for each alignment, in the same order.

        A verdict depends on what the two claims say, not on where they stand.

        Args:
            alignments: All or some that follow each other.
            first: How many come before them.
            tell: Called with the number of pairs judged so far.
            memory: Of an earlier comparison with these lenses.
        """
        known = memory or Known()
        claims = {claim.id: claim for each in alignments for claim in (each.a, each.b)}
        contents = {
            identity: known.of(claim, _content_of, self.lenses, known)
            for identity, claim in claims.items()
        }
        pairs: list[Pair] = []
        least = thresholds()["pair"]
        for number, (one, other, score) in enumerate(alignments, first + 1):
            a, b = contents[one.id], contents[other.id]
            links = tuple([self.links[name] for name in (*a.names, *b.names)])
            key = (a, b, links, self.days, _Trust.of(score, least))
            findings, topic = known.recall(key, _verdict, *key)
            starts = one.span.start, other.span.start
            findings = tuple([_placed(found, *starts) for found in findings])
            relation = findings[0].relation
            ids = (one.id,), (other.id,)
            pairs.append(Pair(f"p{number}", *ids, relation, score, findings, topic))
            tell(number)
        return tuple(pairs)


def judge(
    documents: tuple[Document, Document],
    alignments: Sequence[Alignment],
    lenses: Sequence[Lens],
    tell: Callable[[int], None],
    memory: Known | None = None,
) -> tuple[Pair, ...]:
    """A pair with its verdict for each alignment, in the same order.

    Args:
        documents: The two documents, for their dates.
        alignments: What was taken to speak of the same matter.
        lenses: Watch topics, for the topic of each pair.
        tell: Called with the number of pairs judged so far.
        memory: Of an earlier comparison with these lenses.
    """
    bench = Bench.of(documents, alignments, lenses, memory)
    return bench.pairs(alignments, tell=tell, memory=memory)


def _content_of(claim: Claim, lenses: Sequence[Lens], memory: Known) -> _Content:
    """What a claim says; the same object for claims that say the same in the same words."""
    start = claim.span.start
    places = [
        (facet.span.start - start, facet.span.end - start, facet.value) for facet in claim.facets
    ]
    return memory.recall((claim.text, *places), _content, claim, lenses)


def _content(claim: Claim, lenses: Sequence[Lens]) -> _Content:
    span = Span(0, len(claim.text))
    claim = Claim("", span, claim.text, moved(claim.facets, -claim.span.start), span, 0)
    return _Content(
        claim,
        words_of(claim),
        tuple(dict.fromkeys([facet.value.key for facet in claim.of(Name)])),
        tuple([lens for lens in lenses if lens.matches(claim)]),
    )


def _verdict(
    a: _Content,
    b: _Content,
    links: tuple[str, ...],
    days: int | None,
    trust: _Trust,
) -> _Verdict:
    both = tuple([lens for lens in a.lenses if any(lens is other for other in b.lenses)])
    evidence = Evidence(
        a.claim,
        b.claim,
        a.words,
        b.words,
        dict(zip((*a.names, *b.names), links, strict=True)),
        days_apart=days,
        lenses=both,
        sure=trust is _Trust.SURE,
        doubtful=trust is _Trust.DOUBTFUL,
    )
    return _Verdict(find_all(evidence), topic_of(a.claim, b.claim, both))


def _placed(finding: Finding, start_a: int, start_b: int) -> Finding:
    a, b = finding.a, finding.b
    return Finding(
        finding.kind,
        finding.relation,
        Span(a.start + start_a, a.end + start_a),
        Span(b.start + start_b, b.end + start_b),
        finding.reason,
    )


def find_all(evidence: Evidence) -> tuple[Finding, ...]:
    """What the rules find, gravest first and then the plainest facts.

    Where no rule finds a difference, the wording decides.
    """
    found = [finding for rule in RULES for finding in rule(evidence)]
    findings = of_one_matter(evidence, found)
    if not any(finding.relation.gravity for finding in findings):
        findings += wording.find(evidence, tuple(findings))
    kinds = list(FindingKind)
    findings.sort(key=lambda f: (-f.relation.gravity, kinds.index(f.kind), f.a, f.b))
    return tuple(findings)
