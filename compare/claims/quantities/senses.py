"""The fate that a word beside a number tells: killed, injured, missing, arrested."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.phrases import SENSES, is_adverb, is_noun
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import Tokens

_DETERMINERS: Final = words("cues", "phrases", "determiners")
_LINKS: Final = words("counted", "links")
_BE: Final = words("cues", "senses", "passive")
_INTRANSITIVE: Final = words("cues", "senses", "intransitive")
_CLAUSES: Final = words("cues", "senses", "clauses")
_OPENERS: Final = words("cues", "senses", "apposition")
_PASSED: Final = words("cues", "senses", "passed")
_CLAIMED: Final = words("cues", "senses", "claimed")
_REACH: Final = 5
_REACH_BACK: Final = 3
_LONGEST_PHRASE: Final = 9
_LONGEST_APPOSITION: Final = 12


def sense_near(tokens: Tokens, start: int, after: int, *, noun: bool) -> str:
    """The word for all of a fate, or "": told behind what is counted, else before the number.

    Args:
        tokens: The tokens.
        start: The first token of the figure, its bounds included.
        after: The token after what it counts.
        noun: Whether a noun says what it counts; then a participle alone may be a verb.
    """
    return (
        _beside(tokens, after, noun=noun)
        or _behind(tokens, after)
        or _before(tokens, start)
        or _lives(tokens, start, after)
    )


def _beside(tokens: Tokens, after: int, *, noun: bool) -> str:
    """The fate told at once: "17 killed", "12 sailors are missing", "three more dead"."""
    folded = tokens.folded
    linked = False
    for at in range(after, after + _REACH):
        word = folded[at]
        if word in SENSES:
            free = linked or not noun or word in _INTRANSITIVE
            return SENSES[word] if free or not _has_object(tokens, at + 1) else ""
        if word not in _LINKS and not is_adverb(word):
            return ""
        linked = linked or word in _BE
    return ""


def _has_object(tokens: Tokens, at: int) -> bool:
    """Whether a verb has an object: "two gunmen killed a guard", "killed 12"."""
    word = tokens.folded[at]
    return word[:1].isdecimal() or word in _DETERMINERS or is_noun(word)


def _behind(tokens: Tokens, after: int) -> str:
    """The fate told behind a phrase: "12 people in a bus were killed", "12, all men, died"."""
    folded = tokens.folded
    if folded[after] == ",":
        near = tokens.after(after + 1, _LONGEST_APPOSITION)
        if not near or near[0] not in _OPENERS or "," not in near:
            return ""
        rest = near[near.index(",") + 1 :][:_REACH]
    else:
        rest = tokens.after(after, _LONGEST_PHRASE)
    last = ""
    for word in rest:
        if word in SENSES and (last in _BE or word in {"died", "die"}):
            return SENSES[word]
        if not (word.isalpha() or word in {"-", "."}) or word in _CLAUSES:
            return ""
        last = last if is_adverb(word) else word
    return ""


def _before(tokens: Tokens, start: int) -> str:
    """The fate told before the number: "killed at least 17", "a death toll of 17"."""
    near = tokens.before(start, _REACH_BACK + 1)
    for word, earlier in zip(near, [*near[1:], ""], strict=False):
        if word in SENSES:
            return "" if earlier in _BE else SENSES[word]
        if word not in _PASSED and not is_adverb(word):
            return ""
    return ""


def _lives(tokens: Tokens, start: int, after: int) -> str:
    """ "claimed 17 lives": the verb and the noun together tell it."""
    lives = tokens.folded[after - 1] == "lives"
    claimed = lives and not _CLAIMED.isdisjoint(tokens.before(start, _REACH_BACK))
    return SENSES["killed"] if claimed else ""
