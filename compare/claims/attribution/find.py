"""The attributions of a sentence: by verbs, by cues such as "according to", by quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tuireader.compare.claims.attribution.quotations import find_quotations
from tuireader.compare.claims.attribution.sentence import REACH, Sentence
from tuireader.compare.claims.attribution.speech import by_verb, subject_of
from tuireader.compare.claims.attribution.tables import tables, verbs
from tuireader.compare.model import Facet, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Attribution, Mode, Name

_CUE = compiled(r"\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Ii]n the words of)\s")
_ACCOUNT = compiled(
    r"\b(?:[Bb]y|[Ii]n)\s(?:((?:[\w.-]+\s){0,4}?[\w.-]+)['’]s?|([Hh]is|[Hh]er|[Tt]heir|[Ii]ts))"
    r"\s(?:own\s)?([a-z]+)\b"
)
_QUOTED_AS = compiled(r"\b(?:quoted|cited)\s(?:[\w-]+\s){0,5}?as\s(?:saying|telling)\b")
_PUTS_IT = compiled(r"\b(?:puts?|has put|had put)\s(?:it|this)(?=[,.;:—]|$)")


def find_attributions(
    text: str, start: int = 0, end: int | None = None, *, names: Sequence[Facet[Name]] = ()
) -> list[Facet[Attribution]]:
    """The sources that the sentence from `start` to `end` names, in the order of their places.

    A source found by a verb or a cue has one facet over source and verb ("police said", "according
    to the ministry"); a quotation has one of its own over the quoted passage, with the same source.
    A single quoted word counts only where its speaker is found.

    Args:
        text: The document.
        start: Where the sentence begins.
        end: Where it ends; None for the end of the text.
        names: The names of the sentence, or of the document, in order: their keys make the
            source, by reference too ("the ministry said").
    """
    sentence = Sentence(text, start, len(text) if end is None else end, names)
    known = verbs()
    found: dict[Span, Facet[Attribution]] = {}
    for index, fold in enumerate(sentence.folds):
        if fold in known and not sentence.is_named(index):
            spoken = by_verb(sentence, index, known[fold])
            if spoken is not None:
                found[spoken.span] = spoken
    for facet in _by_cues(sentence):
        found.setdefault(facet.span, facet)
    for facet in _quotations(sentence, list(found.values())):
        found.setdefault(facet.span, facet)
    return sorted(found.values(), key=lambda facet: facet.span)


def _by_cues(sentence: Sentence) -> Iterator[Facet[Attribution]]:
    text, start, end = sentence.text, sentence.start, sentence.end
    if tables()["cues"].isdisjoint(sentence.folds):
        return
    for match in _CUE.finditer(text, start, end):
        head = sentence.phrase_after(bisect_left(sentence.starts, match.end()))
        if head is not None:
            head = sentence.name_apposed(head)
            span = Span(match.start(), sentence.ends[head])
            yield Facet(span, Attribution(sentence.source(head)))
    for match in _ACCOUNT.finditer(text, start, end):
        if match[3] in tables()["account"]:
            head = bisect_left(sentence.ends, match.end(1 if match[1] else 2))
            if head < len(sentence.ends):
                yield Facet(Span(*match.span()), Attribution(sentence.source(head)))
    for pattern in (_QUOTED_AS, _PUTS_IT):
        for match in pattern.finditer(text, start, end):
            verb = bisect_left(sentence.starts, match.start())
            spoken = subject_of(sentence, verb, passive=pattern is _QUOTED_AS)
            if spoken is not None:
                yield Facet(Span(spoken.span.start, match.end()), Attribution(spoken.source))


def _quotations(
    sentence: Sentence, spoken: Sequence[Facet[Attribution]]
) -> Iterator[Facet[Attribution]]:
    """What stands in quotation marks, with the speaker that `spoken` or a verb gives."""
    for quotation in find_quotations(sentence.text, sentence.start, sentence.end):
        outside = [facet for facet in spoken if not quotation.contains(facet.span)]
        if outside:
            nearest = min(outside, key=lambda facet: _distance(facet.span, quotation))
            source = nearest.value.source
        else:
            source = _caller(sentence, quotation)
        if source or not _is_title(quotation.of(sentence.text)):
            yield Facet(quotation, Attribution(source, Mode.QUOTED))


def _caller(sentence: Sentence, quotation: Span) -> str:
    """The source of a quoted phrase by the verb before it: he called it "a farce"."""
    last = bisect_left(sentence.starts, quotation.start) - 1
    for index in range(last, max(last - REACH, -1), -1):
        fold = sentence.folds[index]
        if fold in tables()["called"] or fold in tables()["said"]:
            spoken = subject_of(sentence, index)
            return spoken.source if spoken else ""
    return ""


def _is_title(quoted: str) -> bool:
    """Whether the passage is one word, or the title of a work: "The Long Road"."""
    words = quoted.strip("\"“”'‘’«» .,!?").split()
    return len(words) < 2 or all(word[0].isupper() for word in words if len(word) > 3)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
