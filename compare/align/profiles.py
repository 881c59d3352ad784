"""What the aligner knows of each claim: its weighted words, concepts, names, figures and dates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from sys import intern
from types import MappingProxyType
from typing import Any

from tuireader.compare.align.gist import Gist, gist_of
from tuireader.compare.align.length import is_long
from tuireader.compare.claims.names import link_names
from tuireader.compare.lenses import Lens
from tuireader.compare.lexicon.commonness import rarity
from tuireader.compare.memory import Known
from tuireader.compare.model import Claim
from tuireader.compare.progress import Tell, part, silent, told
from tuireader.compare.values import Moment, Name, Quantity

_STEPS_AN_OCTAVE = 4
_EXACT = 8
# One for all: tens of thousands of empty tables take room.
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, eq=False, slots=True)
class Profile:
    """One claim, ready to be held against those of the other side; known by being the same object.

    Attributes:
        text: Its own words.
        words: Stem of each content word -> its weight (a rarer word weighs more), in text order.
        weight: That of all its words together.
        senses: Stem -> the concepts that it may stand for; no entry where there is none.
        names: "@" and the key of each name, shared by both documents -> its weight.
        quantities: Figures stated.
        moments: Dates and times stated.
        folded: The stems in text order, for rapidfuzz.
        fields: "/" and each field of life that its words touch.
        field_weights: How much it tells of each that another claim touches it too.
        landmarks: "first talks" as ("first", stem or concept of "talks"), for a few words behind.
        topics: Id of each lens that the claim belongs to -> the phase it gives it, or "".
    """

    text: str
    words: Mapping[str, float]
    weight: float
    senses: Mapping[str, tuple[str, ...]]
    names: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    folded: str
    fields: tuple[str, ...]
    field_weights: tuple[float, ...]
    landmarks: frozenset[tuple[str, str]]
    topics: Mapping[str, str]

    @property
    def verbatim(self) -> str:
        """The wording, case and spacing set aside."""
        return " ".join(self.text.casefold().split())

    @property
    def concepts(self) -> frozenset[str]:
        """All concepts that its words may stand for."""
        return frozenset(chain.from_iterable(self.senses.values()))


class _Content:
    """What a claim says, whatever its words weigh; known by being the same object.

    Attributes:
        gist: What its words tell.
        names: Those it bears.
        quantities: Figures stated.
        moments: Dates and times stated.
        topics: Id of each lens that it belongs to -> the phase it gives it, or "".
    """

    __slots__ = ("gist", "moments", "names", "quantities", "topics")

    def __init__(self, claim: Claim, gist: Gist, topics: Mapping[str, str]) -> None:
        self.gist = gist
        self.names = tuple([facet.value for facet in claim.of(Name)])
        self.quantities = tuple([facet.value for facet in claim.of(Quantity)])
        self.moments = tuple([facet.value for facet in claim.of(Moment)])
        self.topics = topics


class _Linked:
    """A claim of two texts whose names are linked; known by being the same object.

    Attributes:
        text: Its own words.
        content: What it says.
        names: Those it bears, as both texts share them.
        words: All that is weighed: its words, these names, and its fields.
    """

    __slots__ = ("content", "names", "text", "words")

    def __init__(self, text: str, content: _Content, marks: Sequence[str]) -> None:
        self.text = text
        self.content = content
        self.names = tuple(dict.fromkeys(marks))
        self.words = (*content.gist.words, *self.names, *content.gist.fields)


def profile_both(
    a: Sequence[Claim],
    b: Sequence[Claim],
    lenses: Sequence[Lens],
    tell: Tell = silent,
    memory: Known | None = None,
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profiles of both sides, weighted by how rare each word is in the two texts together."""
    known = memory or Known()
    contents_a = known.of(a, _contents, lenses, known, part(tell, 0, 0.2))
    contents_b = known.of(b, _contents, lenses, known, part(tell, 0.2, 0.4))
    links = link_names(
        [name for content in contents_a for name in content.names],
        [name for content in contents_b for name in content.names],
        part(tell, 0.4, 0.5),
        known,
    )
    marks = {key: intern(f"@{shared}") for key, shared in links.items()}
    linked = known.recall_all(
        [
            (claim.text, content, tuple([marks[name.key] for name in content.names]))
            for claim, content in zip((*a, *b), (*contents_a, *contents_b), strict=True)
        ],
        _Linked,
    )
    weights = _weights(_seen(linked, known), len(linked), coarse=is_long(a, b))
    before: Mapping[str, float] = known.last("weights") or {}
    known.keep("weights", weights)
    changed = {word for word, weight in weights.items() if before.get(word) != weight}
    held: Mapping[_Linked, Profile] = known.last("profiles") or {}
    profiles = [
        held[each] if each in held and changed.isdisjoint(each.words) else _profile(each, weights)
        for each in told(linked, part(tell, 0.5, 1))
    ]
    known.keep("profiles", dict(zip(linked, profiles, strict=True)))
    return tuple(profiles[: len(a)]), tuple(profiles[len(a) :])


