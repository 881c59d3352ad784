"""All of a thing against those of one kind: "all troops", "combat troops"; "only adults"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.model import Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Name, Quantity

_ALL = frozenset("all every each both entire whole".split())
_MOST = frozenset("most half part much majority".split())
_PARTIAL = frozenset("some many several few any no".split()) | _ALL | _MOST
_ONLY = frozenset("only solely exclusively".split())
_AND = frozenset(("and", "or"))
# Whatever one of these has; without it neither side needs a closer look.
_LEADERS = compiled(rf"\b(?:{'|'.join(sorted(_ALL | _MOST | _ONLY))})\b", re.IGNORECASE)
_LINKS = frozenset("a an the of its his her their our these those for to by in on with".split())

Found = tuple[Relation, Span, Span, str]


def find(evidence: Evidence) -> Iterator[Finding]:
    """A finding where one side speaks of the whole and the other of a part that it names."""
    if not any(_LEADERS.search(claim.text) for claim in (evidence.a, evidence.b)):
        return
    for seen, mirrored in both_ways(evidence):
        found = _of_a_kind(seen) or _one_of_two(seen) or _most_of_it(seen)
        if found is None:
            continue
        relation, here, there, reason = found
        a, b = (there, here) if mirrored else (here, there)
        yield evidence.finding(FindingKind.SCOPE, relation, a, b, reason)


def _of_a_kind(seen: Evidence) -> Found | None:
    """All troops in A, combat troops in B."""
    for left, right in seen.shared:
        whole = _led_by(_ALL, seen.words_a, left)
        kind = _told_apart(seen, right)
        if whole and kind:
            reason = "all on one side, those of one kind on the other"
            return Relation.DIVERGE, _from(whole, left), _from(kind, right), reason
    return None


def _told_apart(seen: Evidence, noun: Word) -> Word | None:
    """The word right before a noun of B that says of what kind, and of which A says nothing."""
    index = seen.words_b.index(noun)
    before = seen.words_b[index - 1] if index else None
    if before is None or not before.content or before in {right for _, right in seen.shared}:
        return None
    stated = [f.span for f in seen.b.facets if isinstance(f.value, Name | Quantity)]
    apart = before.span.end + 1 == noun.span.start and before.text.casefold() not in _PARTIAL
    return before if apart and not any(span.overlaps(before.span) for span in stated) else None


def _one_of_two(seen: Evidence) -> Found | None:
    """For adults and children in A, only for adults in B; of which both say something else too."""
    if len(seen.shared) < 2:
        return None
    met = {left for left, _ in seen.shared}
    for left, right in seen.shared:
        only = _led_by(_ONLY, seen.words_b, right)
        other = _beside(seen.words_a, left) if only else None
        if only and other and other not in met:
            first, last = sorted((left, other), key=lambda word: word.span)
            reason = "two on one side, only one of them on the other"
            return Relation.CONFLICT, _from(first, last), _from(only, right), reason
    return None


def _beside(words: Sequence[Word], word: Word) -> Word | None:
    """What "and" joins to a word."""
    index = words.index(word)
    for step in (1, -1):
        link, other = index + step, index + 2 * step
        if 0 <= other < len(words) and words[link].text.casefold() in _AND:
            return words[other] if words[other].content else None
    return None


def _most_of_it(seen: Evidence) -> Found | None:
    """The army in A, most of the army in B."""
    for left, right in seen.shared:
        most = _led_by(_MOST, seen.words_b, right)
        if most is None or _led_by(_PARTIAL, seen.words_a, left):
            continue
        index = seen.words_a.index(left)
        before = [word.text.casefold() for word in seen.words_a[max(index - 2, 0) : index]]
        behind = seen.words_b[seen.words_b.index(most) + 1].text.casefold()
        if before[-1:] == ["the"] and "of" not in before and behind == "of":
            reason = "the whole on one side, a part on the other"
            return Relation.DIVERGE, left.span, _from(most, right), reason
    return None


def _led_by(leaders: frozenset[str], words: Sequence[Word], word: Word) -> Word | None:
    """The word of these that leads to a word, with nothing but articles and the like between."""
    for before in reversed(words[: words.index(word)]):
        folded = before.text.casefold()
        if folded in leaders:
            return before
        if folded not in _LINKS:
            return None
    return None


def _from(first: Word, last: Word) -> Span:
    return Span(first.span.start, last.span.end)
