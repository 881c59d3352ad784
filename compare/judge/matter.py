"""Whether what contradicts is said of one thing; else the two only diverge.

"The mayor did not come" and "the governor came", "wheat rose" and "oil fell", "it raised its
forecast" and "it cut its dividend": opposites, and both true.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.judge.evidence import Evidence, both_ways
from tuireader.compare.judge.wording import Word
from tuireader.compare.lexicon.alternatives import rivals
from tuireader.compare.lexicon.antonyms import opposed
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Claim, Finding, FindingKind, Relation, Span
from tuireader.compare.values import Attribution, Moment, Name, Polarity, Quantity

_BE = frozenset("is are was were be been being".split())
# Subjects that take in any other: "people were hurt", "passengers were hurt".
_ANYONE = frozenset(
    map(
        stem,
        "people person man woman child victim other one resident member official source "
        "thing something it they".split(),
    )
)
# What denies one thing denies no other: nobody was hurt on the bus, the driver of the car was.
_DENIALS = frozenset({FindingKind.POLARITY, FindingKind.STATUS})
_RANKS = frozenset("first second third fourth fifth sixth last former latter next".split())
_OBJECT_REACH = 5  # words behind a verb in which its object stands


class _Subject(NamedTuple):
    """What stands before the first verb of a claim.

    Attributes:
        words: Its content words; figures and dates are none.
        head: The word that the others hang on.
        names: Those of its words that belong to names.
        be: Whether the verb is a form of "be", as in the passive.
    """

    words: tuple[Word, ...]
    head: Word
    names: tuple[Word, ...]
    be: bool

    @property
    def end(self) -> int:
        """Behind its last word."""
        return self.words[-1].span.end


def of_one_matter(evidence: Evidence, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where each conflict is a divergence if the claims speak of different things."""
    conflicts = [finding for finding in findings if finding.relation is Relation.CONFLICT]
    if not conflicts:
        return list(findings)
    if _on_two_days(findings, conflicts):
        return [_softened(finding, "events") for finding in findings]
    different = _different(evidence, conflicts)
    return [_softened(finding, different) if different else finding for finding in findings]


def _different(evidence: Evidence, conflicts: Sequence[Finding]) -> str:
    """What the two claims perhaps do not share; "" where they speak of one thing."""
    if evidence.doubtful:
        return "matters"
    a, b = _subject(evidence.a, evidence.words_a), _subject(evidence.b, evidence.words_b)
    if a and b and _of_others(evidence, a, b) and any(_behind(a, b, each) for each in conflicts):
        return "subjects"
    several = len({finding.a for finding in conflicts}) > 1
    denials = {finding.kind for finding in conflicts} <= _DENIALS
    if (
        (several and any(_ranks(evidence, each) for each in conflicts))
        or (denials and _denied_of_another(evidence))
        or any(_other_objects(evidence, each) for each in conflicts)
    ):
        return "things"
    return ""


def _on_two_days(findings: Sequence[Finding], conflicts: Sequence[Finding]) -> bool:
    """Whether opposites are told, each with a date of its own: it rose in May, it fell in June."""
    if any(finding.kind is not FindingKind.DATE for finding in conflicts):
        return False
    return any(
        finding.kind is FindingKind.ANTONYM
        and finding.relation is Relation.DIVERGE
        and not any(finding.a.overlaps(date.a) for date in conflicts)
        for finding in findings
    )


def _softened(finding: Finding, what: str) -> Finding:
    if finding.relation is not Relation.CONFLICT:
        return finding
    reason = f"perhaps of different {what}: {finding.reason}"
    return Finding(finding.kind, Relation.DIVERGE, finding.a, finding.b, reason)


