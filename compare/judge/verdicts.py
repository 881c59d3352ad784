"""The verdict on each alignment: every rule is asked, the gravest finding decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuireader.compare.align import Alignment
from tuireader.compare.claims.names import link_names
from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules import RULES, wording
from tuireader.compare.judge.wording import words_of
from tuireader.compare.lenses import Lens, topic_of
from tuireader.compare.model import Document, Finding, FindingKind, Pair
from tuireader.compare.values import Name


def judge(
    documents: tuple[Document, Document],
    alignments: Sequence[Alignment],
    lenses: Sequence[Lens],
    tell: Callable[[int], None],
) -> tuple[Pair, ...]:
    """A pair with its verdict for each alignment, in the same order.

    Args:
        documents: The two documents, for their dates.
        alignments: What was taken to speak of the same matter.
        lenses: Watch topics, for the topic of each pair.
        tell: Called with the number of pairs judged so far.
    """
    links = link_names(
        [f.value for alignment in alignments for f in alignment.a.of(Name)],
        [f.value for alignment in alignments for f in alignment.b.of(Name)],
    )
    dates = [document.date for document in documents]
    days = (dates[1] - dates[0]).days if dates[0] and dates[1] else None
    pairs: list[Pair] = []
    for number, alignment in enumerate(alignments, 1):
        a, b = alignment.a, alignment.b
        both = tuple(lens for lens in lenses if lens.matches(a) and lens.matches(b))
        evidence = Evidence(a, b, words_of(a), words_of(b), links, days, both, alignment.score)
        findings = find_all(evidence)
        pairs.append(
            Pair(
                id=f"p{number}",
                a=(a.id,),
                b=(b.id,),
                relation=findings[0].relation,
                score=alignment.score,
                findings=findings,
                topic=topic_of(a, b, both),
            )
        )
        tell(number)
    return tuple(pairs)


def find_all(evidence: Evidence) -> tuple[Finding, ...]:
    """What the rules find, gravest first and then the plainest facts.

    Where no rule finds a difference, the wording decides.
    """
    findings = [finding for rule in RULES for finding in rule(evidence)]
    if not any(finding.relation.gravity for finding in findings):
        findings += wording.find(evidence, tuple(findings))
    kinds = list(FindingKind)
    findings.sort(key=lambda f: (-f.relation.gravity, kinds.index(f.kind), f.a, f.b))
    return tuple(findings)
