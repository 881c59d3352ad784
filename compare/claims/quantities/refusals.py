"""Numbers that are no quantities: every rule that can refuse one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tuireader.compare.claims.quantities import calendar, labels, wordings
from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.tokens import Tokens

_Rule = Callable[[Tokens, Figure], bool]
_OF_DIGITS: Final[tuple[_Rule, ...]] = (
    labels.identifier,
    labels.label,
    labels.code,
    labels.address,
    labels.nothing,
    calendar.clock,
    calendar.date,
    calendar.year,
    calendar.ago,
)
_OF_WORDS: Final[tuple[_Rule, ...]] = (
    wordings.one,
    wordings.name,
    wordings.label,
    calendar.clock_in_words,
    calendar.ago,
)


def refused(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is part of a name, a label, a date or a time, and counts nothing."""
    rules = _OF_DIGITS if figure.number.digits else _OF_WORDS
    return any(rule(tokens, figure) for rule in rules)
