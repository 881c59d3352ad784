"""The source that a verb of saying has: before it, behind it, or by way of "by"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from tuireader.compare.claims.attribution.sentence import REACH, Sentence
from tuireader.compare.claims.attribution.tables import tables, verbs
from tuireader.compare.model import Facet, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Attribution, Mode, NameType

_COMMA = compiled(r",\s")
_AGE = compiled(r", \d{1,3}, ")
_CLAUSE_STOPS = frozenset(';:!?"”“—–')
_PHRASE_STOPS = frozenset(',;:!?."”)]—–“(')
_OPENERS = ('"', "“", "‘")
_QUOTE_MARKS = frozenset("\"”’'»")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SINGULAR = frozenset({"he", "she", "it", "his", "her", "its"})
_PAST = frozenset({"said", "told", "thought", "found", "wrote", "forecast"})
_LONGEST_SOURCE = 90
_CLAUSE_REACH = 8


class Spoken(NamedTuple):
    """A source with its verb.

    Attributes:
        span: Both, or the verb alone where the source stands far off.
        source: Key or stem.
        head: The noun or name that the source is, case-folded.
    """

    span: Span
    source: str
    head: str


def by_verb(sentence: Sentence, verb: int, section: str) -> Facet[Attribution] | None:
    """What the verb at word `verb`, of this section of the table, attributes; None for nothing."""
    if sentence.folds[verb + 1 : verb + 2] == ["by"]:
        return None if section == "claimed" else _passive(sentence, verb)
    spoken = subject_of(sentence, verb) or _inverted(sentence, verb, section)
    if spoken is None or _disagrees(sentence.folds[verb], spoken.head):
        return None
    if section == "expects" and spoken.head not in tables()["experts"]:
        return None
    if section in {"weak", "claimed"} and not (
        _states(sentence, verb, spoken.span) and _is_subject(sentence, verb, spoken)
    ):
        return None
    mode = Mode.CLAIMED if section == "claimed" else Mode.SAID
    return Facet(spoken.span, Attribution(spoken.source, mode))


def subject_of(
    sentence: Sentence, verb: int, *, passive: bool = False, shared: bool = True
) -> Spoken | None:
    """The source before a verb, "the head of the bank, Ann Lee, also said"; None for "not say".

    Args:
        sentence: The sentence.
        verb: Index of the verb.
        passive: Whether "was" may stand before the verb ("was quoted as saying").
        shared: Whether the source may be that of a verb before ("agreed and said").
    """
    last = _before_verb(sentence, verb, passive=passive)
    last = None if last is None else _before_comma(sentence, last)
    if last is None:
        return None
    if sentence.folds[last] in {"and", "but"}:
        return _shared(sentence, last, verb) if shared else None
    first = sentence.phrase_start(last)
    head = sentence.head(first, last)
    if sentence.folds[head] in tables()["no_source"] and not sentence.is_named(head):
        return None
    begin = sentence.starts[first]
    if sentence.starts[verb] - begin > _LONGEST_SOURCE:
        begin = sentence.starts[head]
    span = Span(begin, sentence.ends[verb])
    return Spoken(span, sentence.source(head), sentence.folds[head])


def _before_verb(sentence: Sentence, verb: int, *, passive: bool) -> int | None:
    """The last word before the verb that is no auxiliary, adverb or day."""
    last = verb - 1
    while last >= max(verb - REACH, 0):
        fold = sentence.folds[last]
        if fold in tables()["silent"] or (fold in _BE and not passive):
            return None
        adverb = fold.endswith("ly") and len(fold) > 4 and fold not in tables()["nouns_in_ly"]
        day = sentence.is_day(last)
        if not (adverb or day or fold in tables()["between"]) or sentence.is_named(last):
            break
        last -= 2 if day and last and sentence.folds[last - 1] == "on" else 1
    return last if last >= 0 else None


def _before_comma(sentence: Sentence, last: int) -> int | None:
    """Where the source ends, if a comma or a relative clause stands between it and the verb."""
    between = sentence.between(last)
    if not _CLAUSE_STOPS.isdisjoint(between):
        return None
    end: int | None = last
    if _COMMA.search(between) and not _AGE.fullmatch(between):
        end = _before_apposition(sentence, last)
    if end and sentence.folds[end] in {"who", "which"}:
        end -= 1
        if any(map(str.isdigit, sentence.between(end))):
            return None
    return end


def _before_apposition(sentence: Sentence, last: int) -> int | None:
    """Where the source ends in "Ann Lee, a spokeswoman for the court, said"."""
    commas = []
    for index in range(last - 1, max(last - REACH, -1), -1):
        between = sentence.between(index)
        if not _CLAUSE_STOPS.isdisjoint(between):
            break
        if _COMMA.search(between):
            commas.append(index)
    if not commas:
        return None
    if sentence.is_named(last) and sentence.is_titled_name(commas[0] + 1, last):
        name = sentence.name_over(last)
        if name is not None and name.value.type is NameType.PLACE:
            return commas[0]
        return last
    for index in commas:
        if sentence.is_named(index) and not sentence.is_hanger(sentence.phrase_start(index)):
            return index
    return commas[0]


def _shared(sentence: Sentence, last: int, verb: int) -> Spoken | None:
    """The source of a second verb, "… agreed and said": the first verb's, or the first name."""
    end = sentence.starts[last]
    floor = max(sentence.text.rfind(mark, sentence.start, end) for mark in ';“"')
    span = Span(sentence.starts[verb], sentence.ends[verb])
    for index in range(last - 1, max(last - REACH, -1), -1):
        if sentence.starts[index] < floor:
            break
        if sentence.folds[index] in verbs():
            first = subject_of(sentence, index, shared=False)
            if first is not None:
                return Spoken(span, first.source, first.head)
    for facet in sentence.names:
        if floor < facet.span.start and facet.span.end <= end:
            place = bisect_left(sentence.starts, facet.span.start)
            if not (place and sentence.is_hanger(place - 1)):
                return Spoken(span, facet.value.key, facet.value.key)
    return None


