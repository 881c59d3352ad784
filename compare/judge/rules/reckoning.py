"""Figures that say the same by a sum that readers do in their heads.

A whole and its two parts ("of the 24 nine survived", "fifteen of the 24 died"), all but some
("all but two of the 30", "28"), each and in all ("$3 million to each of the four", "$12 million").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.model import Claim, Facet
from tuireader.compare.ready import compiled
from tuireader.compare.values import Quantity

Figure = Facet[Quantity]

_ALL_BUT = compiled(r"\ball (?:but|except(?: for)?)(?: about)?\s+$", re.IGNORECASE)
_EACH = compiled(
    r"\b(?:each|apiece|every|per (?:head|person|family|household|month|week|year|day))\b",
    re.IGNORECASE,
)
_IN_ALL = compiled(
    r"\b(?:in all|in total|a total of|altogether|all told|combined|between them|overall)\b",
    re.IGNORECASE,
)


def reckoned(evidence: Evidence) -> Iterator[tuple[Figure, Figure, str]]:
    """A figure of A, one of B and the sum that makes them say the same."""
    for seen, mirrored in both_ways(evidence):
        for here, there, reason in (*_all_but(seen), *_each(seen)):
            yield (there, here, reason) if mirrored else (here, there, reason)
    yield from _two_parts(evidence)


def excepted(claim: Claim, figure: Figure) -> bool:
    """Whether a figure counts only what is left out: "all but two"."""
    return _ALL_BUT.search(claim.text[: figure.span.start - claim.span.start]) is not None


def each_and_all(evidence: Evidence) -> bool:
    """Whether one side gives a figure for each and the other one for all together."""
    return any(
        bool(_EACH.search(seen.a.text)) and bool(_IN_ALL.search(seen.b.text))
        for seen, _ in both_ways(evidence)
    )


def _all_but(seen: Evidence) -> Iterator[tuple[Figure, Figure, str]]:
    figures = seen.a.of(Quantity)
    for left_out in figures:
        if not excepted(seen.a, left_out):
            continue
        for whole in figures:
            for rest in seen.b.of(Quantity):
                if whole is not left_out and _number(whole) - _number(left_out) == _number(rest):
                    yield whole, rest, f"all but {_said(left_out)} of {_said(whole)}"


def _each(seen: Evidence) -> Iterator[tuple[Figure, Figure, str]]:
    if not (_EACH.search(seen.a.text) and _IN_ALL.search(seen.b.text)):
        return
    times = [f for claim in (seen.a, seen.b) for f in claim.of(Quantity) if not f.value.unit]
    for one in seen.a.of(Quantity):
        for total in seen.b.of(Quantity):
            for count in times:
                if one.value.unit != total.value.unit or count is one or not _number(count) > 1:
                    continue
                if math.isclose(_number(one) * _number(count), _number(total)):
                    yield one, total, f"{_said(count)} times {_said(one)} is {_said(total)}"


def _two_parts(evidence: Evidence) -> Iterator[tuple[Figure, Figure, str]]:
    """What one side says of a part and the other says the opposite of for all the rest."""
    left, right = evidence.a.of(Quantity), evidence.b.of(Quantity)
    totals = {_number(figure) for figure in left} & {_number(figure) for figure in right}
    if not totals or not evidence.opposites:
        return
    for a in left:
        for b in right:
            whole = _number(a) + _number(b)
            if whole in totals and whole not in (_number(a), _number(b)):
                yield a, b, f"{_said(a)} and {_said(b)} make {whole:g}"


def _number(figure: Figure) -> float:
    """The one number that is stated; not a number, which equals nothing, where there is none."""
    return figure.value.stated[0] if len(figure.value.stated) == 1 else math.nan


def _said(figure: Figure) -> str:
    return f"{_number(figure):g}"
