"""Pages that do not give their text: which wall stands before it, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tuireader.compare.documents.errors import Unreadable
from tuireader.compare.documents.html.blocks import Piece
from tuireader.compare.documents.html.meta import About
from tuireader.compare.documents.html.walk import Walker
from tuireader.compare.documents.patterns import table

_A_FORM, _FEW_WORDS, _TEASER_WORDS = 25, 60, 120
_LOADING = 2
_LOOKED_AT = 20_000
_SAVE = "save the page or copy its text there, and give that"
_WALLS = {
    "robot": (
        "the site asks for proof that a person is reading, and gives no text without it",
        f"open it in a browser, {_SAVE}",
    ),
    "script": (
        "the page is filled in by scripts and holds no text of its own",
        f"open it in a browser, {_SAVE}",
    ),
    "pay": (
        "the text stands behind a paywall, and the page holds no more than its beginning",
        f"open it in a browser where you have access, {_SAVE}",
    ),
    "login": (
        "the page asks to log in and holds no text before that",
        f"log in with a browser, {_SAVE}",
    ),
    "cookie": (
        "the page asks about cookies and holds no text before that",
        f"answer it in a browser, {_SAVE}",
    ),
}


def refuse_wall(walker: Walker, pieces: Sequence[Piece], words: int, about: About) -> None:
    """Refuse a page that has next to no text because something stands before it.

    Args:
        walker: It has read the page.
        pieces: All blocks of the page.
        words: Of the article that was found.
        about: What the page says of itself.

    Raises:
        Unreadable: Something does.
    """
    if words >= (_TEASER_WORDS if about.paid else _FEW_WORDS):
        return
    if about.leads_to and words < _A_FORM:
        problem = f"the page holds nothing and leads on to {about.leads_to}"
        raise Unreadable(problem, "give that address")
    kind = "pay" if about.paid or walker.walled else _kind(_shown(walker, pieces, about))
    if kind in ("", "login") and words >= _A_FORM:
        return  # a short text on a site that has a form on every page
    if not kind and walker.password:
        kind = "login"
    elif not kind and walker.scripts and sum(piece.words for piece in pieces) <= _LOADING:
        kind = "script"
    if kind:
        raise Unreadable(*_WALLS[kind])


def _shown(walker: Walker, pieces: Sequence[Piece], about: About) -> str:
    """The words of the whole page, as far as they are looked at."""
    parts = [about.window, walker.unseen]
    length = 0
    for piece in pieces:
        parts.append(piece.text.text)
        length += piece.text.length
        if length > _LOOKED_AT:
            break
    return " ".join(parts)[:_LOOKED_AT]


def _kind(text: str) -> str:
    return next((kind for kind, rows in _rows() if any(row.search(text) for row in rows)), "")


@cache
def _rows() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (wall["kind"], tuple(re.compile(row, re.IGNORECASE) for row in wall["rows"]))
        for wall in table("html_cues")["wall"]
    )
