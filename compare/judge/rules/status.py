"""Where an event stands: planned, going on, ended, called off, or never there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.lexicon.concepts import concepts_of
from tuireader.compare.model import Facet, Finding, FindingKind, Relation
from tuireader.compare.values import Phase, Status

_SAID = {
    Phase.PLANNED: "planned",
    Phase.BEGUN: "begun",
    Phase.ONGOING: "going on",
    Phase.ENDING: "to end",
    Phase.ENDED: "over",
    Phase.SUSPENDED: "suspended",
    Phase.CANCELLED: "called off",
    Phase.NEVER: "not there at all",
}
_COMING = frozenset({Phase.PLANNED, Phase.BEGUN, Phase.ONGOING, Phase.ENDING})
# What cannot both hold of one event at one time. "The mission will end" and "the mission has not
# ended" can; "the mission will end" and "there is no such mission any more" cannot.
_EXCLUSIVE = frozenset(
    frozenset(pair)
    for pair in (
        *((phase, Phase.NEVER) for phase in _COMING),
        *((phase, Phase.ENDED) for phase in (Phase.ENDING, Phase.ONGOING)),
        *((phase, Phase.CANCELLED) for phase in (Phase.PLANNED, Phase.BEGUN, Phase.ONGOING)),
        (Phase.ONGOING, Phase.SUSPENDED),
        (Phase.BEGUN, Phase.SUSPENDED),
    )
)
# Another round may be planned when one is over; but what "has not begun" is not over.
_OVER_OR_AHEAD = frozenset({Phase.ENDED, Phase.PLANNED})
_NOT_YET = frozenset({"not", "yet", "hasn't", "haven't", "hadn't"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for each event whose status both sides give.

    Two phases that both sides give (begun in May, ended in June) are no difference between them.
    """
    left, right = evidence.a.of(Status), evidence.b.of(Status)
    for a in left:
        for b in right:
            if not _same_event(a, b) or (_given(a, right) and _given(b, left) and _other(a, b)):
                continue
            phases = frozenset({a.value.phase, b.value.phase})
            reason = f"{_SAID[a.value.phase]} on side A, {_SAID[b.value.phase]} on side B"
            if len(phases) == 1:
                relation, reason = Relation.AGREE, f"{_SAID[a.value.phase]} on both sides"
            elif phases in _EXCLUSIVE or (phases == _OVER_OR_AHEAD and _one_waits(a, b)):
                relation = Relation.CONFLICT
            else:
                relation = Relation.DIVERGE
            yield evidence.finding(FindingKind.STATUS, relation, a.span, b.span, reason)


def _given(status: Facet[Status], others: Sequence[Facet[Status]]) -> bool:
    """Whether the other side gives the same event the same phase."""
    return any(_same_event(status, other) and not _other(status, other) for other in others)


def _one_waits(*both: Facet[Status]) -> bool:
    """Whether one says that it has not begun, not only that it is planned."""
    return any(
        status.value.phase is Phase.PLANNED and not _NOT_YET.isdisjoint(status.value.cue.split())
        for status in both
    )


def _other(a: Facet[Status], b: Facet[Status]) -> bool:
    return a.value.phase is not b.value.phase


def _same_event(a: Facet[Status], b: Facet[Status]) -> bool:
    left, right = _senses(a.value), _senses(b.value)
    return not left.isdisjoint(right)


def _senses(status: Status) -> set[str]:
    return {sense for word in status.event for sense in (word, *concepts_of(word))}
