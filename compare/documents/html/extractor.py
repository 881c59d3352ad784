"""Asks trafilatura, where it is installed, for the article of a page."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

from tuireader.compare.documents.html.blocks import Piece

# Beyond these the extractor takes long, or its tree overflows.
_LONGEST_PAGE, _DEEPEST, _MOST_BLOCKS = 5_000_000, 200, 5_000
_WORD = re.compile(r"\w+")
_IN_A_ROW = 4
_SHARE = 0.6


@cache
def is_installed() -> bool:
    """Whether the extra `web` is there."""
    return find_spec("trafilatura") is not None


def find_article(page: str, pieces: Sequence[Piece], deepest: int) -> list[bool] | None:
    """Say in which blocks the words of the article stand that trafilatura finds.

    Args:
        page: The page.
        pieces: Its blocks.
        deepest: How deep its elements are nested.

    Returns:
        None where it is not installed, finds nothing, or had better not be asked.
    """
    if (
        not is_installed()
        or len(page) > _LONGEST_PAGE
        or deepest > _DEEPEST
        or len(pieces) > _MOST_BLOCKS
    ):
        return None
    text = _extract(page)
    if not text:
        return None
    rows = set(_rows(_words(text)))
    whole = {tuple(_words(line)) for line in text.split("\n")}
    found = [_stands_in(_words(piece.text.text), whole, rows) for piece in pieces]
    return found if any(found) else None


def _stands_in(words: list[str], whole: set[tuple[str, ...]], rows: set[tuple[str, ...]]) -> bool:
    """Whether a block is a whole line of the article, or most of its rows of words are in it."""
    if not words:
        return False
    if tuple(words) in whole:
        return True
    own = _rows(words)
    return bool(own) and sum(row in rows for row in own) >= _SHARE * len(own)


def _rows(words: list[str]) -> list[tuple[str, ...]]:
    """Every few words that stand in a row."""
    return list(zip(*(words[start:] for start in range(_IN_A_ROW)), strict=False))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _extract(page: str) -> str:
    """The text of the article, or "" where it fails: our own choice is then good enough."""
    from trafilatura import extract  # noqa: PLC0415 - a quarter of a second

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(page, include_comments=False, include_tables=True, fast=False) or ""
    except Exception:  # noqa: BLE001 - whatever it stumbles over must not be the user's trouble
        return ""
