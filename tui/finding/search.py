"""Finding words in a text: plain or regular expression, minding case only where the query does."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tuireader.compare.model import Span

LIMIT = 100_000  # matches; nobody steps through more


class SearchError(ValueError):
    """The query is no regular expression; the message says why."""


_KINDS = ("'’‘‛", '"“”„‟«»', "-‐‑‒–—")  # what keyboards have one key for, or none
_LIKE = {sign: f"[{re.escape(kind)}]" for kind in _KINDS for sign in kind}


class Query(NamedTuple):
    """What is looked for.

    Attributes:
        text: As typed. A space stands for any run of white space, a quotation mark or a hyphen for
            any of its kind.
        regex: Whether `text` is a regular expression.
    """

    text: str
    regex: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled query; a capital letter in it makes case matter.

        Raises:
            SearchError: `regex` is set and the text is none.
        """
        source = self.text if self.regex else _plain(self.text)
        flags = re.MULTILINE if self.text != self.text.lower() else re.MULTILINE | re.IGNORECASE
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return re.compile(source, flags)
        except (re.error, RecursionError, OverflowError) as error:
            raise SearchError(f"not a regular expression: {error}") from error

    def find(self, text: str) -> Hits:
        """All places of the query in a text, empty matches left out."""
        found: list[Span] = []
        if self.text:
            for match in self.pattern.finditer(text):
                if match.end() > match.start():
                    found.append(Span(*match.span()))
                    if len(found) == LIMIT:
                        break
        return Hits(found)


def _plain(text: str) -> str:
    words = ("".join(_LIKE.get(sign) or re.escape(sign) for sign in word) for word in text.split())
    before, after = (r"\s+" * text.startswith(" "), r"\s+" * text.endswith(" "))
    return before + r"\s+".join(words) + after if text.strip() else r"\s+"


class Hits(tuple[Span, ...]):
    """Where something was found in one text, in order."""

    __slots__ = ()

    def touching(self, start: int, end: int) -> tuple[Span, ...]:
        """Those that share a character with a range."""
        first = bisect_right(self, start, key=lambda span: span.end)
        return self[first : bisect_left(self, end, key=lambda span: span.start)]

    def after(self, place: int) -> Span:
        """The first that begins after a place; the very first if there is none. Not when empty."""
        return self[bisect_right(self, place, key=lambda span: span.start) % len(self)]

    def before(self, place: int) -> Span:
        """The last that begins before a place; the very last if there is none. Not when empty."""
        return self[bisect_left(self, place, key=lambda span: span.start) - 1]

    def number(self, span: Span) -> int:
        """Which of them this is, from 1."""
        return bisect_left(self, span) + 1
