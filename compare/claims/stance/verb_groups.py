"""The auxiliaries before a verb, and the phase that verb and auxiliaries tell together."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.segments.grammar import grammar
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.phrases import broken_before
from tuireader.compare.values import Phase

_DONE = {
    "start": Phase.BEGUN,
    "end": Phase.ENDED,
    "close": Phase.ENDED,
    "suspend": Phase.SUSPENDED,
    "cancel": Phase.CANCELLED,
    "go on": Phase.ONGOING,
    "hold": Phase.ENDED,
    "plan": Phase.PLANNED,
}
_AHEAD = {
    **_DONE,
    "start": Phase.PLANNED,
    "end": Phase.ENDING,
    "close": Phase.ENDING,
    "hold": Phase.PLANNED,
}
_NEGATED = {
    "start": Phase.NEVER,
    "end": Phase.ONGOING,
    "close": Phase.ONGOING,
    "go on": Phase.ENDED,
    "hold": Phase.NEVER,
}


class VerbGroup(NamedTuple):
    """What stands between a subject and its verb.

    Attributes:
        first: The first word of the group, or the verb itself.
        helpers: Auxiliaries, negations and adverbs of the group.
    """

    first: int
    helpers: frozenset[str]

    @property
    def ahead(self) -> bool:
        """Whether "to" or a modal puts it into the future."""
        return not classes().to_come.isdisjoint(self.helpers)

    @property
    def being(self) -> bool:
        """Whether it is a passive or a progressive."""
        return not classes().being.isdisjoint(self.helpers)

    @property
    def doing(self) -> bool:
        """Whether "do" stands before the bare verb."""
        return not classes().doing.isdisjoint(self.helpers)

    @property
    def waiting(self) -> bool:
        """Whether it has not come so far but is to come: "not yet", "yet to", "has not"."""
        return "yet" in self.helpers or (
            "never" not in self.helpers and not classes().having.isdisjoint(self.helpers)
        )

    @property
    def negated(self) -> bool:
        """Whether the group says no: "not", "never", "no longer", "yet to"."""
        return "yet" in self.helpers or any(
            word in classes().negating or word.endswith("n't") for word in self.helpers
        )


def verb_group(words: Words, verb: int) -> VerbGroup:
    """The auxiliaries, negations and adverbs right before the word `verb`."""
    folded, adverbs, helpers = words.folded, grammar().adverbs, classes().helpers
    first = index = verb
    while index and not broken_before(words, index):
        word = folded[index - 1]
        if word in helpers:
            first = index - 1
        elif word not in adverbs and not word.endswith("ly"):
            break
        index -= 1
    return VerbGroup(first, frozenset(folded[first:verb]))


def phase_of(kind: str, form: str, group: VerbGroup, *, until: bool = False) -> Phase | None:
    """The phase that a verb tells behind these auxiliaries, None where it is no verb or tells none.

    Args:
        kind: Class of the verb in status.txt: "start", "end", …
        form: Form of the verb in status.txt: "base", "past", …
        group: What stands before it.
        until: Whether "until" follows: what did not end until May ended in May.
    """
    if form == "noun-like" and not (group.ahead or group.doing):
        return None
    if form == "ing" and kind == "start" and not group.being:
        return None
    negated = group.negated and not until
    if kind == "none":
        gone = Phase.ENDED if "longer" in group.helpers else Phase.NEVER
        return gone if negated else None
    if negated:
        if kind == "start" and group.waiting:
            return Phase.PLANNED
        return _NEGATED.get(kind)
    scheduled = form == "now" and kind in ("start", "end")
    lasting = form == "ing" and kind in ("end", "close")
    return (_AHEAD if group.ahead or scheduled or lasting else _DONE)[kind]
