"""The words of a stretch of text with their places, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tuireader.compare.ready import compiled

_WORD = compiled(r"(\w+(?:(?:['’.&‑-]|(?<=\d)[,/:](?=\d))\w+)*)")


class Words(NamedTuple):
    """Parallel sequences, one entry a word; shared, so never to be changed.

    Attributes:
        folded: The words case-folded, with straight apostrophes.
        starts: Where each begins in the whole text.
        ends: Where each ends, exclusive.
        gaps: The signs before each word, white space stripped: "" between most words.
    """

    folded: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[str]


@lru_cache(maxsize=8)  # The facets of one sentence and its clauses read the same words in turn.
def words_of(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]`; "U.S." is the one word "u.s", "2,500" and "mid-May" too."""
    piece = text[start:end]
    parts = _WORD.split(piece)  # gap, word, gap, word, …, gap
    places = list(accumulate(map(len, parts), initial=start))
    folded = map(str.casefold, parts[1::2])
    return Words(
        [word.replace("’", "'") for word in folded] if "’" in piece else list(folded),
        places[1:-2:2],
        places[2::2],
        [gap.strip() for gap in parts[:-1:2]],
    )
