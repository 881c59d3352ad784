"""Who and where: a name on one side in the place that another name has on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.wording import Word
from tuireader.compare.lexicon.countries import country_of
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Claim, Facet, Finding, FindingKind, Relation, Span
from tuireader.compare.values import Name, NameType

# What stands between two of whom the same is said whichever comes first.
_MUTUAL = frozenset(
    map(
        stem,
        "and or with as like between versus vs meet marry divorce join face play fight draw tie "
        "talk border neighbour resemble match rival equal similar same".split(),
    )
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Shared names agree; a name in another's place in the same wording conflicts."""
    left, right = _by_key(evidence, evidence.a), _by_key(evidence, evidence.b)
    for edit in evidence.edits:
        a, b = _name_in(evidence.a, edit.a), _name_in(evidence.b, edit.b)
        if a is None or b is None:
            continue
        key_a, key_b = evidence.key(a.value), evidence.key(b.value)
        if key_a == key_b or (key_a in right and key_b in left):
            continue
        kind = FindingKind.PLACE if _place(a, b) else FindingKind.ACTOR
        if kind is FindingKind.PLACE and _may_hold(key_a, key_b):
            reason = "a country on one side, a place that may lie in it on the other"
            yield evidence.finding(kind, Relation.DIVERGE, a.span, b.span, reason)
            continue
        yield evidence.finding(kind, Relation.CONFLICT, a.span, b.span, "another name")
    exchanged = _changed_places(evidence)
    if exchanged is not None:
        a, b = exchanged
        kind = FindingKind.PLACE if _place(a, b) else FindingKind.ACTOR
        reason = "the two have changed places"
        yield evidence.finding(kind, Relation.CONFLICT, a.span, b.span, reason)
    for key, a in left.items():
        if key in right:
            b = right[key]
            kind = FindingKind.PLACE if _place(a, b) else FindingKind.ACTOR
            yield evidence.finding(kind, Relation.AGREE, a.span, b.span, "the same name")


def _changed_places(evidence: Evidence) -> tuple[Facet[Name], Facet[Name]] | None:
    """The first name of each side, where just the two names of the claims are exchanged.

    "France beat Spain" and "Spain beat France"; not so what holds either way, as "met" does.
    """
    left, right = (
        [facet for facet in claim.of(Name) if not facet.value.by_reference]
        for claim in (evidence.a, evidence.b)
    )
    keys_a, keys_b = ([evidence.key(facet.value) for facet in names] for names in (left, right))
    if len(keys_a) != 2 or keys_a[0] == keys_a[1] or keys_a != keys_b[::-1]:
        return None
    around = _around(evidence.words_a, left)
    between = [word for word in around[1] if word.content]
    if not between or any(word.stem in _MUTUAL for word in around[1]):
        return None
    there = _around(evidence.words_b, right)
    same = [[w.stem for w in part] for part in around] == [[w.stem for w in part] for part in there]
    return (left[0], right[0]) if same else None


def _around(words: Sequence[Word], names: Sequence[Facet[Name]]) -> tuple[list[Word], ...]:
    """The words before the first name, between the two, and behind the second."""
    first, second = (name.span for name in names)
    return (
        [word for word in words if word.span.end <= first.start],
        [word for word in words if first.end <= word.span.start and word.span.end <= second.start],
        [word for word in words if second.end <= word.span.start],
    )


def _by_key(evidence: Evidence, claim: Claim) -> dict[str, Facet[Name]]:
    """The first mention of each name, one by name before one by reference."""
    found: dict[str, Facet[Name]] = {}
    for facet in sorted(claim.of(Name), key=lambda f: (f.value.by_reference, f.span)):
        found.setdefault(evidence.key(facet.value), facet)
    return found


def _name_in(claim: Claim, words: Sequence[Word]) -> Facet[Name] | None:
    """The first name that these words hold."""
    if not words:
        return None
    run = Span(words[0].span.start, words[-1].span.end)
    return next(
        (f for f in claim.of(Name) if not f.value.by_reference and f.span.overlaps(run)), None
    )


def _may_hold(key_a: str, key_b: str) -> bool:
    """Whether just one of two places is a country, and the other not known to lie elsewhere."""
    homes = country_of(key_a), country_of(key_b)
    countries = sum(home == key for home, key in zip(homes, (key_a, key_b), strict=True))
    return countries == 1 and (None in homes or homes[0] == homes[1])


def _place(a: Facet[Name], b: Facet[Name]) -> bool:
    return NameType.PLACE in {a.value.type, b.value.type}
