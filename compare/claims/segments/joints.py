"""The places inside a sentence where one clause may end and another begin, and what speaks for it.

Every test here asks for certainty: a claim cut in the wrong place costs more than a long one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.model import Span

SHORTEST = 4
"""Words that a clause has at least."""
_LONGEST = 400  # Words; what is longer is a list or a table, and no sentence.
_SUBJECT_REACH = 12  # Words within which a clause shows its verb.
_FIGURE_REACH = 9  # Words within which a participle shows its figure.
_AFTER_SPEECH = 3  # "the ministry said | on Monday evening": no more than that follows.
_CONTRASTS = frozenset(("while", "whereas", "although", "though"))
_COORDINATORS = frozenset(("and", "but", "or", "yet", "so"))
_OCCASIONS = frozenset(("after", "before", "when", "as", "because", "since"))
_RELATIVES = frozenset(("who", "which", "whose", "where"))
_UNMARKED = frozenset(("and", "while", "whereas"))
_JOINING = _CONTRASTS | _COORDINATORS | _OCCASIONS | _RELATIVES
_NESTING = frozenset(("to", "that's", "who's", "what's"))
_STANDINS = frozenset(("did", "does", "do", "had", "has", "have", "was", "were", "is", "are"))
_SUBJECTS = frozenset(("he", "she", "it", "they", "there", "we", "i", "this"))
_SPLITTING = frozenset(":—–")
_QUOTES = frozenset("“‘\"'")
_BREAKS = frozenset(",;:()—–…?!")


@dataclass(frozen=True, slots=True)
class Frame:
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
        index for index, gap in enumerate(gaps) if gap and index and not _BREAKS.isdisjoint(gap)
    ]
    verbal = grammar().verbal
    verbs = [
        index
        for index, word in enumerate(folded)
        if (word in verbal or word.endswith("ed")) and is_finite(folded, index)
    ]
    return Frame(words, breaks, figures, dates, verbs)


def joints_of(words: Words) -> list[int]:
    """The words before which a clause might end, by a glance at the sign and the word."""
    folded, gaps = words.folded, words.gaps
    last = len(folded) - SHORTEST
    if not SHORTEST <= last <= _LONGEST:
        return []
    contrast = folded[0] in _CONTRASTS
    joints = []
    for index, gap in enumerate(gaps):
        if gap:
            if 0 < index <= last and not _BREAKS.isdisjoint(gap):
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


def full_clause(frame: Frame, first: int) -> bool:
    """Whether a subject and its finite verb stand right behind `first`, `first` included."""
    table, folded = grammar(), frame.words.folded
    last = min(first + _SUBJECT_REACH, frame.next_break(first))
    if first >= last or folded[first].endswith("ing") or folded[first] in _RELATIVES:
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
        return _outcome(frame, first)
    named = len(verbs) == 1 and folded[verbs[0]] in table.speech
    if named and last - verbs[0] - 1 <= _AFTER_SPEECH:
        return False
    if folded[first] in table.subordinators and folded[first] != "as":
        edges = [first, *(place for place in frame.breaks if first < place < last), last]
        pieces = pairwise(edges)
        return sum(bool(frame.finite(low, high)) for low, high in pieces) > 1
    return True


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
    elif word in _RELATIVES or _quantified_relative(frame, index):
        return _relative(frame, opened, index, alone)
    else:
        joined = alone and (_outcome(frame, index) or _coordinates(frame, opened, index))
        fits = joined or _contrast_ends(frame, opened, index)
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
    if folded[index] in _COORDINATORS or (is_adverb(folded[index]) and index + 1 in frame.breaks):
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


def _coordinates(frame: Frame, opened: int, index: int) -> bool:
    """Whether a conjunction behind a comma opens a claim of its own."""
    folded = frame.words.folded
    word = folded[index]
    second = folded[index + 1] if index + 1 < len(folded) else ""
    third = folded[index + 2] if index + 2 < len(folded) else ""
    if word in _COORDINATORS:
        if second == "that":
            return _second_complement(frame, opened, index)
        segment = max((place for place in frame.breaks if opened < place < index), default=opened)
        listed = word in ("and", "or") and not (
            second in _SUBJECTS or frame.finite(segment, index) or _outcome(frame, segment)
        )
        return not (listed or _correlates(frame, opened, index)) and full_clause(frame, index + 1)
    if word in _CONTRASTS:
        return full_clause(frame, index + 1)
    if word == "as" and second in _SUBJECTS and third in _STANDINS:
        return True
    if word in _OCCASIONS and full_clause(frame, index + 1):
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


def _quantified_relative(frame: Frame, index: int) -> bool:
    """Whether ", most of whom", ", 12 of which" opens a relative clause."""
    ahead = frame.words.folded[index : index + 4]
    return "of" in ahead and not {"whom", "which"}.isdisjoint(ahead)


def _relative(frame: Frame, opened: int, index: int, alone: bool) -> int | None:
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
        ends = last == count or _coordinates(frame, index, last) or _outcome(frame, last)
        return index if ends or ";" in frame.words.gaps[last] else None
    resumed = (
        last < count
        and not frame.finite(opened, index)
        and last in frame.verbs
        and frame.next_break(last) - last >= SHORTEST
        and frame.has_figure(last, frame.next_break(last), dates=True)
    )
    return last if resumed else None


def _outcome(frame: Frame, index: int) -> bool:
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


def _contrast_ends(frame: Frame, opened: int, index: int) -> bool:
    """Whether "While exports fell 3 per cent" ends here and its counterpart begins."""
    return (
        frame.words.folded[opened] in _CONTRASTS
        and index - opened >= SHORTEST
        and bool(frame.finite(opened + 1, index))
        and frame.has_figure(opened, index)
        and frame.has_figure(index, frame.next_break(index))
        and full_clause(frame, index)
    )
