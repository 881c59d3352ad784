"""Digits that name a thing instead of counting it: identifiers, labels, codes."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.numbers import SMALL, TENS, Shape
from tuireader.compare.claims.quantities.phrases import STOPS
from tuireader.compare.claims.quantities.tables import Phrases, table, words
from tuireader.compare.claims.quantities.tokens import DASHES, HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import COUNT

LABELS: Final = Phrases(dict.fromkeys(table("refusals")["labels"], "label"))
CROWDS: Final = words("refusals", "crowds")
_NAMES: Final = words("refusals", "names")
_RANGING: Final = frozenset(["to", "and", *SMALL, *TENS])
_GLUE: Final = frozenset("#@_\\=&")
_STREETS: Final = words("refusals", "streets")
_MOST_GROUPS: Final = 4
_LONGEST_STREET: Final = 5
_LONGEST_STATE: Final = 5
_ZIP_DIGITS: Final = 5
_EXCHANGE_DIGITS, _LINE_DIGITS = 3, 4


def identifier(tokens: Tokens, figure: Figure) -> bool:
    """ "F-35", "A380", "5G", "12th", "1990s", "#5"."""
    folded, end = tokens.folded, figure.end
    if _named_before(tokens, figure):
        return True
    if not tokens.glued(end):
        return False
    after = folded[end]
    if after.isalpha():
        return end == figure.number.end
    return after in _GLUE or (after == "/" and folded[end + 1][:1].isdecimal())


def _named_before(tokens: Tokens, figure: Figure) -> bool:
    """Whether letters or a sign stand against the digits: "A380", "COVID-19", "'90"."""
    folded, start = tokens.folded, figure.start
    before = folded[start - 1]
    if before == "#" or not tokens.glued(start):
        return before == "#"
    if before.isalpha() or before in _GLUE or before == "/":
        return True
    if before in HYPHENS and tokens.glued(start - 1) and folded[start - 2][-1:].isalpha():
        ranged = start < figure.number.start or folded[start - 3][:1].isdecimal()
        return not ranged and folded[start - 2] not in _RANGING
    return before in {"'", "’"} and figure.number.value < 100


def label(tokens: Tokens, figure: Figure) -> bool:
    """ "No. 10", "page 47", "Route 17", "Apollo 11"."""
    if figure.unit is not COUNT or figure.number.shape is not Shape.PLAIN:
        return False
    folded, at = tokens.folded, figure.start - 1
    if folded[at] == "." and folded[at - 1] in {"no", "nos"}:
        return True
    if folded[at] in {"and", ",", "to"} and folded[at - 1][:1].isdecimal():
        name = folded[at - 2]
        return len(name) > 2 and name.endswith("s") and LABELS.ending(folded, at - 2) is not None
    if LABELS.ending(folded, at):
        return bare(tokens, figure) or tokens.capital(at)
    if folded[at] in HYPHENS and folded[at - 1].isdecimal():  # "Boeing 737-800"
        at -= 2
    name = tokens.raw(at) if folded[at] != "of" else f"{tokens.raw(at - 1)} of"
    return name in _NAMES and (bare(tokens, figure) or at < figure.start - 1)


def bare(tokens: Tokens, figure: Figure) -> bool:
    """Whether no noun that could be counted follows."""
    follower = tokens.folded[figure.end]
    plural = follower.endswith("s") and follower not in STOPS and not tokens.capital(figure.end)
    return follower not in CROWDS and not plural


def code(tokens: Tokens, figure: Figure) -> bool:
    """Telephone numbers, postcodes, account numbers: leading zeros, groups joined by hyphens."""
    if figure.unit is not COUNT:
        return False
    raw, start = tokens.raw(figure.number.start), figure.start
    if raw.isdecimal() and len(raw) > 1 and raw[0] == "0":
        return True
    if _dialled(tokens, start):
        return True
    if raw.isdecimal() and len(raw) == _ZIP_DIGITS and _after_state(tokens, start):
        return figure.number.shape is Shape.PLAIN
    groups = _groups(tokens, figure)
    if len(groups) == 2:
        return [len(group) for group in groups] == [_EXCHANGE_DIGITS, _LINE_DIGITS]
    return len(groups) > 2


def _dialled(tokens: Tokens, at: int) -> bool:
    """Whether a plus sign opens the groups of digits that end here: "+44 20 7946"."""
    for _ in range(_MOST_GROUPS):
        at -= tokens.folded[at - 1].isdecimal()
    return tokens.folded[at - 1] == "+" and tokens.glued(at)


def _after_state(tokens: Tokens, start: int) -> bool:
    """Whether an abbreviated state stands before a postcode: "NY 10001", "Calif. 90210"."""
    state = tokens.raw(start - 1)
    if state == ".":
        return tokens.capital(start - 2) and len(tokens.raw(start - 2)) <= _LONGEST_STATE
    return state.isupper() and (len(state) == 2 or state == "D.C.")


def _groups(tokens: Tokens, figure: Figure) -> list[str]:
    """The groups of digits that glued hyphens join to this one."""
    folded, first, last = tokens.folded, figure.number.start, figure.number.start
    for _ in range(_MOST_GROUPS):
        if folded[first - 1] in HYPHENS and tokens.glued(first) and folded[first - 2].isdecimal():
            first -= 2
        if folded[last + 1] in HYPHENS and tokens.glued(last + 1) and folded[last + 2].isdecimal():
            last += 2
    return folded[max(first, 0) : last + 1 : 2]


def address(tokens: Tokens, figure: Figure) -> bool:
    """A house number: "12 Elm Street"."""
    if figure.unit is not COUNT or not tokens.capital(figure.end):
        return False
    for at in range(figure.end + 1, figure.end + _LONGEST_STREET):
        if tokens.folded[at] in _STREETS:
            return tokens.capital(at)
    return False


def nothing(tokens: Tokens, figure: Figure) -> bool:
    """Zero of something is a negation, no amount."""
    folded = tokens.folded
    score = folded[figure.start - 1] in DASHES or folded[figure.end] in DASHES
    return figure.unit is COUNT and figure.number.value == 0 and not score
