"""Whether two claims speak of the same time, as the rules for figures and states need to know."""

from __future__ import annotations

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.values import Moment


def meet(a: Moment, b: Moment) -> bool:
    """Whether two dates or times can be the same, by their intervals or by their wording."""
    if a.zone and b.zone and a.zone != b.zone:
        return True  # one moment may be said in two zones; which, the text alone does not tell
    if a.clock and b.clock and not (a.clock[0] <= b.clock[1] and b.clock[0] <= a.clock[1]):
        return False
    if a.first and a.last and b.first and b.last:
        return a.first <= b.last and b.first <= a.last
    if a.relative and b.relative:
        return a.relative == b.relative
    return bool(a.clock and b.clock)


def other_times(evidence: Evidence) -> bool:
    """Whether both claims name times, and none of the one can be one of the other."""
    left, right = ([f.value for f in c.of(Moment)] for c in (evidence.a, evidence.b))
    return bool(left and right) and not any(meet(a, b) for a in left for b in right)


def counted_on_other_days(evidence: Evidence) -> bool:
    """Whether the claims, or where they bear no dates the documents, are of different days."""
    if evidence.a.of(Moment) and evidence.b.of(Moment):
        return other_times(evidence)
    return evidence.days_apart not in (None, 0)
