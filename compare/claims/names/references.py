"""Pronouns and noun phrases of one sentence that may stand for a name of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.compare.claims.names.describe import reference_nouns
from tuireader.compare.claims.names.lexicon import words
from tuireader.compare.claims.names.mentions import word_after
from tuireader.compare.model import Span
from tuireader.compare.ready import compiled

_REFERENCE = compiled(
    r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?|[Tt]hey|[Tt]heir|them|[Ii]t"
    r"|[Tt]he ([A-Za-z][a-z-]*(?: [a-z-]+){0,2}))\b"
)
_STOPS = '.;:?!)"”'


class Reference(NamedTuple):
    """A pronoun or a noun phrase that may stand for a name.

    Attributes:
        start: Place in what was read.
        end: The noun included, what follows it excluded.
        word: The pronoun, or the noun without "the"; lower case.
        clause: Place of the semicolon that opens its part of the sentence; -1 where there is none.
    """

    start: int
    end: int
    word: str
    clause: int


def references_in(text: str, sentence: Span) -> Iterator[Reference]:
    """What may stand for a name by the words around it: "it" only with a verb of speech."""
    for match in _REFERENCE.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        word = match[0].casefold()
        if match[1] is not None:
            word = _noun(text, match.start(1), match[1])
            end = match.start(1) + len(word)
        elif word == "it" and word_after(text, end) not in words("speech"):
            continue
        if word:
            yield Reference(start, end, word, text.rfind(";", sentence.start, start))


def _noun(text: str, start: int, phrase: str) -> str:
    """The longest noun that `phrase` begins with, if it stands alone; "" where there is none."""
    parts = phrase.split(" ")
    for count in range(len(parts), 0, -1):
        noun = " ".join(parts[:count]).casefold()
        if noun in reference_nouns():
            return noun if _stands_alone(text, start + len(noun)) else ""
    return ""


def _stands_alone(text: str, end: int) -> bool:
    """Whether the phrase ends here, and no name in apposition follows."""
    after = text[end : end + 3]
    if not after or after[0] in _STOPS or after[:2] in {"'s", "’s"}:
        return True
    if after[0] == ",":
        return not after[2:3].isupper()
    following = word_after(text, end)
    if after[1:2].isupper():
        return False
    if following in words("reference_after") or following in words("speech"):
        return True
    if following.endswith("s"):
        later = word_after(text, end + 1 + len(following))
        return later in words("object_after") or later[:1].isdigit()
    return following.endswith(("ed", "ly"))
