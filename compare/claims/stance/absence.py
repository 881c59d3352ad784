"""Statements that something does not exist or is no longer there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.claims.segments.words import Words
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.phrases import broken_before, phrase_after
from tuireader.compare.claims.stance.scopes import reach_forward
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Phase, Status

_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "isn't", "aren't", "wasn't", "weren't", "there's")
)
_NO = frozenset(("no", "not", "never"))
_SINCE_GONE = frozenset(("longer", "anymore", "left", "remain", "remains", "remained", "remaining"))
_EXIST = frozenset(("exist", "exists", "existed"))


def find_absences(words: Words) -> Iterator[Facet[Status]]:
    """ "There is no mission", "no troops on the ground", "no troops remain": what is not there.

    It has ended where the words say that it was ("no longer", "any more", "remain"), else it never
    was. Absent signs, reasons and the like are no events.
    """
    folded = words.folded
    for index, word in enumerate(folded):
        if word not in _NO and not word.endswith("n't"):
            continue
        existential = _existential(words, index)
        if word != "no" and existential is None:
            continue
        first = index + 1
        longer = folded[first : first + 1] == ["longer"]
        first += longer
        first += folded[first : first + 1] == ["any"]
        first += folded[first : first + 1] == ["such"]
        if first >= len(folded) or broken_before(words, index + 1):
            continue
        last = reach_forward(words, first)
        gone = longer or _gone(folded, first, last)
        if existential is None and not _placed(folded, first, last):
            continue
        event = phrase_after(words, first)
        event = tuple(stem for stem in event if stem not in _SINCE_GONE)
        if not event or not classes().abstract.isdisjoint(folded[first : first + 2]):
            continue
        opened = index if existential is None else existential
        phrase = " ".join(folded[opened:first])
        span = Span(words.starts[opened], words.ends[first - 1])
        yield Facet(span, Status(Phase.ENDED if gone else Phase.NEVER, phrase, event))


def _existential(words: Words, index: int) -> int | None:
    """The word "there" that opens "there is no", if it does so right before `index`."""
    folded = words.folded
    for back in range(index, max(index - 4, -1), -1):
        if folded[back] == "there" or folded[back] == "there's":
            between = folded[back + 1 : index + 1]
            if folded[back] == "there's" or any(word in _BE for word in between):
                return back
    return None


def _gone(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether the clause says that it was there once."""
    return any(
        word in _SINCE_GONE or (word == "more" and folded[index - 1] == "any")
        for index, word in enumerate(folded[first:last], first)
    )


def _placed(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether "no …" is followed by what makes it a statement of absence."""
    inner = folded[first : min(last, first + 6)]
    ground = "ground" in inner[2:] and "on" in inner
    return ground or any(word in _EXIST or word.startswith("remain") for word in inner[1:])
