"""Numbers in words: "twelve hundred", "one hundred and six", "two and a half million"."""

from __future__ import annotations

from typing import Final

from tuireader.compare.claims.quantities.numbers import (
    COLLECTIVES,
    ONES,
    SCALES,
    TEENS,
    TENS,
    Number,
    Shape,
    scaled,
)
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens

_AND_A_HALF: Final = ("and", "a", "half")
_LONE_PARTS: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


class _Sum:
    """A cardinal in words as it is being read."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0  # below the next scale
        self.scale = float("inf")  # the last one read
        self.step = 1.0
        self.scaled = False

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
    return _collective(tokens, scaled(tokens, Number(first, end, value, step, shape, scale=scale)))


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
    return number._replace(end=number.end + 1, value=value, step=20, shape=Shape.LOOSE)
