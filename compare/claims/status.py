"""Where an event stands: planned, begun, going on, ending, ended, suspended, called off, never."""

from __future__ import annotations

from tuireader.compare.claims.segments.grammar import grammar
from tuireader.compare.claims.segments.words import Words, words_of
from tuireader.compare.claims.stance.absence import find_absences
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.cues import Cue, cue_table, find_cues
from tuireader.compare.claims.stance.phrases import broken_before, phrase_after, phrase_before
from tuireader.compare.claims.stance.scopes import reach_forward
from tuireader.compare.claims.stance.verb_groups import VerbGroup, phase_of, verb_group
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Status

_AUXILIARY_FIRST = frozenset(("is", "are", "was", "were", "still"))
_UNTIL = frozenset(("until", "till"))
_LIFTED_NEAR = 8  # Words on either side within which the lifted rule stands.


def find_status(text: str, start: int = 0, end: int | None = None) -> list[Facet[Status]]:
    """Where the events of `text[start:end]`, meant to be one sentence, stand in their course.

    The span covers the verb with its auxiliaries ("has been called off"), or the words of absence
    ("there is no such"). What is no longer there has ended; "there is no …" alone is never. What
    has not begun yet is planned, what did not begin is never; what has not ended is going on.
    """
    words = words_of(text, start, len(text) if end is None else end)
    facets = list(find_absences(words))
    for cue in find_cues(words, cue_table("status")):
        facet = _status(words, cue)
        if facet is not None and not any(facet.span.overlaps(other.span) for other in facets):
            facets.append(facet)
    return sorted(facets, key=lambda facet: facet.span)


def _status(words: Words, cue: Cue) -> Facet[Status] | None:
    """The status that a cue tells, or None where its word is used in another sense."""
    kind, form = cue.kind.rsplit(" ", 1)
    inner = form == "state" and words.folded[cue.first] in _AUXILIARY_FIRST
    group = verb_group(words, cue.first + inner)
    after = reach_forward(words, cue.last)
    until = after < len(words.folded) and words.folded[after] in _UNTIL
    phase = phase_of(kind, form, group, until=until)
    if phase is None or (kind == "close" and not _lifts_rule(words, cue)):
        return None
    span = Span(words.starts[group.first], words.ends[cue.last - 1])
    phrase = " ".join(words.folded[group.first : cue.last])
    return Facet(span, Status(phase, phrase, _event(words, cue, form, group)))


def _event(words: Words, cue: Cue, form: str, group: VerbGroup) -> tuple[str, ...]:
    """Stems of what the status is told of: the object of an active verb, else the subject."""
    last = cue.last
    if last < len(words.folded) and not broken_before(words, last):
        if form in ("state", "past") and _is_attribute(words, cue, group):
            return phrase_after(words, last)
        transitive = form != "state" and not (form == "past" and group.being)
        if transitive and (event := phrase_after(words, last)):
            return event
    return phrase_before(words, group.first)


def _is_attribute(words: Words, cue: Cue, group: VerbGroup) -> bool:
    """Whether the cue stands before its noun: "the planned vote", "ongoing talks"."""
    before = words.folded[cue.first - 1] if cue.first else ""
    return group.first == cue.first and (
        not before or before in grammar().articles or before in grammar().prepositions
    )


def _lifts_rule(words: Words, cue: Cue) -> bool:
    """Whether what is lifted is a rule, and not a weight."""
    near = words.folded[max(cue.first - _LIFTED_NEAR, 0) : cue.last + _LIFTED_NEAR]
    return not classes().liftable.isdisjoint(near)
