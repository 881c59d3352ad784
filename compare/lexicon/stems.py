"""Word forms folded to one stem, by a table of irregular forms and a few suffix rules."""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Fold one word, in any case, to the stem that its other forms share."""
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    for suffix, replacement in _SUFFIXES:
        if folded.endswith(suffix) and len(folded) - len(suffix) >= 3:
            return folded[: -len(suffix)] + replacement
    return folded
