"""Sentences that only deny the one before ("The dam is safe, it says. It is not.") belong to it.

Alone they state nothing, and without them the sentence before says the contrary of what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_SUBJECT = r"(?:they|it|he|she|that|this|these|those|we|there)"
_VERB = r"(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could)"
_UNTRUE = r"(?:untrue|false|a lie|lies|nonsense|not (?:true|so|correct|the case)|no such thing)"
_HOW = r"(?:(?:simply|plainly|flatly|also|both|all|just|quite) )?"
_REJOINDER = compiled(
    rf"(?:(?:but|yet|in fact,|in truth,) )?{_SUBJECT} {_VERB}"
    rf"(?:(?: {_HOW}not|n['’]t)(?: (?:true|so|correct|the case))?| {_HOW}{_UNTRUE})[.!]+"
    rf"|{_HOW}{_UNTRUE}[.!]+"
    r"|none of (?:it|this|that|them) (?:is|was|are|were) (?:true|so|correct)[.!]+",
    re.IGNORECASE,
)


def with_rejoinders(text: str, sentences: Iterable[Span]) -> list[Span]:
    """The sentences of one paragraph, each with the one behind it that only denies it.

    Args:
        text: The document.
        sentences: In order.
    """
    joined: list[Span] = []
    for sentence in sentences:
        if joined and _REJOINDER.fullmatch(text, sentence.start, sentence.end):
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined
