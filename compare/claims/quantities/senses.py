"""The fate that a word beside a number tells: killed, injured, missing, arrested."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.phrases import SENSES, is_adverb
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import Tokens

_LINKS: Final = words("counted", "links")
_PASSED: Final = words("cues", "counted", "connecting") | {"of", "at", "another", "the"}
_OPENERS: Final = words("cues", "counted", "apposition")
_LINKS_AT_MOST: Final = 4
_REACH_BACK: Final = 3
_LONGEST_APPOSITION: Final = 12


def sense_near(tokens: Tokens, start: int, after: int) -> str:
    """The word for all of a fate, or "": told behind what is counted, else before the number.

    Args:
        tokens: The tokens.
        start: The first token of the figure, its bounds included.
        after: The token after what it counts.
    """
    folded, at = tokens.folded, after
    for _ in range(_LINKS_AT_MOST + 1):
        word = folded[at]
        if word in SENSES:
            return SENSES[word]
        if word not in _LINKS and not is_adverb(word):
            break
        at += 1
    if folded[after] == "," and folded[after + 1] in _OPENERS:
        told = _after_apposition(tokens, after + 1)
        if told:
            return told
    for word in tokens.before(start, _REACH_BACK):
        if word in SENSES:
            return SENSES[word]
        if word not in _PASSED and not is_adverb(word):
            break
    return ""


def _after_apposition(tokens: Tokens, at: int) -> str:
    """The fate after a bracketing phrase: "12 people, including three children, were killed"."""
    near = tokens.after(at, _LONGEST_APPOSITION)
    if "," not in near:
        return ""
    rest = near[near.index(",") + 1 :][:_LINKS_AT_MOST]
    if not rest or rest[0] not in _LINKS:
        return ""
    return next((SENSES[word] for word in rest if word in SENSES), "")
