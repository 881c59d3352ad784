"""One word of a name as it sounds, so that two ways of writing it in Latin letters come close."""

from __future__ import annotations

from functools import lru_cache

from tuireader.compare.claims.names.lexicon import words
from tuireader.compare.lexicon.countries import fold_name
from tuireader.compare.ready import compiled

# In this order: letter groups of the usual romanisations of Arabic, Persian, Russian, Ukrainian,
# Hebrew and Hindi, and of the Romance languages, to one letter a sound. Vowels come down to a, i
# and u, and to e for the one that the romanisations do not agree on.
_SOUNDS = tuple(
    (compiled(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"tch", "ch"),
        (r"sch|sh", "$"),
        (r"ch", "%"),
        (r"kh|ck|q", "k"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"zh|dj", "j"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"w(?=[aeiouy])", "v"),
        (r"ou|oo|ow|uw", "u"),
        (r"ee|ie|yi|iy|ij|yy|ii", "i"),
        (r"ey|ei", "e"),
        (r"ai|ay", "e"),
        (r"[yj]$|y", "i"),
        (r"o", "u"),
        (r"z", "s"),
        (r"(?<=[aeiu])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = "aeiu"
_FAMILIES = ("sen", "son")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word in one letter a sound; "" where it has no Latin letter."""
    plain = fold_name(word)
    head, mark, tail = plain.partition("-")
    if mark and head in words("articles"):
        plain = tail
    for pattern, replacement in _SOUNDS:
        plain = pattern.sub(replacement, plain)
    return plain


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of `sound`; a first vowel counts as one letter. Variants share it."""
    heard = sound(word)
    rest = "".join(letter for letter in heard[1:] if letter not in _VOWELS)
    return ("-" if heard[:1] in _VOWELS else heard[:1]) + rest


def family_differs(one: str, other: str) -> bool:
    """Whether the two end in "-sen" and "-son": such names sound alike but are two families."""
    return {one[-3:], other[-3:]} == set(_FAMILIES)
