"""Words with their places, and what would turn one wording into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tuireader.compare.lexicon.concepts import concepts, concepts_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS
from tuireader.compare.model import Claim, Span
from tuireader.compare.ready import compiled

_WORD = compiled(r"[^\W_]+(?:[.,'’&-][^\W_]+)*")

# Two claims whose words are this much alike in the same order say the same but for the edits;
# below it, what stands in one place on both sides need not be rivals.
_PARALLEL = 0.6


class Word(NamedTuple):
    """One word of a claim.

    Attributes:
        span: Place in the document.
        text: As written.
        stem: Its stem.
        concepts: What it may stand for.
        content: Whether it is more than a function word.
    """

    span: Span
    text: str
    stem: str
    concepts: tuple[str, ...]
    content: bool

    def means(self, other: Word) -> bool:
        """Whether the two may stand for the same thing."""
        return self.stem == other.stem or not set(self.concepts).isdisjoint(other.concepts)


class Edit(NamedTuple):
    """A run of words of A in whose place B has another run; one of the two may be empty."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]


def words_of(claim: Claim) -> tuple[Word, ...]:
    """The words of a claim, in order."""
    found = list(_WORD.finditer(claim.text))
    stems = [stem(match[0]) for match in found]
    start = claim.span.start
    return tuple(
        Word(
            Span(start + match.start(), start + match.end()),
            match[0],
            word_stem,
            meanings,
            match[0].casefold() not in STOPWORDS,
        )
        for match, word_stem, meanings in zip(found, stems, concepts(stems), strict=True)
    )


def phrases_of(words: Sequence[Word]) -> tuple[Word, ...]:
    """The phrases among some words that stand for one thing, each as one word: "turned down".

    The stem is that of the first word.
    """
    if not any(one.concepts and one.concepts == other.concepts for one, other in pairwise(words)):
        return ()
    found: list[Word] = []
    for meanings, run in groupby(words, key=lambda word: word.concepts):
        first, *others = run
        if meanings and others and first.content and meanings != concepts_of(first.stem):
            parts = (first, *others)
            span = Span(first.span.start, parts[-1].span.end)
            text = " ".join(part.text for part in parts)
            found.append(Word(span, text, first.stem, meanings, content=True))
    return tuple(found)


def edits_between(a: Sequence[Word], b: Sequence[Word]) -> tuple[Edit, ...]:
    """What turns `a` into `b`, in order; empty where they are not worded alike.

    An insertion and a deletion in one place are one edit.
    """
    left, right = [word.stem for word in a], [word.stem for word in b]
    if Indel.normalized_similarity(left, right, score_cutoff=_PARALLEL) < _PARALLEL:
        return ()
    edits: list[Edit] = []
    start_a = start_b = 0
    for block in Indel.opcodes(left, right).as_matching_blocks():
        if block.a > start_a or block.b > start_b:
            edits.append(Edit(tuple(a[start_a : block.a]), tuple(b[start_b : block.b])))
        start_a, start_b = block.a + block.size, block.b + block.size
    return tuple(edits)


def shared_words(a: Sequence[Word], b: Sequence[Word]) -> tuple[tuple[Word, Word], ...]:
    """Words of `a` with a word of `b` that says the same, each used once, in the order of `a`.

    The same stem first, then what may mean the same; of several the ones nearest the start. The
    same couples are found when the sides are swapped.
    """
    by_sense: dict[str, list[int]] = defaultdict(list)
    for j, right in enumerate(b):
        for sense in {right.stem, *right.concepts}:
            by_sense[sense].append(j)
    couples = {
        (left.stem != b[j].stem, i + j, abs(i - j), i, j)
        for i, left in enumerate(a)
        for sense in (left.stem, *left.concepts)
        for j in by_sense.get(sense, ())
        if left.means(b[j])
    }
    rows: set[int] = set()
    columns: set[int] = set()
    found: list[tuple[int, int]] = []
    for *_, i, j in sorted(couples):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return tuple((a[i], b[j]) for i, j in sorted(found))
