"""Units of measure after a number, and what they convert to."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from tuireader.compare.claims.quantities.tables import Phrases, table
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens, tokenise


class Unit(NamedTuple):
    """A unit as it is said, with the way to the canonical one.

    Attributes:
        name: The canonical unit, as in `Quantity.unit`.
        low: Factor to the canonical unit; the smaller one where the unit has two senses.
        high: The larger one, else equal to `low`.
        zero: Subtracted from a reading before the factor is applied (Fahrenheit).
        measured: Whether it is a continuous measure, which nobody states exactly.
        rate: What the unit itself is per ("day" for bpd), or "".
    """

    name: str
    low: float = 1.0
    high: float = 1.0
    zero: float = 0.0
    measured: bool = False
    rate: str = ""

    def convert(self, value: float) -> tuple[float, float]:
        """The interval in the canonical unit that a value in this unit stands for."""
        ends = ((value - self.zero) * self.low, (value - self.zero) * self.high)
        return min(ends), max(ends)


COUNT: Final = Unit("")
PART: Final = Unit("%", 100, 100)
TIMES: Final = Unit("times")
POINT: Final = Unit("pp")
YEAR: Final = Unit("day", 365.25, 365.25, measured=True)
# Letters that are units only against the digits, in this case.
_GLUED: Final = frozenset(["m", "g", "h", "t"])
_DEGREES: Final = {"C": "°c", "F": "°f"}
_LONGEST_WITHOUT_PLURAL: Final = 3


@cache
def _units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for dimension in table("units").values():
        for form, factor in dimension["forms"].items():
            low, high = factor if isinstance(factor, list) else (factor, factor)
            unit = Unit(
                dimension["unit"],
                low,
                high,
                dimension.get("zero", {}).get(form, 0.0),
                not dimension.get("counting", False),
                dimension.get("rate", ""),
            )
            spaced = " ".join(word for word in tokenise(form, 0, len(form)).folded if word)
            found[spaced] = unit
            if len(form) > _LONGEST_WITHOUT_PLURAL and not form.endswith(("s", "feet", "c", "f")):
                found.setdefault(spaced + "s", unit)
    return found


@cache
def _phrases() -> Phrases:
    return Phrases({form: form for form in _units()})


def unit_at(tokens: Tokens, at: int, *, digits: bool) -> tuple[Unit, int] | None:
    """The unit that begins at a token, a hyphen before it skipped ("20-year"), and its end.

    Args:
        tokens: The tokens.
        at: The token after the number.
        digits: Whether the number is in digits; abbreviations stand after digits only.
    """
    folded = tokens.folded
    hyphen = folded[at] in HYPHENS and tokens.glued(at)
    first = at + 1 if hyphen else at
    raw = tokens.raw(first)
    if raw in _DEGREES and digits and tokens.glued(first) and folded[first + 1] not in HYPHENS:
        return _units()[" ".join(_DEGREES[raw])], first + 1
    match = _phrases().starting(folded, first)
    if match is None:
        return None
    length, form = match
    if len(form) <= _LONGEST_WITHOUT_PLURAL and not digits and form not in {"day", "ton"}:
        return None
    if form in _GLUED and not (tokens.glued(first) and raw == form) and form != "m":
        return None
    if form == "second" and not hyphen and folded[at - 1] not in {"one", "1", "a"}:
        return None
    return _units()[form], first + length


def smaller(tokens: Tokens, at: int, unit: Unit) -> tuple[Unit, int] | None:
    """The unit at a token if it divides `unit`: months after years, inches after feet."""
    if tokens.folded[at] in {"in", "ins"} and tokens.glued(at) and unit.name == "km":
        return _units()["inch"], at + 1
    found = unit_at(tokens, at, digits=True)
    if found and found[0].name == unit.name and found[0].high < unit.low and unit.measured:
        return found
    return None
