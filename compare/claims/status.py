"""Where an event stands: planned, begun, going on, ending, ended, suspended, called off, never."""

from __future__ import annotations

from tuireader.compare.claims.segments.grammar import grammar
from tuireader.compare.claims.segments.words import Words, words_of
from tuireader.compare.claims.stance.absence import find_absences
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.cues import Cue, cue_table, find_cues
from tuireader.compare.claims.stance.phrases import (
    broken_before,
    phrase_after,
    phrase_before,
    says_none,
)
from tuireader.compare.claims.stance.scopes import until_follows
from tuireader.compare.claims.stance.verb_groups import VerbGroup, phase_of, verb_group
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Status

_AUXILIARY_FIRST = frozenset(("is", "are", "was", "were", "still"))
_INTRANSITIVE = frozenset(("hold", "linger", "none"))
_LINGERING = frozenset(("in", "there", "here", "until", "and", "but", "today", "now"))
_LIFTED_NEAR = 8  # Words on either side within which the lifted rule stands.


def find_status(text: str, start: int = 0, end: int | None = None) -> list[Facet[Status]]:
    """Where the events of `text[start:end]`, meant to be one sentence, stand in their course.

    The span covers the verb with its auxiliaries ("has been called off"), or the words of absence
    ("there is no such"). What is no longer there has ended; "there is no …" alone is never. What
    has not begun yet is planned, what did not begin is never; what has not ended is going on.
    """
    words = words_of(text, start, len(text) if end is None else end)
    absences = list(find_absences(words))
    known = {(facet.value.phase, facet.value.event) for facet in absences}
    verbs = [_status(words, cue) for cue in find_cues(words, cue_table("status"))]
    told = [
        facet
        for facet in verbs
        if facet is not None and (facet.value.phase, facet.value.event) not in known
    ]
    facets: list[Facet[Status]] = []
    for facet in sorted(absences + told, key=lambda facet: facet.span):
        if not facets or facet.span.start >= facets[-1].span.end:
            facets.append(facet)
    return facets


def _status(words: Words, cue: Cue) -> Facet[Status] | None:
    """The status that a cue tells, or None where its word is used in another sense."""
    kind, form = cue.kind.rsplit(" ", 1)
    inner = form == "state" and words.folded[cue.first] in _AUXILIARY_FIRST
    group = verb_group(words, cue.first + inner)
    negated = group.negated or says_none(words, group.first)
    if negated and until_follows(words, cue.last):
        negated = False
    phase = phase_of(kind, form, group, negated=negated)
    event = _event(words, cue, (kind, form), group)
    if phase is None or not _is_told(words, cue, (kind, form), group, event):
        return None
    span = Span(words.starts[group.first], words.ends[cue.last - 1])
    phrase = " ".join(words.folded[group.first : cue.last])
    return Facet(span, Status(phase, phrase, event))


def _event(words: Words, cue: Cue, told: tuple[str, str], group: VerbGroup) -> tuple[str, ...]:
    """Stems of what the status is told of: the object of an active verb, else the subject."""
    (kind, form), last = told, cue.last
    if last < len(words.folded) and not broken_before(words, last):
        if form in ("state", "past") and _is_attribute(words, cue, group):
            return phrase_after(words, last)
        passive = form == "past" and group.being
        transitive = form != "state" and kind not in _INTRANSITIVE and not passive
        if transitive and (event := phrase_after(words, last)):
            return event
    first = group.first
    if group.before in classes().planning and group.helpers[:1] == ["to"]:
        first = verb_group(words, first - 1).first  # "is due" of "is due to begin"
    return phrase_before(words, first)


def _is_attribute(words: Words, cue: Cue, group: VerbGroup) -> bool:
    """Whether the cue stands before its noun: "the planned vote", "ongoing talks"."""
    before = words.folded[cue.first - 1] if cue.first else ""
    return group.first == cue.first and (
        not before or before in grammar().articles or before in grammar().prepositions
    )


def _is_told(
    words: Words, cue: Cue, told: tuple[str, str], group: VerbGroup, event: tuple[str, ...]
) -> bool:
    """Whether the verb says in this sentence what its class and form, `told`, mostly say."""
    kind, form = told
    before = words.folded[cue.first - 1] if cue.first else ""
    after = words.folded[cue.last] if cue.last < len(words.folded) else ""
    if kind == "close":
        return _lifts_rule(words, cue)
    if kind == "linger":
        return not after or after in _LINGERING or broken_before(words, cue.last)
    if form == "ing" and not group.being:
        return before not in grammar().articles
    return kind != "hold" or bool(event)


def _lifts_rule(words: Words, cue: Cue) -> bool:
    """Whether what is lifted is a rule, and not a weight."""
    near = words.folded[max(cue.first - _LIFTED_NEAR, 0) : cue.last + _LIFTED_NEAR]
    return not classes().liftable.isdisjoint(near)
