"""What bears a name: the cues in its own words and beside it."""

from __future__ import annotations

from tuireader.compare.claims.names.lexicon import given_names, is_common, words
from tuireader.compare.claims.names.mentions import word_before
from tuireader.compare.claims.names.scan import Token
from tuireader.compare.ready import compiled
from tuireader.compare.values import NameType

_AGE = compiled(r", (?:aged )?\d{1,2}(?:,|\.|\s[a-z])|, who (?!l)|, an? \d\d-year-old ")
_DATELINE = compiled(r", [A-Z]| \(Reuters|\s[—–-]{1,2}\s")
_ARTICLES = frozenset({"a", "an", "the"})
_PLACED = compiled(r", (?:an?|the) (?:[a-z-]+ ){0,3}(?:town|village|city|suburb|province|island)\b")


def is_initial(fold: str) -> bool:
    """Whether a token is an initial: one letter, or letters, each with a full stop."""
    return len(fold) >= 2 and fold[-1] == "." and not any(map(str.isalpha, fold[1::2]))


def kind_of(text: str, tokens: list[Token], *, company: bool) -> tuple[NameType, bool]:
    """The type that this place tells, and whether it is sure."""
    if company:
        return NameType.ORGANISATION, True
    folds = [token.fold for token in tokens]
    return (
        _by_own_words(tokens, folds)
        or _by_neighbours(text, tokens)
        or _by_form(text, tokens, folds)
    )


def _by_neighbours(text: str, tokens: list[Token]) -> tuple[NameType, bool] | None:
    end = tokens[-1].end
    if _AGE.match(text, end):
        return NameType.PERSON, True
    opening = tokens[0].initial and tokens[0].capitals
    if (opening and _DATELINE.match(text, end)) or _PLACED.match(text, end):
        return NameType.PLACE, True
    before = word_before(text, tokens[0].start)
    if before in words("place_before") and len(tokens) <= 3 and not is_common(tokens[-1].fold):
        earlier = word_before(text, tokens[0].start, 2)
        if any(map(str.isdigit, tokens[-1].fold)):
            return None
        weak = before in {"at", "from", "around"} or tokens[-1].capitals
        if earlier not in words("not_place_before") and not (weak and len(tokens) > 1):
            return NameType.PLACE, not weak
    return None


def _by_form(text: str, tokens: list[Token], folds: list[str]) -> tuple[NameType, bool]:
    if len(tokens) == 1 and tokens[0].capitals and folds[0].isalpha():
        return NameType.ORGANISATION, False
    if len(tokens) == 1 and folds[0] in given_names() and not is_common(folds[0]):
        return NameType.PERSON, False
    if 2 <= len(tokens) <= 4 and not any(map(_impersonal, folds)):
        start = tokens[0].start
        before = {word_before(text, start, back) for back in (1, 2, 3)}
        if before.isdisjoint(_ARTICLES) or word_before(text, start) in words("person_nouns"):
            return NameType.PERSON, False
    return NameType.OTHER, False


def _by_own_words(tokens: list[Token], folds: list[str]) -> tuple[NameType, bool] | None:
    several = len(tokens) > 1
    if several and any(token.link == "particle" for token in tokens):
        return NameType.PERSON, folds[0] in given_names()
    continued = any(token.link == "of" for token in tokens)
    if continued or folds[-1] in words("organisation"):
        return NameType.ORGANISATION, several
    if folds[-1] in words("place") or (several and folds[0] in words("place_first")):
        return NameType.PLACE, several
    if several and tokens[1].link == "and":
        return NameType.OTHER, True
    if several and (folds[0] in given_names() or is_initial(folds[0]) or is_initial(folds[1])):
        # The James Orrin Space Telescope.
        thing = len(folds) > 2 and all(map(is_common, folds[-2:]))
        return (NameType.OTHER, False) if thing else (NameType.PERSON, True)
    return None


def _impersonal(fold: str) -> bool:
    return is_common(fold) or not fold.replace("-", "").replace("'", "").replace(".", "").isalpha()
