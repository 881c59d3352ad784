"""The noun a figure is said of: "the death toll stood at 17", "a population of 300"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities import phrases
from tuireader.compare.claims.quantities.phrases import is_adverb, is_noun, is_plural
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import Tokens

RATES: Final = words("counted", "rates")
_MEASURES: Final = words("counted", "measures")
_CHANGES: Final = words("roles", "change", "verbs")
_LINKING: Final = words("cues", "counted", "linking")
_NO_VERB: Final = frozenset(["at", "to", "by", "from", "about", "some"])
_BETWEEN: Final = frozenset(["%", "$", "a", "the"])
_WHICH: Final = frozenset(["this", "last", "next", "the"])
_REACH: Final = 8


def noun_before(tokens: Tokens, start: int) -> list[str]:
    """The noun that a figure is predicated of, head last: before "of", or before the verb.

    Args:
        tokens: The tokens.
        start: The first token of the figure, its bounds included.
    """
    folded, at = tokens.folded, start - 1
    if folded[at] == "of":
        return _headed(phrases.before(tokens, at - 1))
    if folded[at] in {"at", "to", "by"} and _is_object(tokens, at - 1):
        return _object(tokens, at - 1)
    passed_verb = False
    for _ in range(_REACH):
        word = folded[at]
        if word in _LINKING or word in _CHANGES:
            passed_verb = passed_verb or word not in _NO_VERB
        elif not (is_adverb(word) or word[:1].isdecimal() or word in _BETWEEN):
            break
        at -= 1
    if not passed_verb:
        return []
    return _headed(phrases.before(tokens, at, through=phrases.PREPOSITIONS))


def _is_object(tokens: Tokens, at: int) -> bool:
    """Whether the word before "to", "at" or "by" is a noun: "cut its forecast to", not "fell to".

    "Decline" and the like are nouns after a singular, which would need "declines" as a verb.
    """
    word, before = tokens.folded[at], tokens.folded[at - 1]
    if not is_noun(word) or word in _LINKING or word in phrases.VERBS or word.endswith("ed"):
        return False
    if word in _CHANGES:
        return is_noun(before) and not is_plural(before)
    return not is_adverb(word)


def _object(tokens: Tokens, at: int) -> list[str]:
    """The object that ends with a token, a time behind it skipped ("demand this year")."""
    if tokens.folded[at] in RATES and tokens.folded[at - 1] in _WHICH:
        at -= 2
    return _headed(phrases.before(tokens, at))


def _headed(found: list[str]) -> list[str]:
    """The phrase without a head that only says that something is counted ("the number of …")."""
    while found and found[-1] in _MEASURES:
        found = found[:-1]
    return found
