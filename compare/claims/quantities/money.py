"""Currencies before and after a number."""

from __future__ import annotations

from functools import cache
from typing import Final

from tuireader.compare.claims.quantities.numbers import Number, Shape
from tuireader.compare.claims.quantities.tables import table, words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import Unit

_TABLE = table("money")
_SIGNS: Final[dict[str, str]] = _TABLE["signs"]
_DOLLARS: Final[dict[str, str]] = _TABLE["dollars"]
_PREFIXES: Final[dict[str, str]] = _TABLE["prefixes"]
_NAMES: Final[dict[str, str]] = _TABLE["names"]
_PARTS: Final[dict[str, tuple[str, float]]] = _TABLE["parts"]
_ADJECTIVES: Final[dict[str, str]] = _TABLE["adjectives"]
_GUARDED: Final = words("money", "guarded", "names")
_CUES: Final = words("money", "guarded", "cues")
_LONGEST_ADJECTIVE: Final = 3
_GUARDED_FROM: Final = 1000
_REACH: Final = 20


@cache
def _money(code: str, factor: float = 1.0) -> Unit:
    return Unit(code, factor, factor)


def before(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """The currency that ends just before a token, and its first token: "US$", "Rs."."""
    folded = tokens.folded
    sign = at - 1
    if folded[sign] in _SIGNS:
        code = _SIGNS[folded[sign]]
        prefix = _DOLLARS.get(folded[sign - 1]) if code == "USD" else None
        if prefix and tokens.glued(sign) and tokens.capital(sign - 1):
            return _money(prefix), sign - 1
        return _money(code), sign
    if folded[sign] == ".":
        sign -= 1
    raw = tokens.raw(sign)
    if raw in _PREFIXES and (len(raw) > 2 or tokens.glued(at) or raw in {"Rs", "RM", "Re"}):
        return _money(_PREFIXES[raw]), sign
    return None


def after(tokens: Tokens, at: int, number: Number) -> tuple[Unit, int] | None:
    """The currency that begins at the token after a number, and its end."""
    folded = tokens.folded
    hyphen = folded[at] in HYPHENS and tokens.glued(at)
    first = at + 1 if hyphen else at
    word = folded[first]
    if word in _PARTS and not hyphen:
        return _money(*_PARTS[word]), first + 1
    if word == "p" and number.digits and tokens.glued(first) and tokens.raw(first) == "p":
        return _money("GBP", 0.01), first + 1
    for length in range(_LONGEST_ADJECTIVE, 0, -1):
        phrase = " ".join(folded[first : first + length + 1])
        code = _ADJECTIVES.get(phrase) or _ADJECTIVES.get(phrase.removesuffix("s"))
        if code:
            return _money(code), first + length + 1
    code = _NAMES.get(word)
    if code is None:
        return None
    if word in _GUARDED and folded[first + 1] != "sterling":
        large = number.shape in {Shape.SCALED, Shape.VAGUE} and number.value >= _GUARDED_FROM
        near = tokens.before(at, _REACH) + tokens.after(at, _REACH)
        cued = word != "won" and not hyphen and not _CUES.isdisjoint(near)
        if not (large or (cued and folded[first + 1] != "of")):
            return None
    end = first + 2 if folded[first + 1] == "sterling" else first + 1
    return _money(code), end
