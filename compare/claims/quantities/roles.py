"""What a number does in its sentence: a total, an addition, an age, a side of a score."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.bounds import Bound
from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.numbers import Shape
from tuireader.compare.claims.quantities.tables import Phrases, table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import COUNT
from tuireader.compare.values import Role

_BEFORE: Final = Phrases(dict.fromkeys(table("roles")["increment"]["before"], "more"))
_AFTER: Final = words("roles", "increment", "after")
_UNLESS: Final = words("roles", "increment", "unless")
_VERBS: Final = words("roles", "change", "verbs")
_NOUNS: Final = words("roles", "change", "nouns")
_COMPARATIVES: Final = words("roles", "change", "comparatives")
_AGES: Final = Phrases(dict.fromkeys(table("roles")["age"]["before"], "age"))
_PERSONS: Final = words("roles", "age", "persons")
_CALENDAR: Final = words("refusals", "months") | words("refusals", "weekdays")
_DETERMINERS: Final = words("cues", "phrases", "determiners")
_RELATIVE: Final = frozenset(["%", "pp", "celsius"])
_ADDING: Final = frozenset(["added", "adding", "adds"])
_LEVELS: Final = words("cues", "roles", "levels")
_OLDEST: Final = 120
_NOUN_REACH: Final = 3


def is_age(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is somebody's age."""
    number = figure.number
    if not 0 < number.value <= _OLDEST or number.shape is not Shape.PLAIN:
        return False
    if figure.unit.name == "day":
        end = figure.end + 1 if tokens.folded[figure.end] in HYPHENS else figure.end
        return tokens.folded[end] in {"old", "olds"}
    if figure.unit is not COUNT or not float(number.value).is_integer():
        return False
    return _said_age(tokens, figure) or (number.digits and _in_commas(tokens, figure))


def _said_age(tokens: Tokens, figure: Figure) -> bool:
    """ "aged 26", "a woman of 82"."""
    folded, start, follower = tokens.folded, figure.start, tokens.folded[figure.end]
    if _AGES.ending(folded, start - 1):
        return follower not in {"people", "countries", "times"}
    if folded[start - 1] != "of" or folded[start - 2] not in _PERSONS:
        return False
    return not follower.isalpha() or follower in {"in", "who", "and", "was", "from"}


def _in_commas(tokens: Tokens, figure: Figure) -> bool:
    """ ", 26," or "(26)" after a name or a noun with an article."""
    folded, start, end = tokens.folded, figure.start, figure.end
    closed = folded[end] in {",", ")"} or tokens.ends_sentence(end)
    if not closed or folded[start - 1] not in {",", "("} or folded[end + 1][:1].isdecimal():
        return False
    if not tokens.raw(start - 2).isalpha() or folded[start - 2] in _CALENDAR:
        return False
    if tokens.capital(start - 2):
        return tokens.capital(start - 3) or folded[end] == "," or folded[start - 3] in {".", "said"}
    return folded[end] == "," and folded[start - 3] in _DETERMINERS and not tokens.capital(end + 1)


def role_of(tokens: Tokens, figure: Figure, bound: Bound) -> Role:
    """Whether a figure is a total or adds to one."""
    folded = tokens.folded
    first = min(bound.start, figure.start)
    for at in (figure.start - 1, first - 1):
        if _BEFORE.ending(folded, at) and figure.number.shape is not Shape.MULTIPLE:
            return Role.INCREMENT
    if _adds_behind(tokens, bound.end) or _changes(tokens, figure, first):
        return Role.INCREMENT
    return Role.AMOUNT


def _adds_behind(tokens: Tokens, end: int) -> bool:
    """ "3 more", "three people more", "dozens more"."""
    folded = tokens.folded
    return folded[end] in _AFTER and folded[end + 1] not in _UNLESS and folded[end - 1] != "or"


def _changes(tokens: Tokens, figure: Figure, first: int) -> bool:
    """ "rose by 2 points", "a rise of 2 points", "fell 4.6%", "30% more than"."""
    before = tokens.folded[first - 1]
    if before == "by" and not _VERBS.isdisjoint(tokens.before(first - 1, 6)):
        return True
    if before == "of" and not _NOUNS.isdisjoint(tokens.before(first - 1, 4)):
        return True
    if before in _ADDING and figure.unit is not COUNT:
        return True
    if figure.number.shape is Shape.MULTIPLE or figure.unit.name == "times":
        return False
    point = tokens.folded[figure.end] in {"point", "points"}
    return (point or figure.unit.name in _RELATIVE) and _differs(tokens, figure, first)


def _differs(tokens: Tokens, figure: Figure, first: int) -> bool:
    """Whether a share or points say a difference: "fell 5%", "5% more", "a 5% rise"."""
    folded, end = tokens.folded, figure.end
    if folded[end] in {"point", "points"}:
        end += 1
    if folded[end] in _COMPARATIVES:
        return True
    if folded[end] == "of":  # "cut 3% of its staff"
        return False
    article = folded[first - 1] in {"a", "an", "the"}
    if article and not _NOUNS.isdisjoint(tokens.after(end, _NOUN_REACH)):
        return True
    return folded[first - 1] in _VERBS and folded[first] not in _LEVELS
