"""Who wrote a text and who published it, where only its own lines say so."""

from __future__ import annotations

import re

from tuireader.compare.documents.boilerplate import kind_of
from tuireader.compare.documents.draft import Draft
from tuireader.compare.model import Block, Dateline
from tuireader.compare.ready import compiled

_BY = compiled(r"by\s+", re.IGNORECASE)
_BETWEEN = compiled(r",\s*|\s+(?:and|AND|&|\|)\s+")
_PERSON = compiled(r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|von|van|der|al|el|bin)){1,4}")
# Words of a trade or of a house, which stand in a byline after the name.
_NO_NAME = compiled(
    r"\b(?:the|staff|writers?|reporters?|correspondents?|editors?|bureau|press|news|service|times"
    r"|post|herald|tribune|agency|special|contributors?)\b",
    re.IGNORECASE,
)
_AGENCY = compiled(r"\(([^()]{2,40})\)")


def author_in(draft: Draft) -> str:
    """The people of the first byline above the story ("By Jane Roe and Bob Moe"), or ""."""
    for paragraph in draft.paragraphs:
        if paragraph.block is Block.BOILERPLATE:
            words = paragraph.span.of(draft.text)
            if kind_of(words, place="head") == "byline":
                parts = _BETWEEN.split(_BY.sub("", words, count=1))
                return ", ".join(filter(_is_person, parts))
    return ""


def agency_in(text: str, dateline: Dateline | None) -> str:
    """The agency that a dateline names ("GENEVA (Reuters) —"), or ""."""
    match = _AGENCY.search(dateline.span.of(text)) if dateline else None
    return match[1].strip() if match else ""


def _is_person(name: str) -> bool:
    return _PERSON.fullmatch(name) is not None and not _NO_NAME.search(name)
