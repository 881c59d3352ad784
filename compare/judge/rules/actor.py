"""Who and where: a name on one side in the place that another name has on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.values import Name, NameType


def find(evidence: Evidence) -> Iterator[Finding]:
    """Shared names agree; a name that stands for another in the same wording conflicts."""
    left, right = _by_key(evidence, evidence.a), _by_key(evidence, evidence.b)
    for edit in evidence.edits:
        a, b = _name_in(evidence.a, edit.a), _name_in(evidence.b, edit.b)
        if a is None or b is None:
            continue
        key_a, key_b = evidence.key(a.value), evidence.key(b.value)
        if key_a == key_b or (key_a in right and key_b in left):
            continue
        kind = FindingKind.PLACE if _place(a, b) else FindingKind.ACTOR
        yield evidence.finding(kind, Relation.CONFLICT, a.span, b.span, "another name")
    for key, a in left.items():
        if key in right:
            b = right[key]
            kind = FindingKind.PLACE if _place(a, b) else FindingKind.ACTOR
            yield evidence.finding(kind, Relation.AGREE, a.span, b.span, "the same name")


def _by_key(evidence: Evidence, claim: Claim) -> dict[str, Facet[Name]]:
    """The first mention of each name, one by name before one by reference."""
    found: dict[str, Facet[Name]] = {}
    for facet in sorted(claim.of(Name), key=lambda f: (f.value.by_reference, f.span)):
        found.setdefault(evidence.key(facet.value), facet)
    return found


def _name_in(claim: Claim, words: Sequence[Word]) -> Facet[Name] | None:
    """The first name that these words hold."""
    if not words:
        return None
    run = Span(words[0].span.start, words[-1].span.end)
    return next(
        (f for f in claim.of(Name) if not f.value.by_reference and f.span.overlaps(run)), None
    )


def _place(a: Facet[Name], b: Facet[Name]) -> bool:
    return NameType.PLACE in {a.value.type, b.value.type}
