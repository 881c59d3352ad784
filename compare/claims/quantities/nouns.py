"""The noun phrase after a figure: "3,400 crew", "36% of voters", "a $7 billion dam"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities import phrases
from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.numbers import SCALES, Shape
from tuireader.compare.claims.quantities.phrases import SENSES, is_adverb, is_noun, is_plural
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import COUNT

_COMPARATIVES: Final = words("cues", "counted", "comparatives")
_MEN: Final = words("cues", "counted", "sexes")
_OF_THEM: Final = words("cues", "counted", "of_them")
_NO_HEAD: Final = words("cues", "counted", "no_head")
_DETERMINERS: Final = words("cues", "phrases", "determiners")
_MORE: Final = words("roles", "increment", "after") | {"other"}
_DIMENSIONS: Final = words("cues", "counted", "dimensions")
_WE: Final = frozenset(["us", "you"])
_CODE_LETTERS: Final = 3

Phrase = tuple[list[str], int]


def noun_after(tokens: Tokens, figure: Figure, end: int) -> Phrase:
    """The noun phrase that says what a figure counts, head last, and the token after it.

    Args:
        tokens: The tokens.
        figure: The figure.
        end: The token after it, its bounds included.
    """
    folded, at = tokens.folded, end
    if folded[at] in HYPHENS and tokens.glued(at):  # "seven-member panel", "300-strong crowd"
        if folded[at + 1] in _DIMENSIONS:
            return phrases.after(tokens, at + 2, plural=False)
        return ([folded[at + 1]], at + 2) if is_noun(folded[at + 1]) else ([], end)
    if folded[at] in _MORE or folded[at : at + 2] == ["worth", "of"]:
        at += 1
    if folded[at] == "of":
        return _after_of(tokens, figure, at + 1)
    if figure.number.shape is Shape.SHARE:
        return _of_share(tokens, figure, at, end)
    if figure.unit is COUNT:
        return _plain(tokens, figure, at, end)
    return _measured(tokens, figure, at, end)


def _measured(tokens: Tokens, figure: Figure, at: int, end: int) -> Phrase:
    """What a figure with a unit is of: "$1.6bn in grain", "45-day truce"; a share by a plural."""
    name = figure.unit.name
    article = tokens.folded[figure.start - 1] in _DETERMINERS
    if name in {"%", "times"} and not (article or is_plural(tokens.folded[at])):
        return [], end
    if tokens.folded[at] == "in" and name.isupper() and len(name) == _CODE_LETTERS:
        found, after = phrases.after(tokens, at + 1, plural=False)
        return (found, after) if _is_head(tokens, at + 1) else ([], end)
    return _attributive(tokens, figure, at, end)


def _plain(tokens: Tokens, figure: Figure, at: int, end: int) -> Phrase:
    """What a figure without a unit counts."""
    folded = tokens.folded
    found, after = phrases.after(tokens, at, plural=figure.number.value != 1)
    if not found or not (figure.number.value == 1 or is_plural(found[-1])):
        return [], end
    if found[-1] in _MEN and folded[after] == "and" and folded[after + 1] in _MEN:
        return ["people"], after + 2
    return found, after


def _of_share(tokens: Tokens, figure: Figure, at: int, end: int) -> Phrase:
    """What a share is of: "one in five bakers", "seven voters in ten", "half the voters"."""
    inside = tokens.folded[figure.number.start + 1 : figure.number.end]
    if "in" in inside and is_noun(inside[0]):
        return [inside[0]], end
    while tokens.folded[at] in _DETERMINERS:
        at += 1
    found, after = phrases.after(tokens, at, plural=True)
    return (found, after) if found and is_plural(found[-1]) else ([], end)


def _after_of(tokens: Tokens, figure: Figure, at: int) -> Phrase:
    """The noun phrase after "of": "36% of voters", "260 of the 1,170 welders"."""
    folded, end = tokens.folded, at
    while folded[at] in _DETERMINERS:
        at += 1
    if folded[at] in _WE:
        return ["people"], at + 1
    if folded[at - 1] in {"those", "these"} and _is_clause(folded[at]):
        return ["people"], end
    if folded[at] in _OF_THEM:
        return [], end - 1
    while folded[at][:1].isdecimal() or folded[at] in SCALES:
        at += 1
    plural = figure.unit is COUNT or figure.unit.name == "%"
    found, after = phrases.after(tokens, at, plural=plural)
    if len(found) == 1 and found[0].endswith("ed") and found[0] not in SENSES:
        found = ["people"]  # "three of the accused"
    return (found, after) if found else ([], end - 1)


def _is_clause(word: str) -> bool:
    """Whether "those" stands for people here: "those given a seat", "those on leave"."""
    return word.endswith(("ed", "en", "ing")) or not is_noun(word)


def _attributive(tokens: Tokens, figure: Figure, at: int, end: int) -> Phrase:
    """The noun that a measured figure stands before: "a $7 billion dam", "45-day truce"."""
    hyphened = tokens.folded[figure.number.end] in HYPHENS
    article = tokens.folded[figure.start - 1] in _DETERMINERS
    word = tokens.folded[at]
    bare = not (is_plural(word) or word.endswith("ing"))
    headline = bare and figure.start < figure.number.start
    if not (hyphened or article or headline) or not _is_head(tokens, at):
        return [], end
    return phrases.after(tokens, at, plural=False)


def _is_head(tokens: Tokens, at: int) -> bool:
    """Whether a word in lower case can begin what a measured figure stands before."""
    word = tokens.folded[at]
    if not is_noun(word) or tokens.capital(at) or word in _NO_HEAD or is_adverb(word):
        return False
    if word.endswith("ed"):
        return is_noun(tokens.folded[at + 1]) and not tokens.capital(at + 1)
    return word not in phrases.VERBS and word not in _COMPARATIVES
