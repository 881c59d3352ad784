"""Whether a clause looks back or ahead, from the verbs and cue words nearest to a date."""

from __future__ import annotations

from tuireader.compare.claims.dates.periods import Tense
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import CONTROLS, FUTURE, NOT_PAST, PAST

_REACH = 16
_BREAKS = frozenset({";", ":", "“", "”", '"'})
_PASSIVE = frozenset({"be", "being"})
# What follows "to" as a preposition, not as the mark of an infinitive.
_NO_VERB = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "some", "about"}
)


def _regular_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in NOT_PAST


def _infinitive(tokens: Tokens, index: int) -> bool:
    """Whether the "to" at this place opens an infinitive."""
    following = tokens.words[index + 1]
    return following.isalpha() and following not in _NO_VERB and not tokens.capital(index + 1)


def _cue(tokens: Tokens, index: int, infinitive: bool) -> Tense:
    """What one word tells; `infinitive` is whether "to" with a verb follows it."""
    word = tokens.words[index]
    if infinitive and word in CONTROLS:
        return Tense.FUTURE
    if word in FUTURE:
        return Tense.OPEN if word == "may" and tokens.capital(index) else Tense.FUTURE
    if word in ("is", "are") and tokens.words[index + 1] in ("on", "at", "for"):
        return Tense.FUTURE
    if word in PAST or (_regular_past(word) and not tokens.capital(index)):
        return Tense.OPEN if tokens.before(index) in _PASSIVE else Tense.PAST
    return Tense.OPEN


def tense_at(tokens: Tokens, begin: int, end: int) -> Tense:
    """The tense around the tokens `begin` to `end`: the nearest cue before, else the first after.

    A participle after "be" says nothing ("will be presented in July"), an infinitive makes the verb
    it hangs on look ahead ("agreed to leave by May").
    """
    infinitive = False
    for index in range(begin - 1, max(begin - _REACH, 0) - 1, -1):
        if tokens.words[index] in _BREAKS:
            break
        if tokens.words[index] == "to" and _infinitive(tokens, index):
            infinitive = True
            continue
        tense = _cue(tokens, index, infinitive)
        if tense is not Tense.OPEN:
            return tense
    for index in range(end, min(end + _REACH, tokens.count)):
        if tokens.words[index] in _BREAKS:
            break
        following = tokens.words[index + 1] == "to" and _infinitive(tokens, index + 1)
        tense = _cue(tokens, index, following)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN
