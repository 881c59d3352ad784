"""Words that exclude one another: rose and fell, opened and closed, armed and unarmed."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from tuireader.compare import ready
from tuireader.compare.lexicon.stems import stem

_SHORTEST = 3  # Letters of a base behind a prefix.
_NEGATING = ("un", "non", "un-", "non-", "de-")
_COUNTERPARTS = (("pro-", "anti-"), ("pre-", "post-"), ("over", "under"))


class _Table(NamedTuple):
    """What antonyms.txt says, by stem."""

    opposites: dict[str, frozenset[str]]
    plain: frozenset[str]


def opposed(stem_a: str, stem_b: str) -> bool:
    """Whether two stems exclude one another, said of one matter at one time; symmetric."""
    if stem_b in opposites(stem_a):
        return True
    # Most couples share neither their end nor their beginning, as two forms of one word would.
    if stem_a[-2:] != stem_b[-2:] and stem_a[:2] != stem_b[:2]:
        return False
    return _opposed_by_form(min(stem_a, stem_b), max(stem_a, stem_b))


def opposites(word_stem: str) -> frozenset[str]:
    """The stems that the table opposes to this one.

    Those that differ from it by a prefix or an ending alone ("unarmed") are found by `opposed`
    only, unless they stand in the table.
    """
    return _table().opposites.get(word_stem, frozenset())


@lru_cache(maxsize=65536)
def _opposed_by_form(one: str, other: str) -> bool:
    """Whether a prefix or an ending that says the contrary is all that parts two stems."""
    if one in _table().plain or other in _table().plain:
        return False
    long, short = (one, other) if len(one) > len(other) else (other, one)
    if long.endswith(short) and len(short) >= _SHORTEST:
        prefix = long[: -len(short)]
        return prefix in _NEGATING or (prefix in ("il", "ir") and prefix[1] == short[0])
    for first, second in _COUNTERPARTS:
        for left, right in ((one, other), (other, one)):
            rest = left.removeprefix(first)
            if rest != left and len(rest) >= _SHORTEST and right == second + rest:
                return True
    stripped = long.removesuffix("less")
    return stripped != long and len(stripped) >= _SHORTEST and short == stripped + "ful"


@cache
def _table() -> _Table:
    return _Table(*_read())


@ready.kept()
def _read() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    text = ready.read(__name__, "antonyms.txt")
    found: dict[str, set[str]] = {}
    plain: set[str] = set()
    for line in text.splitlines():
        if line.startswith("= "):
            plain.update(map(stem, line[2:].split()))
        elif line and not line.startswith("#"):
            sides = [frozenset(map(stem, side.split(", "))) for side in line.split(" | ")]
            for one, other in permutations(sides, 2):
                for word in one:
                    found.setdefault(word, set()).update(other - one)
    return {word: frozenset(others) for word, others in found.items()}, frozenset(plain)
