"""Whether a clause looks back or ahead, from the verbs and cue words nearest to a date."""

from __future__ import annotations

from tuireader.compare.claims.dates.periods import Tense
from tuireader.compare.claims.dates.tokens import Tokens
from tuireader.compare.claims.dates.words import AUXILIARIES, CONTROLS, FUTURE, NOT_PAST, PAST

_REACH = 16
_NEAR = 3
_BREAKS = frozenset({";", ":", "“", "”", '"', "—"})
_PLANNED = frozenset({"is", "are", "set"})
# What may stand between the opening of a clause and a date that opens it.
_LIGHT = frozenset({"in", "on", "at", "the", "by", "early", "late", "and", "but", "since", "until"})
_OPENINGS = frozenset({"", ",", "that", "when", "if", *_BREAKS})
_PASSIVE = frozenset({"be", "being", "is", "are"})
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
    """What one word tells; `infinitive` is whether "to" with a verb follows it somewhere."""
    word, following = tokens.words[index], tokens.words[index + 1]
    ahead = infinitive and (word in CONTROLS or (word in AUXILIARIES and following == "to"))
    refused = word == "won" and following == "'"  # won't
    if ahead or refused or (word in _PLANNED and following in ("on", "at", "for")):
        return Tense.FUTURE
    if word in FUTURE:
        return Tense.OPEN if word == "may" and tokens.capital(index) else Tense.FUTURE
    if word in PAST or (_regular_past(word) and not tokens.capital(index)):
        return Tense.OPEN if tokens.before(index) in _PASSIVE else Tense.PAST
    return Tense.OPEN


def _opens_clause(tokens: Tokens, begin: int) -> bool:
    """Whether only prepositions stand between the opening of the clause and the date."""
    index = begin - 1
    while index >= 0 and tokens.words[index] in _LIGHT:
        index -= 1
    return index < 0 or tokens.words[index] in _OPENINGS


def _behind(tokens: Tokens, begin: int) -> Tense:
    """The nearest cue before the date."""
    infinitive = False
    for index in range(begin - 1, max(begin - _REACH, 0) - 1, -1):
        if tokens.words[index] in _BREAKS:
            break
        infinitive = infinitive or (tokens.words[index] == "to" and _infinitive(tokens, index))
        tense = _cue(tokens, index, infinitive)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def _beyond(tokens: Tokens, end: int, reach: int) -> Tense:
    """The nearest cue after the date."""
    for index in range(end, min(end + reach, tokens.length)):
        if tokens.words[index] in _BREAKS:
            break
        following = tokens.words[index + 1] == "to" and _infinitive(tokens, index + 1)
        tense = _cue(tokens, index, following)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def tense_at(tokens: Tokens, begin: int, end: int) -> Tense:
    """The tense of the clause around the tokens `begin` to `end`.

    A date that opens its clause takes the first cue after it, any other the nearest before it or
    else one close behind. A participle after "be" says nothing ("will be presented in July"), an
    infinitive makes the verb it hangs on look ahead ("agreed to leave by May").
    """
    if _opens_clause(tokens, begin):
        tense = _beyond(tokens, end, _REACH)
        return tense if tense is not Tense.OPEN else _behind(tokens, begin)
    tense = _behind(tokens, begin)
    return tense if tense is not Tense.OPEN else _beyond(tokens, end, _NEAR)
