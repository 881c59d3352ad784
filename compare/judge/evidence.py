"""Two aligned claims, with all that the rules ask about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from tuireader.compare.judge.wording import Edit, Word, edits_between, phrases_of, shared_words
from tuireader.compare.lenses import Lens
from tuireader.compare.lexicon.antonyms import opposed, opposites
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Name

_SPACES = compiled(r"\s+")
_LONGEST_QUOTE = 60  # characters of each quotation in a reason


class Evidence:
    """What the two claims of one pair state, side by side.

    Attributes:
        a: The claim of side A.
        b: The claim of side B.
        words_a: Its words, in order.
        words_b: The words of `b`, in order.
        links: Key of a name in either document -> the key that both documents share.
        days_apart: Days from the date of document A to that of B; None where one has no date.
        lenses: Topics that both claims belong to.
        sure: Whether the two surely speak of one matter.
        doubtful: Whether the alignment would not have paired them for what they say.
    """

    def __init__(
        self,
        a: Claim,
        b: Claim,
        words_a: tuple[Word, ...],
        words_b: tuple[Word, ...],
        links: Mapping[str, str],
        *,
        days_apart: int | None = None,
        lenses: tuple[Lens, ...] = (),
        sure: bool = False,
        doubtful: bool = False,
    ) -> None:
        self.a = a
        self.b = b
        self.words_a = words_a
        self.words_b = words_b
        self.links = links
        self.days_apart = days_apart
        self.lenses = lenses
        self.sure = sure
        self.doubtful = doubtful

    @cached_property
    def mirrored(self) -> Evidence:
        """The same evidence seen from the other side."""
        return Evidence(
            self.b,
            self.a,
            self.words_b,
            self.words_a,
            self.links,
            days_apart=None if self.days_apart is None else -self.days_apart,
            lenses=self.lenses,
            sure=self.sure,
            doubtful=self.doubtful,
        )

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What would turn the words of A into those of B, where the two are worded alike."""
        return edits_between(self.words_a, self.words_b)

    @cached_property
    def shared(self) -> tuple[tuple[Word, Word], ...]:
        """Content words of A with a word of B that says the same, each used once; in A's order."""
        return shared_words(
            [word for word in self.words_a if word.content],
            [word for word in self.words_b if word.content],
        )

    @cached_property
    def opposites(self) -> tuple[tuple[Word, Word], ...]:
        """Content words of A with a content word of B that excludes them, in A's order."""
        right = [word for word in self.words_b if word.content]
        # Words that are opposed share an entry of the table, or their beginning or end.
        ends = [(word.stem, word.stem[:2], word.stem[-2:]) for word in right]
        found: list[tuple[Word, Word]] = []
        for one in self.words_a:
            if not one.content:
                continue
            known, head, tail = opposites(one.stem), one.stem[:2], one.stem[-2:]
            found += [
                (one, right[place])
                for place, (other, first, last) in enumerate(ends)
                if other in known or ((first == head or last == tail) and opposed(one.stem, other))
            ]
        found += self._opposed_phrases()
        return tuple(found)

    def _opposed_phrases(self) -> Iterator[tuple[Word, Word]]:
        """Phrases of one side with a word or a phrase of the other that excludes them.

        A group of concepts is named by its plainest word, in which the opposites are looked up.
        """
        phrases_a, phrases_b = phrases_of(self.words_a), phrases_of(self.words_b)
        if not (phrases_a or phrases_b):
            return
        met = {word.span for pair in self.shared for word in pair}
        for one, one_says in _sayings(self.words_a, phrases_a, met):
            known = {word for saying in one_says for word in opposites(saying)}
            for other, other_says in _sayings(self.words_b, phrases_b, met):
                if (one in phrases_a or other in phrases_b) and not known.isdisjoint(other_says):
                    yield one, other

    @cached_property
    def closeness(self) -> float:
        """How much of what the shorter claim says the other says too, 0 to 1."""
        shorter = min(
            sum(word.content for word in self.words_a), sum(word.content for word in self.words_b)
        )
        return len(self.shared) / shorter if shorter else 0.0

    @cached_property
    def worded_the_same(self) -> bool:
        """Whether both have the same words in the same order, function words included."""
        return [word.stem for word in self.words_a] == [word.stem for word in self.words_b]

    def key(self, name: Name) -> str:
        """The key of a name that both documents share."""
        return self.links.get(name.key, name.key)

    def quote(self, claim: Claim, span: Span) -> str:
        """The words of a claim at a place, on one line."""
        start = claim.span.start
        return _SPACES.sub(" ", claim.text[span.start - start : span.end - start]).strip()

    def finding(
        self, kind: FindingKind, relation: Relation, a: Span, b: Span, reason: str
    ) -> Finding:
        """A finding on these two places; the reason quotes both where they are short enough."""
        if max(len(a), len(b)) <= _LONGEST_QUOTE:
            reason += f" — A: {self.quote(self.a, a)}; B: {self.quote(self.b, b)}"
        return Finding(kind, relation, a, b, reason)


def both_ways(evidence: Evidence) -> Iterator[tuple[Evidence, bool]]:
    """The evidence from either side, and whether it is mirrored."""
    yield evidence, False
    yield evidence.mirrored, True


def _sayings(
    words: Sequence[Word], phrases: Sequence[Word], met: AbstractSet[Span]
) -> Iterator[tuple[Word, Sequence[str]]]:
    """The content words and the phrases that are not met, with the stems that they stand for."""
    for word in words:
        if word.content and word.span not in met:
            yield word, (word.stem,)
    for phrase in phrases:
        if not any(span.overlaps(phrase.span) for span in met):
            yield phrase, tuple(map(stem, phrase.concepts))
