"""Negation and denial: what a claim says is not so, and how far the "not" reaches."""

from __future__ import annotations

from itertools import pairwise

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words, words_of
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.cues import Cue, cue_table, find_cues, unbroken
from tuireader.compare.claims.stance.scopes import (
    behind_relative,
    content_stems,
    reach_back,
    reach_forward,
    until_follows,
)
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.model import Facet
from tuireader.compare.values import Polarity, Stance

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "as"))
# What there is none of may be a subject, with a relative clause before its verb.
_NONE = frozenset(("no", "none", "nobody", "no-one", "neither", "nothing", "hardly", "scarcely"))
_LONGEST_CLAIM = 8  # Words of "the minister called the report that".
_DENIED_REACH = 8  # Words within which a denied negation is one statement with its denial.


def find_polarity(text: str, start: int = 0, end: int | None = None) -> list[Facet[Polarity]]:
    """The negations and denials in `text[start:end]`, which is meant to be one sentence.

    Two that cancel each other ("did not deny", "never failed to", "denied that nobody was hurt")
    are both left out. So is "not … until": what did not begin until May began in May.
    """
    words = words_of(text, start, len(text) if end is None else end)
    cues = [cue for cue in find_cues(words, cue_table("negation")) if _stands(words, cue)]
    facets = []
    for cue in _uncancelled(words, cues):
        stance, first, last = _scope(words, cue)
        if stance is Stance.NEGATED and until_follows(words, first):
            continue
        scope = _stems(words, cue, first, last)
        facets.append(Facet(cue.span(words), Polarity(stance, cue.phrase(words), scope)))
    return facets


def _stands(words: Words, cue: Cue) -> bool:
    """Whether a "no" negates: not as an answer ("No, he said"), not as a number ("No. 10")."""
    if words.folded[cue.first : cue.last] != ["no"]:
        return True
    after = words.gaps[cue.last] if cue.last < len(words.gaps) else "."
    return not after or after[-1] in "“‘\"'"


def _uncancelled(words: Words, cues: list[Cue]) -> list[Cue]:
    """The cues that no neighbour cancels."""
    cancelled: set[Cue] = set()
    for one, other in pairwise(cues):
        if one not in cancelled and _cancel(words, one, other):
            cancelled |= {one, other}
    return [cue for cue in cues if cue not in cancelled]


def _cancel(words: Words, one: Cue, other: Cue) -> bool:
    """Whether the first of two cues negates the second."""
    between = words.folded[one.last : other.first]
    if other.kind == "judged" and words.folded[other.last - 1] == "lies":
        return False
    if not unbroken(words, one.last, other.last) or not {"and", "but", "or"}.isdisjoint(between):
        return False
    denied = one.kind == "denied" or (one.kind == "judged" and between[:1] == ["that"])
    if denied and other.kind == "negated":
        return len(between) <= _DENIED_REACH
    return sum(word not in STOPWORDS for word in between) <= (len(between) <= 1)


def _scope(words: Words, cue: Cue) -> tuple[Stance, int, int]:
    """The stance of a cue and the words that it reaches."""
    if cue.kind == "negated":
        first = _behind_aside(words, cue.last)
        last = reach_forward(words, first, open_at_first=first > cue.last)
        return Stance.NEGATED, _corrected(words, first, last), last
    if cue.kind == "withheld":
        return Stance.NEGATED, cue.first + 1, reach_forward(words, cue.last)
    head = cue.first
    while head and is_adverb(words.folded[head - 1]):
        head -= 1
    predicate = head > 0 and words.folded[head - 1] in _BE
    passive = predicate and words.folded[cue.last - 1].endswith("ed")
    last = reach_forward(words, cue.last)
    attributive = cue.kind == "judged" and not predicate and last > cue.last
    if (cue.kind == "denied" and not passive) or attributive or _impersonal(words, head, cue.last):
        return Stance.DENIED, cue.last, last
    return Stance.DENIED, _behind_claim(words, reach_back(words, head), head), head


def _behind_claim(words: Words, first: int, last: int) -> int:
    """What a claim says: behind the "that" of "the claim that the dam broke"; else `first`.

    Behind "of" too, where only what is told has one: "reports of looting are false".
    """
    opening = words.folded[first : min(first + _LONGEST_CLAIM, last)]
    for place, (word, follower) in enumerate(pairwise(opening), first):
        told = follower == "that" and not is_finite(words.folded, place + 2)
        if told or (follower == "of" and word in classes().tales):
            return place + 2
    return first


def _impersonal(words: Words, head: int, last: int) -> bool:
    """Whether what is judged follows: "it is not true that the dam broke"."""
    subject, behind = words.folded[max(head - 2, 0) : head - 1], words.folded[last : last + 1]
    return (*subject, *behind) == ("it", "that")


def _stems(words: Words, cue: Cue, first: int, last: int) -> tuple[str, ...]:
    """The stems of what a cue reaches; a relative clause on whom there is none of is left out."""
    opening = words.folded[cue.first]
    none = opening in _NONE or (opening == "not" and cue.last - cue.first > 1)
    found = behind_relative(words, first) if none else None
    if found is None:
        return content_stems(words, first, last)
    relative, verb = found
    behind = content_stems(words, verb, reach_forward(words, verb))
    return content_stems(words, first, relative) + behind


def _corrected(words: Words, first: int, last: int) -> int:
    """The first word of what "but" puts right behind a negation's reach; else `first`.

    He who "did not come on Monday but on Tuesday" came.
    """
    folded = words.folded
    if folded[last : last + 1] == ["but"] and last + 1 < len(folded):
        opener = folded[last + 1]
        if opener in grammar().prepositions:
            return next((i for i in range(last - 1, first, -1) if folded[i] == opener), first)
    return first


def _behind_aside(words: Words, index: int) -> int:
    """The word behind a short aside: "did not, however, sign"; else `index`."""
    if words.gaps[index : index + 1] == [","]:
        for last in range(index + 1, min(index + 4, len(words.gaps))):
            if words.gaps[last] == ",":
                return last
    return index
