"""Noun phrases found without a parser, after a number or before "of" or a verb."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.tables import table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens

STOPS: Final = words("counted", "stops")
_PLURALS: Final = words("counted", "plurals")
_SINGULARS: Final = words("counted", "singulars")
_NOUNS_IN_LY: Final = words("counted", "nouns_in_ly")
_DETERMINERS: Final = words("cues", "phrases", "determiners")
SENSES: Final[dict[str, str]] = {
    form: name for name, forms in table("counted")["senses"].items() for form in forms
}
VERBS: Final = words("roles", "change", "verbs") - words("roles", "change", "nouns")
_LONGEST: Final = 8
_OF: Final = frozenset(["of"])
PREPOSITIONS: Final = frozenset(["of", "on", "in", "for"])


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _PLURALS or (word.endswith("men") and word not in _SINGULARS):
        return True
    return word.endswith("s") and len(word) > 3 and word not in _SINGULARS and word[-2] not in "'’"


def is_adverb(word: str) -> bool:
    """Whether a word looks like an adverb."""
    if word == "most":
        return True
    return word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY


def is_noun(word: str) -> bool:
    """Whether a word can stand in a noun phrase."""
    return word[:1].isalpha() and word not in STOPS


def after(tokens: Tokens, at: int, *, plural: bool) -> tuple[list[str], int]:
    """The noun phrase that begins at a token, head last, and the token after it.

    Args:
        tokens: The tokens.
        at: The first token of the phrase, determiners and "of" already skipped.
        plural: Whether the head is a plural, which then ends the phrase.
    """
    folded = tokens.folded
    found: list[str] = []
    while len(found) < _LONGEST:
        word = folded[at]
        if word in HYPHENS and found and tokens.glued(at) and is_noun(folded[at + 1]):
            at += 1
            continue
        if word in {"and", "or"} and plural and found and _shares_head(folded, at):
            at += 1
            continue
        if not is_noun(word) or (found and (word in VERBS or tokens.ends_sentence(at - 1))):
            break
        if plural and found and is_plural(found[-1]) and not _goes_on(tokens, at):
            break
        if plural and word in SENSES and _predicated(folded, at, found):
            break
        if found and _closing_verb(folded, at, plural=plural):
            break
        at += 1
        if not is_adverb(word):
            found.append(word)
    return found, at


def _closing_verb(folded: list[str], at: int, *, plural: bool) -> bool:
    """Whether the last word of a run is a verb: "a ten-foot wall stands", "a nurse died"."""
    if is_noun(folded[at + 1]):
        return False
    return folded[at].endswith("ed") or (not plural and is_plural(folded[at]))


def _predicated(folded: list[str], at: int, found: list[str]) -> bool:
    """Whether a participle says what became of them ("17 killed"), not which ("17 dead cows")."""
    follower = folded[at + 1]
    modifies = is_plural(follower) and follower not in STOPS
    return (not found or is_plural(found[-1])) and not modifies


def _shares_head(folded: list[str], at: int) -> bool:
    """Whether two adjectives share the head that follows: "old and new clerks"."""
    before, after = folded[at - 1], folded[at + 1]
    return not is_plural(before) and before not in SENSES and is_noun(after)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a phrase whose last word is a plural has its head in the next: "police officers"."""
    word = tokens.folded[at]
    return is_plural(word) and word not in SENSES


def before(tokens: Tokens, at: int, *, through: frozenset[str] = _OF) -> list[str]:
    """The noun phrase that ends with a token, head last; empty where there is none.

    Of "the price of oil" the head is "price"; what a preposition in `through` adds comes first.
    """
    folded = tokens.folded
    tail: list[str] = []
    found: list[str] = []
    while at >= 0 and len(found) + len(tail) < _LONGEST:
        word = folded[at]
        if word in _DETERMINERS and found and folded[at - 1] in through:
            at -= 1
            word = folded[at]
        if word in through and found and is_noun(folded[at - 1]):
            tail, found = [*found, *tail], []
        elif is_noun(word) and not is_adverb(word) and word not in VERBS:
            found.insert(0, word)
        elif not (found and (word in HYPHENS or folded[at + 1] in HYPHENS)):
            break
        at -= 1
    if at >= 0 and folded[at] == "to":
        return []
    return [*tail, *found] if found else tail
