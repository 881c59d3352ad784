"""How a lens reads text: terms by the stems of words, wordings by the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

# Hyphenated words are taken apart, so that "run-off" and "run off" are one.
_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[%$€£¥]")
# How many words may stand where a wording has "*".
GAP = 4

Phrase = tuple[str, ...]
Wording = tuple[frozenset[str], ...]
_ANY: frozenset[str] = frozenset({"*"})


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text, case-folded with plain apostrophes, each with its place."""
    return tuple(
        (match[0].casefold().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=4096)
def stems_of(text: str) -> Phrase:
    """The stems of a text's words, in order."""
    return tuple(map(stem, _WORD.findall(text)))


def index_phrases(terms: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """The terms as stems, by their first one, longest first."""
    index: dict[str, set[Phrase]] = {}
    for term in terms:
        phrase = stems_of(term)
        if phrase:
            index.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple(sorted(group, key=_longest)) for first, group in index.items()}


def _longest(phrase: Phrase) -> tuple[int, Phrase]:
    return -len(phrase), phrase


def weigh_phrases(stems: Phrase, index: Mapping[str, Sequence[Phrase]]) -> int:
    """How many words of distinct terms stand in a text; where terms overlap, the longest counts."""
    seen: set[Phrase] = set()
    free = 0
    for at in [place for place, word in enumerate(stems) if word in index]:
        if at < free:
            continue
        found = next((p for p in index[stems[at]] if stems[at : at + len(p)] == p), None)
        if found is not None:
            seen.add(found)
            free = at + len(found)
    return sum(map(len, seen))


def parse_wording(wording: str) -> Wording:
    """A wording as the choices at each place: "will end|close * mission"; "*" is a gap."""
    return tuple(
        frozenset(part.casefold().replace("’", "'").split("|")) for part in wording.split()
    )


def match_wording(words: Sequence[str], at: int, wording: Wording) -> int:
    """One past the words that match the wording from `at` on, or 0; a gap is as short as can be."""
    place = at
    gap = 0
    for part in wording:
        if part == _ANY:
            gap = GAP
            continue
        limit = min(place + gap, len(words) - 1)
        while place <= limit and words[place] not in part:
            place += 1
        if place > limit:
            return 0
        place, gap = place + 1, 0
    return place


def find_wording(
    text: str, index: Mapping[str, Sequence[tuple[str, Wording]]]
) -> tuple[str, Span] | None:
    """The phase whose wording stands in the text with the most words, the earliest of two.

    Args:
        text: Of a claim.
        index: Phases with their wordings, by each word that can begin them.
    """
    places = words_of(text)
    words = [word for word, _, _ in places]
    best: tuple[int, str, Span] | None = None
    for at, word in enumerate(words):
        for phase, wording in index.get(word, ()):
            end = match_wording(words, at, wording)
            weight = sum(part != _ANY for part in wording)
            if end and (best is None or weight > best[0]):
                best = weight, phase, Span(places[at][1], places[end - 1][2])
    return (best[1], best[2]) if best else None
