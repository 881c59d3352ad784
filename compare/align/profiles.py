"""What the aligner knows of each claim: its weighted words, concepts, names, figures and dates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from sys import intern
from typing import NamedTuple

from tuireader.compare.claims.names import link_names
from tuireader.compare.lenses import Lens
from tuireader.compare.lexicon.commonness import rarity
from tuireader.compare.lexicon.concepts import concepts
from tuireader.compare.lexicon.fields import fields_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.memory import Memory, NoMemory
from tuireader.compare.model import Claim
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.ready import compiled
from tuireader.compare.values import Moment, Name, Quantity

_ORDINALS = frozenset(map(stem, "first second third fourth fifth sixth seventh eighth".split()))
_ORDINAL_REACH = 5  # content words behind an ordinal that it may count
_WORD = compiled(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")


class Profile(NamedTuple):
    """One claim, ready to be held against those of the other side.

    Attributes:
        claim: The claim itself.
        verbatim: The wording, case and spacing set aside.
        words: Stem of each content word -> its weight (a rarer word weighs more), in text order.
        weight: That of all its words together.
        senses: Stem -> the concepts that it may stand for; no entry where there is none.
        concepts: All concepts of the claim.
        names: "@" and the key of each name, shared by both documents -> its weight.
        quantities: Figures stated.
        moments: Dates and times stated.
        folded: The stems in text order, for rapidfuzz.
        fields: "/" and each field of life that its words touch -> how much it tells that another
            claim does too.
        landmarks: "first talks" as ("first", stem or concept of "talks"), for a few words behind.
        topics: Id of each lens that the claim belongs to -> the phase it gives it, or "".
        keys: What an index can find it by, each with its weight.
    """

    claim: Claim
    verbatim: str
    words: Mapping[str, float]
    weight: float
    senses: Mapping[str, tuple[str, ...]]
    concepts: frozenset[str]
    names: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    folded: str
    fields: Mapping[str, float]
    landmarks: frozenset[tuple[str, str]]
    topics: Mapping[str, str]
    keys: Mapping[str, float]


def profile_both(
    a: Sequence[Claim],
    b: Sequence[Claim],
    lenses: Sequence[Lens],
    tell: Tell = silent,
    memory: Memory | None = None,
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profiles of both sides, weighted by how rare each word is in the two texts together."""
    known = memory or NoMemory()
    links = link_names(
        [facet.value for claim in a for facet in claim.of(Name)],
        [facet.value for claim in b for facet in claim.of(Name)],
        part(tell, 0, 0.2),
    )
    stated = [
        _Stated(claim, known.recall(claim.text, _gist, claim.text), _names(claim, links))
        for claim in told((*a, *b), part(tell, 0.2, 0.5))
    ]
    seen = Counter(chain.from_iterable(each.gist.once for each in stated))
    seen.update(chain.from_iterable(each.names for each in stated))
    seen.update(chain.from_iterable(each.gist.fields for each in stated))
    weights = {
        word: math.log(1 + len(stated) / count) * rarity(word) for word, count in seen.items()
    }
    profiles = [
        _profile(each, weights=weights, topics=_topics(each.claim, lenses, known))
        for each in told(stated, part(tell, 0.5, 1))
    ]
    return tuple(profiles[: len(a)]), tuple(profiles[len(a) :])


class _Gist(NamedTuple):
    """What the words of a claim alone tell.

    Attributes:
        stems: Of its content words, in order.
        once: The same, each once.
        fields: Of life, each with "/" before it.
        senses: As in `Profile`.
        concepts: As in `Profile`.
        landmarks: As in `Profile`.
        verbatim: As in `Profile`.
    """

    stems: tuple[str, ...]
    once: tuple[str, ...]
    fields: tuple[str, ...]
    senses: dict[str, tuple[str, ...]]
    concepts: frozenset[str]
    landmarks: frozenset[tuple[str, str]]
    verbatim: str


class _Stated(NamedTuple):
    """What one claim states, before it is weighed: names are marked "@"."""

    claim: Claim
    gist: _Gist
    names: tuple[str, ...]


def _gist(text: str) -> _Gist:
    stems = content_stems(text)
    senses = {word: found for word, found in zip(stems, concepts(stems), strict=True) if found}
    return _Gist(
        tuple(stems),
        tuple(dict.fromkeys(stems)),
        _marked("/", [field for word in stems for field in fields_of(word)]),
        senses,
        frozenset(chain.from_iterable(senses.values())),
        frozenset(_landmarks(stems, senses)),
        " ".join(text.casefold().split()),
    )


def _names(claim: Claim, links: Mapping[str, str]) -> tuple[str, ...]:
    keys = [facet.value.key for facet in claim.of(Name)]
    return _marked("@", [links.get(key, key) for key in keys])


def _marked(mark: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words with a mark before each, once; one string for all claims that have it."""
    return tuple([intern(mark + word) for word in dict.fromkeys(words)])


def _landmarks(
    stems: Sequence[str], senses: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """What each ordinal may count: the stems and concepts of the words behind it."""
    for index, word in enumerate(stems):
        if word in _ORDINALS:
            for counted in stems[index + 1 : index + 1 + _ORDINAL_REACH]:
                yield from ((word, sense) for sense in (counted, *senses.get(counted, ())))


def content_stems(text: str) -> list[str]:
    """The stems of the content words of a text, in order, with repetitions."""
    return [stem(word) for word in _WORD.findall(text) if word.casefold() not in STOPWORDS]


def _profile(
    stated: _Stated, *, weights: Mapping[str, float], topics: Mapping[str, str]
) -> Profile:
    claim, gist = stated.claim, stated.gist
    words = {word: weights[word] for word in gist.once}
    quantities = tuple([facet.value for facet in claim.of(Quantity)])
    names = {name: weights[name] for name in stated.names}
    keys = dict(words) or {f"={gist.verbatim}": 1.0}
    keys.update(names)
    for concept in sorted(gist.concepts):
        keys[intern(f"~{concept}")] = 1.0
    for each in quantities:
        for number in each.stated:
            keys[f"#{number:g}"] = 2.0
    keys.update((f"^{topic}", 1.0) for topic, phase in topics.items() if phase)
    return Profile(
        claim=claim,
        verbatim=gist.verbatim,
        words=words,
        weight=math.fsum(words.values()),
        senses=gist.senses,
        concepts=gist.concepts,
        names=names,
        quantities=quantities,
        moments=tuple([facet.value for facet in claim.of(Moment)]),
        folded=" ".join(gist.stems),
        fields={field: weights[field] for field in gist.fields},
        landmarks=gist.landmarks,
        topics=topics,
        keys=keys,
    )


def _topics(claim: Claim, lenses: Sequence[Lens], memory: Memory) -> dict[str, str]:
    """The lenses that tell of more than a kind of figure, each with the phase it finds."""
    found: dict[str, str] = {}
    for lens in memory.recall(("terms", claim.text), _lenses_by_terms, claim.text, lenses):
        if lens.matches(claim):
            status = lens.status_of(claim.text)
            found[lens.id] = status[0] if status else ""
    return found


def _lenses_by_terms(text: str, lenses: Sequence[Lens]) -> tuple[Lens, ...]:
    """The lenses a term of which the text has."""
    return tuple([lens for lens in lenses if not lens.general and lens.terms_in(text)])
