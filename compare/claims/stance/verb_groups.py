"""The auxiliaries before a verb, and the phase that verb and auxiliaries tell together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.compare.claims.segments.grammar import is_adverb
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
    "linger": Phase.ONGOING,
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
    "linger": Phase.ENDED,
    "hold": Phase.NEVER,
}


class VerbGroup(NamedTuple):
    """What stands between a subject and its verb.

    Attributes:
        first: The first word of the group, or the verb itself.
        helpers: Auxiliaries, negations and adverbs of the group, in order.
        before: The word before the group, "" at a break.
    """

    first: int
    helpers: Sequence[str]
    before: str

    @property
    def ahead(self) -> bool:
        """Whether "to" or a modal puts it into the future; "may have ended" does not."""
        return not classes().to_come.isdisjoint(self.helpers) and not self.surmised

    @property
    def surmised(self) -> bool:
        """Whether it is a perfect behind "to" or a modal: "seems to have ended"."""
        return any(
            other == "have" and word in classes().to_come and word != "will"
            for word, other in pairwise(self.helpers)
        )

    @property
    def unbound(self) -> bool:
        """Whether it is a duty, an ability or a purpose that may never come about."""
        if not classes().unbound.isdisjoint(self.helpers):
            return True
        return (
            bool(self.helpers)
            and self.helpers[0] == "to"
            and not self.surmised
            and (self.before not in classes().planning)
        )

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
    folded, helpers = words.folded, classes().helpers
    first = index = verb
    while index and not broken_before(words, index):
        word = folded[index - 1]
        if word in helpers:
            first = index - 1
        elif not is_adverb(word):
            break
        index -= 1
    before = folded[first - 1] if first and not broken_before(words, first) else ""
    return VerbGroup(first, folded[first:verb], before)


def phase_of(kind: str, form: str, group: VerbGroup, *, negated: bool) -> Phase | None:
    """The phase that a verb tells behind these auxiliaries, None where it is no verb or tells none.

    Args:
        kind: Class of the verb in status.txt: "start", "end", …
        form: Form of the verb in status.txt: "base", "past", …
        group: What stands before it.
        negated: Whether the clause says no, by the group or by "no" before the subject.
    """
    if not _is_verb(kind, form, group):
        return None
    if kind == "none":
        gone = Phase.ENDED if "longer" in group.helpers else Phase.NEVER
        return gone if negated else None
    if negated:
        awaited = kind in ("start", "hold") and group.waiting
        return Phase.PLANNED if awaited else _NEGATED.get(kind)
    scheduled = form == "now" and kind in ("start", "end", "hold")
    lasting = form == "ing" and kind in ("end", "close")
    return (_AHEAD if group.ahead or scheduled or lasting else _DONE)[kind]


def _is_verb(kind: str, form: str, group: VerbGroup) -> bool:
    """Whether the form is a verb behind this group, and one that tells what was or will be."""
    if group.unbound or (form == "noun-like" and not (group.ahead or group.doing)):
        return False
    return form != "ing" or kind != "start" or group.being
