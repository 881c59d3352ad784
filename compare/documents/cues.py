"""The words with which a two-sided text says who speaks next."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from tuireader.compare.documents.patterns import table
from tuireader.compare.model import Side
from tuireader.compare.ready import compiled

LEAD_IN_WORDS = 15
_SHOWN = 60

# How surely a paragraph opens an answer: a line that does nothing else; a paragraph that begins
# with such a line; one that begins with its words.
ANSWER_LINE, ANSWER_OPENING, ANSWER_WORDS = 1.0, 0.9, 0.5


def announces_report(text: str) -> Literal["", "weak", "strong"]:
    """Whether a short paragraph says that a report follows; weak if perhaps only a quotation."""
    if len(text.split(None, LEAD_IN_WORDS)) > LEAD_IN_WORDS or _first_match("answer", text):
        return ""
    if any(pattern.match(text) for pattern in _patterns("report")):
        return "strong"
    return "weak" if any(pattern.match(text) for pattern in _patterns("report_weak")) else ""


def opens_answer(text: str) -> float:
    """How surely a paragraph opens an answer; 1 for a line that does nothing else."""
    match = _first_match("answer", text)
    if match is None:
        return ANSWER_WORDS if _first_match("turn", text) else 0.0
    short = len(text.split(None, LEAD_IN_WORDS)) < LEAD_IN_WORDS
    if short and (text[-1] in "?:" or text[-1].isalnum() or match.end() >= len(text) - 1):
        return ANSWER_LINE
    following = text[match.end() - 1 : match.end() + 2].strip()
    if any(mark in following for mark in ":?!"):
        return ANSWER_OPENING
    return ANSWER_WORDS


def label_of(text: str) -> Side | None:
    """Whose piece a paragraph labels itself to be ("Claim: ...", "Fact: ..."), if it does."""
    if _first_match("label_report", text):
        return Side.A
    return Side.B if _first_match("label_answer", text) else None


def brief(text: str) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(None, 1)[0] + " …"


def shown(text: str) -> str:
    """The beginning of a text in quotation marks, as reasons quote it."""
    return f"“{brief(text)}”"


@cache
def spelling_pairs() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Spellings of which a writer uses one, in pairs."""
    return tuple(tuple(map(re.compile, row)) for row in table("split_cues")["spellings"])


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(row, re.IGNORECASE) for row in table("split_cues")[kind])


def _first_match(kind: str, text: str) -> re.Match[str] | None:
    matches = (pattern.match(text) for pattern in _patterns(kind))
    return next((match for match in matches if match), None)
