"""Seals: each event carries a digest of itself and of all before it, so that no change goes unseen.

They guard a record against accidents and quiet edits; who rewrites the whole file can seal it anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tuireader.compare.review.codec import stamp, to_text
from tuireader.compare.review.model import Action, Event

BRINGS_TEXTS = frozenset({Action.CREATE, Action.ADOPT})
"""Actions whose "texts" are new in the log, so their seal covers the comparison as well."""


def first_seal(meta: Iterable[tuple[str, str]]) -> str:
    """What stands in for the seal before the first event: a digest of what is fixed at the start.

    Args:
        meta: Keys with their values as JSON, in any order.
    """
    return _digest(part for row in sorted(meta) for part in row)


def seal(previous: str, event: Event, comparison: str = "") -> str:
    """The seal of an event, in hex.

    Args:
        previous: The seal of the event before.
        event: Its own seal is not looked at.
        comparison: The JSON of the comparison that it brings.
    """
    head = (event.number, stamp(event.time), event.reviewer, event.tool, event.action, event.of)
    changes = (to_text(event.before), to_text(event.after))
    return _digest((previous, to_text(list(head)), *changes, comparison))


def brought(event: Event) -> int | None:
    """The number of the comparison that an event brings into the log, if it brings one."""
    number = event.after.get("texts", {}).get("current")
    return number if event.action in BRINGS_TEXTS and isinstance(number, int) else None


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
