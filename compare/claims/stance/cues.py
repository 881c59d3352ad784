"""Cue phrases: a table of them read from a file, and the search for them among the words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from tuireader.compare import ready
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.model import Span

VOID = "void"
"""The kind of a phrase that looks like a cue and is none."""
BREAKS = frozenset(',;:()[]—–…?!"“”«»')
"""Signs that no cue and no scope reaches across."""
_Table = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Cue(NamedTuple):
    """A cue phrase found among the words; indices are those of the words.

    Attributes:
        first: Its first word.
        last: Behind its last word.
        kind: As the table names it.
    """

    first: int
    last: int
    kind: str

    def span(self, words: Words) -> Span:
        """Its place in the text."""
        return Span(words.starts[self.first], words.ends[self.last - 1])

    def phrase(self, words: Words) -> str:
        """Its words, case-folded."""
        return " ".join(words.folded[self.first : self.last])


@cache
@ready.kept()
def cue_table(name: str) -> _Table:
    """The phrases of `stance/<name>.txt` by their first word, the longest first.

    Raises:
        ValueError: A line is neither a comment, a list of words nor a list of phrases.
    """
    text = ready.read(__name__, f"{name}.txt")
    lists: dict[str, list[str]] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, colon, rest = line.partition(": ")
        if not colon:
            raise ValueError(f"{name}.txt: no kind in {line!r}")
        if kind.startswith("@"):
            lists[kind] = rest.split()
            continue
        for phrase in rest.split(", "):
            slots = [lists[slot] if slot in lists else slot.split("/") for slot in phrase.split()]
            phrases.update((words, kind) for words in product(*slots))
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (first, *others), kind in phrases.items():
        table.setdefault(first, []).append((tuple(others), kind))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry)))
        for first, entries in table.items()
    }


def find_cues(words: Words, table: _Table) -> Iterator[Cue]:
    """The cues among `words` from left to right, the longest at each place; void ones left out."""
    folded = words.folded
    reached = 0
    for index, word in enumerate(folded):
        if index < reached or word not in table:
            continue
        for rest, kind in table[word]:
            last = index + 1 + len(rest)
            if not rest or (
                tuple(folded[index + 1 : last]) == rest and unbroken(words, index + 1, last)
            ):
                reached = last
                if kind != VOID:
                    yield Cue(index, last, kind)
                break


def unbroken(words: Words, first: int, last: int) -> bool:
    """Whether no sign that parts clauses stands before any word from `first` up to `last`."""
    return not any(gap and not BREAKS.isdisjoint(gap) for gap in words.gaps[first:last])
