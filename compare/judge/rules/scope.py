"""How much is meant: a figure that one side says is not the whole, all against some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Quantity

# What goes with a figure and is not in it, or is in it and is named.
_BESIDES = compiled(
    r"\b(?:on top of|in addition|additional|additionally|besides|not counting|not including"
    r"|excluding|including|as well as|apart from|to which|plus|along with|together with"
    r"|not to mention|over and above)\b",
    re.IGNORECASE,
)
_WHOLE = compiled(r"\b(?:all|every|each|entire|whole|entirely|fully|completely)\b", re.IGNORECASE)
_PART = compiled(
    r"\b(?:most|some|part|partly|many|several|half|largely|mostly|limited)\b", re.IGNORECASE
)

_MOST = compiled(r"\b(?:most|(?:a|the) majority)\b", re.IGNORECASE)
# Less than half without a doubt; "a few" and "only a few" are little, but of no known whole.
_LITTLE = compiled(
    r"(?<!\ba )\b(?:few|(?:a|the) (?:small )?minority|(?:hardly|scarcely|barely) any)\b",
    re.IGNORECASE,
)
_MUCH = compiled(r"\b(?:most|(?:a|the) (?:\w+ )?majority|many|all|every)\b", re.IGNORECASE)
_SOME = compiled(r"\b(?:some|several|part)\b", re.IGNORECASE)
# Whatever one of these has; without it on both sides none of them needs to be looked for.
_HOW_MUCH = compiled(
    r"\b(?:all|every|each|entire|whole|entirely|fully|completely|most|some|part|partly|many"
    r"|several|half|largely|mostly|limited|few|minority|majority|any)\b",
    re.IGNORECASE,
)
_ALL = compiled(r"\b(?:all|both)(?: of)?(?: the| its| his| her| their)?\s*$", re.IGNORECASE)
_EVERY = compiled(r"\b(?:all|every|each)(?: (?:of )?(?:the|its|his|her|their))?\s*$", re.IGNORECASE)
_ONLY = compiled(r"\b(?:only|just|merely|no more than)\s*$", re.IGNORECASE)
_OF_THE = compiled(r"\bof (?:the|its|his|her|their|these|those)\s+$", re.IGNORECASE)
_OF = compiled(r"^(?: \w+)? of (?:the|its|his|her|their|these|those)\s+$", re.IGNORECASE)
_HALF = 50.0  # per cent
_NEAR = 16  # characters between a share and what it is a share of


def find(evidence: Evidence) -> Iterator[Finding]:
    """A divergence where one side counts more, or means all where the other means a part."""
    told = [bool(_HOW_MUCH.search(claim.text)) for claim in (evidence.a, evidence.b)]
    for seen, mirrored in both_ways(evidence):
        relation = Relation.DIVERGE
        found = _more(seen) or (_part_of_all(seen) or _some_of_most(seen) if all(told) else None)
        if found is None:
            relation = Relation.CONFLICT
            found = _no_majority(seen) or _fewer_of_all(seen) or _only_some_of_all(seen)
        if found is None and all(told):
            found = _little_and_much(seen)
        if found is None:
            continue
        here, there, reason = found
        a, b = (there, here) if mirrored else (here, there)
        yield evidence.finding(FindingKind.SCOPE, relation, a, b, reason)


def _more(seen: Evidence) -> tuple[Span, Span, str] | None:
    """A figure of both sides to which only one adds what it does not count."""
    besides = _BESIDES.search(seen.a.text)
    if besides is None or _BESIDES.search(seen.b.text):
        return None
    shared = _shared_figure(seen)
    if shared is None:
        return None
    start = seen.a.span.start + besides.start()
    return Span(start, seen.a.span.end), shared.span, "one side adds what the figure leaves out"


def _shared_figure(seen: Evidence) -> Facet[Quantity] | None:
    """A figure of B that A gives too."""
    stated = {figure.value.stated for figure in seen.a.of(Quantity)}
    return next((f for f in seen.b.of(Quantity) if f.value.stated in stated - {()}), None)


def _part_of_all(seen: Evidence) -> tuple[Span, Span, str] | None:
    """All on this side, a part on the other, said of the same word."""
    return _beside_one_word(seen, _WHOLE, _PART, "all on one side, a part on the other")


def _some_of_most(seen: Evidence) -> tuple[Span, Span, str] | None:
    """Most on this side, some on the other, said of the same word."""
    return _beside_one_word(seen, _MOST, _SOME, "most on one side, some on the other")


def _little_and_much(seen: Evidence) -> tuple[Span, Span, str] | None:
    """Few on this side, most or all on the other, said of the same word."""
    return _beside_one_word(seen, _LITTLE, _MUCH, "few on one side, many on the other")


def _fewer_of_all(seen: Evidence) -> tuple[Span, Span, str] | None:
    """All three on this side, two of the three on the other."""
    for whole in seen.a.of(Quantity):
        all_of = _before(_ALL, seen.a, whole.span)
        if all_of is None:
            continue
        figures = seen.b.of(Quantity)
        for part, rest in pairwise(figures):
            between = seen.b.text[
                part.span.end - seen.b.span.start : rest.span.start - seen.b.span.start
            ]
            same = rest.value.stated == whole.value.stated != ()
            if same and _OF.search(between) and part.value.high < rest.value.low:
                return all_of, part.span, "all on one side, fewer on the other"
    return None


def _only_some_of_all(seen: Evidence) -> tuple[Span, Span, str] | None:
    """All trucks on this side, only eighteen of the thirty trucks on the other."""
    figures = seen.b.of(Quantity)
    if len(figures) < 2:
        return None
    for left, right in seen.shared:
        every = _before(_EVERY, seen.a, left.span)
        whole = next((f for f in figures if _counts(seen.b, f, right.span)), None)
        if every is None or whole is None or not _is_of(seen.b, whole.span):
            continue
        for part in figures:
            only = _before(_ONLY, seen.b, part.span)
            if only and part.value.high < whole.value.low and part.value.unit == whole.value.unit:
                return every, part.span, "all on one side, fewer on the other"
    return None


def _counts(claim: Claim, figure: Facet[Quantity], word: Span) -> bool:
    """Whether a figure stands right before the word."""
    between = claim.text[figure.span.end - claim.span.start : word.start - claim.span.start]
    return figure.span.end < word.start and between == " "


def _is_of(claim: Claim, span: Span) -> bool:
    """Whether "of the" stands right before a place."""
    return _OF_THE.search(claim.text[: span.start - claim.span.start]) is not None


def _beside_one_word(
    seen: Evidence, here: re.Pattern[str], there: re.Pattern[str], reason: str
) -> tuple[Span, Span, str] | None:
    """What tells how much there is of a word of both sides, this on the one, that on the other."""
    if not (here.search(seen.a.text) and there.search(seen.b.text)):
        return None
    for left, right in seen.shared:
        a, b = _before(here, seen.a, left.span), _before(there, seen.b, right.span)
        if a and b and not _before(here, seen.b, right.span):
            return a, b, reason
    return None


def _no_majority(seen: Evidence) -> tuple[Span, Span, str] | None:
    """Most on this side, and of the same word less than half on the other."""
    if not _MOST.search(seen.a.text):
        return None
    for left, right in seen.shared:
        most = _before(_MOST, seen.a, left.span)
        less = next(
            (
                share
                for share in seen.b.of(Quantity)
                if share.value.unit == "%"
                and share.value.high < _HALF
                and 0 <= right.span.start - share.span.end <= _NEAR
            ),
            None,
        )
        if most and less:
            return most, less.span, "most on one side, less than half on the other"
    return None


def _before(pattern: re.Pattern[str], claim: Claim, word: Span) -> Span | None:
    """The last match among the few words before a word of the claim."""
    end = word.start - claim.span.start
    start = max(0, end - _NEAR)
    found = list(pattern.finditer(claim.text, start, end))
    if not found:
        return None
    first = claim.span.start + found[-1].start()
    return Span(first, first + len(found[-1][0].rstrip()))
