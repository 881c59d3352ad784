"""Numbers in digits and words, read from tokens: "3,240", "twelve hundred", "a third", "dozens"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

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
_AND_A_HALF: Final = ("and", "a", "half")
_LONE_PARTS: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_MOST_DIGITS = 15  # more of them are a key or an account, no amount


class Shape(StrEnum):
    """What kind of wording gives the number."""

    PLAIN = "plain"
    SCALED = "scaled"  # with a magnitude word: 1.2 million
    SHARE = "share"  # a part of a whole: two-thirds
    LOOSE = "loose"  # a dozen, two score, a couple
    VAGUE = "vague"  # dozens, several hundred
    MULTIPLE = "multiple"  # twice, tripled


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens.

    Attributes:
        start: Its first token.
        end: The token after its last.
        value: What it says; the low end of a vague one.
        step: The last place that is said: 0.1 for 5.5, 100,000 for 1.2 million.
        shape: The kind of wording.
        high: The high end of a vague one, else `value`.
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


def _tidy(value: float) -> float:
    """The product of a decimal and a power of ten, without the binary dust."""
    return float(f"{value:.14g}")


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
    return _scaled(tokens, Number(at, end, value, step, digits=True))


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The number with the magnitude words that follow it."""
    folded, end = tokens.folded, number.end
    value, step, shape, scale = number.value, number.step, number.shape, number.scale
    while True:
        if folded[end] in HYPHENS and tokens.glued(end) and folded[end + 1] in SCALES:
            end += 1
        if folded[end] not in _AFTER_DIGITS:
            break
        factor = _AFTER_DIGITS[folded[end]]
        value, step, scale = _tidy(value * factor), _tidy(step * factor), scale * factor
        shape, end = Shape.SCALED, end + 1
    dozen = end + 1 if folded[end] in HYPHENS and tokens.glued(end) else end
    if folded[dozen] == "dozen":
        return replace(number, end=dozen + 1, value=value * 12, step=step * 12, shape=Shape.LOOSE)
    suffix = ""
    if number.digits and shape is not Shape.SCALED and tokens.glued(end):
        suffix = folded[end] if folded[end] in _AMBIGUOUS else ""
    if end == number.end and not suffix:
        return number
    return replace(number, end=end, value=value, step=step, shape=shape, suffix=suffix, scale=scale)


def magnify(number: Number) -> Number:
    """The number with its ambiguous letter taken as a magnitude: "320m" as 450 million."""
    factor = _AMBIGUOUS[number.suffix]
    return replace(
        number,
        end=number.end + 1,
        value=_tidy(number.value * factor),
        step=_tidy(number.step * factor),
        shape=Shape.SCALED,
        suffix="",
        scale=factor,
    )


@dataclass(slots=True)
class _Sum:
    """A cardinal in words as it is being read."""

    total: float = 0.0
    group: float = 0.0  # below the next scale
    scale: float = float("inf")  # the last one read
    step: float = 1.0
    scaled: bool = False

    def take(self, word: str) -> bool:
        """Add one word if the grammar allows it here."""
        if word in ONES:
            if self.group % 10 or self.group % 100 == 10:
                return False
            self.group += ONES[word]
            self.step = 1
        elif word in TEENS or word in TENS:
            if self.group % 100:
                return False
            self.group += TEENS.get(word) or TENS[word]
            self.step = 1
        elif word == "hundred":
            if not 0 < self.group < 100:
                return False
            self.group *= 100
            self.step = 100
            self.scaled = True
        elif word in SCALES:
            if not self.group or SCALES[word] >= self.scale:
                return False
            self.scale = SCALES[word]
            self.total += self.group * self.scale
            self.group = 0
            self.step = self.scale
            self.scaled = True
        else:
            return False
        return True

    @property
    def big(self) -> bool:
        """Whether "and" may join a smaller number here: after a hundred or a scale."""
        return (self.group >= 100 and self.group % 100 == 0) or (self.group == 0 and self.total > 0)


def cardinal(tokens: Tokens, at: int, *, article: bool = False) -> Number | None:
    """The number in words at a token; `article` where "a" stands for one before it."""
    folded = tokens.folded
    reading = _Sum()
    if article:
        reading.group = 1
    end = at
    while True:
        jump = end
        if end > at and folded[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1):
            jump = end + 1
        elif end > at and folded[end] == "and" and reading.big:
            if folded[end + 2] == "hundred" or folded[end + 2] in SCALES:
                break
            jump = end + 1
        if not reading.take(folded[jump]):
            break
        end = jump + 1
    if end == at:
        return None
    value, step = reading.total + reading.group, reading.step
    half = _and_a_half(tokens, end)
    if half:
        added, end = half
        unit = reading.scale if reading.group == 0 and reading.total else 1.0
        value, step = value + added * unit, added * unit
    shape = Shape.SCALED if reading.scaled and value >= 100 else Shape.PLAIN
    first = at - 1 if article else at
    scale = reading.scale if reading.total and not reading.group else 1.0
    return _collective(tokens, _scaled(tokens, Number(first, end, value, step, shape, scale=scale)))


def _and_a_half(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """ "and a half", "-and-a-half" at a token: the fraction and the token after it."""
    said: list[str] = []
    while len(said) < len(_AND_A_HALF) and at < len(tokens):
        if not (tokens.folded[at] in HYPHENS and tokens.glued(at)):
            said.append(tokens.folded[at])
        at += 1
    if said[:1] != ["and"] or len(said) < len(_AND_A_HALF):
        return None
    if said[1] in {"a", "one"} and said[2] in _LONE_PARTS:
        return _LONE_PARTS[said[2]], at
    return (0.75, at) if said[1:] == ["three", "quarters"] else None


def _collective(tokens: Tokens, number: Number) -> Number:
    """The number times the score that follows it: "two score"."""
    word, follower = tokens.folded[number.end : number.end + 2]
    if word != "score" or follower in {"of", "and"} or number.value not in ONES.values():
        return number
    value = number.value * COLLECTIVES[word]
    return replace(number, end=number.end + 1, value=value, step=20, shape=Shape.LOOSE)
