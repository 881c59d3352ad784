"""Words that news writers use for one and the same thing, as ids shared by near-synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS

_Ids = tuple[str, ...]


class _Table(NamedTuple):
    """The groups of concepts.txt by stem, and its phrases by the stem they begin with.

    Attributes:
        words: Stem -> ids of its groups, in the order of the file.
        phrases: First stem -> the stems that follow it and the ids, longest first.
    """

    words: dict[str, _Ids]
    phrases: dict[str, tuple[tuple[_Ids, _Ids], ...]]


def concepts_of(word_stem: str) -> tuple[str, ...]:
    """The ids of the groups that hold this stem as a word of its own; () for most words."""
    return _table().words.get(word_stem, ())


def concepts(stems: Sequence[str]) -> list[tuple[str, ...]]:
    """The ids that each of `stems` stands for, one tuple a stem.

    The longest phrase that begins at a stem wins over the words in it; its ids stand at each of
    its content words. Function words may stand between the words of a phrase, or be left out.
    """
    table = _table()
    content = [index for index, word in enumerate(stems) if word not in _stop_stems()]
    found: list[_Ids] = [()] * len(stems)
    position = 0
    while position < len(content):
        index = content[position]
        for rest, ids in table.phrases.get(stems[index], ()):
            places = content[position : position + 1 + len(rest)]
            if tuple(stems[place] for place in places[1:]) == rest:
                for place in places:
                    found[place] = ids
                position += len(places)
                break
        else:
            found[index] = table.words.get(stems[index], ())
            position += 1
    return found


@cache
def _stop_stems() -> frozenset[str]:
    return frozenset(map(stem, STOPWORDS)) | STOPWORDS


@cache
def _table() -> _Table:
    words: dict[str, dict[str, None]] = {}
    phrases: dict[_Ids, dict[str, None]] = {}
    text = files("tuireader.compare.lexicon").joinpath("concepts.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        identity, _, members = line.partition(": ")
        for member in members.split(", "):
            if " " not in member:
                words.setdefault(stem(member), {})[identity] = None
                continue
            key = tuple(stem(word) for word in member.split() if word not in STOPWORDS)
            phrases.setdefault(key, {})[identity] = None
    starts: dict[str, list[tuple[_Ids, _Ids]]] = {}
    for (first, *rest), ids in phrases.items():
        starts.setdefault(first, []).append((tuple(rest), tuple(ids)))
    return _Table(
        {word: tuple(ids) for word, ids in words.items()},
        {
            first: tuple(sorted(group, key=lambda entry: (-len(entry[0]), entry)))
            for first, group in starts.items()
        },
    )
