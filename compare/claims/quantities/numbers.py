"""What a number in the tokens is, and the magnitude words that follow one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from tuireader.compare.claims.quantities.tables import table
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens

_TABLE = table("numbers")
ONES: Final[dict[str, int]] = _TABLE["ones"]
TEENS: Final[dict[str, int]] = _TABLE["teens"]
TENS: Final[dict[str, int]] = _TABLE["tens"]
SCALES: Final[dict[str, float]] = _TABLE["scales"]
COLLECTIVES: Final[dict[str, int]] = _TABLE["collectives"]
VAGUE: Final[dict[str, list[float]]] = _TABLE["vague"]
SMALL: Final[dict[str, int]] = ONES | TEENS
_AFTER_DIGITS: Final[dict[str, float]] = SCALES | _TABLE["suffixes"] | {"hundred": 100}
_AMBIGUOUS: Final[dict[str, float]] = _TABLE["ambiguous_suffixes"]


class Shape(StrEnum):
    """What kind of wording gives the number."""

    PLAIN = "plain"
    SCALED = "scaled"  # with a magnitude word: 1.2 million
    SHARE = "share"  # a part of a whole: two-thirds
    LOOSE = "loose"  # a dozen, two score, a couple
    VAGUE = "vague"  # dozens, several hundred
    MULTIPLE = "multiple"  # twice, tripled


class Number(NamedTuple):
    """A number in the tokens.

    Attributes:
        start: Its first token.
        end: The token after its last.
        value: What it says; the low end of a vague one.
        step: The last place that is said: 0.1 for 5.5, 100,000 for 1.2 million.
        shape: The kind of wording.
        high: The high end of a vague or loose one, else 0.
        parts: Denominator of a share, else 0.
        digits: Whether it is written in digits.
        suffix: An ambiguous letter against the digits ("m" in "320m") that the unit decides.
        scale: The product of its magnitude words, which "1.4 to 1.7 million" says once for both.
    """

    start: int
    end: int
    value: float
    step: float = 1.0
    shape: Shape = Shape.PLAIN
    high: float = 0.0
    parts: int = 0
    digits: bool = False
    suffix: str = ""
    scale: float = 1.0


def tidy(value: float) -> float:
    """The product of a decimal and a power of ten, without the binary dust."""
    return float(f"{value:.14g}")


def scaled(tokens: Tokens, number: Number) -> Number:
    """The number with the magnitude words that follow it."""
    folded, end = tokens.folded, number.end
    value, step, shape, scale = number.value, number.step, number.shape, number.scale
    while True:
        if folded[end] in HYPHENS and tokens.glued(end) and folded[end + 1] in SCALES:
            end += 1
        if folded[end] not in _AFTER_DIGITS:
            break
        factor = _AFTER_DIGITS[folded[end]]
        value, step, scale = tidy(value * factor), tidy(step * factor), scale * factor
        shape, end = Shape.SCALED, end + 1
    dozen = end + 1 if folded[end] in HYPHENS and tokens.glued(end) else end
    if folded[dozen] == "dozen":
        return number._replace(end=dozen + 1, value=value * 12, step=step * 12, shape=Shape.LOOSE)
    suffix = ""
    if number.digits and shape is not Shape.SCALED and tokens.glued(end):
        suffix = folded[end] if folded[end] in _AMBIGUOUS else ""
    if end == number.end and not suffix:
        return number
    return number._replace(end=end, value=value, step=step, shape=shape, suffix=suffix, scale=scale)


def magnify(number: Number) -> Number:
    """The number with its ambiguous letter taken as a magnitude: "320m" as 450 million."""
    factor = _AMBIGUOUS[number.suffix]
    return number._replace(
        end=number.end + 1,
        value=tidy(number.value * factor),
        step=tidy(number.step * factor),
        shape=Shape.SCALED,
        suffix="",
        scale=factor,
    )
