"""Word forms folded to one stem, by a table of irregular forms and a few suffix rules.

A stem is a key, not a word for display: "elections" and "elected" both give "elect", but "invited"
and "invitation" give "invit". The stem of a stem is that stem, so a table keyed by stems may be
written in whole words.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tuireader.compare import ready
from tuireader.compare.ready import compiled

_APOSTROPHES = str.maketrans("’‘ʼ＇`´", "''''''")
_ONE_SYLLABLE = compiled(r"(?:qu|[^aeiouy]|^y)*[aeiouy]+[^aeiouy]*\Z")
_CLOSED_SYLLABLE = compiled(r"(?:qu|[^aeiouy]|^y)*[aeiouy][^aeiouywx]\Z")
_VOWEL = compiled(r"[aeiouy]")
_SIBILANTS = ("sh", "ch", "ss", "x", "zz")
_NO_PLURAL = ("ss", "us", "is")
# By the last two letters: (ending, what stands for it, shortest word that it is taken from). The
# first that fits is taken; words that only look so are in forms.txt.
_BY_ENDING = {
    "ze": (("ize", "ise", 6),),
    "ly": (("ily", "y", 6), ("bly", "ble", 7), ("ly", "", 6)),
    "ss": (("iness", "y", 8), ("ness", "", 7)),
    "nt": (("ment", "", 8),),
    "or": (("ator", "ate", 8),),
    "al": (("ical", "ic", 7),),
    "on": (
        ("isation", "ise", 10),
        ("ization", "ise", 10),
        ("ification", "ify", 11),
        ("ation", "ate", 8),
        ("ction", "ct", 7),
        ("ution", "ute", 8),
    ),
}
_SHORTEST = 4


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Fold one word, in any case, to the stem that its other forms share.

    Drops possessives, straight or typographic. A word with a letter outside a to z is only
    case-folded; of a hyphenated word the last part alone is folded.
    """
    folded = word.casefold()
    if not folded.isalpha():
        folded = folded.translate(_APOSTROPHES).strip("'").removesuffix("'s")
        if "-" in folded:
            head, _, tail = folded.rpartition("-")
            known = _forms().get(folded)
            if known is not None:
                return stem(known)
            return f"{head}-{stem(tail)}" if head and tail else folded
    known = _forms().get(folded)
    if known is not None:
        return known if known == folded else stem(known)
    if len(folded) < _SHORTEST or not (folded.isascii() and folded.isalpha()):
        return folded
    singular = _singular(folded)
    return stem(singular) if singular != folded else _uninflected(folded)


@cache
@ready.kept()
def _forms() -> dict[str, str]:
    """Every form of the table with its head; words to be kept map to themselves."""
    text = ready.read(__name__, "forms.txt")
    forms: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("= "):
            forms.update((word, word) for word in line[2:].split())
        elif line and not line.startswith("#"):
            head, _, rest = line.partition(":")
            forms.update((form, head) for form in rest.replace(",", " ").split())
    return forms


def _singular(word: str) -> str:
    """The word without a plural or third-person ending; unchanged where it has none."""
    if word[-1] != "s" or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("es") and (
        word[:-2].endswith(_SIBILANTS) or (word.endswith("oes") and len(word) > 5)
    ):
        return word[:-2]
    return word[:-1]


def _uninflected(word: str) -> str:
    """The stem of a word that is in no table and has no plural ending."""
    base = _without_ending(word)
    if base is None:
        return _derived(word)
    known = _forms().get(base)
    if known is not None:
        return known if known == base else stem(known)
    return _derived(base)


def _without_ending(word: str) -> str | None:
    """The base of a word in -ed or -ing; None for any other word."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("ing"):
        base = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed"):
        base = word[:-2]
    else:
        return None
    if len(base) < 2 or not _VOWEL.search(base):
        return None
    return _restored(base)


def _restored(base: str) -> str:
    """A base with the "e" that its ending took: "mov" is "move", "struggl" is "struggle".

    A closed syllable would have doubled its consonant had it had no "e" ("hop", "hopping"); in
    longer words neither is known, and `_spelled` drops the "e" of the base form instead.
    """
    last, before = base[-1], base[-2]
    if (
        last in "cvu"
        or (last == "s" and before != "s")
        or (last == "z" and before in "aeiouy")
        or (last == "g" and before in "aeioudrl")
        or (last == "l" and before not in "aeiouylrw")
        or (base.endswith("ed") and before != base[-3])
        or _CLOSED_SYLLABLE.match(base)
    ):
        return base + "e"
    return base


def _derived(word: str) -> str:
    """Fold the derivational endings that are safe by rule, then the spelling."""
    length = len(word)
    rule = _BY_ENDING.get(word[-2:])
    if rule is not None:
        for ending, replacement, shortest in rule:
            if length >= shortest and word.endswith(ending):
                return stem(word[: length - len(ending)] + replacement)
    return _spelled(word)


def _spelled(word: str) -> str:
    """One spelling for bases that keep and bases that lost an "e" or a doubled consonant."""
    if word.endswith("ie") and len(word) > _SHORTEST:
        return word[:-2] + "y"
    if (
        word[-1] == "e"
        and word[-2] in "tdmnrlpbkfh"
        and not word.endswith("ede")
        and (word[-2] != "l" or word[-3] in "aeiouylrw")
        and not _ONE_SYLLABLE.match(word[:-1])
    ):
        word = word[:-1]
    if len(word) >= _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouys":
        return word[:-1]
    return word
