"""Names of two documents held against each other: one bearer in two spellings, or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import chain, product

from rapidfuzz.distance import Levenshtein

from tuireader.compare.claims.names.fold import compatible_given, initials
from tuireader.compare.claims.names.lexicon import given_names, known_bodies, words
from tuireader.compare.claims.names.spelling import family_differs, skeleton, sound
from tuireader.compare.lexicon.countries import country_codes
from tuireader.compare.memory import Known
from tuireader.compare.progress import Tell, silent, told
from tuireader.compare.values import Name, NameType

# A vowel may differ only in a word of so many sounds, and a second one only in a longer word.
_ONE_VOWEL = 5
_TWO_VOWELS = 9
_LONGEST_ACRONYM = 6
# Names that share no more than a block this large are not held against each other.
_LARGEST_BLOCK = 40


class Strength(IntEnum):
    """How two names come to be one."""

    NONE = 0
    PART = 1  # a surname, or a first word, for the whole name
    ACRONYM = 2
    VARIANT = 3  # every part written in another way, abbreviated or shortened
    SAME = 4


def same_name(a: Name, b: Name) -> bool:
    """Whether two names, of two documents, can be one bearer's. Symmetric.

    Spellings may differ as romanisations do, never in a consonant. A surname matches a full name
    and an acronym its long form; given names that differ keep people apart; countries match by
    key alone.
    """
    return _strength(a.key, a.type, b.key, b.type) is not Strength.NONE


def link_names(
    a: Iterable[Name], b: Iterable[Name], tell: Tell = silent, memory: Known | None = None
) -> Mapping[str, str]:
    """Every key of both documents mapped to a key that the two share where they name one bearer.

    Keys of one document never come together. A key is linked to the one that fits it best on the
    other side, if each is the other's only best; the shared key is the longer of the two.
    Swapping the sides gives the same mapping. Time grows with the number of keys, not its
    square: only names in one block (surname, first word or initials) are compared. `tell` is told
    now and then how much is done.
    """
    left, right = _by_key(a), _by_key(b)
    key = (frozenset(left.items()), frozenset(right.items()))
    return (memory or Known()).recall(key, _linked, left, right, tell)


def _linked(left: dict[str, NameType], right: dict[str, NameType], tell: Tell) -> Mapping[str, str]:
    shared = {key: key for key in left.keys() | right.keys()}
    loose_left = {key: name for key, name in left.items() if key not in right}
    loose_right = {key: name for key, name in right.items() if key not in left}
    best_left, best_right = _best(loose_left, loose_right, tell)
    for one, other in best_left.items():
        if best_right.get(other) == one:
            key = max(one, other, key=lambda name: (len(name), name))
            shared[one] = shared[other] = key
    return shared


def _by_key(names: Iterable[Name]) -> dict[str, NameType]:
    """The type of each key; what a name plainly is goes before OTHER."""
    types: dict[str, NameType] = {}
    for name in names:
        known = types.get(name.key, NameType.OTHER)
        if known is NameType.OTHER or (name.type is not NameType.OTHER and name.type < known):
            types[name.key] = name.type
    return types


def _best(
    left: dict[str, NameType], right: dict[str, NameType], tell: Tell
) -> tuple[dict[str, str], dict[str, str]]:
    """For each key of one side its only strongest counterpart, if it has just one; both ways."""
    both = _all_blocks(left) & _all_blocks(right)
    here, there = _by_block(left, both), _by_block(right, both)
    found: dict[tuple[str, str], Strength] = {}
    for block in told([*both], tell):
        if max(len(here[block]), len(there[block])) <= _LARGEST_BLOCK:
            for couple in product(here[block], there[block]):
                if couple not in found:
                    one, other = couple
                    found[couple] = _strength(one, left[one], other, right[other])
    fitting = {couple: strength for couple, strength in found.items() if strength}
    turned = {couple[::-1]: strength for couple, strength in fitting.items()}
    return _leaders(fitting), _leaders(turned)


def _all_blocks(keys: Iterable[str]) -> set[str]:
    return set(chain.from_iterable(map(_blocks, keys)))


def _by_block(keys: Iterable[str], wanted: Container[str]) -> Mapping[str, list[str]]:
    """The keys in each of the wanted blocks."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        for block in _blocks(key):
            if block in wanted:
                blocks[block].append(key)
    return blocks


def _leaders(found: dict[tuple[str, str], Strength]) -> dict[str, str]:
    """For the first of each couple the second of its strongest one, if it is the only such."""
    best: dict[str, tuple[Strength, list[str]]] = {}
    for (one, other), strength in found.items():
        top, others = best.get(one, (Strength.NONE, []))
        if strength > top:
            best[one] = (strength, [other])
        elif strength is top:
            others.append(other)
    return {one: others[0] for one, (_, others) in best.items() if len(others) == 1}


