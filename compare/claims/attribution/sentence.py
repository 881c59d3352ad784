"""One sentence as words and names, and the noun phrases that can be a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tuireader.compare.claims.attribution.tables import tables
from tuireader.compare.claims.names.lexicon import abbreviations
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Facet
from tuireader.compare.ready import compiled
from tuireader.compare.values import Name

_WORD = compiled(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPS = frozenset(',;:!?."”)]—–“(')
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# How many words a source and what hangs on it may have: keeps long sentences cheap.
REACH = 40
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "their", "its"})


class Sentence:
    """The words of one sentence by index, and the names they stand in.

    Attributes:
        text: The document.
        start: Where the sentence begins.
        end: Where it ends.
        starts: Where each word begins.
        ends: Where each word ends, possessive included.
        folds: Each word case-folded, apostrophes straight.
        names: The names that begin in the sentence, in order.
    """

    def __init__(self, text: str, start: int, end: int, names: Sequence[Facet[Name]]) -> None:
        self.text = text
        self.start = start
        self.end = end
        words = list(_WORD.finditer(text, start, end))
        self.starts = [word.start() for word in words]
        self.ends = [word.end() for word in words]
        self.folds = [word[0].casefold() for word in words]
        if text.find("’", start, end) >= 0:
            self.folds = [fold.replace("’", "'") for fold in self.folds]
        first = bisect_left(names, start, key=lambda facet: facet.span.start)
        last = bisect_left(names, end, lo=first, key=lambda facet: facet.span.start)
        self.names = names[first:last]
        self._name_starts = [facet.span.start for facet in self.names]

    def between(self, index: int) -> str:
        """What stands between word `index` and the next."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def stops_before(self, index: int) -> bool:
        """Whether a sign that ends a phrase stands before word `index`."""
        between = self.between(index - 1)
        if between == " ":
            return False
        if between[:1] == ".":
            short = self.ends[index - 1] - self.starts[index - 1] == 1
            if short or self.folds[index - 1] + "." in abbreviations():
                between = between[1:]
        return not _STOPS.isdisjoint(between)

    def is_day(self, index: int) -> bool:
        """Whether the word is a day of the week."""
        return self.folds[index] in _DAYS

    def is_hanger(self, index: int) -> bool:
        """Whether the word begins what hangs on a noun ("of", "who"), and is no part of a name."""
        return self.folds[index] in tables()["after_head"] and not self._inside_name(index)

    def name_over(self, index: int) -> Facet[Name] | None:
        """The name that word `index` stands in."""
        place = bisect_left(self._name_starts, self.ends[index]) - 1
        if place < 0 or self.names[place].span.end <= self.starts[index]:
            return None
        return self.names[place]

    def is_named(self, index: int) -> bool:
        """Whether the word stands in a name, not in a pronoun or noun phrase for one."""
        name = self.name_over(index)
        return name is not None and not name.value.by_reference

    def _inside_name(self, index: int) -> bool:
        """Whether a name goes on from the word before into this one."""
        name = self.name_over(index)
        return name is not None and name.span.start < self.starts[index]

    def source(self, head: int) -> str:
        """The key of the name that ends in word `head`, else its stem; "" for a bare pronoun."""
        name = self.name_over(head)
        if name is not None and name.span.end >= self.ends[head] - len("'s"):
            return name.value.key
        fold = self.folds[head].removesuffix("'s")
        return "" if fold in _PRONOUNS else stem(fold)

    def phrase_start(self, last: int) -> int:
        """The first word of the noun phrase, with what hangs on it, that ends in word `last`."""
        first = last
        while first > max(last - REACH, 0) and not self.stops_before(first):
            opens = self.folds[first - 1] in tables()["clause"] and not self.is_named(first - 1)
            if opens and not self._inside_name(first):
                break
            first -= 1
        return first

    def head(self, first: int, last: int) -> int:
        """The word of a noun phrase before what hangs on it: "officials" of "officials at …"."""
        if self.is_hanger(first):
            return last
        for index in range(first + 1, last + 1):
            if self.is_hanger(index):
                some = tables()["some"]
                counted = self.folds[index] == "of" and self.folds[index - 1] in some
                return last if counted else index - 1
        return last

    def phrase_end(self, first: int) -> int:
        """The head of the noun phrase that begins at word `first`."""
        last = first
        limit = min(first + REACH, len(self.folds) - 1)
        while last < limit and not self._breaks(last + 1):
            last += 1
        return last

    def phrase_after(self, first: int) -> int | None:
        """The same, or None if no source can begin there."""
        if first >= len(self.folds) or self.is_day(first):
            return None
        if self.folds[first] in tables()["no_account"]:
            return None
        if first and not self.between(first - 1).isspace():
            return None
        last = self.phrase_end(first)
        barred = self.folds[last] in tables()["no_source"] and not self.is_named(last)
        return None if barred else last

    def _breaks(self, index: int) -> bool:
        """Whether a noun phrase ends before word `index`."""
        if self.stops_before(index):
            return True
        if self._inside_name(index):
            return False
        return (
            self.is_hanger(index) or self.folds[index] in tables()["between"] or self.is_day(index)
        )

    def is_closed(self, head: int) -> bool:
        """Whether the phrase that ends in `head` is followed by no verb of its own."""
        rest = self.text[self.ends[head] : min(self.ends[head] + 3, self.end)].lstrip("'’s")
        if not rest.strip() or not rest[0].isspace():
            return True
        return head + 1 < len(self.folds) and (self.is_hanger(head + 1) or self.is_day(head + 1))

    def name_apposed(self, head: int) -> int:
        """The end of a name behind a noun, "the envoy, Ann Lee"; the noun itself where none is."""
        first = head + 1
        if first >= len(self.folds) or self.is_named(head) or self.between(head) != ", ":
            return head
        last = self.phrase_end(first)
        return last if self.is_named(last) and self.is_titled_name(first, last) else head

    def is_titled_name(self, first: int, last: int) -> bool:
        """Whether the words are all capitalised: titles and a name; words in brackets aside."""
        return all(
            self.text[self.starts[index]].isupper() or self.is_named(index)
            for index in range(first, last + 1)
            if self.text[self.starts[index] - 1] != "("
        )
