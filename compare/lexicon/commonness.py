"""How common a word is in news English, from a table of document frequencies."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from tuireader.compare import ready
from tuireader.compare.lexicon.stems import stem


@lru_cache(maxsize=65536)
def rarity(word_stem: str) -> float:
    """How much a shared word tells: little for "year", 1 for a word that is not in the table."""
    sentences, frequencies = _table()
    seen = frequencies.get(word_stem, 0)
    return math.log(1 + sentences / (1 + seen)) / math.log(1 + sentences)


@cache
@ready.kept()
def _table() -> tuple[int, dict[str, int]]:
    """The number of sentences that were counted, and stem -> in how many of them it stands."""
    lines = ready.read(__name__, "commonness.txt").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    frequencies: dict[str, int] = {}
    for word, count in rows[1:]:
        folded = stem(word)
        frequencies[folded] = frequencies.get(folded, 0) + int(count)
    return int(rows[0][1]), frequencies
