"""Text made harmless in Markdown: on a page it reads as it was, and nothing of it acts.

CommonMark's escapes keep markup away. GitHub acts on the page that results, too: it links
@names, #numbers, addresses and commits and draws :emoji:, whatever was escaped. There an
invisible word joiner parts what would act. It changes no look and no line break.
"""

from __future__ import annotations

import re
import string

from tuireader.compare.ready import compiled
from tuireader.compare.report.cells import printable

JOINER = "&#8288;"

# Numeric references for what other programs (Jekyll, GitHub's formulas and tables) read before
# Markdown does.
_SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "\\`*_[]~#"},
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "$": "&#36;",
        "{": "&#123;",
        "|": "&#124;",
        "}": "&#125;",
    }
)
_ALIVE = compiled(
    r"""
      (?<=[@#])(?=\w)                  # @name, someone@host, #12, owner/repository#12
    | (?<=:)(?=/|[\w+-]+:)             # https://host, :emoji:
    | (?<=www)(?=\.)
    | (?<=mailto)(?=:) | (?<=xmpp)(?=:)
    | (?<=gh)(?=-\d)                   # GH-12
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The words of seven digits and more in base 16 that have both figures and letters.
_COMMIT = compiled(r"\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII)
_LINE_START = compiled(r"^(?:(?=[-+=])|\d+(?=[.)]))")
_PLACE = "\N{WORD JOINER}"


def harmless(text: str) -> str:
    """`text` in Markdown for a paragraph, a heading or a cell, on one line."""
    return _LINE_START.sub(lambda found: f"{found[0]}\\", fragment(text).strip(), count=1)


def fragment(text: str) -> str:
    """The same for the middle of a line, with a blank where there is one at either end."""
    flat = re.sub(r"\s+", " ", printable(text))
    parted = _COMMIT.sub(lambda found: found[0][0] + _PLACE + found[0][1:], flat)
    parted = _ALIVE.sub(_PLACE, parted)
    return parted.translate(_SIGNS).replace(_PLACE, JOINER)


def strong(before: str, words: str, after: str) -> str:
    """The fragment `words` in bold, between two others; blanks at its ends stay outside.

    Emphasis that begins or ends with a sign opens or closes only beside a blank or another sign;
    the joiner's reference is one at both of its ends
    (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
    """
    core = words.strip()
    if not core:
        return words
    lead, _, tail = words.partition(core)
    opening = "" if core[0].isalnum() or _parts(before[-1:]) or lead else JOINER
    closing = "" if core[-1].isalnum() or _parts(after[:1]) or tail else JOINER
    return f"{lead}{opening}**{core}**{closing}{tail}"


def _parts(character: str) -> bool:
    """Whether emphasis may begin and end beside this character with a sign of its own."""
    return not character or character.isspace() or character in string.punctuation
