"""The status that a lens's own wordings give each side: "will end its mission", "there is none"."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules.timing import other_times
from tuireader.compare.lenses import Lens
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each lens that knows a status of both claims."""
    for lens in evidence.lenses:
        a, b = _status(lens, evidence.a), _status(lens, evidence.b)
        if a is None or b is None:
            continue
        (phase_a, at_a), (phase_b, at_b) = a, b
        if lens.contradicts(phase_a, phase_b) and not (lens.general and other_times(evidence)):
            relation, reason = Relation.CONFLICT, f"{lens.title}: {phase_a} and {phase_b}"
        elif phase_a == phase_b:
            relation, reason = Relation.AGREE, f"{lens.title}: {phase_a} on both sides"
        else:
            relation, reason = Relation.DIVERGE, f"{lens.title}: {phase_a} and {phase_b}"
        yield evidence.finding(FindingKind.STATUS, relation, at_a, at_b, reason)


def _status(lens: Lens, claim: Claim) -> tuple[str, Span] | None:
    """The phase and its place in the document."""
    found = lens.status_of(claim.text)
    if found is None:
        return None
    phase, span = found
    start = claim.span.start
    return phase, Span(start + span.start, start + span.end)
