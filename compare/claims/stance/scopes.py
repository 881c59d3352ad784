"""What a cue reaches: the content words behind it or before it, up to the end of the clause."""

from __future__ import annotations

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.cues import BREAKS
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS

_FARTHEST = 40  # Words; no clause of prose is longer.
_CLOSING = '"”»'
_UNTIL = frozenset(("until", "till"))
_COMPARING = frozenset(("as", "than"))
_ANY_MORE = frozenset(("more", "longer"))
_LONGEST_NOUN = 8  # Words between "none" and the relative clause on what there is none of.
_LONGEST_ASIDE = 25  # Words of a relative clause between a subject and its verb.


def reach_forward(words: Words, first: int, *, open_at_first: bool = False) -> int:
    """Behind the last word of the clause that goes on at word `first`.

    A sign before `first` itself ends the clause too, unless `open_at_first`.
    """
    folded, gaps = words.folded, words.gaps
    count, limits = min(len(folded), first + _FARTHEST), classes().limits
    for index in range(first, count):
        sign = gaps[index]
        broken = sign and not (open_at_first and index == first) and not BREAKS.isdisjoint(sign)
        if broken or folded[index] in limits:
            return index
        if folded[index] == "and" and index + 1 < len(folded) and _goes_apart(words, index + 1):
            return index
    return count


def behind_relative(words: Words, first: int) -> tuple[int, int] | None:
    """Where a relative clause on the noun at word `first` begins, and the main verb behind it.

    In "none of the guests who left was asked" they are "who" and "was". None where the noun has no
    such clause, or no verb is known for one behind it.
    """
    folded, relatives = words.folded, grammar().relatives
    for index in range(first, min(first + _LONGEST_NOUN, len(folded))):
        if words.gaps[index] and not BREAKS.isdisjoint(words.gaps[index]):
            return None
        if folded[index] in relatives and (folded[index] != "that" or folded[first] == "of"):
            verb = _second_verb(words, index)
            return None if verb is None else (index, verb)
        if is_finite(folded, index):
            return None
    return None


def _second_verb(words: Words, relative: int) -> int | None:
    """The verb of the main clause behind the relative clause that the word `relative` opens."""
    folded = words.folded
    index = _behind_verb(words, relative + 1)
    for verb in range(index, min(index + _LONGEST_ASIDE, len(folded))):
        if words.gaps[verb] and not BREAKS.isdisjoint(words.gaps[verb]):
            return None
        if is_finite(folded, verb):
            return verb
    return None


def _behind_verb(words: Words, first: int) -> int:
    """Behind the first verb of the relative clause that goes on at word `first`.

    The word there is the verb unless it opens a subject: "who left" and "whom the guards let in".
    """
    folded, table = words.folded, grammar()
    verb = first
    while verb < len(folded) and is_adverb(folded[verb]):
        verb += 1
    if verb < len(folded) and folded[verb] in table.determiners | table.pronouns:
        verb += 2 if folded[verb] in table.determiners else 1  # behind the subject, a noun at least
        while verb < len(folded) and not (is_finite(folded, verb) or folded[verb].endswith("ed")):
            verb += 1
    while verb < len(folded) and (folded[verb] in table.auxiliaries or is_adverb(folded[verb])):
        verb += 1
    return verb + 1


def until_follows(words: Words, first: int) -> bool:
    """Whether "until" stands in the clause that goes on at word `first`.

    With a negation it turns about: what was not seen as a danger until May was one from then on.
    """
    for index in range(first, min(len(words.folded), first + _FARTHEST)):
        word, sign = words.folded[index], words.gaps[index]
        if word in _UNTIL:
            return True
        if (sign and not BREAKS.isdisjoint(sign)) or (
            word in classes().limits and word not in _COMPARING
        ):
            return False
    return False


def _goes_apart(words: Words, index: int) -> bool:
    """Whether the word behind "and" begins a clause or a verb of its own."""
    word = words.folded[index]
    return (
        word in classes().subjects
        or word in grammar().finite_auxiliaries
        or is_finite(words.folded, index)
    )


def reach_back(words: Words, last: int) -> int:
    """The first word of the clause that comes to word `last`; who said it is left out."""
    folded, gaps = words.folded, words.gaps
    limits, told = classes().limits, classes().told
    nearest = max(last - _FARTHEST, 0)
    for index in range(last - 1, nearest - 1, -1):
        if folded[index] in limits or (folded[index] in told and index + 1 < last):
            return index + 1
        quoted = index == last - 1 and not gaps[index].strip(_CLOSING)  # "…" is false
        if gaps[index] and not quoted and not BREAKS.isdisjoint(gaps[index]):
            return index
    return nearest


def content_stems(words: Words, first: int, last: int) -> tuple[str, ...]:
    """The stems of the content words from `first` up to `last`, in order.

    Numbers and the words of the calendar are none, nor is "any more".
    """
    folded = words.folded
    times = grammar().times
    return tuple(
        stem(word)
        for index, word in enumerate(folded[first:last], first)
        if word not in STOPWORDS
        and word not in times
        and not word[0].isdigit()
        and not (word in _ANY_MORE and folded[index - 1] == "any")
        and word != "anymore"
    )
