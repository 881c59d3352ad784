"""Variants of one name within a document, folded to one bearer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tuireader.compare.claims.names.lexicon import (
    given_names,
    is_common,
    known_bodies,
    short_forms,
    words,
)
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.lexicon.countries import country_codes
from tuireader.compare.values import NameType

_SURE = 4
# How many bearers of one word are looked at: what keeps a text of one family name linear.
_REACH = 50
_SMALL = frozenset({"of", "the", "and", "for", "on", "to", "de", "la", "du", "des", "&"})


@dataclass(eq=False, slots=True)
class Bearer:
    """Who or what one or more mentions name.

    Attributes:
        words: The longest variant so far.
        votes: Weight of the evidence for each type.
        type: The type with most evidence; the first found wins a tie.
        gender: "m", "f" or "" where nothing tells.
        nouns: Phrases that may stand for the bearer later ("the governor").
        key: Fixed by a table of places, else "".
        company: Whether an ending such as "Inc." shows a company.
        seen: Start of the last mention that has been placed.
    """

    words: tuple[str, ...]
    votes: dict[NameType, int] = field(default_factory=dict)
    type: NameType = NameType.OTHER
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    key: str = ""
    company: bool = False
    seen: int = -1

    @property
    def is_person(self) -> bool:
        """Whether the evidence is for a person."""
        return self.type is NameType.PERSON

    @property
    def is_surely_person(self) -> bool:
        """Whether a title, a given name or an apposition says that this is a person."""
        return self.is_person and self.weight(NameType.PERSON) > 1

    @property
    def may_be_person(self) -> bool:
        """Whether this is a person, or nothing speaks against it."""
        return self.type in (NameType.PERSON, NameType.OTHER) and not self.company

    def name_key(self) -> str:
        """The key of the name: a table's, a known body's, or the words."""
        if self.key:
            return self.key
        joined = " ".join(self.words).replace(".", "")
        key = known_bodies().get(joined, joined) if self.type is not NameType.PERSON else joined
        # A two-letter acronym must not be taken for a country's code: Anguilla is no AI.
        return ".".join(key) + "." if key in country_codes() else key

    def weight(self, kind: NameType) -> int:
        """Weight of the evidence for a type."""
        return self.votes.get(kind, 0)

    def vote(self, kind: NameType, weight: int) -> None:
        """Let the evidence for a type weigh so much."""
        self.votes[kind] = weight
        self.type = max(self.votes, key=self.votes.__getitem__)

    def take(self, mention: Mention) -> None:
        """Count a mention in."""
        if mention.type is not NameType.OTHER or mention.sure:
            weight = _SURE if mention.sure else 1
            if weight > self.weight(mention.type):
                self.vote(mention.type, weight)
        if mention.words != self.words and _length(mention.words) > _length(self.words):
            self.words = mention.words
        self.company = self.company or mention.company
        if mention.title is not None:
            self.nouns.update(mention.title.nouns)
            self.gender = self.gender or mention.title.gender
        if not self.gender and len(self.words) > 1 and self.type is NameType.PERSON:
            self.gender = given_names().get(self.words[0], "")


class Sighting(NamedTuple):
    """Where the document speaks of a bearer, by name or by reference.

    Attributes:
        start: Place in the document.
        end: Exclusive.
        sentence: Index of the sentence.
        bearer: Who or what is meant.
    """

    start: int
    end: int
    sentence: int
    bearer: Bearer


def _length(name: tuple[str, ...]) -> tuple[int, int]:
    return len(name), sum(map(len, name))


@lru_cache(maxsize=65536)
def surname(name: tuple[str, ...]) -> str:
    """The last word of a person's name, without an Arabic article."""
    last = name[-1]
    head, mark, tail = last.partition("-")
    return tail if mark and head in words("articles") and tail else last


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two written names of two words or more can be one person's, surnames being equal."""
    if not compatible_given(one[0], other[0]):
        return False
    middles = [tuple(word[0] for word in name[1:-1] if word[-1] == ".") for name in (one, other)]
    return not all(middles) or middles[0] == middles[1]


def compatible_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a short form."""
    if one == other:
        return True
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    forms = short_forms()
    return (
        other in forms.get(one, ())
        or one in forms.get(other, ())
        or not forms.get(one, frozenset()).isdisjoint(forms.get(other, ()))
    )


@lru_cache(maxsize=65536)
def initials(name: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that a name of several words may have, folded."""
    parts = [part for word in name for part in word.replace("'s", "").split("-") if part]
    whole = "".join(part[0] for part in parts)
    short = "".join(part[0] for part in parts if part not in _SMALL)
    return frozenset(letters for letters in (whole, short) if len(letters) > 1)


