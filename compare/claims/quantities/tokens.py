"""Words, numbers and signs of a stretch of text, with their places."""

from __future__ import annotations

import re
from typing import Final

from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.ready import compiled

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = HYPHENS | frozenset("–—−‒")

# Repetitions are bounded so that no text of digits and commas costs more than linear time.
_TOKEN = compiled(
    r"""
    (?:
        \d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!,?\d)(?:\.\d+)?       # 1,234.5 and 12,34,567
      | \d{1,3}(?:[\u2009\u202f\u00a0]\d{3}){1,6}(?!\d)(?:\.\d+)?  # thin and no-break spaces
      | \d{1,3}(?:\ \d{3}){0,3}\ 000(?!\d)                         # a plain space before 000 only
      | \d+(?:\.\d+)*                                              # 12, 1.5; 1.2.3 is refused later
    )
  | (?:[^\W\d_]\.){2,}                                             # U.S., a.m.
  | [^\W\d_]+(?:['’][^\W\d_]+)?
  | \S
    """,
    re.VERBOSE,
)
_PADDING = [""] * 16
_ABBREVIATIONS = words("refusals", "abbreviations")
_SENTENCE_ENDS = frozenset("!?;")
_STOPS = _SENTENCE_ENDS | {"."}


class Tokens:
    """The tokens of one stretch of a text, in parallel lists.

    Attributes:
        source: The whole text; all places count from its beginning.
        folded: Tokens in lower case, followed by empty strings, so that an index a little
            before the first token (negative) or after the last reads "".
        starts: Place of each token.
        ends: Place after each token.
    """

    __slots__ = ("ends", "folded", "source", "starts")

    def __init__(self, source: str, folded: list[str], starts: list[int], ends: list[int]) -> None:
        self.source = source
        self.folded = folded
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.source[self.starts[index]].isupper()

    def raw(self, index: int) -> str:
        """The token as written; "" outside the stretch."""
        if 0 <= index < len(self.starts):
            return self.source[self.starts[index] : self.ends[index]]
        return ""

    def ends_sentence(self, index: int) -> bool:
        """Whether a sentence ends with this token, by its sign and the capital that follows."""
        word = self.folded[index]
        if word in _SENTENCE_ENDS:
            return True
        if word != "." or self.glued(index + 1) or self.folded[index + 1].islower():
            return False
        before = self.folded[index - 1]
        return before not in _ABBREVIATIONS and (len(before) > 1 or not before.isalpha())

    def opens_sentence(self, index: int) -> bool:
        """Whether the token is the first word of the stretch or of a sentence in it."""
        before = index - 1
        while before >= 0 and self.folded[before] in "\"'“‘([—–-•*":
            before -= 1
        return before < 0 or self.ends_sentence(before) or self.folded[before] == ":"

    def ended_between(self, first: int, last: int) -> bool:
        """Whether a sentence ends with one of the tokens from `first` up to `last`."""
        if _STOPS.isdisjoint(self.folded[first:last]):
            return False
        return any(self.ends_sentence(at) for at in range(first, last))

    def before(self, index: int, reach: int) -> list[str]:
        """Up to `reach` tokens before one, nearest first, within its sentence."""
        found = []
        for at in range(index - 1, max(index - reach, 0) - 1, -1):
            if self.ends_sentence(at):
                break
            found.append(self.folded[at])
        return found

    def after(self, index: int, reach: int) -> list[str]:
        """Up to `reach` tokens from one on, within its sentence."""
        found = []
        for at in range(index, min(index + reach, len(self.starts))):
            if self.ends_sentence(at):
                break
            found.append(self.folded[at])
        return found


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Split `text[start:end]` into tokens; places are those of `text`."""
    matches = list(_TOKEN.finditer(text, start, end))
    return Tokens(
        text,
        [match[0].lower() for match in matches] + _PADDING,
        [match.start() for match in matches],
        [match.end() for match in matches],
    )
