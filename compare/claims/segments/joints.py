"""The places inside a sentence where one clause may end and another begin, and what speaks for it.

Every test here asks for certainty: a claim cut in the wrong place costs more than a long one.
"""

from __future__ import annotations

from tuireader.compare.claims.segments.dependents import (
    CONTRASTS,
    COORDINATORS,
    OCCASIONS,
    contrast_ends,
    coordinates,
    opens_relative,
    relative_cut,
)
from tuireader.compare.claims.segments.frames import (
    BREAKS,
    RELATIVES,
    SHORTEST,
    Frame,
    full_clause,
    is_outcome,
    stands_alone,
)
from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words

_LONGEST = 400  # Words; what is longer is a list or a table, and no sentence.
_UNMARKED = frozenset(("and", "while", "whereas"))
_JOINING = CONTRASTS | COORDINATORS | OCCASIONS | RELATIVES
_SPLITTING = frozenset(":—–")
_QUOTES = frozenset("“‘\"'")


def joints_of(words: Words) -> list[int]:
    """The words before which a clause might end, by a glance at the sign and the word."""
    folded, gaps = words.folded, words.gaps
    last = len(folded) - SHORTEST
    if not SHORTEST <= last <= _LONGEST:
        return []
    contrast = folded[0] in CONTRASTS
    joints = []
    for index, gap in enumerate(gaps):
        if gap:
            if 0 < index <= last and not BREAKS.isdisjoint(gap):
                joints.append(index)
        elif folded[index] in _UNMARKED and SHORTEST <= index <= last:
            joints.append(index)
    return [index for index in joints if contrast or _joins(words, index)]


def _joins(words: Words, index: int) -> bool:
    """Whether the sign or the word there is one that ever parts two clauses."""
    word, gap = words.folded[index], words.gaps[index]
    return (
        word in _JOINING
        or word in grammar().outcomes
        or is_adverb(word)
        or not _SPLITTING.isdisjoint(gap)
        or ";" in gap
        or "of" in words.folded[index : index + 3]
        or is_finite(words.folded, index)
    )


def cuts_at(frame: Frame, opened: int, index: int) -> int | None:
    """Where to cut for the joint before word `index`, or None; `opened` began the open clause.

    Mostly `index` itself; behind a relative clause that parts a subject from its verb, the end of
    that clause.
    """
    gap, word = frame.words.gaps[index], frame.words.folded[index]
    alone = stands_alone(frame, opened, index)
    if ";" in gap:
        fits = alone and _opens_clause(frame, index)
    elif not _SPLITTING.isdisjoint(gap):
        fits = alone and _explains(frame, opened, index, gap)
    elif "," not in gap or gap[-1] in _QUOTES:
        fits = False
    elif word in RELATIVES or opens_relative(frame, index):
        return relative_cut(frame, opened, index, alone)
    else:
        joined = alone and (is_outcome(frame, index) or coordinates(frame, opened, index))
        fits = joined or contrast_ends(frame, opened, index)
    return index if fits else None


def unmarked(frame: Frame, opened: int, index: int) -> bool:
    """Whether "and" or "while" without a comma parts two clauses, each with its own quantity."""
    table, folded = grammar(), frame.words.folded
    if folded[index] not in _UNMARKED or not stands_alone(frame, opened, index):
        return False
    verbs = frame.finite(opened, index)
    return (
        bool(verbs)
        and folded[verbs[-1]] not in table.speech
        and frame.has_figure(opened, index)
        and frame.has_figure(index + 1, frame.next_break(index + 1))
        and full_clause(frame, index + 1)
    )


def _opens_clause(frame: Frame, index: int) -> bool:
    """Whether a full clause begins here, behind a coordinator or an adverb ("however,") or not."""
    folded = frame.words.folded
    if folded[index] in COORDINATORS or (is_adverb(folded[index]) and index + 1 in frame.breaks):
        index += 1
    return index < len(folded) and full_clause(frame, index)


def _explains(frame: Frame, opened: int, index: int, gap: str) -> bool:
    """Whether a full clause follows a colon or the only dash."""
    folded = frame.words.folded
    if gap[-1] in _QUOTES or folded[index - 1] == "to":
        return False
    signs = sum(sign in other for other in frame.words.gaps[opened + 1 :] for sign in "—–")
    verbs = frame.finite(opened, index)
    told = all(folded[verb] in grammar().speech for verb in verbs)
    return full_clause(frame, index) and not told and (":" in gap or signs == 1)