def _subject(claim: Claim, words: Sequence[Word]) -> _Subject | None:
    """What stands before the first verb, who tells it left out; None where nothing surely does."""
    telling = [facet.span for facet in claim.of(Attribution)]
    told = [word for word in words if not any(span.overlaps(word.span) for span in telling)]
    folded = [word.text.casefold() for word in told]
    verb = next((index for index in range(len(told)) if is_finite(folded, index)), None)
    if not verb or folded[0] in grammar().prepositions or folded[verb - 1] in grammar().pronouns:
        return None
    figures = [f.span for f in claim.facets if isinstance(f.value, Quantity | Moment)]
    subject = [
        word
        for word in told[:verb]
        if word.content and not any(span.overlaps(word.span) for span in figures)
    ]
    hanging = next((i for i in range(verb) if folded[i] in grammar().prepositions), verb)
    heads = [word for word in subject if word.span.end <= told[hanging - 1].span.end]
    if not heads:
        return None
    spans = [facet.span for facet in claim.of(Name)]
    names = [word for word in subject if any(span.overlaps(word.span) for span in spans)]
    return _Subject(tuple(subject), heads[-1], tuple(names), folded[verb] in _BE)


def _of_others(evidence: Evidence, a: _Subject, b: _Subject) -> bool:
    """Whether the two claims speak of different people or things."""
    if _ANYONE & {a.head.stem, b.head.stem} or bool(a.names) != bool(b.names):
        return False
    if any(_met(word, b.names) for word in a.names):
        return False
    if a.names:
        keys = [{evidence.key(f.value) for f in c.of(Name)} for c in (evidence.a, evidence.b)]
        return keys[0].isdisjoint(keys[1])
    # The object of the active is the subject of the passive.
    alike = a.be == b.be
    rivals_a = a.words if alike else evidence.words_a
    rivals_b = b.words if alike else evidence.words_b
    if not (_met(a.head, rivals_b) or _met(b.head, rivals_a)):
        return True
    return _exclusive(a.head, b.head) or _rivals_in(a.words, b.words)


def _met(word: Word, others: Sequence[Word]) -> bool:
    return any(word.means(other) for other in others)


def _denied_of_another(evidence: Evidence) -> bool:
    """Whether a negation reaches a word that excludes one in what the other side asserts."""
    for seen, _ in both_ways(evidence):
        scope = {stem for negation in seen.a.of(Polarity) for stem in negation.value.scope}
        reached = [word for word in seen.words_a if word.stem in scope]
        if _rivals_in(reached, seen.words_b):
            return True
    return False


def _rivals_in(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a word that the other side has not excludes one that this side has not."""
    alone = [word for word in right if word.content and not _met(word, left)]
    return bool(alone) and any(
        _exclusive(word, other)
        for word in left
        if word.content and not _met(word, right)
        for other in alone
    )


def _exclusive(word: Word, other: Word) -> bool:
    known = rivals(word.stem, other.stem) or opposed(word.stem, other.stem)
    return bool(known) and not word.means(other)


def _behind(a: _Subject, b: _Subject, finding: Finding) -> bool:
    """Whether a conflict lies in what is said of the subjects, not in the subjects themselves."""
    return finding.a.end > a.end and finding.b.end > b.end


def _ranks(evidence: Evidence, finding: Finding) -> bool:
    """Whether a conflict is between two members of one row: the first round and the second."""
    quoted = evidence.quote(evidence.a, finding.a), evidence.quote(evidence.b, finding.b)
    return all(text.casefold() in _RANKS for text in quoted)


def _other_objects(evidence: Evidence, finding: Finding) -> bool:
    """Whether two opposed verbs have objects that are not one thing."""
    if finding.kind is not FindingKind.ANTONYM:
        return False
    a, b = _object(evidence.words_a, finding.a), _object(evidence.words_b, finding.b)
    if a is None or b is None or _met(a, evidence.words_b) or _met(b, evidence.words_a):
        return False
    return not opposed(a.stem, b.stem)


def _object(words: Sequence[Word], verb: Span) -> Word | None:
    """The noun with an article or the like right behind a verb, adjectives passed over."""
    behind = [word for word in words if word.span.start >= verb.end][:_OBJECT_REACH]
    if not behind or behind[0].text.casefold() not in grammar().determiners:
        return None
    found = None
    for word in behind[1:]:
        folded = word.text.casefold()
        if not word.content or is_adverb(folded) or folded in grammar().times:
            break
        found = word
    return found
