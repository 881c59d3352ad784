"""Two long accounts of which half of one is a noisy rewriting of the other, from own templates.

The words are those of the shipped table of fields, the people and places made up of syllables, both
drawn as often as words are in real texts (Zipf), so that sentences are distinct and share words.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate, product
from typing import NamedTuple

from tuireader.compare import ready
from tuireader.compare.documents import document_from_text
from tuireader.compare.lexicon import fields
from tuireader.compare.model import Document, Side

_TEMPLATES = (
    "{person} told reporters in {place} that {number} {noun} of {noun} had been {done} {day}.",
    "The {noun} of the {noun} {done} {number} {noun} in {place}, {person} said.",
    "According to {person}, the {noun} did not {verb} the {noun} {day}.",
    "{place} {done} its {noun} after {person} {done} the {noun} of the {noun}.",
    "More than {number} {noun} were {done} near {place} when the {noun} {done}.",
    "A {noun} from {place} said that the {noun} would cost ${number} million.",
    "Officials in {place} denied that the {noun} had {done} {person}.",
    "The {noun}, which {person} {done} {day}, may {verb} the {noun} of {place}.",
    "Neither the {noun} nor the {noun} {done} the {noun}, the {noun} of {place} reported.",
    "It was the {noun} in {place} that {done} {number} per cent of the {noun}.",
    "“The {noun} must {verb} the {noun},” {person} said, but the {noun} {done}.",
    "By {day} the {noun} and the {noun} had {done} {number} {noun} for {person}.",
    "{person} and {person} {done} the {noun} because the {noun} of {place} {done}.",
    "Some {noun} {done} no {noun} at all, while {number} {noun} {done} in {place}.",
)
_VERBS = (
    "approve block build buy call carry change charge close count cover cut defend delay deliver "
    "deny describe drop end examine expect face find force fund halt handle hold improve join keep "
    "launch lead leave lift limit load lower mark measure merge move name offer open order pass "
    "praise promise protect publish push question raise reach rebuild recall reduce refuse "
    "reject release remove repair replace rescue restore review save seize sell serve settle shift "
    "show sign split start stop study support suspend test trace trade train treat trust visit warn"
).split()
_DAYS = "on Monday|on Tuesday|last week|in March|on 4 May|on June 12|in 2019|yesterday|in autumn"
_GIVEN = "Ada Bram Clea Dirk Elin Faro Greta Hugo Ines Joren Kaya Lars Mina Nils Oda Pavel".split()
_OPENING = "Bar Cor Dal Eld Fen Gar Hal Ister Jol Kes Lor Mar Nev Or Pel Quor Ros Sel Tam".split()
_MIDDLE = "a e i o u an en in on ar er or el il am im os as eth ind".split()
_FAMILY = "ber dan fold gren hart ker lund mond nor pell rick sen tov vik wen zik".split()
_TOWN = "burg dale field ford ham haven mouth port stead ton ville wick".split()

_DROPPED = 0.2  # of the words of a rewritten sentence
_EXCHANGED = 0.12  # of its words, for others
_PARAGRAPH = 5  # sentences


class Accounts(NamedTuple):
    """Two accounts.

    Attributes:
        a: The sentences of A.
        b: The sentences of B.
        rewritten: Index in A of the sentence that each rewritten one of B is made of, by the
            latter's index.
    """

    a: list[str]
    b: list[str]
    rewritten: dict[int, int]


class _Writer:
    """Writes sentences; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        lines = ready.read(fields.__name__, "fields_index.txt").splitlines()
        words = [line.partition("\t")[0] for line in lines[1:]]
        self._nouns = [word for word in words if word.isalpha()]
        self._chance.shuffle(self._nouns)
        stems = ["".join(parts) for parts in product(_OPENING, _MIDDLE, _MIDDLE)]
        families = [stem + end for stem in stems for end in _FAMILY]
        towns = [stem + end for stem in stems for end in _TOWN]
        self._chance.shuffle(families)
        self._chance.shuffle(towns)
        self._families, self._towns = families, towns
        self._often = {
            id(table): list(accumulate(1 / (rank + 3) for rank in range(len(table))))
            for table in (self._nouns, families, towns, _VERBS)
        }

    def sentence(self) -> str:
        """A new one."""
        template = self._chance.choice(_TEMPLATES)
        parts = template.split("{")
        filled = [parts[0]]
        for part in parts[1:]:
            slot, _, rest = part.partition("}")
            filled += [self._fill(slot), rest]
        text = "".join(filled)
        return text[0].upper() + text[1:]

    def rewriting(self, sentence: str) -> str:
        """A sentence with words left out and others exchanged."""
        kept = []
        for word in sentence.rstrip(".").split():
            lot = self._chance.random()
            if lot < _DROPPED:
                continue
            kept.append(self._another(word) if lot < _DROPPED + _EXCHANGED else word)
        text = " ".join(kept or ["So", "it", "was"])
        return text[0].upper() + text[1:] + "."

    def accounts(self, count: int) -> Accounts:
        """Two of so many sentences each; half of B rewrites as many of A, in another order."""
        a = [self.sentence() for _ in range(count)]
        sources = self._chance.sample(range(count), count // 2)
        fresh = count - len(sources)
        made = [(self.rewriting(a[source]), source) for source in sources]
        made += [(self.sentence(), -1) for _ in range(fresh)]
        self._chance.shuffle(made)
        return Accounts(
            a,
            [text for text, _ in made],
            {index: source for index, (_, source) in enumerate(made) if source >= 0},
        )

    def _fill(self, slot: str) -> str:
        if slot == "day":
            return self._chance.choice(_DAYS.split("|"))
        if slot == "number":
            return f"{int(10 ** self._chance.uniform(0.4, 4.5)):,}"
        if slot == "person":
            return f"{self._chance.choice(_GIVEN)} {self._drawn(self._families)}"
        if slot in {"place", "noun"}:
            return self._drawn(self._towns if slot == "place" else self._nouns)
        verb = self._drawn(_VERBS)
        return verb if slot == "verb" else verb + ("d" if verb.endswith("e") else "ed")

    def _drawn(self, table: Sequence[str]) -> str:
        return self._chance.choices(table, cum_weights=self._often[id(table)])[0]

    def _another(self, word: str) -> str:
        if word[0].isdigit():
            return self._fill("number")
        return self._fill("place" if word[0].isupper() else "noun")


def write(count: int, seed: int = 7) -> Accounts:
    """Two accounts of `count` sentences each, the same ones for the same seed."""
    return _Writer(seed).accounts(count)


def document(sentences: Sequence[str], side: Side) -> Document:
    """The sentences as a text in paragraphs of five."""
    paragraphs = [
        " ".join(sentences[first : first + _PARAGRAPH])
        for first in range(0, len(sentences), _PARAGRAPH)
    ]
    return document_from_text("\n\n".join(paragraphs), side)
