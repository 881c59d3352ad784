"""Numbers in digits: "3,240", "1.5 million", "2½", "3/4"."""

from __future__ import annotations

import unicodedata
from typing import Final

from tuireader.compare.claims.quantities.numbers import Number, Shape, scaled
from tuireader.compare.claims.quantities.tokens import Tokens

_MOST_DIGITS: Final = 15  # more of them are a key or an account, no amount


def literal(word: str) -> tuple[float, float] | None:
    """Value and last place of a number in digits; None for a version or a key ("1.2.3")."""
    plain = "".join(sign for sign in word if sign.isdecimal() or sign == ".")
    whole, *rest = plain.split(".")
    if len(whole) > _MOST_DIGITS:
        return None
    if len(rest) > 1:
        if len(whole) > 3 or any(len(group) != 3 for group in rest):
            return None
        return float("".join([whole, *rest])), 1.0
    return float(plain), 10.0 ** -len(rest[0]) if rest else 1.0


def vulgar(tokens: Tokens, at: int) -> Number | None:
    """A fraction that is one character: ½."""
    sign = tokens.folded[at]
    if len(sign) != 1 or unicodedata.category(sign) != "No":
        return None
    parts = unicodedata.normalize("NFKC", sign).split("⁄")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return None
    share = int(parts[0]) / int(parts[1])
    return Number(at, at + 1, share, share, Shape.SHARE, parts=int(parts[1]), digits=True)


def _slashed(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """ "3/4" at a token: value and denominator, for the fractions that people write so."""
    folded = tokens.folded
    if folded[at + 1] != "/" or not tokens.glued(at + 1) or not tokens.glued(at + 2):
        return None
    above, below = folded[at], folded[at + 2]
    if below not in {"2", "3", "4", "5", "8", "10", "16"} or not (
        above.isdecimal() and len(above) <= 2
    ):
        return None
    if tokens.glued(at + 3) and folded[at + 3] in {"/", "-"}:
        return None
    return (int(above) / int(below), int(below)) if 0 < int(above) < int(below) else None


def digits(tokens: Tokens, at: int) -> Number | None:
    """The number that begins with the digits at a token, magnitude words included."""
    folded = tokens.folded
    share = _slashed(tokens, at)
    if share:
        return Number(at, at + 3, share[0], share[0], Shape.SHARE, parts=share[1], digits=True)
    read = literal(folded[at])
    if read is None:
        return None
    value, step = read
    end = at + 1
    mixed = vulgar(tokens, end)
    if mixed and value == int(value):
        value, step, end = value + mixed.value, mixed.value, mixed.end
    elif folded[end][:1].isdecimal() and (part := _slashed(tokens, end)):
        value, step, end = value + part[0], part[0], end + 3
    elif folded[end : end + 3] == ["and", "a", "half"]:
        value, step, end = value + 0.5, 0.5, end + 3
    return scaled(tokens, Number(at, end, value, step, digits=True))
