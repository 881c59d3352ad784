"""What the aligner knows of each claim: its weighted words, concepts, names, figures and dates."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuireader.compare.claims.names import link_names
from tuireader.compare.lexicon.commonness import rarity
from tuireader.compare.lexicon.concepts import concepts
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.model import Claim
from tuireader.compare.values import Moment, Name, Quantity

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim, ready to be held against those of the other side.

    Attributes:
        claim: The claim itself.
        place: Where it stands in its document, 0 at the start to 1 at the end.
        words: Stem of each content word -> its weight (a rarer word weighs more), in text order.
        senses: Stem -> the concepts that it may stand for; no entry where there is none.
        concepts: All concepts of the claim.
        names: Key of each name, shared by both documents -> its weight.
        quantities: Figures stated.
        moments: Dates and times stated.
        grams: Four-letter piece of a word -> its weight.
        folded: The stems in text order, for rapidfuzz.
    """

    claim: Claim
    place: float
    words: Mapping[str, float]
    senses: Mapping[str, tuple[str, ...]]
    concepts: frozenset[str]
    names: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    grams: Mapping[str, float]
    folded: str

    @property
    def weight(self) -> float:
        """The weight of all its words together."""
        return math.fsum(self.words.values())

    @property
    def keys(self) -> dict[str, float]:
        """What an index can find it by, each with its weight."""
        keys = dict(self.words)
        keys.update((f"@{name}", weight) for name, weight in self.names.items())
        keys.update((f"~{concept}", 1.0) for concept in sorted(self.concepts))
        keys.update((f"#{number:g}", 2.0) for q in self.quantities for number in q.stated)
        return keys


def profile_both(
    a: Sequence[Claim], b: Sequence[Claim]
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profiles of both sides, weighted by how rare each word is in the two texts together."""
    links = link_names(
        [facet.value for claim in a for facet in claim.of(Name)],
        [facet.value for claim in b for facet in claim.of(Name)],
    )
    stems = {claim.id: content_stems(claim.text) for claim in (*a, *b)}
    seen = Counter(word for words in stems.values() for word in dict.fromkeys(words))
    weights = {
        word: math.log(1 + len(stems) / count) * rarity(word) for word, count in seen.items()
    }

    def profiles(claims: Sequence[Claim]) -> tuple[Profile, ...]:
        return tuple(
            _profile(claim, index / len(claims), stems[claim.id], links, weights)
            for index, claim in enumerate(claims)
        )

    return profiles(a), profiles(b)


def content_stems(text: str) -> list[str]:
    """The stems of the content words of a text, in order, with repetitions."""
    return [stem(word) for word in _WORD.findall(text) if word.casefold() not in STOPWORDS]


def _profile(
    claim: Claim,
    place: float,
    stems: Sequence[str],
    links: Mapping[str, str],
    weights: Mapping[str, float],
) -> Profile:
    senses = {word: found for word, found in zip(stems, concepts(stems), strict=True) if found}
    words = {word: weights[word] for word in stems}
    names = {links.get(f.value.key, f.value.key): 1.0 for f in claim.of(Name)}
    return Profile(
        claim=claim,
        place=place,
        words=words,
        senses=senses,
        concepts=frozenset(concept for found in senses.values() for concept in found),
        names=names,
        quantities=tuple(facet.value for facet in claim.of(Quantity)),
        moments=tuple(facet.value for facet in claim.of(Moment)),
        grams=_grams(words),
        folded=" ".join(stems),
    )


def _grams(words: Mapping[str, float]) -> dict[str, float]:
    """The four-letter pieces of the words, each weighing what its word does."""
    return {
        piece: weight
        for word, weight in words.items()
        for piece in (f"<{word}>"[k : k + 4] for k in range(max(1, len(word) - 1)))
    }
