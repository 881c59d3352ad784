"""Steps and times in words, for a line on the screen or in a list."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.review.model import Action, Event

_SHOWN = 3  # pairs named before "and n more"


def describe(event: Event) -> str:
    """What an event did, in a few words: "p4: conflict (was agree)", "p1, p2 and 9 more: agree"."""
    pairs = _listed(event.pairs)
    if event.action in (Action.UNDO, Action.REDO):
        return f"{event.action.value} of step {event.of}"
    if event.action is Action.DECIDE:
        return f"{pairs}: {_field(event, 'label', 'undecided')}{_was(event)}"
    if event.action in _OF_PAIRS:
        word, field = _OF_PAIRS[event.action]
        return f"{pairs}: {word if _field(event, field, '') else f'no {word}'}"
    return " ".join(filter(None, (_NAMES[event.action], _subject(event))))


_OF_PAIRS = {
    Action.SKIP: ("skipped", "skipped"),
    Action.FLAG: ("flag", "flagged"),
    Action.NOTE: ("note", "note"),
    Action.TAG: ("tags", "tags"),
    Action.BOOKMARK: ("bookmark", ""),
}
_NAMES = {
    Action.CREATE: "session made",
    Action.SESSION_NOTE: "note on the session",
    Action.UNPAIR: "unpaired",
    Action.PAIR: "paired",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.ADOPT: "texts adopted",
    Action.DISMISS: "dismissed",
}


def _subject(event: Event) -> str:
    """What a correction was of: claims that went, else pairs."""
    claims = event.after.get("claims", {})
    gone = [key for key, row in claims.items() if row is None]
    keys = gone or [*event.after.get("orphans", ())] or event.pairs
    return "" if event.action in (Action.CREATE, Action.ADOPT) else _listed(keys)


def _listed(keys: Sequence[str]) -> str:
    more = len(keys) - _SHOWN
    if more > 0:
        return f"{', '.join(keys[:_SHOWN])} and {more} more"
    return ", ".join(keys)


def _field(event: Event, name: str, absent: str) -> str:
    """What the step gave to the first thing that it touched."""
    for row in event.after.get("rulings", event.after.get("bookmarks", {})).values():
        if isinstance(row, dict):
            found = row.get(name)
            return ", ".join(found) if isinstance(found, list) else str(found or absent)
        return absent if row is None else "yes"
    return absent


def _was(event: Event) -> str:
    """The label that stood before, where it was one and another."""
    before = {
        row.get("label") if isinstance(row, dict) else None
        for row in event.before.get("rulings", {}).values()
    }
    (old,) = before if len(before) == 1 else (None,)
    return f" (was {old})" if old and old != _field(event, "label", "") else ""
