"""A sentence seen by its verbs, breaks and figures, and where a clause of its own stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.model import Span

SHORTEST = 4
"""Words that a clause has at least."""
RELATIVES = frozenset(("who", "which", "whose", "where"))
"""Pronouns that open a relative clause behind a comma."""
BREAKS = frozenset(",;:()—–…?!")
"""Signs that may part clauses."""
_SUBJECT_REACH = 12  # Words within which a clause shows its verb.
_FIGURE_REACH = 9  # Words within which a participle shows its figure.
_AFTER_SPEECH = 3  # "the ministry said | on Monday evening": no more than that follows.
_NESTING = frozenset(("to", "that's", "who's", "what's"))


class Frame(NamedTuple):
    """One sentence, ready to be asked about its joints. All indices are those of its words.

    Attributes:
        words: The words of the sentence.
        breaks: Indices of the words before which a comma, a dash or the like stands.
        figures: Places of the quantities.
        dates: Places of the dates.
        verbs: Indices of the finite verbs.
    """

    words: Words
    breaks: Sequence[int]
    figures: Sequence[Span]
    dates: Sequence[Span]
    verbs: Sequence[int]

    def next_break(self, index: int) -> int:
        """The first break behind `index`, or the number of words."""
        return next((place for place in self.breaks if place > index), len(self.words.folded))

    def has_figure(self, first: int, last: int, *, dates: bool = False) -> bool:
        """Whether the words from `first` up to `last` hold a quantity, or a date if `dates`."""
        if first >= last:
            return False
        low, high = self.words.starts[first], self.words.ends[last - 1]
        places = (*self.figures, *self.dates) if dates else self.figures
        return any(low <= place.start and place.end <= high for place in places)

    def finite(self, first: int, last: int) -> list[int]:
        """The finite verbs from `first` up to `last`."""
        return [index for index in self.verbs if first <= index < last]


def frame_of(words: Words, figures: Sequence[Span], dates: Sequence[Span]) -> Frame:
    """The frame of a sentence whose quantities and dates are known."""
    gaps, folded = words.gaps, words.folded
    breaks = [
        index for index, gap in enumerate(gaps) if gap and index and not BREAKS.isdisjoint(gap)
    ]
    verbal = grammar().verbal
    verbs = [
        index
        for index, word in enumerate(folded)
        if (word in verbal or word.endswith("ed")) and is_finite(folded, index)
    ]
    return Frame(words, breaks, figures, dates, verbs)


def full_clause(frame: Frame, first: int) -> bool:
    """Whether a subject and its finite verb stand right behind `first`, `first` included."""
    table, folded = grammar(), frame.words.folded
    last = min(first + _SUBJECT_REACH, frame.next_break(first))
    if first >= last or folded[first].endswith("ing") or folded[first] in RELATIVES:
        return False
    for index in range(first, last):
        word = folded[index]
        if word in table.subordinators or (
            index > first and (word in table.relatives or word in _NESTING)
        ):
            return False
        if index in frame.verbs:
            if index == first:
                return word in table.finite_auxiliaries and word in table.pronouns
            told = word in table.speech and index + 1 in frame.breaks
            return not told and _is_subject(folded, first, index)
    return False


def _is_subject(folded: Sequence[str], first: int, verb: int) -> bool:
    """Whether the word before the verb, adverbs aside, can end its subject."""
    table = grammar()
    index = verb - 1
    while index > first and is_adverb(folded[index]):
        index -= 1
    word = folded[index]
    return word in table.pronouns or not (
        word in table.prepositions
        or word in table.determiners
        or word in table.conjunctions
        or is_adverb(word)
        or word in table.times
    )


def stands_alone(frame: Frame, first: int, last: int) -> bool:
    """Whether the words up to `last` make a claim of their own, and not just name who says it."""
    table, folded = grammar(), frame.words.folded
    if last - first < SHORTEST:
        return False
    verbs = frame.finite(first, last)
    if not verbs:
        return is_outcome(frame, first)
    named = len(verbs) == 1 and folded[verbs[0]] in table.speech
    if named and last - verbs[0] - 1 <= _AFTER_SPEECH:
        return False
    if folded[first] in table.subordinators and folded[first] != "as":
        edges = [first, *(place for place in frame.breaks if first < place < last), last]
        pieces = pairwise(edges)
        return sum(bool(frame.finite(low, high)) for low, high in pieces) > 1
    return True


def is_outcome(frame: Frame, index: int) -> bool:
    """Whether a participle opens a tail that has a figure of its own ("killing at least nine")."""
    table, folded = grammar(), frame.words.folded
    head = index + is_adverb(folded[index])
    last = frame.next_break(head)
    return (
        head < len(folded)
        and folded[head] in table.outcomes
        and last - index >= SHORTEST
        and frame.has_figure(head, min(last, head + _FIGURE_REACH))
    )