@lru_cache(maxsize=65536)
def _blocks(key: str) -> tuple[str, ...]:
    """Blocks that a name shares with everything it can be one with: a kind, and what is alike."""
    return () if key in country_codes() else tuple(_blocks_of(key))


def _blocks_of(key: str) -> Iterator[str]:
    parts = _parts(key)
    yield f"last {skeleton(parts[-1])}"
    yield f"first {skeleton(parts[0])}"
    if len(parts) > 1:
        yield f"both {skeleton(parts[0])} {skeleton(parts[-1])}"
        for letters in initials(tuple(key.split())):
            yield f"initials {letters}"
    else:
        yield f"initials {parts[0].replace('.', '')}"
    body = known_bodies().get(key.replace(".", ""))
    if body:
        yield f"body {body}"


@lru_cache(maxsize=65536)
def _parts(key: str) -> tuple[str, ...]:
    """The words of a key, hyphens cut, without articles and the particles inside a name."""
    found = []
    for word in key.split():
        parts = [part for part in word.split("-") if part]
        found += parts[1:] if len(parts) > 1 and parts[0] in words("articles") else parts
    inner = [word for word in found[:-1] if word not in words("particles")]
    return (*inner, *found[-1:]) if found else ("",)


@lru_cache(maxsize=65536)
def _strength(a: str, a_type: NameType, b: str, b_type: NameType) -> Strength:
    if a == b:
        return Strength.SAME
    apart = NameType.OTHER not in {a_type, b_type} and a_type is not b_type
    if apart or a in country_codes() or b in country_codes():
        return Strength.NONE
    short, long = sorted((_parts(a), _parts(b)), key=lambda parts: (len(parts), parts))
    person = NameType.PERSON in {a_type, b_type}
    if _same_body(a, b) or (len(short) == len(long) and all(map(_alike, short, long))):
        return Strength.VARIANT
    if len(short) == 1 and len(long) > 1:
        return _part_strength(short[0], long, a if len(_parts(a)) > 1 else b, person=person)
    if person or NameType.OTHER is a_type is b_type:
        return Strength.VARIANT if _same_person(short, long) else Strength.NONE
    return _tail(short, long)


def _same_body(a: str, b: str) -> bool:
    bodies = known_bodies()
    body = bodies.get(a.replace(".", ""))
    return body is not None and body == bodies.get(b.replace(".", ""))


def _part_strength(short: str, long: tuple[str, ...], key: str, *, person: bool) -> Strength:
    """A single word against a name of several."""
    letters = short.replace(".", "")
    if not person and len(letters) <= _LONGEST_ACRONYM and letters in initials(tuple(key.split())):
        return Strength.ACRONYM
    if _alike(short, long[-1]) and (person or short not in words("organisation")):
        return Strength.PART
    led = _alike(short, long[0])
    if led and (not person or long[0] not in given_names()):
        return Strength.PART
    return Strength.NONE


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not _alike(short[-1], long[-1]):
        return False
    if not (compatible_given(short[0], long[0]) or _alike(short[0], long[0])):
        return False
    middles = [{word[0] for word in name[1:-1]} for name in (short, long)]
    return not all(middles) or middles[0] == middles[1]


def _tail(short: tuple[str, ...], long: tuple[str, ...]) -> Strength:
    """One name that is the head or the tail of the other: the Committee of the | Red Cross."""
    if len(short) < 2 or len(short) == len(long):
        return Strength.NONE
    return Strength.PART if short in {long[-len(short) :], long[: len(short)]} else Strength.NONE


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> bool:
    """Whether two words are one, written by two romanisations."""
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or family_differs(one, other):
        return False
    first, second = sound(one), sound(other)
    if first == second:
        return len(first) > 1
    longest = max(len(first), len(second))
    edits = Levenshtein.editops(first, second)
    allowed = 0 if longest < _ONE_VOWEL else 1 if longest < _TWO_VOWELS else 2
    return len(edits) <= allowed and all(
        _is_free(first, second, edit.tag, edit.src_pos, edit.dest_pos) for edit in edits
    )


def _is_free(first: str, second: str, tag: str, source: int, target: int) -> bool:
    """Whether one edit is between vowels that romanisations do not keep apart."""
    opening = min(_first_vowel(first), _first_vowel(second))
    if tag == "replace":
        pair = {first[source], second[target]}
        if source == opening:
            return pair == {"e", "i"}
        return "e" in pair and source < len(first) - 1
    letters, place = (first, source) if tag == "delete" else (second, target)
    return letters[place] in "ei" and 0 < place < len(letters) - 1


def _first_vowel(word: str) -> int:
    return next((place for place, letter in enumerate(word) if letter in "aeiu"), len(word))
