"""Words that news writers use for one and the same thing, as ids shared by near-synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from tuireader.compare import ready
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.lexicon.table_index import ids_in, read_index


def concepts_of(word_stem: str) -> tuple[str, ...]:
    """The ids of the groups that hold this stem as a word of its own; () for most words.

    Words that share an id are near enough to identify the same matter; whether two claims agree
    does not follow from it.
    """
    return _ids(ids_in("concepts", word_stem) or "")


def concepts(stems: Sequence[str]) -> list[tuple[str, ...]]:
    """The ids that each of `stems` stands for, one tuple a stem.

    The longest phrase that begins at a stem wins over the words in it; its ids stand at each of
    its content words. Function words may stand between the words of a phrase, or be left out.
    """
    longest, stops = _longest_phrases(), _stop_stems()
    content = [place for place, word in enumerate(stems) if word not in stops]
    words = [stems[place] for place in content]
    found: list[tuple[str, ...]] = [()] * len(stems)
    first = 0
    while first < len(words):
        if words[first] not in longest:
            ids = ids_in("concepts", words[first])
            if ids is not None:
                found[content[first]] = _ids(ids)
            first += 1
            continue
        for end in range(first + longest[words[first]], first, -1):
            ids = ids_in("concepts", " ".join(words[first:end]))
            if ids is not None or end == first + 1:
                for place in content[first:end]:
                    found[place] = _ids(ids or "")
                first = end
                break
    return found


@lru_cache(maxsize=4096)
def _ids(entry: str) -> tuple[str, ...]:
    """The ids of an entry; the same object for each claim that has it."""
    return tuple(entry.split())


@cache
@ready.kept()
def _longest_phrases() -> dict[str, int]:
    """The number of words of the longest phrase that begins with a stem."""
    longest: dict[str, int] = {}
    for phrase in read_index("concepts"):
        if " " in phrase:
            first, *rest = phrase.split()
            longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return longest


@cache
@ready.kept()
def _stop_stems() -> frozenset[str]:
    return STOPWORDS | frozenset(map(stem, STOPWORDS))
