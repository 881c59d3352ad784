"""What the aligner knows of each claim: its weighted words, concepts, names, figures and dates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tuireader.compare.claims.names import link_names
from tuireader.compare.lenses import Lens
from tuireader.compare.lexicon.commonness import rarity
from tuireader.compare.lexicon.concepts import concepts
from tuireader.compare.lexicon.fields import fields_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
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
    a: Sequence[Claim], b: Sequence[Claim], lenses: Sequence[Lens], tell: Tell = silent
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profiles of both sides, weighted by how rare each word is in the two texts together."""
    links = link_names(
        [facet.value for claim in a for facet in claim.of(Name)],
        [facet.value for claim in b for facet in claim.of(Name)],
    )
    stated = [_stated(claim, links) for claim in told((*a, *b), part(tell, 0.2, 0.5))]
    seen = Counter(chain.from_iterable(dict.fromkeys(each.stems) for each in stated))
    seen.update(chain.from_iterable(each.names for each in stated))
    seen.update(chain.from_iterable(each.fields for each in stated))
    weights = {
        word: math.log(1 + len(stated) / count) * rarity(word) for word, count in seen.items()
    }
    profiles = [
        _profile(each, weights=weights, topics=_topics(each.claim, lenses))
        for each in told(stated, part(tell, 0.5, 1))
    ]
    return tuple(profiles[: len(a)]), tuple(profiles[len(a) :])


class _Stated(NamedTuple):
    """What one claim states, before it is weighed: names are marked "@", fields "/"."""

    claim: Claim
    stems: list[str]
    names: dict[str, None]
    fields: dict[str, None]


def _stated(claim: Claim, links: Mapping[str, str]) -> _Stated:
    stems = content_stems(claim.text)
    names = [links.get(facet.value.key, facet.value.key) for facet in claim.of(Name)]
    fields = [field for word in stems for field in fields_of(word)]
    return _Stated(
        claim,
        stems,
        dict.fromkeys([f"@{name}" for name in names]),
        dict.fromkeys([f"/{field}" for field in fields]),
    )


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
    claim, stems = stated.claim, stated.stems
    senses = {word: found for word, found in zip(stems, concepts(stems), strict=True) if found}
    words = {word: weights[word] for word in stems}
    concepts_of_all = frozenset(chain.from_iterable(senses.values()))
    quantities = tuple([facet.value for facet in claim.of(Quantity)])
    verbatim = " ".join(claim.text.casefold().split())
    names = {name: weights[name] for name in stated.names}
    keys = dict(words) or {f"={verbatim}": 1.0}
    keys.update(names)
    for concept in sorted(concepts_of_all):
        keys[f"~{concept}"] = 1.0
    for each in quantities:
        for number in each.stated:
            keys[f"#{number:g}"] = 2.0
    keys.update((f"^{topic}", 1.0) for topic, phase in topics.items() if phase)
    return Profile(
        claim=claim,
        verbatim=verbatim,
        words=words,
        weight=math.fsum(words.values()),
        senses=senses,
        concepts=concepts_of_all,
        names=names,
        quantities=quantities,
        moments=tuple([facet.value for facet in claim.of(Moment)]),
        folded=" ".join(stems),
        fields={field: weights[field] for field in stated.fields},
        landmarks=frozenset(_landmarks(stems, senses)),
        topics=topics,
        keys=keys,
    )


def _topics(claim: Claim, lenses: Sequence[Lens]) -> dict[str, str]:
    """The lenses that tell of more than a kind of figure, each with the phase it finds."""
    found: dict[str, str] = {}
    for lens in lenses:
        if not lens.general and lens.matches(claim):
            status = lens.status_of(claim.text)
            found[lens.id] = status[0] if status else ""
    return found