def _inverted(sentence: Sentence, verb: int, section: str) -> Spoken | None:
    """The source behind a verb: `… ," said Ann Lee`."""
    before = sentence.text[sentence.start : sentence.starts[verb]].rstrip()[-1:]
    spoken = before == "," and section == "said"
    transitive = sentence.folds[verb] in tables()["transitive"]
    if transitive or not (spoken or before in _QUOTE_MARKS) or not before:
        return None
    head = sentence.phrase_after(verb + 1)
    if head is None or not sentence.is_closed(head):
        return None
    head = sentence.name_apposed(head)
    span = Span(sentence.starts[verb], sentence.ends[head])
    return Spoken(span, sentence.source(head), sentence.folds[head])


def _passive(sentence: Sentence, verb: int) -> Facet[Attribution] | None:
    """The source behind "announced by"."""
    fold = sentence.folds[verb]
    head = sentence.phrase_after(verb + 2)
    if head is None or not (fold.endswith("ed") or fold in _PAST):
        return None
    span = Span(sentence.starts[verb], sentence.ends[head])
    return Facet(span, Attribution(sentence.source(head)))


def _disagrees(verb: str, head: str) -> bool:
    """Whether a verb in its base form has no plural for a subject: "the March | report"."""
    if verb.endswith(("s", "ed")) or verb in _PAST:
        return False
    plural = head.endswith("s") or head in tables()["plurals"]
    return head in _SINGULAR or not plural


def _is_subject(sentence: Sentence, verb: int, spoken: Spoken) -> bool:
    """Whether a verb like "notes" has a singular before it: not in "written notes"."""
    if not sentence.folds[verb].endswith("s") or spoken.head in _SINGULAR:
        return True
    first = bisect_left(sentence.starts, spoken.span.start)
    if sentence.folds[first] in tables()["determiners"] or first == verb:
        return True
    return any(map(sentence.is_named, range(first, verb)))


def _states(sentence: Sentence, verb: int, span: Span) -> bool:
    """Whether a statement goes with a verb that does not always bring one."""
    if span.end > sentence.ends[verb]:
        return True
    after = sentence.text[span.end : sentence.end]
    before = sentence.text[sentence.start : span.start].rstrip()[-1:]
    ends = not after.strip() or after.lstrip("'’")[:1] in _PHRASE_STOPS
    if ends and before and before in ',"”—–':
        return True
    if after.lstrip(":, ").startswith(_OPENERS):
        return True
    following = verb + 1
    while following < len(sentence.folds) and (
        sentence.is_day(following) or sentence.folds[following] == "on"
    ):
        following += 1
    opens = following < len(sentence.folds) and sentence.folds[following] in tables()["opens"]
    return opens or _has_clause(sentence, verb)


def _has_clause(sentence: Sentence, verb: int) -> bool:
    """Whether a finite verb follows before the next sign: "claimed the attack had failed"."""
    for index in range(verb + 1, min(verb + 1 + _CLAUSE_REACH, len(sentence.folds))):
        if sentence.stops_before(index):
            return False
        if index > verb + 1 and sentence.folds[index] in tables()["finite"]:
            return True
    return False
