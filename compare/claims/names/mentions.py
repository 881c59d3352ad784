"""One place in the text that bears a name, before variants are folded together."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.names.lexicon import Place, Title
from tuireader.compare.claims.names.scan import Token
from tuireader.compare.values import NameType


class Mention(NamedTuple):
    """A name as it stands in the text.

    Attributes:
        start: Place in what was read, title excluded.
        end: Possessive excluded.
        words: Folded words that make the key, without title and company ending.
        type: What bears the name, as far as this place tells.
        sure: Whether a cue here or a table says so.
        key: Fixed by a table of places; "" where the document decides.
        place: The entry of that table.
        title: What the title before it says.
        lead: Where that title begins; -1 where there is none.
        acronym: Whether it is written in capitals only, or with full stops.
        common: Whether it is one word, and that word a common one.
        loose: Whether the first of several words may only open the sentence ("Old Tarsk").
        tentative: Such a word where any word has a capital: a name only if the document says so.
        company: Whether an ending such as "Inc." shows a company.
        beside: Nouns of the appositions before and after it that can stand for a name.
    """

    start: int
    end: int
    words: tuple[str, ...]
    type: NameType = NameType.OTHER
    sure: bool = False
    key: str = ""
    place: Place | None = None
    title: Title | None = None
    lead: int = -1
    acronym: bool = False
    common: bool = False
    loose: bool = False
    tentative: bool = False
    company: bool = False
    beside: tuple[str, ...] = ()


def phrase_of(tokens: list[Token]) -> list[str]:
    """The folded words of the tokens, ties between them included."""
    found: list[str] = []
    for position, token in enumerate(tokens):
        if token.tie and position:
            found.extend(token.tie.split())
        kept = token.possessive and position < len(tokens) - 1
        found.append(token.fold + "'s" if kept else token.fold)
    return found


def word_before(text: str, start: int, back: int = 1) -> str:
    """The `back`-th word before `start`, folded; "" where it has other signs about it."""
    if text[start - 1 : start] not in {" ", "\n"}:
        return ""
    pieces = text[max(start - 48, 0) : start].split()
    if len(pieces) < back:
        return ""
    word = pieces[-back]
    return word.casefold() if word.isalpha() else ""


def word_after(text: str, end: int) -> str:
    """The word after `end` and a space, folded, "" where another sign stands there."""
    if text[end : end + 1] != " ":
        return ""
    word = text[end + 1 : end + 25].split(" ", 1)[0]
    return word.rstrip(",.;:?!)\"”’'").casefold()
