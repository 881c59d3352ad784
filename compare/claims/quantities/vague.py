"""Numbers that are left open or only implied: "dozens", "several hundred", "twice"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.numbers import SCALES, VAGUE, Number, Shape
from tuireader.compare.claims.quantities.tables import table, words
from tuireader.compare.claims.quantities.tokens import Tokens

_TABLE = table("numbers")
_VAGUE_OF: Final[dict[str, list[float]]] = _TABLE["vague_of"]
INDEFINITE: Final[dict[str, list[float]]] = _TABLE["indefinite"]
MULTIPLES: Final[dict[str, float]] = _TABLE["multiples"]
_STEPS: Final = SCALES | {"hundred": 100.0, "dozen": 12.0}
_MARKS: Final = words("cues", "vague", "before_marks")
_COMPARED: Final = words("cues", "vague", "after_multiple")


def plural(tokens: Tokens, at: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "tens of millions" at a token."""
    folded = tokens.folded
    word = folded[at]
    if word in _VAGUE_OF and folded[at + 1] == "of" and folded[at + 2] in VAGUE:
        scale = folded[at + 2].removesuffix("s")
        if scale in SCALES:
            low, high = _VAGUE_OF[word]
            return _open(at, at + 3, low * SCALES[scale], (high + 1) * SCALES[scale] - 1)
    if word not in VAGUE:
        return None
    if word == "scores" and (folded[at + 1] not in {"of", "more"} or folded[at - 1] in _MARKS):
        return None
    low, high = VAGUE[word]
    return _open(at, at + 1, low, high)


def indefinite(tokens: Tokens, at: int) -> Number | None:
    """ "several", "a few hundred", "a handful" at a token."""
    folded = tokens.folded
    first = at
    if folded[at] != "several":
        if folded[at - 1] not in {"a", "the", "last", "past", "next", "first"}:
            return None
        first = at - 1 if folded[at - 1] == "a" else at
    low, high = INDEFINITE[folded[at]]
    end = at + 1
    step = end + 1 if folded[end] == "of" and folded[at] == "handful" else end
    if folded[step] in _STEPS:
        factor = _STEPS[folded[step]]
        return _open(first, step + 1, low * factor, high * factor)
    return _open(first, end, low, high)


def couple(tokens: Tokens, at: int) -> Number | None:
    """ "a couple of", "a couple hundred": two, or a little more; not the married pair."""
    folded = tokens.folded
    if folded[at - 1] not in {"a", "last", "past", "next"}:
        return None
    end = at + 2 if folded[at + 1] == "of" else at + 1
    factor = _STEPS.get(folded[end])
    if factor is None and end == at + 1:
        return None
    if factor is None:
        return Number(at - 1, end, 2, 2, Shape.LOOSE, high=3)
    return Number(at - 1, end + 1, 2 * factor, 2 * factor, Shape.LOOSE, high=3 * factor)


def multiple(tokens: Tokens, at: int) -> Number | None:
    """ "twice the level", "doubled", "tenfold" at a token: a factor, said without a number."""
    folded = tokens.folded
    word = folded[at]
    if word in {"double", "triple", "treble", "quadruple"} and folded[at + 1] not in _COMPARED:
        return None
    return Number(at, at + 1, MULTIPLES[word], 1, Shape.MULTIPLE, high=MULTIPLES[word])


def _open(start: int, end: int, low: float, high: float) -> Number:
    return Number(start, end, low, low, Shape.VAGUE, high=high)
