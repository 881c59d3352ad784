"""Whether two claims speak of the same time, as the rules for figures and states need to know."""

from __future__ import annotations

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.values import Moment

_DAY = 24 * 60
# Hours ahead of GMT, for the names that stand for one offset only.
_HOURS = {
    "GMT": 0,
    "UTC": 0,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "JST": 9,
    "EST": -5,
    "EDT": -4,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}


def meet(a: Moment, b: Moment) -> bool:
    """Whether two dates or times can be the same, by their intervals or by their wording."""
    if a.zone != b.zone and a.zone and b.zone:
        return _meet_across_zones(a, b)
    if a.clock and b.clock and not (a.clock[0] <= b.clock[1] and b.clock[0] <= a.clock[1]):
        return False
    if a.first and a.last and b.first and b.last:
        return a.first <= b.last and b.first <= a.last
    if a.relative and b.relative:
        return a.relative == b.relative
    return bool(a.clock and b.clock)


def _meet_across_zones(a: Moment, b: Moment) -> bool:
    """Whether two times of day of two zones can be one moment; True where a zone is not known."""
    if a.clock is None or b.clock is None or a.zone not in _HOURS or b.zone not in _HOURS:
        return True
    (first_a, last_a), (first_b, last_b) = (
        (first - 60 * _HOURS[zone], last - 60 * _HOURS[zone])
        for (first, last), zone in ((a.clock, a.zone), (b.clock, b.zone))
    )
    # The day may change on the way from one zone to the other.
    return any(first_a + day <= last_b and first_b <= last_a + day for day in (-_DAY, 0, _DAY))


def other_times(evidence: Evidence) -> bool:
    """Whether both claims name times, and none of the one can be one of the other."""
    left, right = ([f.value for f in c.of(Moment)] for c in (evidence.a, evidence.b))
    return bool(left and right) and not any(meet(a, b) for a in left for b in right)


def on_other_days(evidence: Evidence) -> bool:
    """Whether both claims name days of the calendar, all known, and none of them on both sides."""
    left, right = ([f.value for f in c.of(Moment)] for c in (evidence.a, evidence.b))
    known = all(moment.first and moment.last for moment in (*left, *right))
    return known and other_times(evidence)


def counted_on_other_days(evidence: Evidence) -> bool:
    """Whether the claims, or where they bear no dates the documents, are of different days."""
    if evidence.a.of(Moment) and evidence.b.of(Moment):
        return other_times(evidence)
    return evidence.days_apart not in (None, 0)
