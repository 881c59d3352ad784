"""One word in the place of another, where all around it is worded alike.

"His brother was arrested" and "his wife was arrested" cannot both be meant. Only what surely
excludes the other is taken: numbers, names, and words that the table of alternatives holds apart;
any other two words may be a paraphrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.judge.evidence import Evidence
from tuireader.compare.judge.wording import Edit, Word
from tuireader.compare.lexicon.alternatives import rivals
from tuireader.compare.lexicon.antonyms import opposed
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.ready import compiled
from tuireader.compare.values import Moment, Name, Quantity

_NUMBER = compiled(r"\d")
_RANK = compiled(
    r"(?:(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))-)?"
    r"(\w+est|most|best|worst|last|least)"
)
_FOR, _AGAINST = frozenset({"for", "favour", "favor"}), "against"
_LONGEST = 4  # words of one side of an edit; more are a rewriting, not a substitution


def find(evidence: Evidence) -> Iterator[Finding]:
    """A conflict for each place in which the two sides have words that exclude each other."""
    for edit in evidence.edits:
        if not edit.a or not edit.b or max(len(edit.a), len(edit.b)) > _LONGEST:
            continue
        found = (
            _alternatives(evidence, edit)
            or _sides(edit)
            or _ranks(edit)
            or _numbers(evidence, edit)
            or _unknown_names(evidence, edit)
        )
        if found is not None:
            left, right, kind = found
            reason = "in the same place of the same wording"
            yield evidence.finding(kind, Relation.CONFLICT, left.span, right.span, reason)


def _alternatives(evidence: Evidence, edit: Edit) -> tuple[Word, Word, FindingKind] | None:
    """Two words of one kind of which only one can be meant.

    Opposites and days of the week, which have rules of their own, are left to these.
    """
    for left in edit.a:
        for right in edit.b:
            known = left.content and right.content and not left.means(right)
            if not known or not rivals(left.stem, right.stem) or opposed(left.stem, right.stem):
                continue
            if not (_is_stated(evidence.a, left.span) and _is_stated(evidence.b, right.span)):
                return left, right, FindingKind.ANTONYM
    return None


def _sides(edit: Edit) -> tuple[Word, Word, FindingKind] | None:
    """For a thing on one side and against it on the other."""
    for one, other in ((edit.a, edit.b), (edit.b, edit.a)):
        against = [word for word in one if word.text.casefold() == _AGAINST]
        favour = [word for word in other if word.text.casefold() in _FOR]
        if against and favour:
            left, right = against[0], favour[-1]
            couple = (left, right) if one is edit.a else (right, left)
            return *couple, FindingKind.ANTONYM
    return None


def _ranks(edit: Edit) -> tuple[Word, Word, FindingKind] | None:
    """The first of a row and another of the same row: "largest", "second-largest"."""
    for left in edit.a:
        for right in edit.b:
            ranks = [_RANK.fullmatch(word.text.casefold()) for word in (left, right)]
            if not all(ranks):
                continue
            (place_a, row_a), (place_b, row_b) = (rank.groups() for rank in ranks if rank)
            if row_a == row_b and place_a != place_b:
                return left, right, FindingKind.QUANTITY
    return None


def _numbers(evidence: Evidence, edit: Edit) -> tuple[Word, Word, FindingKind] | None:
    """Two numbers that are no quantities and no dates: a rank, a year in a name."""
    left = next((word for word in edit.a if _NUMBER.search(word.text)), None)
    right = next((word for word in edit.b if _NUMBER.search(word.text)), None)
    if left is None or right is None or left.text == right.text:
        return None
    if _is_stated(evidence.a, left.span) and _is_stated(evidence.b, right.span):
        return None
    return left, right, FindingKind.QUANTITY


def _unknown_names(evidence: Evidence, edit: Edit) -> tuple[Word, Word, FindingKind] | None:
    """Two capitalised words inside the sentences that no rule for names knows."""
    left = next((word for word in edit.a if _is_proper(evidence.a, word)), None)
    right = next((word for word in edit.b if _is_proper(evidence.b, word)), None)
    if left is None or right is None or left.means(right):
        return None
    if {left.stem, right.stem} & {word.stem for pair in evidence.shared for word in pair}:
        return None
    return left, right, FindingKind.ACTOR


def _is_stated(claim: Claim, span: Span) -> bool:
    """Whether a rule of its own judges the number here."""
    return any(
        facet.span.overlaps(span)
        for facet in claim.facets
        if isinstance(facet.value, Quantity | Moment)
    )


def _is_proper(claim: Claim, word: Word) -> bool:
    """Whether a word inside a claim looks like a name and is no facet yet."""
    if not word.text[:1].isupper() or not word.content or word.span.start == claim.span.start:
        return False
    return not any(
        facet.span.overlaps(word.span)
        for facet in claim.facets
        if isinstance(facet.value, Name | Moment)
    )
