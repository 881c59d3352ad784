"""Whether what contradicts is said of one matter; else it only diverges."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.model import Finding, Relation


def of_one_matter(evidence: Evidence, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where each conflict is a divergence if the claims speak of different things."""
    if not any(finding.relation is Relation.CONFLICT for finding in findings):
        return list(findings)
    if evidence.doubtful:
        return [_softened(finding) for finding in findings]
    return list(findings)


def _softened(finding: Finding) -> Finding:
    if finding.relation is not Relation.CONFLICT:
        return finding
    reason = f"perhaps of different matters: {finding.reason}"
    return Finding(finding.kind, Relation.DIVERGE, finding.a, finding.b, reason)
