"""One rule module a kind of finding; each is a function from evidence to findings."""

from collections.abc import Callable, Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.rules import (
    actor,
    antonym,
    attribution,
    cause,
    certainty,
    date,
    kind,
    modality,
    polarity,
    qualification,
    quantity,
    scope,
    status,
    substitution,
    topic,
    voice,
    vote,
)
from tuireader.compare.model import Finding

Rule = Callable[[Evidence], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    quantity.find,
    date.find,
    actor.find,
    polarity.find,
    status.find,
    topic.find,
    antonym.find,
    certainty.find,
    modality.find,
    attribution.find,
    cause.find,
    qualification.find,
    scope.find,
    kind.find,
    substitution.find,
    voice.find,
    vote.find,
)
"""Asked in this order of every pair; the order changes nothing in the verdict."""
