"""Clauses that hang on another: coordinated, contrasted, relative."""

from __future__ import annotations

from itertools import pairwise

from tuireader.compare.claims.segments.frames import (
    SHORTEST,
    Frame,
    full_clause,
    is_outcome,
)
from tuireader.compare.claims.segments.grammar import grammar

CONTRASTS = frozenset(("while", "whereas", "although", "though"))
"""Words that set one clause against another."""
COORDINATORS = frozenset(("and", "but", "or", "yet", "so"))
"""Words that set one clause beside another."""
OCCASIONS = frozenset(("after", "before", "when", "as", "because", "since"))
"""Words that hang the occasion of a clause on it."""
_STANDINS = frozenset(("did", "does", "do", "had", "has", "have", "was", "were", "is", "are"))
_SUBJECTS = frozenset(("he", "she", "it", "they", "there", "we", "i", "this"))


def coordinates(frame: Frame, opened: int, index: int) -> bool:
    """Whether a conjunction behind a comma opens a claim of its own."""
    folded = frame.words.folded
    word = folded[index]
    second = folded[index + 1] if index + 1 < len(folded) else ""
    third = folded[index + 2] if index + 2 < len(folded) else ""
    if word in COORDINATORS:
        if second == "that":
            return _second_complement(frame, opened, index)
        segment = max((place for place in frame.breaks if opened < place < index), default=opened)
        listed = word in ("and", "or") and not (
            second in _SUBJECTS or frame.finite(segment, index) or is_outcome(frame, segment)
        )
        return not (listed or _correlates(frame, opened, index)) and full_clause(frame, index + 1)
    if word in CONTRASTS:
        return full_clause(frame, index + 1)
    if word == "as" and second in _SUBJECTS and third in _STANDINS:
        return True
    if word in OCCASIONS and full_clause(frame, index + 1):
        last = frame.next_break(index)
        verbs = frame.finite(index, last)
        return folded[verbs[0]] not in grammar().speech and frame.has_figure(index, last)
    return False


def _correlates(frame: Frame, opened: int, index: int) -> bool:
    """Whether the conjunction answers an earlier word: "not only … but", "either … or"."""
    folded = frame.words.folded
    earlier = folded[opened:index]
    return (folded[index] == "but" and ("not", "only") in pairwise(earlier)) or (
        folded[index] == "or" and "either" in earlier
    )


def _second_complement(frame: Frame, opened: int, index: int) -> bool:
    """Whether ", and that …" adds a second thing said, both with a figure."""
    last = frame.next_break(index)
    return (
        not grammar().speech.isdisjoint(frame.words.folded[opened:index])
        and frame.has_figure(opened, index)
        and frame.has_figure(index, last)
        and bool(frame.finite(index + 2, last))
    )


def opens_relative(frame: Frame, index: int) -> bool:
    """Whether ", most of whom", ", 12 of which" opens a relative clause."""
    ahead = frame.words.folded[index : index + 4]
    return "of" in ahead and not {"whom", "which"}.isdisjoint(ahead)


def relative_cut(frame: Frame, opened: int, index: int, alone: bool) -> int | None:
    """Where to cut for a relative clause with a figure or date of its own."""
    last = frame.next_break(index)
    if (
        last - index < SHORTEST
        or not frame.finite(index + 1, min(index + 6, last))
        or not frame.has_figure(index, last, dates=True)
    ):
        return None
    count = len(frame.words.folded)
    if alone:
        ends = last == count or coordinates(frame, index, last) or is_outcome(frame, last)
        return index if ends or ";" in frame.words.gaps[last] else None
    resumed = (
        last < count
        and not frame.finite(opened, index)
        and last in frame.verbs
        and frame.next_break(last) - last >= SHORTEST
        and frame.has_figure(last, frame.next_break(last), dates=True)
    )
    return last if resumed else None


def contrast_ends(frame: Frame, opened: int, index: int) -> bool:
    """Whether "While exports fell 3 per cent" ends here and its counterpart begins."""
    return (
        frame.words.folded[opened] in CONTRASTS
        and index - opened >= SHORTEST
        and bool(frame.finite(opened + 1, index))
        and frame.has_figure(opened, index)
        and frame.has_figure(index, frame.next_break(index))
        and full_clause(frame, index)
    )