class Register:
    """The bearers of a document, found again by surname, first word, last word or acronym."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, ...] | str, Bearer] = {}
        self._by_last: defaultdict[str, list[Bearer]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Bearer]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[Bearer]] = defaultdict(list)

    def enter(self, mention: Mention) -> Bearer | None:
        """The bearer of a place or a name of several words; None for a single word."""
        name: tuple[str, ...] | str = mention.key or mention.words
        bearer = self._exact.get(name)
        if bearer is None:
            if not mention.key and len(mention.words) < 2:
                return None
            variant = None if mention.key else self._variant(mention)
            bearer = variant or Bearer(mention.words, key=mention.key)
            self._exact[name] = bearer
            if not mention.key:
                self._index(bearer, mention.words)
        bearer.take(mention)
        return bearer

    def _index(self, bearer: Bearer, name: tuple[str, ...]) -> None:
        found = [self._by_last[surname(name)], self._by_first[name[0]]]
        found += [self._by_initials[letters] for letters in initials(name)]
        for bearers in found:
            if bearer not in bearers[-_REACH:]:
                bearers.append(bearer)

    def _variant(self, mention: Mention) -> Bearer | None:
        """A bearer whose name is another form of this one, the last entered first."""
        name = mention.words
        personal = mention.type in (NameType.PERSON, NameType.OTHER)
        for bearer in reversed(_last(self._by_last[surname(name)])):
            if len(bearer.words) < 2:
                continue
            if personal and bearer.may_be_person:
                if same_person(name, bearer.words):
                    return bearer
            elif _contains(bearer.words, name, last=True):
                return bearer
        if mention.type in (NameType.PERSON, NameType.PLACE):
            return None
        for bearer in reversed(_last(self._by_first[name[0]])):
            if not bearer.is_person and _contains(bearer.words, name, last=False):
                return bearer
        return None

    def place(self, mention: Mention) -> Bearer | None:
        """The bearer of a single word, once the longer names are entered; None if there is none."""
        word = mention.words[0]
        bearer = self._known(mention, word)
        if bearer is None:
            if mention.tentative:
                return None
            bearer = Bearer(mention.words)
            self._exact[mention.words] = bearer
        bearer.take(mention)
        return bearer

    def _known(self, mention: Mention, word: str) -> Bearer | None:
        if mention.sure and mention.type is NameType.PLACE:
            return self._exact.get(mention.words)
        people = [b for b in _last(self._by_last[surname(mention.words)]) if b.may_be_person]
        found = self._nearest(people, mention)
        if found is None and mention.acronym:
            bodies = [b for b in _last(self._by_initials[word]) if not b.is_person]
            found = self._nearest(bodies, mention)
        if found is None and (own := self._exact.get(mention.words)):
            return own
        if found is None and mention.common and not mention.tentative:
            heads = [b for b in _last(self._by_last[word]) if not b.is_person and b.seen >= 0]
            found = self._nearest(heads, mention)
        if found is None:
            found = self._nearest(self._led_by(mention, word), mention)
        return found

    def _led_by(self, mention: Mention, word: str) -> list[Bearer]:
        """Bearers met before whose first word this is: "Orrin" after "Orrin Foods Inc."."""
        led = [bearer for bearer in _last(self._by_first[word]) if bearer.seen >= 0]
        if word in given_names() or mention.title is not None:
            return [bearer for bearer in led if bearer.is_person and not mention.title]
        if mention.common:
            return [bearer for bearer in led if bearer.company]
        return [bearer for bearer in led if bearer.type is not NameType.PLACE]

    def _nearest(self, bearers: list[Bearer], mention: Mention) -> Bearer | None:
        """The one last seen; else the only one to come, unless the word is a common one."""
        if not bearers:
            return None
        gender = mention.title.gender if mention.title else ""
        fitting = [b for b in bearers if not (gender and b.gender) or b.gender == gender]
        met = [bearer for bearer in fitting if bearer.seen >= 0]
        if met:
            return max(met, key=lambda bearer: bearer.seen)
        return fitting[0] if len(fitting) == 1 and not mention.common else None

    def alias(self, mention: Mention, bearer: Bearer) -> None:
        """Let a single word stand for a bearer from now on."""
        self._exact[mention.words] = bearer

    def knows(self, word: str) -> bool:
        """Whether a name of several words ends in `word`, or a single word is known."""
        return bool(self._by_last.get(word)) or (word,) in self._exact


def _last(bearers: list[Bearer]) -> list[Bearer]:
    return bearers[-_REACH:]


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...], *, last: bool) -> bool:
    """Whether one name is the head (or with `last` the tail) of the other, by two words or more."""
    if len(longer) < len(shorter):
        longer, shorter = shorter, longer
    if len(shorter) < 2 or (
        all(is_common(word) for word in shorter) and len(shorter) < 3 and not last
    ):
        return False
    return (longer[-len(shorter) :] if last else longer[: len(shorter)]) == shorter