def _contents(
    claims: Sequence[Claim], lenses: Sequence[Lens], memory: Known, tell: Tell
) -> list[_Content]:
    """What each of some claims says."""
    return [memory.of(claim, _content_of, lenses, memory) for claim in told(claims, tell)]


def _content_of(claim: Claim, lenses: Sequence[Lens], memory: Known) -> _Content:
    """The same object for claims of the same words that state the same."""
    key = (claim.text, *[facet.value for facet in claim.facets])
    return memory.recall(key, _content, claim, lenses, memory)


def _content(claim: Claim, lenses: Sequence[Lens], memory: Known) -> _Content:
    text = claim.text
    topics: dict[str, str] = {}
    for lens in memory.recall(text, _lenses_by_terms, text, lenses):
        if lens.matches(claim):
            status = lens.status_of(text)
            topics[lens.id] = status[0] if status else ""
    return _Content(claim, memory.recall(text, gist_of, text), topics or _NOTHING)


def _lenses_by_terms(text: str, lenses: Sequence[Lens]) -> tuple[Lens, ...]:
    """The lenses that tell of more than a kind of figure, a term of which the text has."""
    return tuple([lens for lens in lenses if not lens.general and lens.terms_in(text)])


def _seen(claims: Sequence[_Linked], memory: Known) -> Counter[str]:
    """In how many of the claims each word stands."""
    now = Counter(claims)
    nothing: tuple[Counter[_Linked], Counter[str]] = (Counter(), Counter())
    before, seen = memory.last("seen") or nothing
    come, gone = (
        [*chain.from_iterable([each.words for each in claims.elements()])]
        for claims in (now - before, before - now)
    )
    seen = seen.copy()
    seen.update(come)
    seen.subtract(gone)
    for word in set(gone):
        if not seen[word]:
            del seen[word]
    memory.keep("seen", (now, seen))
    return seen


def _weights(seen: Mapping[str, int], claims: int, *, coarse: bool) -> dict[str, float]:
    """How much each word, name and field tells: more, the fewer claims have it.

    Args:
        seen: In how many claims each stands.
        claims: How many there are in both texts.
        coarse: Whether frequent words are counted in steps, so that a small change of a long text
            leaves most weights as they are.
    """
    count = _stepped if coarse else float
    whole = count(claims)
    telling = {times: math.log(1 + whole / count(times)) for times in {*seen.values()}}
    return {word: telling[times] * rarity(word) for word, times in seen.items()}


def _stepped(count: int) -> float:
    """A count above eight as the nearest of four steps from each power of two to the next."""
    if count <= _EXACT:
        return float(count)
    return math.exp2(round(_STEPS_AN_OCTAVE * math.log2(count)) / _STEPS_AN_OCTAVE)


def _profile(linked: _Linked, weights: Mapping[str, float]) -> Profile:
    """The profile of a claim, given what each word weighs."""
    content, gist = linked.content, linked.content.gist
    words = {word: weights[word] for word in gist.words}
    return Profile(
        text=linked.text,
        words=words,
        weight=math.fsum(words.values()),
        senses=gist.senses or _NOTHING,
        names={name: weights[name] for name in linked.names} or _NOTHING,
        quantities=content.quantities,
        moments=content.moments,
        folded=gist.folded,
        fields=gist.fields,
        field_weights=tuple([weights[field] for field in gist.fields]),
        landmarks=gist.landmarks,
        topics=content.topics,
    )
